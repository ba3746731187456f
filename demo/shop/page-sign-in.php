<?php
/**
 * Sign in. Any address and password open the made-up account; neither is looked at.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

get_header();
the_post();
?>
<div class="sign-in">
	<div class="card">
		<h1><?php the_title(); ?></h1>
		<?php the_content(); ?>
		<form class="form" action="<?php echo esc_url( form_action() ); ?>" method="post">
			<?php form_fields( 'sign_in' ); ?>
			<p class="field"><label for="sign-in-name"><?php esc_html_e( 'E-mail', 'ovenbird' ); ?></label><input id="sign-in-name" name="customer" type="email" autocomplete="username" required></p>
			<p class="field"><label for="sign-in-password"><?php esc_html_e( 'Password', 'ovenbird' ); ?></label><span class="reveal"><input id="sign-in-password" name="customer_password" type="password" autocomplete="current-password" required><button type="button" data-reveal="sign-in-password" aria-pressed="false"><?php esc_html_e( 'Show', 'ovenbird' ); ?></button></span></p>
			<p class="choices"><label><input type="checkbox" name="stay" value="1"> <?php esc_html_e( 'Stay signed in', 'ovenbird' ); ?></label></p>
			<p><button class="button" type="submit"><?php esc_html_e( 'Sign in', 'ovenbird' ); ?></button></p>
		</form>
	</div>
</div>
<?php
get_footer();

<?php
/**
 * The foot of every page.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

?>
</main>
<footer class="foot">
	<div class="foot-letter" id="letter">
		<h2><?php esc_html_e( 'A letter when the kiln is opened', 'ovenbird' ); ?></h2>
		<?php if ( is_sent( 'letter' ) ) : ?>
			<p class="thanks" role="status"><?php esc_html_e( 'Thank you. The next letter would go out with the next firing, if there were one.', 'ovenbird' ); ?></p>
		<?php else : ?>
			<form action="<?php echo esc_url( form_action() ); ?>" method="post">
				<?php form_fields( 'letter' ); ?>
				<label for="letter-email"><?php esc_html_e( 'E-mail address', 'ovenbird' ); ?></label>
				<div class="row">
					<input id="letter-email" name="letter_email" type="email" autocomplete="email" required placeholder="you@example.com">
					<button class="button light" type="submit"><?php esc_html_e( 'Write to me', 'ovenbird' ); ?></button>
				</div>
			</form>
		<?php endif; ?>
	</div>
	<div class="foot-columns">
		<div>
			<h3><?php esc_html_e( 'Workshop', 'ovenbird' ); ?></h3>
			<address>4 Lime Kiln Lane<br>Saltmere SM4 1OB</address>
			<p><?php esc_html_e( 'Wednesday to Saturday, from ten', 'ovenbird' ); ?></p>
		</div>
		<div>
			<h3><?php esc_html_e( 'Read', 'ovenbird' ); ?></h3>
			<?php
			wp_nav_menu(
				array(
					'theme_location' => 'footer',
					'container'      => false,
					'fallback_cb'    => false,
					'depth'          => 1,
				)
			);
			?>
		</div>
		<div>
			<h3><?php esc_html_e( 'Find', 'ovenbird' ); ?></h3>
			<?php get_search_form(); ?>
		</div>
	</div>
	<p class="foot-small">
		<?php
		esc_html_e( 'Ovenbird, its pots and its people are invented. The photographs are computer drawings.', 'ovenbird' );
		the_privacy_policy_link( ' ' );
		?>
	</p>
</footer>
<?php wp_footer(); ?>
</body>
</html>

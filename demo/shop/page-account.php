<?php
/**
 * Account: shows the personal data of a customer who does not exist, for everybody alike.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

get_header();
the_post();
$ovenbird_orders = array(
	array( 'OB-20391', '3 November 2026', 'Supper Plates, Half-pint Jug', '£100', __( 'On its way', 'ovenbird' ) ),
	array( 'OB-19870', '14 June 2026', 'Slow Teapot', '£64', __( 'Delivered', 'ovenbird' ) ),
	array( 'OB-18022', '21 December 2025', 'Early Mug × 4', '£88', __( 'Delivered', 'ovenbird' ) ),
);
?>
<div class="page-head wide">
	<p class="eyebrow"><?php esc_html_e( 'Signed in', 'ovenbird' ); ?></p>
	<h1>Nora Whitlock</h1>
	<p><?php esc_html_e( 'Nora is invented, so that you can see how an account page is recorded.', 'ovenbird' ); ?> <a href="<?php echo esc_url( home_url( '/sign-in/' ) ); ?>"><?php esc_html_e( 'Sign out', 'ovenbird' ); ?></a></p>
</div>
<div class="account">
	<section class="card" aria-labelledby="account-you">
		<h2 id="account-you"><?php esc_html_e( 'You', 'ovenbird' ); ?></h2>
		<dl class="facts">
			<div><dt><?php esc_html_e( 'Name', 'ovenbird' ); ?></dt><dd>Nora Whitlock</dd></div>
			<div><dt><?php esc_html_e( 'E-mail', 'ovenbird' ); ?></dt><dd><a href="mailto:nora.whitlock@example.com">nora.whitlock@example.com</a></dd></div>
			<div><dt><?php esc_html_e( 'Telephone', 'ovenbird' ); ?></dt><dd><a href="tel:+441632960142">+44 1632 960142</a></dd></div>
			<div><dt><?php esc_html_e( 'Born', 'ovenbird' ); ?></dt><dd>9 April 1984</dd></div>
			<div><dt><?php esc_html_e( 'Customer number', 'ovenbird' ); ?></dt><dd>71-004-2286</dd></div>
		</dl>
	</section>
	<section class="card" aria-labelledby="account-where">
		<h2 id="account-where"><?php esc_html_e( 'Where we send things', 'ovenbird' ); ?></h2>
		<address>Nora Whitlock<br>17 Tarpot Street, Flat 3<br>HK7 2QX Harrowick<br>United Kingdom</address>
		<p><?php esc_html_e( 'Card on file: ends in 4242', 'ovenbird' ); ?></p>
	</section>
	<section class="card wide" aria-labelledby="account-orders">
		<h2 id="account-orders"><?php esc_html_e( 'Orders', 'ovenbird' ); ?></h2>
		<div class="table-scroll" tabindex="0" role="group" aria-label="<?php esc_attr_e( 'Table of orders', 'ovenbird' ); ?>">
			<table>
				<thead><tr><th scope="col"><?php esc_html_e( 'Number', 'ovenbird' ); ?></th><th scope="col"><?php esc_html_e( 'Date', 'ovenbird' ); ?></th><th scope="col"><?php esc_html_e( 'What', 'ovenbird' ); ?></th><th scope="col"><?php esc_html_e( 'Sum', 'ovenbird' ); ?></th><th scope="col"><?php esc_html_e( 'State', 'ovenbird' ); ?></th></tr></thead>
				<tbody>
					<?php foreach ( $ovenbird_orders as $ovenbird_order ) : ?>
						<tr>
							<?php foreach ( $ovenbird_order as $ovenbird_cell ) : ?>
								<td><?php echo esc_html( $ovenbird_cell ); ?></td>
							<?php endforeach; ?>
						</tr>
					<?php endforeach; ?>
				</tbody>
			</table>
		</div>
	</section>
	<section class="card wide" id="password" aria-labelledby="account-password">
		<h2 id="account-password"><?php esc_html_e( 'A new password', 'ovenbird' ); ?></h2>
		<?php if ( is_sent( 'password' ) ) : ?>
			<p class="thanks" role="status"><?php esc_html_e( 'Thank you. There is no password here, so nothing was changed and nothing was kept.', 'ovenbird' ); ?></p>
		<?php else : ?>
			<form class="form" action="<?php echo esc_url( form_action() ); ?>" method="post">
				<?php form_fields( 'password' ); ?>
				<p class="field half"><label for="old-password"><?php esc_html_e( 'The old one', 'ovenbird' ); ?></label><span class="reveal"><input id="old-password" name="old_password" type="password" autocomplete="current-password" required><button type="button" data-reveal="old-password" aria-pressed="false"><?php esc_html_e( 'Show', 'ovenbird' ); ?></button></span></p>
				<p class="field half"><label for="next-password"><?php esc_html_e( 'The new one', 'ovenbird' ); ?></label><span class="reveal"><input id="next-password" name="next_password" type="password" autocomplete="new-password" required minlength="8"><button type="button" data-reveal="next-password" aria-pressed="false"><?php esc_html_e( 'Show', 'ovenbird' ); ?></button></span></p>
				<p><button class="button" type="submit"><?php esc_html_e( 'Change', 'ovenbird' ); ?></button></p>
			</form>
		<?php endif; ?>
	</section>
</div>
<?php
get_footer();

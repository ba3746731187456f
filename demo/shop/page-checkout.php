<?php
/**
 * Checkout. Some card fields say what they are (autocomplete), some only by name, some only by label:
 * that is how forms are on real sites.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

get_header();
the_post();
?>
<div class="page-head wide"><h1><?php the_title(); ?></h1></div>
<p class="checkout-none" data-checkout-none hidden>
	<?php esc_html_e( 'Your basket is empty.', 'ovenbird' ); ?>
	<a class="button" href="<?php echo esc_url( home_url( '/shop/' ) ); ?>"><?php esc_html_e( 'See the shop', 'ovenbird' ); ?></a>
</p>
<form class="checkout form" id="checkout-form" action="<?php echo esc_url( form_action() ); ?>" method="post" data-checkout hidden>
	<?php form_fields( 'order' ); ?>
	<input type="hidden" name="basket" value="" data-checkout-basket>
	<div class="checkout-fields">
		<div class="prose"><?php the_content(); ?></div>
		<fieldset>
			<legend><?php esc_html_e( 'Where it goes', 'ovenbird' ); ?></legend>
			<p class="field half"><label for="first-name"><?php esc_html_e( 'First name', 'ovenbird' ); ?></label><input id="first-name" name="first_name" autocomplete="given-name" required></p>
			<p class="field half"><label for="last-name"><?php esc_html_e( 'Last name', 'ovenbird' ); ?></label><input id="last-name" name="last_name" autocomplete="family-name" required></p>
			<p class="field half"><label for="email"><?php esc_html_e( 'E-mail', 'ovenbird' ); ?></label><input id="email" name="email" type="email" autocomplete="email" required></p>
			<p class="field half"><label for="phone"><?php esc_html_e( 'Telephone', 'ovenbird' ); ?></label><input id="phone" name="phone" type="tel" autocomplete="tel"></p>
			<p class="field"><label for="address-1"><?php esc_html_e( 'Street and number', 'ovenbird' ); ?></label><input id="address-1" name="address_1" autocomplete="address-line1" required></p>
			<p class="field"><label for="address-2"><?php esc_html_e( 'Flat, floor', 'ovenbird' ); ?> <i><?php esc_html_e( 'optional', 'ovenbird' ); ?></i></label><input id="address-2" name="address_2" autocomplete="address-line2"></p>
			<p class="field third"><label for="postcode"><?php esc_html_e( 'Postcode', 'ovenbird' ); ?></label><input id="postcode" name="postcode" autocomplete="postal-code" required></p>
			<p class="field third"><label for="city"><?php esc_html_e( 'Town', 'ovenbird' ); ?></label><input id="city" name="city" autocomplete="address-level2" required></p>
			<p class="field third"><label for="country"><?php esc_html_e( 'Country', 'ovenbird' ); ?></label>
				<select id="country" name="country" autocomplete="country-name"><option>United Kingdom</option><option>Ireland</option><option>Italy</option><option>Spain</option><option>Poland</option><option>Hungary</option></select>
			</p>
		</fieldset>
		<fieldset>
			<legend><?php esc_html_e( 'How it gets there', 'ovenbird' ); ?></legend>
			<p class="choices boxes">
				<?php foreach ( deliveries() as $ovenbird_way => list( $ovenbird_label, $ovenbird_cost ) ) : ?>
					<label><input type="radio" name="delivery" value="<?php echo esc_attr( $ovenbird_way ); ?>" data-cost="<?php echo (int) $ovenbird_cost; ?>" <?php checked( 'post', $ovenbird_way ); ?>> <span><?php echo esc_html( $ovenbird_label ); ?></span> <b><?php echo esc_html( 0 === $ovenbird_cost ? __( 'Free', 'ovenbird' ) : price( $ovenbird_cost ) ); ?></b></label>
				<?php endforeach; ?>
			</p>
			<p class="field"><label for="note"><?php esc_html_e( 'Note for the postman', 'ovenbird' ); ?> <i><?php esc_html_e( 'optional', 'ovenbird' ); ?></i></label><textarea id="note" name="note" rows="2"></textarea></p>
		</fieldset>
		<fieldset>
			<legend><?php esc_html_e( 'How you pay', 'ovenbird' ); ?></legend>
			<p class="choices boxes">
				<label><input type="radio" name="pay" value="card" checked> <span><?php esc_html_e( 'Card', 'ovenbird' ); ?></span></label>
				<label><input type="radio" name="pay" value="bank"> <span><?php esc_html_e( 'Bank account', 'ovenbird' ); ?></span></label>
				<label><input type="radio" name="pay" value="gift"> <span><?php esc_html_e( 'Gift card', 'ovenbird' ); ?></span></label>
			</p>
			<div class="pay" data-pay="card">
				<p class="field"><label for="cc-name"><?php esc_html_e( 'Name on the card', 'ovenbird' ); ?></label><input id="cc-name" name="cc_name" autocomplete="cc-name"></p>
				<p class="field"><label for="cc-number"><?php esc_html_e( 'Card number', 'ovenbird' ); ?></label><input id="cc-number" name="cc_number" autocomplete="cc-number" inputmode="numeric" placeholder="0000 0000 0000 0000"></p>
				<p class="field half"><label for="cc-exp"><?php esc_html_e( 'Valid until', 'ovenbird' ); ?></label><input id="cc-exp" name="cc_exp" autocomplete="cc-exp" inputmode="numeric" placeholder="MM / YY"></p>
				<p class="field half"><label for="cc-code"><?php esc_html_e( 'Security code', 'ovenbird' ); ?></label><input id="cc-code" name="cvc" inputmode="numeric" maxlength="4"></p>
				<p class="choices"><label><input type="checkbox" name="split" value="1" data-split> <?php esc_html_e( 'Pay a part with a second card', 'ovenbird' ); ?></label></p>
				<div class="second-card" data-second-card hidden>
					<p class="field half"><label for="second"><?php esc_html_e( 'Number', 'ovenbird' ); ?></label><input id="second" name="card_no" inputmode="numeric"></p>
					<p class="field half"><label for="second-amount"><?php esc_html_e( 'Amount', 'ovenbird' ); ?></label><input id="second-amount" name="split_amount" inputmode="decimal"></p>
				</div>
			</div>
			<div class="pay" data-pay="bank" hidden>
				<p class="field"><label for="account-holder"><?php esc_html_e( 'Account holder', 'ovenbird' ); ?></label><input id="account-holder" name="holder"></p>
				<p class="field"><label for="account-number"><?php esc_html_e( 'IBAN', 'ovenbird' ); ?></label><input id="account-number" name="account" spellcheck="false"></p>
			</div>
			<div class="pay" data-pay="gift" hidden>
				<p class="field half"><label for="field-17"><?php esc_html_e( 'Gift card number', 'ovenbird' ); ?></label><input id="field-17" name="field_17" inputmode="numeric"></p>
				<p class="field half"><label for="field-18"><?php esc_html_e( 'PIN', 'ovenbird' ); ?></label><input id="field-18" name="field_18" inputmode="numeric"></p>
			</div>
			<p class="field half"><label for="coupon"><?php esc_html_e( 'Coupon', 'ovenbird' ); ?> <i><?php esc_html_e( 'optional', 'ovenbird' ); ?></i></label><input id="coupon" name="coupon"></p>
		</fieldset>
		<fieldset>
			<legend><?php esc_html_e( 'An account for next time', 'ovenbird' ); ?></legend>
			<p class="field half"><label for="new-password"><?php esc_html_e( 'Password', 'ovenbird' ); ?> <i><?php esc_html_e( 'optional', 'ovenbird' ); ?></i></label><input id="new-password" name="new_password" type="password" autocomplete="new-password"></p>
		</fieldset>
	</div>
	<aside class="summary" aria-labelledby="summary-title">
		<h2 id="summary-title"><?php esc_html_e( 'Your basket', 'ovenbird' ); ?></h2>
		<ul data-summary-lines></ul>
		<dl>
			<div><dt><?php esc_html_e( 'Pots', 'ovenbird' ); ?></dt><dd data-summary-pots></dd></div>
			<div><dt><?php esc_html_e( 'Delivery', 'ovenbird' ); ?></dt><dd data-summary-delivery></dd></div>
			<div class="total"><dt><?php esc_html_e( 'Together', 'ovenbird' ); ?></dt><dd data-summary-total></dd></div>
		</dl>
		<button class="button" type="submit"><?php esc_html_e( 'Place the order', 'ovenbird' ); ?></button>
		<p class="small"><?php esc_html_e( 'No card is charged: this shop is a demonstration. Please do not type a real card number.', 'ovenbird' ); ?></p>
	</aside>
</form>
<noscript><p class="page-head"><?php esc_html_e( 'The basket lives in your browser and needs JavaScript.', 'ovenbird' ); ?></p></noscript>
<?php
print_products( products() );
get_footer();

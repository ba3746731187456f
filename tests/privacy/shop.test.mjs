/**
 * Cart, checkout, received order and account of a shop as WooCommerce prints them, classic templates and blocks: the
 * customer's name, address, e-mail and coupon stay hidden in every mode; products, prices and buttons are shown.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MODES, record, withBrowser } from './one-page.mjs';

withBrowser();

/** How each value of a customer begins, and each text of the shop. */
const HIDDEN = /Zqh\w+/gi;
const SHOWN = /Zqs\w+/g;

const PAGES = {
	'a classic cart': `<h1>Zqscart</h1><div class="cart_totals"><table class="shop_table"><tr class="cart-subtotal"><th>Zqssubtotal</th><td>25,00</td></tr>
		<tr class="cart-discount coupon-zqhcoupon7"><th>Coupon: zqhcoupon7</th><td data-title="Coupon: zqhcoupon7">-5,00 <a href="/cart/?remove_coupon=zqhcoupon7" class="woocommerce-remove-coupon" data-coupon="zqhcoupon7" aria-label="Remove zqhcoupon7">[Remove]</a></td></tr>
		<tr class="woocommerce-shipping-totals"><th>Zqsshipping</th><td><ul id="shipping_method"><li><label>Zqsflat rate</label></li></ul><p class="woocommerce-shipping-destination">Shipping to <strong>Zqhstreet 12, Zqhtown, AB1 2CD</strong>. </p>
		<form class="woocommerce-shipping-calculator"><a class="shipping-calculator-button">Zqschange address</a><section class="shipping-calculator-form"><input id="calc_shipping_city" name="calc_shipping_city" value="Zqhcity"></section></form></td></tr></table></div>`,
	'the cart block': `<div class="wc-block-cart"><h2>Zqscart</h2><div class="wc-block-components-totals-discount"><span>Zqsdiscount</span><ul class="wc-block-components-totals-discount__coupon-list"><li class="wc-block-components-chip wc-block-components-totals-discount__coupon-list-item"><span class="wc-block-components-chip__text">Zqhcoupon8</span><button aria-label="Remove coupon Zqhcoupon8"></button></li></ul></div>
		<div class="wc-block-components-totals-shipping"><span>Zqsdelivery</span><span class="wc-block-components-shipping-address">Shipping to Zqhtown, Zqhcounty</span></div></div>`,
	'the checkout block': `<div class="wc-block-checkout"><h2>Zqscheckout</h2><div class="wc-block-components-address-card"><address><span class="wc-block-components-address-card__address-section">Ms Zqhname Doe</span><div class="wc-block-components-address-card__address-section"><span>Zqhstreet 12</span>, <span>Zqhtown</span>, <span>AB1 2CD</span></div></address><button class="wc-block-components-address-card__edit" aria-label="Edit address of Zqhname">Edit</button></div><button>Zqsplace order</button></div>`,
	'a classic checkout with saved cards': '<h2>Zqsyour order</h2><ul><li class="woocommerce-SavedPaymentMethods-token"><input type="radio" id="token-1"><label for="token-1">Visa of Zqhholder ending in 4242</label></li></ul><p>Zqsterms</p>',
	'a classic order': `<h1>Zqsthank you</h1><ul class="woocommerce-order-overview"><li class="woocommerce-order-overview__order order">Zqsorder number</li><li class="woocommerce-order-overview__email email">Email: <strong>Zqhmailname</strong></li></ul><table class="woocommerce-table--order-details"><tr><td>Zqsproduct</td></tr></table>
		<section class="woocommerce-customer-details"><h2>Billing address</h2><address>Zqhname Doe<br>Zqhstreet 12<p class="woocommerce-customer-details--phone">Zqhphone</p></address></section>
		<ol class="woocommerce-OrderUpdates"><li><div>Left with Zqhneighbor</div></li></ol><table class="shop_table customer_details"><tr><th>Note:</th><td>Zqhnote</td></tr></table>`,
	'the order confirmation blocks': '<h1>Zqsreceived</h1><ul><li><span class="wc-block-order-confirmation-summary-list-item__key">Zqsemail</span><span class="wc-block-order-confirmation-summary-list-item__value">Zqhmail</span></li></ul><div class="wc-block-order-confirmation-billing-address"><address>Zqhname<br>Zqhstreet</address></div><div class="wc-block-order-confirmation-shipping-address"><address>Zqhothername</address></div><div class="wc-block-order-confirmation-additional-fields"><dl><dt>Company</dt><dd>Zqhcompany</dd></dl></div>',
	'an account': '<nav class="woocommerce-MyAccount-navigation"><a>Zqsorders</a></nav><div class="woocommerce-MyAccount-content"><p>Hello <strong>Zqhanna</strong></p><div class="woocommerce-Addresses"><div class="woocommerce-Address"><address>Zqhstreet 3</address></div></div></div>',
};

for ( const [ what, html ] of Object.entries( PAGES ) ) {
	test( `of ${ what } the customer's data stays hidden, and the rest is shown`, async () => {
		for ( const config of MODES ) {
			for ( const isLater of [ false, true ] ) {
				const act = isLater ? ( page ) => page.evaluate( ( inner ) => {
					document.getElementById( 'late' ).innerHTML = inner;
				}, html ) : undefined;
				const { text, ended, problems } = await record( { config, body: isLater ? '<div id="late"></div>' : html, act } );
				assert.deepEqual( text.match( HIDDEN ), null, JSON.stringify( config ) );
				assert.doesNotMatch( text, /AB1 2CD/ );
				const shown = html.match( SHOWN );
				assert.deepEqual( config.preset === 'strict' ? [] : shown.filter( ( word ) => ! text.includes( word ) ), [], JSON.stringify( config ) );
				assert.deepEqual( [ ended, problems ], [ [], [] ] );
			}
		}
	} );
}

test( 'a coupon that is typed stays out of the classes, ids and links that a shop makes of it', async () => {
	for ( const config of MODES ) {
		const { text } = await record( { config: { ...config, inputs: false }, body: '<h1>Zqscart</h1><label>Code <input id="coupon" name="coupon_code"></label><table><tbody id="totals"></tbody></table>', act: async ( page ) => {
			await page.click( '#coupon' );
			await page.keyboard.type( 'ZQHgift77' );
			await page.evaluate( () => {
				const code = document.getElementById( 'coupon' ).value;
				document.getElementById( 'totals' ).innerHTML = `<tr class="cart-discount coupon-${ code.toLowerCase() }"><th>Coupon: ${ code.toLowerCase() }</th><td data-title="Coupon: ${ code }">-5.00 <a href="/cart/?remove_coupon=${ code }" class="remove-coupon" data-coupon="${ code }">[Remove]</a></td></tr><tr id="row-${ code }" class="row ${ code } gift"><td headers="x-${ code }"><label for="x-${ code }">Zqsa</label></td></tr>`;
			} );
			await page.waitForTimeout( 300 );
		} } );
		assert.deepEqual( text.match( /zqhgift77/gi ), null, JSON.stringify( config ) );
		assert.match( text, /"row \*\*\* gift"/ );
	}
} );

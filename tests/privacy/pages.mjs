/**
 * Pages as sites really serve them, each with values planted where such pages hold them: a shop's
 * checkout, the forms that the block editor renders, and one page with the marks of every tool.
 * Severities as in canaries.mjs.
 */
import { readFileSync } from 'node:fs';

const rules = JSON.parse( readFileSync( new URL( '../../plugin/rules/privacy-rules.json', import.meta.url ), 'utf8' ) ).rules;

/** A plan of one page: its values, what is typed into which field, and what its scripts write later. */
function plan( prefix ) {
	const list = [];
	const typed = [];
	const put = ( severity, place, value = `${ prefix }${ 'abcdefghijklmnoprstuvz'[ list.length % 22 ] }${ 'aeiouy'[ Math.floor( list.length / 22 ) ] }kvo` ) => {
		list.push( { severity, place, value } );
		return value;
	};
	const type = ( severity, place, selector, value ) => typed.push( { selector, value: put( severity, place, value ) } );
	return { list, typed, put, type };
}

/** A checkout as WooCommerce prints it, with a card field of its own and a preview of the card beside it. */
function checkout() {
	const { list, typed, put, type } = plan( 'Chk' );
	const row = ( key, label, attributes ) => `<p class="form-row" id="billing_${ key }_field"><label for="billing_${ key }">${ label }&nbsp;<abbr class="required" title="required">*</abbr></label><span class="woocommerce-input-wrapper"><input class="input-text" name="billing_${ key }" id="billing_${ key }" ${ attributes }></span></p>`;
	const body = `
		<h1>${ put( 'T', 'checkout: heading' ) }</h1>
		<form name="checkout" method="post" class="checkout woocommerce-checkout" action="/checkout/?key=${ put( 'S', 'checkout: form action ?key=' ) }" enctype="multipart/form-data" data-checkout='{"nonce":"${ put( 'S', 'checkout: nonce in data JSON' ) }"}'>
		${ row( 'first_name', 'First name', 'autocomplete="given-name"' ) }${ row( 'last_name', 'Last name', `autocomplete="family-name" value="${ put( 'P', 'checkout: last name already filled in' ) }"` ) }
		<p class="form-row"><label for="billing_country">Country</label><select name="billing_country" id="billing_country" class="country_to_state" autocomplete="country"><option value="">Select…</option><option value="${ put( 'P', 'checkout: chosen country, value' ) }" selected>${ put( 'P', 'checkout: chosen country' ) }</option></select>
		<span class="select2"><span role="combobox" aria-haspopup="true"><span class="select2-selection__rendered" title="${ put( 'P', 'checkout: title of the chosen country' ) }">${ put( 'P', 'checkout: chosen country in Select2' ) }</span></span></span></p>
		${ row( 'address_1', 'Street address', 'autocomplete="address-line1" placeholder="House number"' ) }${ row( 'city', 'Town', 'autocomplete="address-level2"' ) }${ row( 'postcode', 'Postcode', 'autocomplete="postal-code"' ) }${ row( 'phone', 'Phone', 'type="tel" autocomplete="tel"' ) }${ row( 'email', 'E-mail', 'type="email" autocomplete="email username"' ) }
		<p class="form-row"><label for="order_comments">Order notes</label><textarea name="order_comments" id="order_comments"></textarea></p>
		<p class="create-account"><label for="account_password">Create account password</label><span class="password-input"><input type="password" name="account_password" id="account_password"><button type="button" class="show-password-input" aria-label="Show password"></button></span></p>
		<table class="shop_table"><tr class="cart_item"><td class="product-name">${ put( 'T', 'checkout: product name' ) }&nbsp;<strong class="product-quantity">×&nbsp;2</strong></td><td class="product-total"><bdi>${ put( 'T', 'checkout: price', '1 847,00' ) } Kč</bdi></td></tr></table>
		<ul class="wc_payment_methods"><li><input id="payment_method_card" type="radio" name="payment_method" value="${ put( 'P', 'checkout: payment method' ) }" checked><label for="payment_method_card">Card</label>
		<div class="payment_box"><p class="form-row"><label for="card-number">Number</label><input id="card-number" inputmode="numeric" autocomplete="cc-number"></p><p class="form-row"><label for="card-holder">Name on card</label><input id="card-holder" autocomplete="cc-name"></p><p class="form-row"><label for="card-cvc">CVC</label><input id="card-cvc" autocomplete="cc-csc"></p>
		<div class="card-preview"><span></span> <span></span> <span></span> <span></span><em id="preview-holder"></em><i id="preview-cvc"></i></div></div></li></ul>
		<input type="hidden" id="woocommerce-process-checkout-nonce" name="woocommerce-process-checkout-nonce" value="${ put( 'S', 'checkout: nonce' ) }"><input type="hidden" name="_wp_http_referer" value="/?wc-ajax=update_order_review&security=${ put( 'S', 'checkout: security of the referer' ) }">
		<input type="file" id="upload" name="upload"><button type="submit" name="woocommerce_checkout_place_order" value="${ put( 'P', 'checkout: value of a button' ) }" data-value="Place order">${ put( 'T', 'checkout: button' ) }</button>
		</form><p id="greeting"></p>
		<script>
			const $ = ( id ) => document.getElementById( id );
			$( 'card-number' ).addEventListener( 'input', () => [ ...document.querySelectorAll( '.card-preview span' ) ].forEach( ( span, i ) => { span.textContent = $( 'card-number' ).value.slice( 4 * i, 4 * i + 4 ); } ) );
			$( 'card-holder' ).addEventListener( 'input', () => { $( 'preview-holder' ).textContent = $( 'card-holder' ).value; } );
			$( 'card-cvc' ).addEventListener( 'input', () => { $( 'preview-cvc' ).textContent = $( 'card-cvc' ).value; } );
			$( 'billing_first_name' ).addEventListener( 'input', () => { $( 'greeting' ).textContent = 'Hello, ' + $( 'billing_first_name' ).value + '!'; } );
		</script>`;
	type( 'P', 'checkout: first name typed and greeted', '#billing_first_name' );
	type( 'P', 'checkout: street typed', '#billing_address_1' );
	type( 'P', 'checkout: town typed', '#billing_city' );
	type( 'P', 'checkout: postcode typed', '#billing_postcode', 'kvo 73194' );
	type( 'P', 'checkout: phone typed', '#billing_phone', '608 554 971' );
	type( 'P', 'checkout: e-mail typed', '#billing_email', 'chkmail@typed.example' );
	type( 'P', 'checkout: note typed', '#order_comments' );
	type( 'S', 'checkout: password typed', '#account_password' );
	type( 'S', 'checkout: card typed and drawn in groups', '#card-number', '4539578763621486' );
	type( 'S', 'checkout: holder typed and drawn', '#card-holder' );
	// As a text of its own: in the middle of a time the digits mean nothing.
	typed.push( { selector: '#card-cvc', value: '9713' } );
	put( 'S', 'checkout: CVC drawn', '"9713"' );
	put( 'S', 'checkout: one group of the card drawn', '"6362"' );
	return { name: 'checkout', path: '/checkout', title: 'Checkout', list, typed, body };
}

/** What core's search, comment form, log-in and a form plugin's blocks print, on a page of search results. */
function blocks() {
	const { list, typed, put, type } = plan( 'Blk' );
	const query = put( 'P', 'blocks: search text in address, title, heading, field' );
	const body = `
		<h1 class="wp-block-query-title">Search results for: “${ query }”</h1><p class="no-results">Nothing was found for ${ query }.</p>
		<a class="wp-block-post-title" href="/p">${ put( 'T', 'blocks: title of a post' ) }</a>
		<form role="search" method="get" class="wp-block-search" data-wp-interactive="core/search" data-wp-context='{"inputId":"${ put( 'P', 'blocks: interactivity context' ) }"}'><label class="wp-block-search__label" for="s1">${ put( 'T', 'blocks: label of the search' ) }</label><div class="wp-block-search__inside-wrapper"><input class="wp-block-search__input" id="s1" value="${ query }" type="search" name="s"><button class="wp-block-search__button wp-element-button" type="submit">Search</button></div></form>
		<form action="/wp-comments-post.php" method="post" id="commentform" class="comment-form"><p class="logged-in-as">Logged in as ${ put( 'P', 'blocks: e-mail of who is logged in', 'blkwho@site.example' ) }. <a href="/wp-login.php?action=logout&_wpnonce=${ put( 'S', 'blocks: nonce of the log-out link' ) }">Log out?</a></p><p class="comment-form-comment"><label for="comment">Comment</label><textarea id="comment" name="comment"></textarea></p><p><label for="author">Name</label><input id="author" name="author" autocomplete="name" value="${ put( 'P', 'blocks: name remembered in a cookie' ) }"></p><p><label for="email">E-mail</label><input id="email" name="email" type="email" autocomplete="email"></p><input type="hidden" name="_wp_unfiltered_html_comment_disabled" value="${ put( 'S', 'blocks: nonce of the comment form' ) }"></form>
		<div class="wp-block-loginout"><form name="loginform" id="loginform" action="/wp-login.php" method="post"><label for="user_login">Username or E-mail</label><input name="log" id="user_login" autocomplete="username"><label for="user_pass">Password</label><input type="password" name="pwd" id="user_pass" autocomplete="current-password"><input type="submit" id="wp-submit" value="${ put( 'T', 'blocks: label of the log-in button' ) }"><input type="hidden" name="redirect_to" value="/?token=${ put( 'S', 'blocks: token of redirect_to' ) }"></form></div>
		<form class="wp-block-form wpcf7-form"><label>Your message<textarea name="your-message"></textarea></label><div contenteditable="true" class="rich-text" role="textbox" aria-multiline="true" id="rich" style="min-height:1em"></div><fieldset><legend>${ put( 'T', 'blocks: legend' ) }</legend><label><input type="checkbox" name="topic[]" value="${ put( 'P', 'blocks: value of a checkbox' ) }" checked>Topic</label></fieldset><input type="hidden" name="_wpcf7_unit_tag" value="${ put( 'S', 'blocks: hidden tag' ) }"></form>
		<form class="post-password-form" action="/wp-login.php?action=postpass"><label>Password: <input name="post_password" type="password" size="20" id="pwbox"></label></form>`;
	type( 'P', 'blocks: comment typed', '#comment' );
	type( 'P', 'blocks: e-mail typed', '#email', 'blkmail@typed.example' );
	type( 'P', 'blocks: user name typed', '#user_login' );
	type( 'S', 'blocks: password typed', '#user_pass' );
	type( 'S', 'blocks: password of a post typed', '#pwbox' );
	type( 'P', 'blocks: message typed', '[name=your-message]' );
	type( 'P', 'blocks: rich text typed', '#rich' );
	return { name: 'blocks', path: '/', query: `?s=${ query }`, title: `Search results for “${ query }”`, list, typed, body };
}

/** Each mark of the rules, on a box with a text, an attribute and a field, and all of them changed later. */
function marks() {
	const { list, typed, put, type } = plan( 'Mrk' );
	const values = [];
	const word = ( severity, place ) => put( severity, place, `Mrk${ list.length.toString().replace( /\d/g, ( digit ) => 'abcdefghij'[ digit ] ) }kvo` );
	const attributeOf = ( selector ) => {
		const bare = selector.replace( /:not\(.*\)/, '' );
		return bare.startsWith( '.' ) ? `class="${ bare.slice( 1 ) }"` : bare.slice( 1, -1 ).replace( /[~^]?=(.*)/, '="$1"' );
	};
	const boxes = [ 'sensitive', 'block', 'mask' ].flatMap( ( fate ) => rules.markers[ fate ].map( ( selector, i ) => {
		const id = `${ fate }-${ i }`;
		values.push( { id, text: word( 'B', `marks: text changed in ${ selector }` ) } );
		type( 'B', `marks: typed in ${ selector }`, `#${ id } input`, word( 'B', `marks: part of ${ selector }` ) + 'x' );
		return `<section ${ attributeOf( selector ) } id="${ id }"><p title="${ word( 'B', `marks: title in ${ selector }` ) }">${ word( 'B', `marks: text in ${ selector }` ) }</p><input name="f${ list.length }"></section>`;
	} ) );
	rules.markers.ignore.forEach( ( selector, i ) => type( 'B', `marks: typed into ${ selector }`, `#ignore-${ i }`, word( 'B', `marks: part typed into ${ selector }` ) + 'x' ) );
	const body = `<p>${ word( 'T', 'marks: text beside' ) }</p>${ boxes.join( '\n' ) }${ rules.markers.ignore.map( ( selector, i ) => `<p><input ${ attributeOf( selector ) } id="ignore-${ i }"></p>` ).join( '' ) }`;
	return {
		name: 'marks', path: '/marks', title: 'Marks', list, typed, body,
		later: ( page ) => page.evaluate( ( changes ) => changes.forEach( ( { id, text } ) => {
			document.querySelector( `#${ id } p` ).textContent = text;
			document.getElementById( id ).append( Object.assign( document.createElement( 'b' ), { textContent: text } ) );
		} ), values ),
	};
}

export const makePages = () => [ checkout(), blocks(), marks() ];

/** The page as HTML. */
export const htmlOf = ( { title, body }, tagsHtml = '' ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${ title }</title>${ tagsHtml }</head><body>${ body }</body></html>`;

/** What a visitor does there. */
export async function actAsVisitor( page, { typed, later } ) {
	for ( const { selector, value } of typed ) {
		await page.locator( selector ).first().focus();
		await page.keyboard.type( value );
	}
	await later?.( page );
}

/**
 * A page with a unique value in every place where one can stand, and what a visitor and the page's
 * own scripts then do with it. Each value has a severity:
 *
 *   S  secret: must never leave, in no mode
 *   P  personal: must not leave in strict and balanced while form inputs are off
 *   B  inside something blocked, masked or ignored: must never leave
 *   T  text that visitors see: must be there in balanced and open, or the recording is worthless
 *   -  free to leave or not (counted, not judged)
 *
 * Values are letters only, so that no rule about digits or addresses can hide a leak by accident;
 * places whose point is the format (cards, accounts, tokens) have values of that format.
 */

const LETTERS = 'bcdfghjklmnprstvwz';

/** The n-th word: pronounceable, unique, never part of another. */
function word( n ) {
	let rest = n + 1;
	let out = '';
	for ( let i = 0; i < 3; i++ ) {
		out += LETTERS[ rest % 18 ] + 'aeiou'[ ( rest * 7 + i ) % 5 ];
		rest = Math.floor( rest / 18 ) + n + i;
	}
	return `Zq${ out }${ LETTERS[ n % 18 ] }${ LETTERS[ Math.floor( n / 18 ) % 18 ] }yx`;
}

/** Every tool's mark for what must not be recorded at all, and for what must be masked or ignored. */
const BLOCK_MARKS = [
	'data-candid="block"', 'class="rr-block"', 'class="sentry-block"', 'data-sentry-block', 'class="ph-no-capture"', 'data-openreplay-hidden',
	'data-dd-privacy="hidden"', 'class="dd-privacy-hidden"', 'class="mp-block"', 'class="amp-block"', 'class="highlight-block"', 'class="fs-exclude"',
	'data-hj-suppress', 'data-private', 'data-sl="exclude"', 'data-recording-disable',
];
const MASK_MARKS = [
	'data-candid="mask"', 'class="rr-mask"', 'class="sentry-mask"', 'data-sentry-mask', 'class="ph-mask"', 'data-clarity-mask', 'data-openreplay-obscured',
	'data-openreplay-masked', 'data-dd-privacy="mask"', 'class="mp-mask"', 'class="amp-mask"', 'class="highlight-mask"', 'class="fs-mask"',
	'data-private="redact"', 'data-sl="mask"', 'data-recording-sensitive', 'data-recording-ignore="mask"',
];
const IGNORE_MARKS = [ 'data-candid="ignore"', 'class="rr-ignore"', 'data-recording-ignore="events"', 'class="ph-ignore-input"' ];

/** Builds the page and the list of its values. */
export function makeCanaries() {
	const list = [];
	const put = ( severity, place, value = word( list.length ) ) => {
		list.push( { severity, place, value } );
		return value;
	};
	const later = {};
	const typed = [];
	/** A field that gets its value by key events. */
	const field = ( severity, place, id, html, value ) => {
		typed.push( { id, value: put( severity, place, value ) } );
		return html.replace( '<input', `<input id="${ id }"` ).replace( '<textarea', `<textarea id="${ id }"` ).replace( '<div', `<div id="${ id }"` );
	};

	const card = '4111 1111 1111 1111';
	const iban = 'DE89 3704 0044 0532 0130 00';
	const ssn = '536-22-8145';
	const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm5hIn0.c2lnbmF0dXJlc2lnbmF0dXJl';
	const apiKey = 'sk_live_51Hq8ZkLmNoPqRsTuVwXyZaBc';
	const query = `?token=${ put( 'S', 'page URL ?token=' ) }&page=2#access_token=${ put( 'S', 'page URL #access_token=' ) }`;

	const head = `
		<title>Shop ${ put( 'P', 'e-mail in <title>', `${ word( 900 ).toLowerCase() }@title.example` ) }</title>
		<meta name="csrf-token" content="${ put( 'S', 'meta name=csrf-token' ) }">
		<meta name="description" content="${ put( '-', 'meta name=description' ) }">
		<link rel="canonical" href="/canonical?token=${ put( 'S', 'link rel=canonical ?token=' ) }">
		<script>window.secret = "${ put( 'S', 'inline <script> text' ) }"</script>
		<script type="application/json">{ "a": "${ put( 'S', 'JSON in <script>' ) }" }</script>
		<style>.pic { background: url( /bg.png?sig=${ put( 'S', 'CSS background url(?sig=)' ) } ) } .fromattr::after { content: attr( data-x ) }</style>
		<!-- ${ put( 'S', 'HTML comment in head' ) } -->`;

	const secrets = `
		<p>Card ${ put( 'S', 'card number in text', card ) }</p>
		<p>Account ${ put( 'S', 'IBAN in text', iban ) }</p>
		<p>Number ${ put( 'S', 'US SSN in text', ssn ) }</p>
		<p>Token ${ put( 'S', 'JWT in text', jwt ) }</p>
		<p>Key ${ put( 'S', 'API key in text', apiKey ) }</p>
		<p data-card="4012888888881881" id="cardattr">Card in an attribute</p>
		<a href="/reset?reset_token=${ put( 'S', 'a[href] ?reset_token=' ) }">Reset</a>
		<a href="/#id_token=${ put( 'S', 'a[href] #fragment' ) }">Fragment</a>
		<a href="/u/${ put( 'S', 'token in a path', 'f3a9c1d27b6e4f8890a1b2c3d4e5f607' ) }/view">Path</a>
		<a href="https://anna:${ put( 'S', 'password in a URL' ) }@shop.example/">With password</a>
		<img src="/a.png?sig=${ put( 'S', 'img src ?sig=' ) }" srcset="/b.png?sig=${ put( 'S', 'img srcset ?sig=' ) } 2x" alt="${ put( 'P', 'img alt' ) }">
		<form action="/order?token=${ put( 'S', 'form action ?token=' ) }"><input type="hidden" name="_wpnonce" value="${ put( 'S', 'input hidden value (nonce)' ) }">
			<input type="hidden" id="hidden-later"><button formaction="/go?token=${ put( 'S', 'formaction ?token=' ) }">${ put( 'T', 'button text' ) }</button>
			<input type="submit" value="${ put( 'T', 'submit value' ) }"></form>
		<script nonce="${ put( 'S', 'script nonce attribute' ) }"></script>
		<div data-nonce="${ put( 'S', 'data-nonce attribute' ) }" data-settings='{"nonce":"${ put( 'S', 'nonce in data-settings JSON' ) }"}'></div>
		<svg width="10" height="10"><use href="/sprite.svg?key=${ put( 'S', 'svg use href ?key=' ) }#a"></use><image href="/i.png?key=${ put( 'S', 'svg image href ?key=' ) }"></image></svg>
		<video poster="/p.png?key=${ put( 'S', 'video poster ?key=' ) }"><source src="/v.mp4?key=${ put( 'S', 'source src ?key=' ) }"></video>
		<object data="/o.pdf?key=${ put( 'S', 'object data ?key=' ) }"></object>
		<iframe src="/frame?token=${ put( 'S', 'iframe src ?token=' ) }"></iframe>
		<noscript><img src="/pixel?key=${ put( 'S', 'image in noscript' ) }"></noscript>`;

	const personal = `
		<!-- ${ put( 'S', 'HTML comment' ) } -->
		<p style="--who:${ put( 'P', 'custom property in style' ) }">Styled</p>
		<p style="background:url(/s.png?sig=${ put( 'S', 'url() in style attribute' ) })">Styled</p>
		<a href="mailto:${ put( 'P', 'a[href=mailto:]' ) }@x.example">Write</a>
		<a href="tel:${ put( 'P', 'a[href=tel:]', '+420777123456' ) }">Call</a>
		<img src="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Ctext%3E${ put( 'P', 'data: SVG image' ) }%3C/text%3E%3C/svg%3E">
		<p title="${ put( 'P', 'title attribute' ) }" aria-label="${ put( 'P', 'aria-label' ) }" aria-description="${ put( 'P', 'aria-description' ) }">Read aloud</p>
		<p data-customer="${ put( 'P', 'data-* attribute' ) }" class="fromattr" data-x="${ put( 'P', 'data-* shown by CSS' ) }">Data</p>
		<p>Write to ${ put( 'P', 'e-mail in text', `${ word( 901 ).toLowerCase() }@mail.example` ) } or call ${ put( 'P', 'phone in text', '+44 20 7946 0958' ) }</p>
		<x-customer name="${ put( 'P', 'custom element attribute' ) }" who="${ put( 'P', 'unknown attribute' ) }"></x-customer>
		<iframe srcdoc="<p title='${ put( 'P', 'title in srcdoc' ) }'>${ put( 'T', 'same-origin frame text' ) }</p><input id='in-frame'><input type='password' id='in-frame-password'>" id="frame"></iframe>`;

	const fields = `
		<form onsubmit="return false">
		<input placeholder="${ put( 'P', 'placeholder' ) }" id="ph">
		<input value="${ put( 'P', 'text value attribute' ) }" id="va">
		<input id="set-before">
		${ field( 'P', 'text typed', 'f-text', '<input name="comment">' ) }
		${ field( 'P', 'search typed', 'f-search', '<input type="search" name="s">' ) }
		${ field( 'P', 'url typed', 'f-url', '<input type="url" name="site">' ) }
		${ field( 'P', 'email typed', 'f-email', '<input type="email" name="m">', `${ word( 902 ).toLowerCase() }@typed.example` ) }
		${ field( 'P', 'tel typed', 'f-tel', '<input type="tel" name="t">', '608554433' ) }
		${ field( 'P', 'number typed', 'f-number', '<input type="number" name="n">', '73194628' ) }
		${ field( 'P', 'textarea typed', 'f-area', '<textarea name="message"></textarea>' ) }
		${ field( 'P', 'contenteditable typed', 'f-edit', '<div contenteditable="true" style="min-height:1em"></div>' ) }
		${ field( 'P', 'role=textbox typed', 'f-role', '<div role="textbox" contenteditable="plaintext-only" tabindex="0" style="min-height:1em"></div>' ) }
		<textarea id="ta-initial">${ put( 'P', 'textarea initial text' ) }</textarea>
		<textarea id="ta-later"></textarea>
		<div contenteditable>${ put( 'P', 'contenteditable initial text' ) }</div>
		<select id="sel"><option value="${ put( 'P', 'selected option value' ) }" selected>${ put( 'P', 'selected option text' ) }</option>
			<option id="opt2" value="${ put( 'P', 'picked option value' ) }" label="${ put( 'P', 'option label' ) }">${ put( 'P', 'picked option text' ) }</option></select>
		<input list="dl" id="with-list"><datalist id="dl"><option value="${ put( 'P', 'datalist option value' ) }">${ put( 'P', 'datalist option text' ) }</option></datalist>
		<input type="radio" name="r" id="radio" value="${ put( 'P', 'radio value' ) }"><input type="checkbox" id="check" value="${ put( 'P', 'checkbox value' ) }">
		<input type="color" id="color" value="#1a2b3c"><input type="range" id="range" min="0" max="9999999" value="${ put( 'P', 'range value', '7381946' ) }">
		<input type="date" id="date" value="${ put( 'P', 'date value', '1987-11-23' ) }">
		<input type="file" id="file">
		<output id="out">${ put( 'P', 'output text' ) }</output>
		${ field( 'S', 'password typed', 'f-pass', '<input type="password" name="user_pass">' ) }
		<input type="password" value="${ put( 'S', 'password value attribute' ) }" id="pv">
		${ field( 'S', 'password typed, then shown', 'f-show', '<input type="password" name="x6">' ) }
		${ field( 'S', 'autocomplete=current-password in a text field', 'f-cp', '<input autocomplete="current-password" name="a1">' ) }
		${ field( 'S', 'autocomplete=new-password', 'f-np', '<input autocomplete="new-password" name="a2">' ) }
		${ field( 'S', 'autocomplete=cc-number', 'f-cc', '<input autocomplete="cc-number" name="a3">' ) }
		${ field( 'S', 'autocomplete=section-x cc-csc', 'f-csc', '<input autocomplete="section-x cc-csc" name="a4">' ) }
		${ field( 'S', 'autocomplete=one-time-code', 'f-otp', '<input autocomplete="one-time-code" name="a5">' ) }
		${ field( 'S', 'name=ssn', 'f-ssn', '<input name="ssn">' ) }
		${ field( 'S', 'name=card_number', 'f-cn', '<input name="billing[card_number]">' ) }
		${ field( 'S', 'placeholder CVV', 'f-cvv', '<input placeholder="CVV">' ) }
		${ field( 'S', 'aria-label PIN', 'f-pin', '<input aria-label="PIN">' ) }
		<label for="f-lab">Heslo</label>${ field( 'S', 'label text in Czech', 'f-lab', '<input name="x9">' ) }
		${ field( 'S', 'data-candid=sensitive', 'f-mark', '<input data-candid="sensitive" name="x8">' ) }
		${ field( 'S', 'card typed into an ordinary field', 'f-plaincard', '<input name="note">', '5555555555554444' ) }
		${ field( 'S', 'IBAN typed into an ordinary field', 'f-plainiban', '<input name="note2">', 'GB82WEST12345698765432' ) }
		<label>${ put( 'T', 'label text' ) } <input></label>
		</form>`;

	const seen = `
		<h1>${ put( 'T', 'heading' ) }</h1><p id="para">${ put( 'T', 'paragraph' ) }</p><nav><a href="/menu">${ put( 'T', 'menu' ) }</a></nav>
		<b class="price">${ put( 'T', 'product name' ) } 1 299,00 Kč</b>
		<details><summary>More</summary>${ put( 'T', 'closed details text' ) }</details>
		<svg width="100" height="20"><text y="15">${ put( 'T', 'svg text' ) }</text></svg>
		<p id="mutated">before</p><div id="adds"></div><div id="host"></div><my-box id="lateHost"></my-box>
		<div class="pic fromattr" data-x="y" id="attrs">x</div>`;

	const guarded = [];
	BLOCK_MARKS.forEach( ( mark, i ) => {
		guarded.push( `<section ${ mark } ${ mark.startsWith( 'class' ) ? '' : `class="${ put( 'B', `class of [${ mark }]` ) }"` } title="${ put( 'B', `title of [${ mark }]` ) }" id="block-${ i }"><p>${ put( 'B', `text in [${ mark }]` ) }</p></section>` );
	} );
	MASK_MARKS.forEach( ( mark, i ) => {
		guarded.push( `<section ${ mark } id="mask-${ i }"><p title="${ put( 'B', `title in [${ mark }]` ) }">${ put( 'B', `text in [${ mark }]` ) }</p></section>` );
	} );
	IGNORE_MARKS.forEach( ( mark, i ) => {
		guarded.push( field( 'B', `typed in [${ mark }]`, `ignore-${ i }`, `<input ${ mark } name="ig${ i }">` ) );
	} );
	guarded.push( `<div class="private-zone" id="zone"><p id="zone-text">${ put( 'B', 'text under a blocked selector' ) }</p>${ field( 'B', 'typed under a blocked selector', 'zone-input', '<input name="z">' ) }
		<img src="/zone-${ put( 'B', 'image under a blocked selector' ) }.png"><div id="zone-adds"></div></div>` );
	guarded.push( `<div id="api-block"><p>${ put( '-', 'text before candid.block()' ) }</p></div><div id="api-mask"><p id="api-mask-text">before</p></div><div id="late-class"><p id="late-class-text">before</p></div>` );

	const make = ( name, severity, place, value ) => {
		later[ name ] = put( severity, place, value );
	};
	make( 'setBefore', 'P', '.value set before start' );
	make( 'hiddenLater', 'S', 'input hidden set by script' );
	make( 'hiddenAttr', 'S', 'input hidden setAttribute(value)' );
	make( 'shownTyped', 'S', 'password typed while shown as text' );
	make( 'shownAttr', 'S', 'value attribute changed while shown' );
	make( 'recreated', 'S', 'password field made anew as text' );
	make( 'scriptPass', 'S', '.value= on password' );
	make( 'attrPass', 'S', 'setAttribute(value) on password' );
	make( 'newPass', 'S', 'password made later with value' );
	make( 'pushState', 'S', 'history.pushState ?token=' );
	make( 'replaceHash', 'S', 'location.hash' );
	make( 'lateHref', 'S', 'href changed later ?token=' );
	make( 'lateStyleUrl', 'S', 'url() in style changed later' );
	make( 'ruleUrl', 'S', 'insertRule url(?sig=)' );
	make( 'adoptedUrl', 'S', 'adoptedStyleSheets url(?sig=)' );
	make( 'styleText', 'S', 'url(?sig=) in a style element added later' );
	make( 'setProperty', 'S', 'setProperty url(?sig=) on a rule' );
	make( 'scriptText', 'P', '.value= on text' );
	make( 'attrText', 'P', 'setAttribute(value) on text' );
	make( 'phLater', 'P', 'placeholder changed later' );
	make( 'titleLater', 'P', 'title attribute changed later' );
	make( 'ariaLater', 'P', 'aria-label changed later' );
	make( 'dataLater', 'P', 'data-* changed later' );
	make( 'propLater', 'P', 'custom property changed later' );
	make( 'taLater', 'P', 'textarea textContent later' );
	make( 'newField', 'P', 'field made later with value' );
	make( 'newFieldTyped', 'P', 'field made later, typed' );
	make( 'editLater', 'P', 'contenteditable changed by script' );
	make( 'commentLater', 'S', 'comment added later' );
	make( 'docTitle', 'P', 'e-mail in document.title later', `${ word( 903 ).toLowerCase() }@later.example` );
	make( 'shadowTyped', 'P', 'typed in shadow root' );
	make( 'shadowPass', 'S', 'password typed in shadow root' );
	make( 'frameTyped', 'P', 'typed in same-origin frame' );
	make( 'framePass', 'S', 'password typed in same-origin frame' );
	make( 'log', 'P', 'console.log()' );
	make( 'fileName', 'S', 'name of a chosen file' );
	make( 'cookie', 'S', 'document.cookie' );
	make( 'local', 'S', 'localStorage' );
	make( 'mutated', 'T', 'text changed later' );
	make( 'added', 'T', 'element added later' );
	make( 'shadowText', 'T', 'shadow root text' );
	make( 'lateShadowText', 'T', 'shadow root attached later' );
	make( 'zoneAdded', 'B', 'added later under a blocked selector' );
	make( 'zoneText', 'B', 'text changed later under a blocked selector' );
	make( 'zoneAttr', 'B', 'attribute changed later on a blocked root' );
	make( 'blockChild', 'B', 'added later in [data-candid=block]' );
	make( 'unblocked', 'B', 'added after the blocking class was taken away' );
	make( 'maskChild', 'B', 'added later in [data-candid=mask]' );
	make( 'maskTextLater', 'B', 'text changed later in [data-candid=mask]' );
	make( 'apiBlock', 'B', 'text after candid.block( element )' );
	make( 'apiBlockAttr', 'B', 'attribute after candid.block( element )' );
	make( 'apiMask', 'B', 'text after candid.mask( selector )' );
	make( 'lateClass', 'B', 'text after a blocking class was added' );

	return {
		list,
		typed,
		later,
		query,
		html: ( tagsHtml ) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">${ head }${ tagsHtml }</head><body>${ seen }${ secrets }${ personal }${ fields }${ guarded.join( '\n' ) }
			<script>
				document.getElementById( 'set-before' ).value = ${ JSON.stringify( later.setBefore ) };
				const root = document.getElementById( 'host' ).attachShadow( { mode: 'open' } );
				root.innerHTML = '<p>' + ${ JSON.stringify( later.shadowText ) } + '</p><input id="in-shadow"><input type="password" id="in-shadow-password">';
			</script></body></html>`,
	};
}

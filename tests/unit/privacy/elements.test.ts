// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { markers } from '../../../src/contracts/generated/privacy-rules';
import { FieldLabels, isFormControl, markerOf, reasonOfField, sensitiveWord, verdict, type Preset, type VerdictRules } from '../../../src/privacy';

const show = ( html: string ): HTMLElement => {
	document.body.innerHTML = html;
	return document.querySelector< HTMLElement >( '[data-it]' ) ?? ( document.body.firstElementChild as HTMLElement );
};
const reasonOf = ( field: Element, preset: Preset = 'balanced' ) => reasonOfField( field, preset, sensitiveWord, new FieldLabels() );
const rules = ( part: Partial< VerdictRules > = {} ): VerdictRules => ( { preset: 'balanced', inputs: true, blocked: [], ...part } );

beforeEach( () => {
	document.body.innerHTML = '';
} );

describe( 'A field that is never recorded', () => {
	it.each( [
		[ '<input type="PassWord">', 'password' ],
		[ '<input type="text" data-rr-is-password="true">', 'password' ],
		[ '<input type="hidden" value="x">', 'hidden' ],
		[ '<input type="file">', 'file' ],
		[ '<div data-candid="sensitive"><p><input data-it></p></div>', 'marked' ],
		[ '<input autocomplete="section-a billing cc-number">', 'autocomplete' ],
		[ '<input autocomplete="one-time-code">', 'autocomplete' ],
		[ '<label for="q">Numer karty</label><input id="q" data-it>', 'word:numerkarty' ],
		[ '<label>Heslo <input data-it></label>', 'word:heslo' ],
		[ '<span id="l">CVC</span><input aria-labelledby="none l" data-it>', 'word:cvc' ],
		[ '<input aria-label="Kártyaszám">', 'word:kartya' ],
		[ '<input placeholder="IBAN">', 'word:iban' ],
		[ '<fieldset><legend>Enter the security code we sent you</legend><p><input data-it maxlength="1"></p></fieldset>', 'word:code' ],
		[ '<div role="group" aria-label="PIN"><input data-it aria-label="Digit 1"></div>', 'word:pin' ],
		[ '<b id="l">CVC</b><div role="radiogroup" aria-labelledby="l"><input data-it aria-labelledby="none"></div>', 'word:cvc' ],
		[ '<input type="email">', 'personal' ],
		[ '<input autocomplete="shipping street-address">', 'personal' ],
	] )( '%s is %s', ( html, reason ) => {
		expect( reasonOf( show( html ) ) ).toBe( reason );
	} );

	it( 'is not one whose neighbours alone are called so', () => {
		expect( reasonOf( show( '<fieldset><fieldset><legend>PIN</legend></fieldset><input data-it></fieldset>' ) ) ).toBeNull();
		expect( reasonOf( show( '<fieldset><legend>PIN</legend><fieldset><legend>Wishes</legend><input data-it></fieldset></fieldset>' ) ) ).toBeNull();
	} );

	it.each( [ '<input name="shipping_city">', '<input name="postcode">', '<input name="coupon_code">', '<textarea name="message"></textarea>', '<input type="search" name="q">' ] )( 'is not %s', ( html ) => {
		expect( reasonOf( show( html ) ) ).toBeNull();
	} );

	it( 'is an e-mail field but in open', () => {
		expect( reasonOf( show( '<input type="email">' ), 'open' ) ).toBeNull();
		expect( reasonOf( show( '<input type="password">' ), 'open' ) ).toBe( 'password' );
	} );
} );

describe( 'A form control', () => {
	it.each( [ '<input>', '<select></select>', '<textarea></textarea>', '<div contenteditable></div>', '<div contenteditable="plaintext-only"></div>', '<div role="textbox"></div>' ] )( 'is %s', ( html ) => {
		expect( isFormControl( show( html ) ) ).toBe( true );
	} );
	it.each( [ '<div contenteditable="false"></div>', '<button></button>', '<p></p>', '<label></label>' ] )( 'is not %s', ( html ) => {
		expect( isFormControl( show( html ) ) ).toBe( false );
	} );
} );

describe( 'A mark', () => {
	const parts = Object.entries( markers ).flatMap( ( [ fate, list ] ) => list.map( ( selector ) => [ selector, fate ] as const ) );
	/** The smallest element that the selector is about. */
	const elementOf = ( selector: string ): HTMLElement => {
		const el = document.createElement( 'div' );
		const [ , name, value ] = /^\[([\w-]+)(?:[~^]?=([\w-]+))?/.exec( selector ) ?? [];
		if ( name ) {
			el.setAttribute( name, value ?? '' );
		} else {
			el.className = selector.slice( 1 );
		}
		return el;
	};
	it.each( parts )( '%s is read as %s or stricter', ( selector, fate ) => {
		const order = Object.keys( markers );
		const found = markerOf( elementOf( selector ) );
		expect( found ).not.toBeNull();
		expect( order.indexOf( found! ) ).toBeLessThanOrEqual( order.indexOf( fate ) );
	} );
	it.each( [
		[ '<p data-recording-ignore="mask"></p>', 'mask' ],
		[ '<p data-recording-ignore="events"></p>', 'ignore' ],
		[ '<p data-private="redact"></p>', 'mask' ],
		[ '<p data-private="delete"></p>', 'block' ],
		[ '<p data-private></p>', 'block' ],
		[ '<p data-dd-privacy="mask-user-input"></p>', 'mask' ],
		[ '<p data-dd-privacy="allow"></p>', null ],
		[ '<p data-candid="allow"></p>', 'allow' ],
		[ '<p data-candid="allow mask"></p>', 'mask' ],
		[ '<p class="ph-no-capture" data-candid="allow"></p>', 'block' ],
		[ '<p class="mask"></p>', null ],
	] )( '%s means %s', ( html, fate ) => {
		expect( markerOf( show( html ) ) ).toBe( fate );
	} );
} );

describe( 'The verdict on an element', () => {
	it.each( [
		[ '<p>Text</p>', rules(), 'recorded', 'visible' ],
		[ '<p aria-live="polite">Text</p>', rules(), 'recorded', 'answer' ],
		[ '<p role="status" data-candid="allow">Text</p>', rules(), 'recorded', 'allowed' ],
		[ '<p>Text</p>', rules( { preset: 'strict' } ), 'masked', 'strict' ],
		[ '<p data-candid="allow">Text</p>', rules( { preset: 'strict' } ), 'recorded', 'allowed' ],
		[ '<div class="card"><p data-it>x</p></div>', rules( { blocked: [ '.other', '.card' ] } ), 'blocked', 'selector:.card' ],
		[ '<p>Text</p>', rules( { blocked: [ 'p[' ] } ), 'blocked', 'selector:p[' ],
		[ '<div data-candid="block"><p data-it data-candid="allow">x</p></div>', rules(), 'blocked', 'marker' ],
		[ '<div data-candid="mask"><p data-it>x</p></div>', rules(), 'masked', 'marker' ],
		[ '<input name="city">', rules(), 'recorded', 'visible' ],
		[ '<input name="city">', rules( { inputs: false } ), 'masked', 'inputs-off' ],
		[ '<input type="submit" value="Send">', rules( { inputs: false } ), 'recorded', 'visible' ],
		[ '<input name="cvc" data-candid="allow">', rules( { preset: 'open' } ), 'sensitive', 'word:cvc' ],
		[ '<div data-candid="sensitive"><input data-it data-candid="allow"></div>', rules( { preset: 'open' } ), 'sensitive', 'marked' ],
		[ '<input name="city" data-recording-ignore="events">', rules(), 'masked', 'marker' ],
		[ '<input name="city" data-candid="allow">', rules( { preset: 'strict' } ), 'masked', 'strict' ],
		[ '<input type="submit" name="new-password" value="Change it">', rules( { inputs: false } ), 'recorded', 'visible' ],
		[ '<input type="image" alt="Send">', rules( { inputs: false } ), 'recorded', 'visible' ],
		[ '<div contenteditable><p data-it>Dear all</p></div>', rules( { inputs: false } ), 'masked', 'inputs-off' ],
		[ '<div contenteditable aria-label="Password"><p data-it>x</p></div>', rules(), 'sensitive', 'word:passw' ],
		[ '<div><input type="password" name="up"><input data-it type="text" name="up"></div>', rules(), 'sensitive', 'password' ],
		[ '<p>Text</p>', rules( { masked: true } ), 'masked', 'page' ],
		[ '<p data-candid="allow">Text</p>', rules( { masked: true } ), 'masked', 'page' ],
	] as const )( '%s', ( html, given, fate, reason ) => {
		expect( verdict( show( html ), given ) ).toEqual( { fate, reason } );
	} );

	it( 'finds a blocked selector on the host of a shadow root', () => {
		const host = show( '<div class="card"></div>' );
		const inner = host.attachShadow( { mode: 'open' } ).appendChild( document.createElement( 'p' ) );
		expect( verdict( inner, rules( { blocked: [ '.card' ] } ) ).fate ).toBe( 'blocked' );
	} );

	it( 'holds in a frame of the page too, and what the page itself is framed in decides nothing', () => {
		const outer = show( '<div class="card"><iframe data-it></iframe></div>' ) as HTMLIFrameElement;
		const inner = outer.contentDocument!.body.appendChild( outer.contentDocument!.createElement( 'p' ) );
		const blocked = rules( { blocked: [ '.card' ] } );
		expect( verdict( inner, { ...blocked, page: document } ).fate ).toBe( 'blocked' );
		expect( verdict( inner, { ...blocked, page: outer.contentDocument! } ).fate ).toBe( 'recorded' );
	} );

	it.each( [
		[ 'block', 'balanced', 'blocked' ],
		[ 'mask', 'balanced', 'masked' ],
		[ 'allow', 'strict', 'masked' ],
	] as const )( 'a slot marked %s counts for what is shown in it, in %s', ( marker, preset, fate ) => {
		const host = show( '<div><p data-it>x</p></div>' ).parentElement!;
		host.attachShadow( { mode: 'open' } ).innerHTML = `<div data-candid="${ marker }"><slot></slot></div>`;
		expect( verdict( host.querySelector( 'p' )!, rules( { preset } ) ).fate ).toBe( fate );
	} );

	it( 'looks through shadow roots', () => {
		const host = show( '<div data-candid="block"></div>' );
		const inner = host.attachShadow( { mode: 'open' } ).appendChild( document.createElement( 'p' ) );
		expect( verdict( inner, rules() ).fate ).toBe( 'blocked' );
	} );
} );

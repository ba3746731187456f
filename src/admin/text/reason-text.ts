import { __, _x, sprintf } from '@wordpress/i18n';
import type { Verdict } from '../../privacy';

/**
 * Why an element is recorded or not, in words.
 *
 * @param decision What src/privacy decided; `scrubbed` when only part of a text was masked.
 */
export function reasonText( decision: Verdict & { scrubbed?: boolean } ): string {
	const { reason, scrubbed } = decision;
	if ( scrubbed ) {
		return __( 'Part of it looks personal or secret and is masked', 'candid' );
	}
	const at = reason.indexOf( ':' );
	const code = at < 0 ? reason : reason.slice( 0, at );
	const detail = at < 0 ? '' : reason.slice( at + 1 );
	switch ( code ) {
		case 'selector':
			/* translators: %s: CSS selector. */
			return sprintf( __( 'Blocked in the settings: %s', 'candid' ), detail );
		case 'text':
			return __( 'Its text looks personal or secret', 'candid' );
		case 'marker':
			return __( 'Set in the page’s HTML', 'candid' );
		case 'shop':
			return __( 'A customer’s data in the shop', 'candid' );
		case 'code':
			return __( 'A QR code is never recorded', 'candid' );
		case 'page':
			return __( 'All text of this page is masked', 'candid' );
		case 'canvas':
			return __( 'Drawings made by scripts are not recorded', 'candid' );
		case 'elsewhere':
			return __( 'Content of another site is not recorded', 'candid' );
		case 'inputs-off':
			return __( 'Form inputs are not recorded', 'candid' );
		case 'strict':
			return __( 'The preset “Strict” masks all text', 'candid' );
		case 'allowed':
			return __( 'Allowed in the page’s HTML', 'candid' );
		case 'answer':
			return __( 'Recorded, but masked while it answers a hidden field', 'candid' );
		case 'visible':
			return __( 'No rule applies', 'candid' );
		case 'password':
			return __( 'A password is never recorded', 'candid' );
		case 'hidden':
			return __( 'Hidden fields are never recorded', 'candid' );
		case 'file':
			return __( 'File names are never recorded', 'candid' );
		case 'marked':
			return __( 'Marked as sensitive in the page’s HTML: never recorded', 'candid' );
		case 'autocomplete':
			return __( 'Its autocomplete attribute says that the field holds sensitive data: never recorded', 'candid' );
		case 'personal':
			return __( 'A field for personal data', 'candid' );
		case 'word':
			// The word itself is a normalized form ("cardnum") that nobody would recognize.
			return __( 'The field name suggests sensitive data: never recorded', 'candid' );
		default:
			return __( 'A rule of Candid applies', 'candid' );
	}
}

/** @param fate What becomes of an element. */
export function fateText( fate: Verdict[ 'fate' ] ): string {
	switch ( fate ) {
		case 'recorded':
			return _x( 'Recorded', 'what happens to an element', 'candid' );
		case 'masked':
			return _x( 'Masked', 'what happens to an element', 'candid' );
		case 'blocked':
			return _x( 'Blocked', 'what happens to an element', 'candid' );
		case 'sensitive':
			return _x( 'Never recorded', 'what happens to an element', 'candid' );
	}
}

import { __, sprintf } from '@wordpress/i18n';
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
			return __( 'The page’s own code asks for it', 'candid' );
		case 'page':
			return __( 'All text of this page is masked', 'candid' );
		case 'canvas':
			return __( 'Drawings made by scripts are not recorded', 'candid' );
		case 'elsewhere':
			return __( 'What comes from another site is not recorded', 'candid' );
		case 'inputs-off':
			return __( 'Form inputs are not recorded', 'candid' );
		case 'strict':
			return __( 'The strict setting masks all text', 'candid' );
		case 'allowed':
			return __( 'The page’s own code allows it', 'candid' );
		case 'visible':
			return __( 'Nothing hides it', 'candid' );
		case 'password':
			return __( 'A password is never recorded', 'candid' );
		case 'hidden':
			return __( 'Hidden fields are never recorded', 'candid' );
		case 'file':
			return __( 'File names are never recorded', 'candid' );
		case 'marked':
			return __( 'Marked as sensitive: never recorded', 'candid' );
		case 'autocomplete':
			return __( 'The page says it is for sensitive data: never recorded', 'candid' );
		case 'personal':
			return __( 'A field for personal data', 'candid' );
		case 'word':
			// The word itself is a normalised form ("cardnum") that nobody would recognise.
			return __( 'Its name says it is sensitive: never recorded', 'candid' );
		default:
			return reason;
	}
}

/** @param fate What becomes of an element. */
export function fateText( fate: Verdict[ 'fate' ] ): string {
	switch ( fate ) {
		case 'recorded':
			return __( 'Recorded', 'candid' );
		case 'masked':
			return __( 'Masked', 'candid' );
		case 'blocked':
			return __( 'Blocked', 'candid' );
		case 'sensitive':
			return __( 'Never recorded', 'candid' );
	}
}

import { __ } from '@wordpress/i18n';

/**
 * What the second check removed, in words.
 *
 * @param rule Name of the rule, as the fence gives it.
 */
export function leakText( rule: string ): string {
	if ( rule.startsWith( 'attribute-' ) ) {
		return __( 'Text of an element that is not shown', 'candid' );
	}
	switch ( rule ) {
		case 'secret-text':
			return __( 'Text that looks personal or secret', 'candid' );
		case 'sensitive-field':
			return __( 'Content of a sensitive field', 'candid' );
		case 'form-input':
			return __( 'Content of a form field', 'candid' );
		case 'selection':
			return __( 'What was selected in a field', 'candid' );
		case 'url':
			return __( 'Part of a URL', 'candid' );
		case 'title':
			return __( 'Part of the page’s title', 'candid' );
		case 'style':
			return __( 'Part of a style sheet', 'candid' );
		case 'comment':
			return __( 'A comment in the page’s code', 'candid' );
		case 'unseen':
			return __( 'Code or text that nobody sees', 'candid' );
		default:
			return __( 'Data that did not come from Candid’s recorder', 'candid' );
	}
}

/** @param reason Why a recorder stopped by itself. */
export function stopText( reason: string ): string {
	switch ( reason ) {
		case 'selector':
			return __( 'A browser could not read one of the blocked selectors', 'candid' );
		case 'limit':
			return __( 'The page was too large', 'candid' );
		default:
			return __( 'An error in the recorder; the page was not affected', 'candid' );
	}
}

import { __ } from '@wordpress/i18n';

/**
 * Candid's own words of the notice, in the language of this screen; pages have the same from PHP (Frontend\Notice_Words).
 *
 * @param inputs Whether form inputs are recorded.
 */
export function noticeText( inputs: boolean ) {
	return {
		title: __( 'May we record this visit?', 'candid' ),
		text: inputs
			? __( 'We would like to record how you use this site: the pages you see, clicks, scrolling, and what you enter into forms, except passwords, card numbers and other sensitive fields. Recordings stay on this site and help us improve it. You can change your mind at any time.', 'candid' )
			: __( 'We would like to record how you use this site: the pages you see, clicks and scrolling, but not what you enter into forms. Recordings stay on this site and help us improve it. You can change your mind at any time.', 'candid' ),
		accept: __( 'Allow recording', 'candid' ),
		refuse: __( 'Do not record', 'candid' ),
		close: __( 'Close', 'candid' ),
		more: __( 'Privacy policy', 'candid' ),
	};
}

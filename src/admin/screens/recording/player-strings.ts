import { __, _n, sprintf } from '@wordpress/i18n';
import type { PlayerStrings } from '../../../player';

/** What the player itself may say, in the language of wp-admin. */
export function playerStrings(): PlayerStrings {
	return {
		frameTitle: __( 'Recorded page', 'candid' ),
		cannotStart: __( 'The player could not start. Its files may be blocked or missing; reload the page, and if that does not help, install the plugin again.', 'candid' ),
		frameRefused: __( 'The player’s frame did not open. A Content-Security-Policy may forbid it: where a security plugin or the server sets one for wp-admin, allow data: under frame-src, then try again.', 'candid' ),
		cannotLoad: __( 'Nothing of this recording could be loaded. Check your connection and that you are still logged in.', 'candid' ),
		nothingToShow: __( 'This recording has no picture of a page. The visitor may have left before it was sent.', 'candid' ),
		tooLarge: __( 'This recording is too large to be played safely.', 'candid' ),
		skipped: ( seconds ) =>
			/* translators: %d: number of seconds. */
			sprintf( _n( 'Skipped %d second without activity', 'Skipped %d seconds without activity', seconds, 'candid' ), seconds ),
	};
}

import { Notice } from '@wordpress/components';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Recording } from '../../../contracts/generated/recording';
import type { PlayerState } from '../../../player';
import { formatNumber } from '../../text/describe-recording';

interface LeftOutProps {
	recording: Recording;
	/** Values of the recording that could not be read. */
	unreadable: number;
	state: PlayerState | null;
	onRetry: () => void;
}

/** Says in which ways the recording differs from what the visitor saw. */
export function LeftOut( { recording, unreadable, state, onRetry }: LeftOutProps ) {
	const limited = state?.limited ?? 0;
	return (
		<div className="candid-left-out">
			<Gaps state={ state } onRetry={ onRetry } />
			{ state?.cut && (
				<Notice status="warning" isDismissible={ false }>
					{ __( 'This recording is too large to be loaded completely. Playback ends here, before the end of the visit.', 'candid' ) }
				</Notice>
			) }
			{ unreadable > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of values. */
						_n( '%s value of this recording could not be read and is left out.', '%s values of this recording could not be read and are left out.', unreadable, 'candid' ),
						formatNumber( unreadable ),
					) }
				</p>
			) }
			{ limited > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of places. */
						_n( '%s place was damaged or not safe to show and is left out.', '%s places were damaged or not safe to show and are left out.', limited, 'candid' ),
						formatNumber( limited ),
					) }
				</p>
			) }
			{ recording.redacted > 0 && (
				<p>
					{ sprintf(
						/* translators: %s: number of values. */
						_n( '%s value that should not be kept was removed when this visit was stored.', '%s values that should not be kept were removed when this visit was stored.', recording.redacted, 'candid' ),
						formatNumber( recording.redacted ),
					) }
				</p>
			) }
			<p>{ __( 'Gray boxes stand for videos, and for pictures that are not on this site, are too large, or were not recorded.', 'candid' ) }</p>
		</div>
	);
}

function Gaps( { state, onRetry }: { state: PlayerState | null; onRetry: () => void } ) {
	if ( state !== null && state.unloaded > 0 && state.status !== 'failed' ) {
		return (
			<Notice status="warning" isDismissible={ false } actions={ [ { label: __( 'Try again', 'candid' ), onClick: onRetry } ] }>
				{ __( 'A part of this visit could not be loaded (hatched on the timeline). Check your connection and that you are still logged in.', 'candid' ) }
			</Notice>
		);
	}
	return ( state?.gaps.length ?? 0 ) > 0 ? (
		<Notice status="warning" isDismissible={ false }>
			{ __( 'A part of this visit is missing (hatched on the timeline). After it, a page may look different until the next page opens.', 'candid' ) }
		</Notice>
	) : null;
}

import { Button, Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { PlayerState } from '../../../player';
import { playIcon, playLabel } from './controls';

interface CoverProps {
	state: PlayerState | null;
	onToggle: () => void;
	onRetry: () => void;
}

/** Said at the end of what has come of a live visit. */
export const stillHere = (): string => __( 'The visitor is still here. New activity appears automatically.', 'candid' );

/** The layer over the stage while the recording is not simply playing. */
export function Cover( { state, onToggle, onRetry }: CoverProps ) {
	if ( ! state ) {
		return <Loading />;
	}
	switch ( state.status ) {
		case 'loading':
			return <Loading />;
		case 'failed':
			return (
				<div className="candid-cover is-failed" role="alert">
					<p>{ state.message }</p>
					<Button variant="primary" onClick={ onRetry }>
						{ __( 'Try again', 'candid' ) }
					</Button>
				</div>
			);
		case 'waiting':
			return <div className="candid-toast">{ stillHere() }</div>;
		case 'ended':
			return (
				<div className="candid-cover is-over">
					<Button __next40pxDefaultSize variant="primary" icon={ playIcon( state ) } onClick={ onToggle }>
						{ playLabel( state ) }
					</Button>
				</div>
			);
		case 'ready':
			return (
				<div className="candid-cover">
					<Button className="candid-cover__play" icon={ playIcon( state ) } iconSize={ 40 } label={ playLabel( state ) } showTooltip={ false } onClick={ onToggle } />
				</div>
			);
		default:
			return state.message ? <div className="candid-toast">{ state.message }</div> : null;
	}
}

function Loading() {
	return (
		<div className="candid-cover is-quiet">
			<Spinner />
			<span className="screen-reader-text">{ __( 'Loading', 'candid' ) }</span>
		</div>
	);
}

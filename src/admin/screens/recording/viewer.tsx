import { Button, Notice, Spinner } from '@wordpress/components';
import { useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { CSSProperties } from 'react';
import type { Recording } from '../../../contracts/generated/recording';
import type { PlayerState } from '../../../player';
import { formatNumber, pageName } from '../../text/describe-recording';
import { chaptersOf } from './chapters';
import { Controls, playIcon, playLabel } from './controls';
import { HelpDialog } from './help-dialog';
import { toggle, useKeyboard, useViewerFocus } from './keyboard';
import { PageList } from './page-list';
import { usePlayer } from './use-player';

/** The stage in its frame, the controls under it, the pages beside it. */
export function Viewer( { recording }: { recording: Recording } ) {
	const { stage, state, player, retry } = usePlayer( recording );
	const [ help, setHelp ] = useState( false );
	const viewer = useRef< HTMLDivElement >( null );
	const theatre = useRef< HTMLDivElement >( null );
	const chapters = chaptersOf( recording, state );
	const current = chapters.find( ( { n } ) => n === state?.page );
	const [ width, height ] = state?.viewport ?? recording.viewport;

	const onFullScreen = () => {
		const done = document.fullscreenElement ? document.exitFullscreen() : theatre.current?.requestFullscreen();
		// Where the browser refuses, the screen stays as it is.
		done?.catch( () => undefined );
	};
	useViewerFocus( viewer );
	useKeyboard( viewer, player, state, { fullScreen: onFullScreen, help: () => setHelp( true ) } );
	const onSeek = ( ms: number ) => player.current?.seek( ms );

	return (
		<div ref={ viewer } className="candid-viewer" tabIndex={ -1 } role="group" aria-label={ pageName( recording.title, recording.entry ) }>
			<div ref={ theatre } className={ `candid-theatre is-${ recording.device }` }>
				<div className="candid-theatre__room">
					<div className="candid-device" style={ { '--candid-width': Math.max( 1, width ), '--candid-height': Math.max( 1, height ) } as CSSProperties }>
						<div className="candid-device__bar">
							<bdi className="candid-device__path">{ current?.path ?? recording.entry }</bdi>
							<span className="candid-device__size" dir="ltr">
								{ width } × { height }
							</span>
						</div>
						<div className="candid-device__screen">
							<div ref={ stage } className="candid-device__stage" />
							<Cover state={ state } onToggle={ () => toggle( player.current, state ) } onRetry={ retry } />
						</div>
					</div>
				</div>
				<p className="candid-theatre__line">{ __( 'Recorded page. Links and buttons here do nothing.', 'candid' ) }</p>
				{ state && (
					<Controls
						state={ state }
						chapters={ chapters }
						onToggle={ () => toggle( player.current, state ) }
						onSeek={ onSeek }
						onSpeed={ ( speed ) => player.current?.setSpeed( speed ) }
						onSkipIdle={ ( on ) => player.current?.setSkipIdle( on ) }
						onFullScreen={ onFullScreen }
						onHelp={ () => setHelp( true ) }
					/>
				) }
			</div>
			<div className="candid-viewer__side">
				<PageList chapters={ chapters } current={ state?.page ?? 0 } onGo={ onSeek } />
				<Honesty recording={ recording } state={ state } onRetry={ retry } />
			</div>
			<p className="screen-reader-text" role="status">
				{ spokenStatus( state ) }
			</p>
			{ help && <HelpDialog onClose={ () => setHelp( false ) } /> }
		</div>
	);
}

/** What lies over the stage while it is not simply playing. */
function Cover( { state, onToggle, onRetry }: { state: PlayerState | null; onToggle: () => void; onRetry: () => void } ) {
	if ( ! state || state.status === 'loading' ) {
		return (
			<div className="candid-cover is-quiet">
				<Spinner />
				<span className="screen-reader-text">{ __( 'Loading', 'candid' ) }</span>
			</div>
		);
	}
	if ( state.status === 'failed' ) {
		return (
			<div className="candid-cover is-failed" role="alert">
				<p>{ state.message }</p>
				<Button variant="primary" onClick={ onRetry }>
					{ __( 'Try again', 'candid' ) }
				</Button>
			</div>
		);
	}
	if ( state.status === 'ended' ) {
		return (
			<div className="candid-cover is-over">
				<Button __next40pxDefaultSize variant="primary" icon={ playIcon( state ) } onClick={ onToggle }>
					{ playLabel( state ) }
				</Button>
			</div>
		);
	}
	if ( state.status === 'ready' ) {
		return (
			<div className="candid-cover">
				<Button className="candid-cover__play" icon={ playIcon( state ) } iconSize={ 40 } label={ playLabel( state ) } showTooltip={ false } onClick={ onToggle } />
			</div>
		);
	}
	return state.message ? <div className="candid-toast">{ state.message }</div> : null;
}

/** What is not as it was, said plainly. */
function Honesty( { recording, state, onRetry }: { recording: Recording; state: PlayerState | null; onRetry: () => void } ) {
	const limited = state?.limited ?? 0;
	const unloaded = state !== null && state.unloaded > 0 && state.status !== 'failed';
	return (
		<div className="candid-honesty">
			{ unloaded && (
				<Notice status="warning" isDismissible={ false } actions={ [ { label: __( 'Try again', 'candid' ), onClick: onRetry } ] }>
					{ __( 'A part of this visit could not be loaded, hatched on the time line. Check your connection and that you are still logged in.', 'candid' ) }
				</Notice>
			) }
			{ ! unloaded && ( state?.gaps.length ?? 0 ) > 0 && (
				<Notice status="warning" isDismissible={ false }>
					{ __( 'A part of this visit is missing, hatched on the time line. After it, a page may not look as it did until the next page opens.', 'candid' ) }
				</Notice>
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

function spokenStatus( state: PlayerState | null ): string {
	if ( state?.message && state.status !== 'failed' ) {
		return state.message;
	}
	switch ( state?.status ) {
		case 'playing':
			return __( 'Playing', 'candid' );
		case 'paused':
			return __( 'Paused', 'candid' );
		case 'ended':
			return __( 'The visit ends here', 'candid' );
		default:
			return '';
	}
}

import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { CSSProperties, ReactNode, RefObject } from 'react';
import type { Recording } from '../../../contracts/generated/recording';
import type { PlayerState } from '../../../player';
import { pageName } from '../../text/describe-recording';
import { Part } from '../../shell/part';
import { chaptersOf } from './chapters';
import { Controls } from './controls';
import { Cover, stillHere } from './cover';
import { HelpDialog } from './help-dialog';
import { toggle, useKeyboard, useViewerFocus } from './keyboard';
import { LeftOut } from './left-out';
import { PageList } from './page-list';
import type { ReadRecording } from './read-recording';
import { useFullScreen } from './use-full-screen';
import { usePlayer } from './use-player';

interface ViewerProps {
	read: ReadRecording;
	/** Told how long the recording is as soon as the player knows it better than the list, ms. */
	onLength: ( ms: number ) => void;
}

/** The stage in its frame, the controls under it, the pages beside it. */
export function Viewer( { read: { recording, leftOut }, onLength }: ViewerProps ) {
	const { stage, state, player, retry } = usePlayer( recording );
	const [ help, setHelp ] = useState( false );
	const viewer = useRef< HTMLDivElement >( null );
	const { isFull, toggle: toggleFullScreen } = useFullScreen( viewer );
	const chapters = chaptersOf( recording, state );
	const duration = state?.duration;

	useEffect( () => {
		if ( duration !== undefined ) {
			onLength( duration );
		}
	}, [ duration, onLength ] );
	useViewerFocus( viewer );
	useKeyboard( viewer, player, state, { fullScreen: toggleFullScreen, help: () => setHelp( true ) } );
	const onSeek = ( ms: number ) => player.current?.seek( ms );
	const onToggle = () => toggle( player.current, state );

	return (
		<div ref={ viewer } className={ `candid-viewer${ isFull ? ' is-full' : '' }` } tabIndex={ -1 } role="group" aria-label={ pageName( recording.title, recording.entry ) }>
			<div className={ `candid-player is-${ recording.device }` }>
				<Device stage={ stage } recording={ recording } state={ state } path={ chapters.find( ( { n } ) => n === state?.page )?.path ?? recording.entry }>
					<Cover state={ state } onToggle={ onToggle } onRetry={ retry } />
				</Device>
				<p className="candid-player__line">{ __( 'Recorded page. Links and buttons here do nothing.', 'candid' ) }</p>
				{ state && (
					<Controls
						state={ state }
						chapters={ chapters }
						isFull={ isFull }
						onToggle={ onToggle }
						onSeek={ onSeek }
						onSpeed={ ( speed ) => player.current?.setSpeed( speed ) }
						onSkipIdle={ ( on ) => player.current?.setSkipIdle( on ) }
						onFullScreen={ toggleFullScreen }
						onHelp={ () => setHelp( true ) }
					/>
				) }
			</div>
			<div className="candid-viewer__side">
				<Part name={ __( 'Pages', 'candid' ) }>
					<PageList chapters={ chapters } current={ state?.page ?? 0 } onGo={ onSeek } />
				</Part>
				<Part name={ __( 'Not shown', 'candid' ) }>
					<LeftOut recording={ recording } unreadable={ leftOut } state={ state } onRetry={ retry } />
				</Part>
			</div>
			<p className="screen-reader-text" role="status">
				{ spokenStatus( state ) }
			</p>
			{ help && <HelpDialog onClose={ () => setHelp( false ) } /> }
		</div>
	);
}

interface DeviceProps {
	stage: RefObject< HTMLDivElement >;
	recording: Recording;
	state: PlayerState | null;
	/** Path of the page on the stage. */
	path: string;
	children: ReactNode;
}

/** The visitor's window, drawn as the device it was on. */
function Device( { stage, recording, state, path, children }: DeviceProps ) {
	const [ width, height ] = state?.viewport ?? recording.viewport;
	return (
		<div className="candid-player__room">
			<div className="candid-device" style={ { '--candid-width': Math.max( 1, width ), '--candid-height': Math.max( 1, height ) } as CSSProperties }>
				<div className="candid-device__bar">
					<bdi className="candid-device__path">{ path }</bdi>
					<span className="candid-device__size" dir="ltr">
						{ width } × { height }
					</span>
				</div>
				<div className="candid-device__screen">
					<div ref={ stage } className="candid-device__stage" />
					{ children }
				</div>
			</div>
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
		case 'waiting':
			return stillHere();
		case 'ended':
			return __( 'The visit ends here', 'candid' );
		default:
			return '';
	}
}

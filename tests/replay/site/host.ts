/** The host page of the tests: the real player, segments given by the test. */
import { createPlayer, type Player, type PlayerOptions, type PlayerState } from '../../../src/player';

interface Given {
	recording: PlayerOptions[ 'recording' ];
	/** base64 by sequence; null is one the site does not have, a missing one cannot be loaded. */
	segments: Record< number, string | null >;
	/** Segments handed over only after `release()`. */
	held?: number[];
	/** Another decoder than the real one. */
	decoder?: string;
}

declare global {
	interface Window {
		player: Player | null;
		states: PlayerState[];
		state: () => PlayerState | undefined;
		release: () => void;
		/** Sequence numbers of the segments that were asked for. */
		asked: number[];
		/** Tells the player what the site has now; `segments` are added to those given before. */
		more: ( given: Pick< Given, 'recording' | 'segments' > ) => void;
		executed: string[];
	}
}

window.states = [];
window.executed = [];
window.player = null;
window.state = () => window.states[ window.states.length - 1 ];
( window as unknown as { begin: ( given: Given ) => void } ).begin = ( given ) => {
	window.player?.destroy();
	window.states = [];
	window.asked = [];
	const segments = { ...given.segments };
	window.more = ( more ) => {
		Object.assign( segments, more.segments );
		window.player?.update( more.recording );
	};
	const waiting: Array< () => void > = [];
	let released = false;
	window.release = () => {
		released = true;
		waiting.forEach( ( go ) => go() );
	};
	window.player = createPlayer( {
		container: document.getElementById( 'box' ) as HTMLElement,
		stageUrl: '/stage.js',
		decoderUrl: given.decoder ?? '/decoder.js',
		siteUrl: location.origin,
		recording: given.recording,
		loadSegment: async ( sequence ) => {
			window.asked.push( sequence );
			if ( given.held?.includes( sequence ) && ! released ) {
				await new Promise< void >( ( go ) => waiting.push( go ) );
			}
			const text = segments[ sequence ];
			if ( text === undefined ) {
				throw new Error( 'gone' );
			}
			return text === null ? null : Uint8Array.from( atob( text ), ( c ) => c.charCodeAt( 0 ) ).buffer;
		},
		strings: {
			frameTitle: 'Recorded page',
			cannotStart: 'cannot start',
			frameRefused: 'frame refused',
			cannotLoad: 'cannot load',
			nothingToShow: 'nothing to show',
			tooLarge: 'too large',
			skipped: ( seconds ) => `skipped ${ seconds } s`,
		},
		onState: ( state ) => window.states.push( state ),
	} );
};

import type { DecoderReport, StageReport } from './protocol';
import { Moments } from './host/moments';
import { openParts } from './host/parts';
import { SiteFiles } from './host/site-files';
import { MAX_SPEED, MIN_SPEED, type Player, type PlayerOptions, type PlayerState } from './types';

export { MAX_SPEED, MIN_SPEED } from './types';
export type { Player, PlayerOptions, PlayerState, PlayerStatus, PlayerStrings } from './types';

/** How long the notice of a skipped time stays, ms. */
const SKIP_NOTICE_MS = 2_000;

/** The engine says late that it has nothing more to play: later than this, ms at normal speed, it does not say it at all. */
const LATE_MS = 1_000;

/** Nearer to the end than this is the end: there is nothing left to wait for, ms. */
const END_MS = 1;

/**
 * Plays one recording in `options.container`. Starts loading at once; playing begins with `play()`.
 *
 * The host page sees figures only: recorded content goes from the decoder straight to the stage.
 */
export function createPlayer( options: PlayerOptions ): Player {
	const { recording, strings } = options;
	const state: PlayerState = {
		status: 'loading',
		wantsToPlay: false,
		time: 0,
		duration: recording.duration,
		speed: 1,
		skipIdle: true,
		idle: false,
		limited: 0,
		loaded: 0,
		page: 0,
		pageTimes: Object.fromEntries( ( recording.page_views ?? [] ).map( ( view ) => [ view.n, view.started ] ) ),
		gaps: [],
		unloaded: 0,
		viewport: recording.viewport,
	};
	const moments = new Moments();
	let target: number | null = null;
	/** The page that was asked for before its beginning was known. */
	let awaited: number | null = null;
	let shown = false;
	let complete = false;
	let destroyed = false;
	let decoderLimited = 0;
	let stageLimited = 0;
	let skipNotice: ReturnType< typeof setTimeout > | undefined;
	let received = 0;
	/** Where the stage last said that it has nothing more to play, and it had. */
	let stuckAt: number | null = null;

	const change = ( part: Partial< PlayerState > ): void => {
		if ( ! destroyed ) {
			Object.assign( state, part );
			options.onState( { ...state } );
		}
	};
	const isLast = ( time: number ): boolean => complete && state.loaded - time < END_MS;
	const stop = (): void => {
		clearTimeout( skipNotice );
		skipNotice = undefined;
		files.stop();
		parts.stop();
	};
	const fail = ( message: string ): void => {
		if ( state.status !== 'failed' ) {
			stop();
			target = null;
			change( { status: 'failed', message, wantsToPlay: false, idle: false } );
		}
	};
	const reach = ( time: number ): void => {
		// The stage cannot be trusted with time either: it stays within what has been loaded.
		const at = Math.min( state.loaded, Math.max( 0, time ) );
		change( { time: at, page: moments.pageAt( at, state ), idle: moments.idleAt( at ) !== undefined || skipNotice !== undefined } );
	};
	const end = ( playsOn = false ): void => {
		parts.order( { kind: 'pause', time: state.loaded } );
		change( { status: 'ended', wantsToPlay: playsOn, idle: false } );
		reach( state.loaded );
	};

	/** Goes to `target` as soon as the events up to there have come. */
	const settle = (): void => {
		if ( awaited !== null && ( moments.isExact( awaited ) || complete ) ) {
			target = state.pageTimes[ awaited ] ?? target;
			awaited = null;
		}
		if ( target === null || ! shown || state.status === 'failed' || awaited !== null || ( target > state.loaded && ! complete ) ) {
			return;
		}
		const time = Math.min( target, state.loaded );
		target = null;
		if ( isLast( time ) && ( state.wantsToPlay || time > 0 ) ) {
			// Somebody who drags past the end and back means to go on; a recording of one moment has no back.
			end( state.wantsToPlay && time > END_MS );
			return;
		}
		if ( state.wantsToPlay ) {
			parts.order( { kind: 'play', time, speed: state.speed } );
			change( { status: 'playing' } );
		} else {
			parts.order( { kind: 'pause', time } );
			change( { status: time === 0 && state.status === 'loading' ? 'ready' : 'paused' } );
		}
		reach( time );
	};

	const skip = ( time: number ): void => {
		const idle = state.skipIdle && state.status === 'playing' ? moments.idleAt( time ) : undefined;
		if ( ! idle || idle[ 1 ] - time < 1_000 ) {
			return;
		}
		clearTimeout( skipNotice );
		skipNotice = setTimeout( () => {
			skipNotice = undefined;
			change( { message: undefined, idle: moments.idleAt( state.time ) !== undefined } );
		}, SKIP_NOTICE_MS );
		target = idle[ 1 ];
		change( { message: strings.skipped( Math.round( ( idle[ 1 ] - time ) / 1000 ) ), idle: true } );
		settle();
	};

	/** The stage has played all it had at `time`; by now there may be more. */
	const drained = ( time: number ): void => {
		if ( state.loaded > time + END_MS && stuckAt !== time ) {
			stuckAt = time;
			target = time;
			settle();
		} else if ( complete ) {
			end();
		} else {
			target = state.loaded + END_MS;
			change( { status: 'loading' } );
		}
	};

	const onStage = ( report: StageReport ): void => {
		const [ first = 0, second = 0 ] = report.numbers;
		const plays = state.status === 'playing' && target === null;
		switch ( report.kind ) {
			case 'time':
				// The engine itself tells the end only when it plays the last event, and when that goes well.
				if ( plays && isLast( first ) ) {
					end();
				} else if ( plays && first > state.loaded + LATE_MS * state.speed ) {
					parts.order( { kind: 'pause', time: state.loaded } );
					drained( state.loaded );
				} else if ( plays ) {
					reach( first );
					skip( state.time );
				}
				break;
			case 'size':
				parts.resize( first, second );
				change( { viewport: [ first, second ] } );
				break;
			case 'shown':
				if ( ! shown ) {
					shown = true;
					change( { status: target === null ? 'ready' : 'loading' } );
					settle();
				}
				break;
			case 'drained':
				if ( plays ) {
					drained( first );
				}
				break;
			case 'limited':
				stageLimited = Math.max( stageLimited, Math.floor( first ) );
				change( { limited: decoderLimited + stageLimited } );
		}
	};

	const onDecoder = ( report: DecoderReport ): void => {
		moments.learn( report.pageTimes, report.idle );
		decoderLimited = report.limited;
		report.assets.forEach( ( asset ) => files.want( asset.id, asset.url, asset.kind ) );
		complete = report.complete;
		change( {
			limited: decoderLimited + stageLimited,
			loaded: report.loaded,
			duration: report.complete ? report.loaded : Math.max( state.duration, report.loaded ),
			pageTimes: { ...state.pageTimes, ...report.pageTimes },
			gaps: report.gaps.length > 0 ? [ ...state.gaps, ...report.gaps ] : state.gaps,
		} );
		if ( complete && ! report.started ) {
			const nothing = received === 0 ? strings.cannotLoad : strings.nothingToShow;
			fail( report.tooLarge ? strings.tooLarge : nothing );
			return;
		}
		settle();
	};

	const files = new SiteFiles( options.siteUrl, ( file ) => parts.order( { kind: 'asset', ...file }, [ file.bytes ] ) );
	const parts = openParts( options, {
		stage: ( report ) => onStage( report ),
		decoder: ( report ) => onDecoder( report ),
		received: () => void received++,
		unloaded: () => change( { unloaded: state.unloaded + 1 } ),
		failed: ( why ) => fail( { start: strings.cannotStart, frame: strings.frameRefused, large: strings.tooLarge }[ why ] ),
	} );

	return {
		play: () => {
			if ( state.status === 'failed' || state.status === 'playing' ) {
				return;
			}
			stuckAt = null;
			target ??= state.status === 'ended' ? 0 : state.time;
			change( { wantsToPlay: true } );
			settle();
		},
		pause: () => {
			if ( state.status === 'failed' ) {
				return;
			}
			change( { wantsToPlay: false } );
			if ( state.status === 'playing' || state.status === 'loading' ) {
				target ??= state.time;
				settle();
			}
		},
		seek: ( ms ) => {
			if ( state.status === 'failed' || ! Number.isFinite( ms ) ) {
				return;
			}
			stuckAt = null;
			target = Math.min( Math.max( 0, ms ), Math.max( state.duration, state.loaded ) );
			awaited = complete ? null : moments.pageBeginningAt( target, state );
			if ( awaited !== null || ( target > state.loaded && ! complete ) ) {
				if ( shown ) {
					parts.order( { kind: 'pause', time: state.time } );
				}
				change( { status: 'loading' } );
			}
			change( { time: target } );
			settle();
		},
		setSpeed: ( speed ) => {
			change( { speed: Math.min( MAX_SPEED, Math.max( MIN_SPEED, speed ) ) } );
			parts.order( { kind: 'speed', speed: state.speed } );
		},
		setSkipIdle: ( on ) => {
			change( { skipIdle: on } );
			skip( state.time );
		},
		destroy: () => {
			stop();
			destroyed = true;
			options.container.replaceChildren();
		},
	};
}

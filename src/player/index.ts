import type { DecoderOrder, DecoderReport, StageOrder, StageReport } from './protocol';
import { readStageReport } from './protocol';
import { fitStage } from './host/fit';
import { loadSegments } from './host/segments';
import { SiteFiles } from './host/site-files';
import { buildStage } from './stage/document';
import { MAX_SPEED, MIN_SPEED, type Player, type PlayerOptions, type PlayerState } from './types';

export { MAX_SPEED, MIN_SPEED } from './types';
export type { Player, PlayerOptions, PlayerState, PlayerStatus, PlayerStrings } from './types';

/** How long the notice of a skipped time stays, ms. */
const SKIP_NOTICE_MS = 2_000;

/**
 * Plays one recording in `options.container`. Starts loading at once; playing begins with `play()`.
 *
 * The host page sees figures only: recorded content goes from the decoder straight to the stage.
 */
export function createPlayer( options: PlayerOptions ): Player {
	const { recording, strings } = options;
	const state: PlayerState = {
		status: 'loading',
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
		viewport: recording.viewport,
	};
	const idleTimes: Array< readonly [ number, number ] > = [];
	let wantsToPlay = false;
	let target: number | null = null;
	/** Pages whose beginning the decoder has told; of the others the list knows it only roughly. */
	const exact = new Set< number >();
	/** The page that was asked for before its beginning was known. */
	let awaited: number | null = null;
	let shown = false;
	let complete = false;
	let destroyed = false;
	let decoderLimited = 0;
	let stageLimited = 0;
	let skipNotice: ReturnType< typeof setTimeout > | undefined;
	let received = 0;
	let stop: Array< () => void > = [];
	let stagePort: MessagePort | null = null;

	const change = ( part: Partial< PlayerState > ): void => {
		if ( ! destroyed ) {
			Object.assign( state, part );
			options.onState( { ...state } );
		}
	};
	const order = ( message: StageOrder, transfer: Transferable[] = [] ): void => stagePort?.postMessage( message, transfer );
	const fail = ( message: string ): void => {
		wantsToPlay = false;
		change( { status: 'failed', message } );
	};
	const pageAt = ( time: number ): number => {
		let page = state.page;
		let best = -1;
		for ( const [ n, start ] of Object.entries( state.pageTimes ) ) {
			if ( start <= time + 1 && start > best ) {
				best = start;
				page = Number( n );
			}
		}
		return page;
	};
	/** The page that begins at this moment, to the millisecond, as far as that is known only roughly. */
	const pageBeginningAt = ( time: number ): number | null => {
		const found = Object.entries( state.pageTimes ).find( ( [ n, start ] ) => ! exact.has( Number( n ) ) && Math.abs( start - time ) <= 1 );
		return found ? Number( found[ 0 ] ) : null;
	};
	const idleAt = ( time: number ): readonly [ number, number ] | undefined => idleTimes.find( ( [ from, to ] ) => time >= from && time < to );
	const reach = ( time: number ): void => {
		// The stage cannot be trusted with time either: it stays within what has been loaded.
		const at = Math.min( state.loaded, Math.max( 0, time ) );
		change( { time: at, page: pageAt( at ), idle: idleAt( at ) !== undefined || skipNotice !== undefined } );
	};

	/** Goes to `target` as soon as the events up to there have come. */
	const settle = (): void => {
		if ( awaited !== null && ( exact.has( awaited ) || complete ) ) {
			target = state.pageTimes[ awaited ] ?? target;
			awaited = null;
		}
		if ( target === null || ! shown || awaited !== null || ( target > state.loaded && ! complete ) ) {
			return;
		}
		const time = Math.min( target, state.loaded );
		target = null;
		if ( wantsToPlay && ! ( complete && time >= state.loaded ) ) {
			order( { kind: 'play', time, speed: state.speed } );
			change( { status: 'playing' } );
		} else {
			order( { kind: 'pause', time } );
			const isFresh = time === 0 && state.status === 'loading';
			const isOver = complete && time >= state.loaded && time > 0;
			const resting = isFresh ? 'ready' : 'paused';
			change( { status: isOver ? 'ended' : resting } );
		}
		reach( time );
	};

	const skip = ( time: number ): void => {
		const idle = state.skipIdle && state.status === 'playing' ? idleAt( time ) : undefined;
		if ( ! idle || idle[ 1 ] - time < 1_000 ) {
			return;
		}
		clearTimeout( skipNotice );
		skipNotice = setTimeout( () => {
			skipNotice = undefined;
			change( { message: undefined, idle: idleAt( state.time ) !== undefined } );
		}, SKIP_NOTICE_MS );
		target = idle[ 1 ];
		change( { message: strings.skipped( Math.round( ( idle[ 1 ] - time ) / 1000 ) ), idle: true } );
		settle();
	};

	const onStage = ( report: StageReport ): void => {
		const [ first = 0, second = 0 ] = report.numbers;
		switch ( report.kind ) {
			case 'time':
				if ( state.status === 'playing' && target === null ) {
					reach( first );
					skip( state.time );
				}
				break;
			case 'size':
				fit.resize( first, second );
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
				if ( target !== null || state.status !== 'playing' ) {
					break;
				}
				if ( complete ) {
					wantsToPlay = false;
					change( { status: 'ended', idle: false } );
					reach( state.loaded );
				} else {
					target = state.loaded + 1;
					change( { status: 'loading' } );
				}
				break;
			case 'limited':
				stageLimited = Math.max( stageLimited, Math.floor( first ) );
				change( { limited: decoderLimited + stageLimited } );
		}
	};

	const onDecoder = ( report: DecoderReport ): void => {
		Object.keys( report.pageTimes ).forEach( ( n ) => exact.add( Number( n ) ) );
		decoderLimited = report.limited;
		idleTimes.push( ...report.idle );
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

	const files = new SiteFiles( options.siteUrl, ( file ) => order( { kind: 'asset', ...file }, [ file.bytes ] ) );
	let fit: ReturnType< typeof fitStage > = { resize: (): void => undefined, stop: (): void => undefined };

	const start = async (): Promise< void > => {
		const response = await fetch( options.stageUrl, { credentials: 'same-origin' } );
		if ( ! response.ok ) {
			throw new Error( `stage: ${ response.status }` );
		}
		const stageScript = await response.text();
		if ( destroyed ) {
			return;
		}
		const frame = buildStage( stageScript, strings.frameTitle );
		const decoder = new Worker( options.decoderUrl );
		stop.push( () => decoder.terminate() );
		fit = fitStage( options.container, frame );
		stop.push( () => fit.stop() );
		const [ toStage, toDecoder ] = [ new MessageChannel(), new MessageChannel() ];
		stagePort = toStage.port1;
		toStage.port1.onmessage = ( message ) => {
			const report = readStageReport( message.data );
			if ( report && ! destroyed ) {
				onStage( report );
			}
		};
		decoder.onmessage = ( message: MessageEvent< DecoderReport > ) => ! destroyed && onDecoder( message.data );
		decoder.onerror = () => fail( strings.cannotStart );
		frame.addEventListener( 'load', () => frame.contentWindow?.postMessage( null, '*', [ toStage.port2, toDecoder.port2 ] ), { once: true } );
		options.container.replaceChildren( frame );

		const tell = ( message: DecoderOrder, transfer: Transferable[] = [] ): void => decoder.postMessage( message, transfer );
		tell( { kind: 'open', siteUrl: options.siteUrl, viewport: recording.viewport }, [ toDecoder.port1 ] );
		stop.push(
			loadSegments( recording.segment_list ?? [], options.loadSegment, {
				segment: ( source, bytes ) => {
					received++;
					tell( { kind: 'segment', sequence: source.sequence, page: source.page, bytes }, [ bytes ] );
				},
				missing: ( sequence ) => tell( { kind: 'missing', sequence } ),
				complete: () => tell( { kind: 'complete' } ),
			} ),
		);
	};
	start().catch( () => fail( strings.cannotStart ) );

	return {
		play: () => {
			if ( state.status === 'failed' || state.status === 'playing' ) {
				return;
			}
			wantsToPlay = true;
			target ??= state.status === 'ended' ? 0 : state.time;
			settle();
		},
		pause: () => {
			wantsToPlay = false;
			if ( state.status === 'playing' || state.status === 'loading' ) {
				target ??= state.time;
				settle();
			}
		},
		seek: ( ms ) => {
			if ( state.status === 'failed' || ! Number.isFinite( ms ) ) {
				return;
			}
			target = Math.min( Math.max( 0, ms ), Math.max( state.duration, state.loaded ) );
			awaited = complete ? null : pageBeginningAt( target );
			if ( awaited !== null || ( target > state.loaded && ! complete ) ) {
				order( { kind: 'pause', time: state.time } );
				change( { status: 'loading' } );
			}
			change( { time: target } );
			settle();
		},
		setSpeed: ( speed ) => {
			change( { speed: Math.min( MAX_SPEED, Math.max( MIN_SPEED, speed ) ) } );
			order( { kind: 'speed', speed: state.speed } );
		},
		setSkipIdle: ( on ) => {
			change( { skipIdle: on } );
			skip( state.time );
		},
		destroy: () => {
			destroyed = true;
			clearTimeout( skipNotice );
			files.stop();
			stop.forEach( ( end ) => end() );
			stop = [];
			stagePort?.close();
			options.container.replaceChildren();
		},
	};
}

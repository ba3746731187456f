import type { DecoderReport } from '../../decoder/protocol';
import type { StageOrder, StageReport } from '../protocol';
import { MAX_SPEED, MIN_SPEED, type PlayedRecording, type PlayerState, type PlayerStrings } from '../types';
import { Moments } from './moments';

/** How long the notice of a skipped time stays, ms. */
const SKIP_NOTICE_MS = 2_000;

/** The replay engine reports late that it has nothing more to play: later than this, ms at normal speed, it will not report it at all. */
const LATE_MS = 1_000;

/** Nearer to the end than this is the end: there is nothing left to wait for, ms. */
const END_MS = 1;

/** An idle time with less than this ahead is not worth skipping, ms. */
const WORTH_SKIPPING_MS = 1_000;

export interface PlaybackHandlers {
	order: ( message: StageOrder ) => void;
	changed: ( state: PlayerState ) => void;
	/** Nothing can be played any more: every part may stop. */
	failed: () => void;
}

function firstState( recording: PlayedRecording ): PlayerState {
	return {
		status: 'loading',
		wantsToPlay: false,
		time: 0,
		duration: recording.duration,
		speed: 1,
		skipIdle: true,
		idle: false,
		live: recording.live,
		limited: 0,
		cut: false,
		loaded: 0,
		page: 0,
		pageTimes: Object.fromEntries( ( recording.page_views ?? [] ).map( ( view ) => [ view.n, view.started ] ) ),
		gaps: [],
		unloaded: 0,
		viewport: recording.viewport,
	};
}

/**
 * Where the playing stands, and what the stage has to do next. Knows nothing of frames, workers and
 * requests: it gets their reports and gives orders.
 *
 * A wish to be at a time is kept in `target` until the events up to there have come.
 */
export class Playback {
	public readonly state: PlayerState;
	private readonly moments = new Moments();
	private target: number | null = null;
	/** The page that was asked for before its beginning was known. */
	private awaited: number | null = null;
	/** The first page is on the stage, with its fonts and pictures. */
	private open = false;
	private complete = false;
	/** Everything the site has been known to have was read. */
	private caughtUp = false;
	private started = false;
	private received = 0;
	private limits = { decoder: 0, stage: 0 };
	private skipNotice: ReturnType< typeof setTimeout > | undefined;
	/** Where the stage last said that it has nothing more to play, although more had come. */
	private stuckAt: number | null = null;

	public constructor( recording: PlayedRecording, private readonly strings: PlayerStrings, private readonly handlers: PlaybackHandlers ) {
		this.state = firstState( recording );
	}

	public stop(): void {
		clearTimeout( this.skipNotice );
		this.skipNotice = undefined;
	}

	public fail( message: string ): void {
		if ( this.state.status !== 'failed' ) {
			this.stop();
			this.target = null;
			this.handlers.failed();
			this.change( { status: 'failed', message, wantsToPlay: false, idle: false } );
		}
	}

	/** A segment was handed to the decoder. */
	public segmentCame(): void {
		this.received++;
		this.caughtUp = false;
	}

	/** A segment is on the site and could not be fetched. */
	public segmentLost(): void {
		this.caughtUp = false;
		this.change( { unloaded: this.state.unloaded + 1 } );
	}

	/** Everything the site is known to have was handed on and read. */
	public segmentsRead(): void {
		this.caughtUp = true;
		if ( this.atLiveEnd && ! this.started && this.received === 0 && this.state.unloaded > 0 ) {
			this.fail( this.strings.cannotLoad );
		} else if ( this.atLiveEnd && this.started ) {
			this.change( { duration: this.state.loaded } );
			if ( this.state.status === 'playing' && this.target === null && this.isLiveEnd( this.state.time ) ) {
				this.awaitVisitor();
			}
			this.restAtLiveEnd();
		}
	}

	/** What the site now knows of the recording. */
	public update( recording: PlayedRecording ): void {
		const told = Object.fromEntries( ( recording.page_views ?? [] ).map( ( view ) => [ view.n, view.started ] ) );
		this.change( { live: recording.live, pageTimes: { ...told, ...this.moments.exactOf( this.state.pageTimes ) } } );
	}

	/** The first page is on the stage and complete. */
	public firstPageOpen(): void {
		if ( ! this.open && this.state.status !== 'failed' ) {
			this.open = true;
			this.change( { status: this.target === null ? 'ready' : 'loading' } );
			this.settle();
			this.restAtLiveEnd();
		}
	}

	public stage( report: StageReport ): void {
		const [ first = 0, second = 0 ] = report.numbers;
		const plays = this.state.status === 'playing' && this.target === null;
		switch ( report.kind ) {
			case 'time':
				if ( plays ) {
					this.playedTo( first );
				}
				break;
			case 'size':
				this.change( { viewport: [ first, second ] } );
				break;
			case 'drained':
				if ( plays ) {
					this.drained( first );
				}
				break;
			case 'limited':
				this.limits.stage = Math.max( this.limits.stage, Math.floor( first ) );
				this.change( { limited: this.limits.decoder + this.limits.stage } );
		}
	}

	public decoder( report: DecoderReport ): void {
		const { state } = this;
		this.moments.learn( report.pageTimes, report.idle );
		this.limits.decoder = report.limited;
		this.complete = report.complete;
		this.started = report.started;
		// Where nothing could be loaded, the length that the list knows is better than none.
		const known = report.complete && report.started ? report.loaded : Math.max( state.duration, report.loaded );
		this.change( {
			limited: this.limits.decoder + this.limits.stage,
			cut: state.cut || report.full,
			loaded: report.loaded,
			duration: known,
			pageTimes: Object.keys( report.pageTimes ).length > 0 ? { ...state.pageTimes, ...report.pageTimes } : state.pageTimes,
			gaps: report.gaps.length > 0 ? [ ...state.gaps, ...report.gaps ] : state.gaps,
		} );
		if ( this.complete && ! report.started ) {
			const nothing = this.received === 0 ? this.strings.cannotLoad : this.strings.nothingToShow;
			this.fail( report.tooLarge ? this.strings.tooLarge : nothing );
			return;
		}
		this.settle();
		// Paused at what was the end of a live visit, and is now the end of the recording.
		if ( state.status === 'paused' && state.time > 0 && this.isLast( state.time ) ) {
			this.end();
		}
	}

	public play(): void {
		const { state } = this;
		if ( state.status === 'failed' || state.status === 'playing' ) {
			return;
		}
		this.stuckAt = null;
		this.target ??= state.status === 'ended' ? 0 : state.time;
		this.change( { wantsToPlay: true } );
		this.settle();
	}

	public pause(): void {
		const { status, time } = this.state;
		if ( status === 'failed' ) {
			return;
		}
		this.change( { wantsToPlay: false } );
		if ( status === 'waiting' ) {
			this.target = time;
			this.settle();
		} else if ( status === 'playing' || status === 'loading' ) {
			this.target ??= time;
			this.settle();
		}
	}

	/** Does nothing for a time that is no number. */
	public seek( ms: number ): void {
		const { state } = this;
		if ( state.status === 'failed' || ! Number.isFinite( ms ) ) {
			return;
		}
		this.stuckAt = null;
		this.target = Math.min( Math.max( 0, ms ), Math.max( state.duration, state.loaded ) );
		this.awaited = this.complete || this.atLiveEnd ? null : this.moments.pageBeginningAt( this.target, state );
		if ( this.awaited !== null || ( this.target > state.loaded && ! this.complete ) ) {
			if ( this.open ) {
				this.handlers.order( { kind: 'pause', time: state.time } );
			}
			this.change( { status: 'loading' } );
		}
		this.change( { time: this.target } );
		this.settle();
		this.restAtLiveEnd();
	}

	public setSpeed( speed: number ): void {
		this.change( { speed: Math.min( MAX_SPEED, Math.max( MIN_SPEED, speed ) ) } );
		this.handlers.order( { kind: 'speed', speed: this.state.speed } );
	}

	public setSkipIdle( on: boolean ): void {
		this.change( { skipIdle: on } );
		this.skip( this.state.time );
	}

	/** Whether there is nothing more to read until the visitor does something. */
	private get atLiveEnd(): boolean {
		return this.state.live && this.caughtUp && ! this.complete;
	}

	private change( part: Partial< PlayerState > ): void {
		Object.assign( this.state, part );
		this.handlers.changed( { ...this.state } );
	}

	private isLast( time: number ): boolean {
		return this.complete && this.state.loaded - time < END_MS;
	}

	private isLiveEnd( time: number ): boolean {
		return this.atLiveEnd && this.state.loaded - time < END_MS;
	}

	private reach( time: number ): void {
		// The stage cannot be trusted with time either: it stays within what has been loaded.
		const at = Math.min( this.state.loaded, Math.max( 0, time ) );
		this.change( { time: at, page: this.moments.pageAt( at, this.state ), idle: this.moments.idleAt( at ) !== undefined || this.skipNotice !== undefined } );
	}

	private end( playsOn = false ): void {
		this.handlers.order( { kind: 'pause', time: this.state.loaded } );
		this.change( { status: 'ended', wantsToPlay: playsOn, idle: false } );
		this.reach( this.state.loaded );
	}

	private playedTo( time: number ): void {
		// The replay engine reports the end only when it plays the last event, and when that goes well.
		if ( this.isLast( time ) ) {
			this.end();
		} else if ( this.isLiveEnd( time ) ) {
			this.awaitVisitor();
		} else if ( time > this.state.loaded + LATE_MS * this.state.speed ) {
			this.handlers.order( { kind: 'pause', time: this.state.loaded } );
			this.drained( this.state.loaded );
		} else {
			this.reach( time );
			this.skip( this.state.time );
		}
	}

	/** The stage has played all it had at `time`; by now there may be more. */
	private drained( time: number ): void {
		if ( this.state.loaded > time + END_MS && this.stuckAt !== time ) {
			this.stuckAt = time;
			this.target = time;
			this.settle();
		} else if ( this.complete ) {
			this.end();
		} else {
			this.reach( this.state.loaded );
			this.target = this.state.loaded + END_MS;
			this.change( { status: 'loading' } );
			this.restAtLiveEnd();
		}
	}

	/** Goes to `target` as soon as the events up to there have come. */
	private settle(): void {
		const { state, awaited } = this;
		if ( awaited !== null && ( this.moments.isExact( awaited ) || this.complete || this.atLiveEnd ) ) {
			this.target = state.pageTimes[ awaited ] ?? this.target;
			this.awaited = null;
		}
		if ( this.target === null || ! this.open || state.status === 'failed' || this.awaited !== null || ( this.target > state.loaded && ! this.complete ) ) {
			return;
		}
		const time = Math.min( this.target, state.loaded );
		this.target = null;
		if ( this.isLast( time ) && ( state.wantsToPlay || time > 0 ) ) {
			// Somebody who drags past the end and back means to go on; a recording of one moment has no back,
			// and a visit that ended while it was watched was watched to its end.
			this.end( state.wantsToPlay && time > END_MS && state.status !== 'waiting' );
			return;
		}
		if ( state.wantsToPlay && this.isLiveEnd( time ) ) {
			// The replay engine reports no end when it begins there.
			this.awaitVisitor();
			return;
		}
		if ( state.wantsToPlay ) {
			this.handlers.order( { kind: 'play', time, speed: state.speed } );
			this.change( { status: 'playing' } );
		} else {
			this.handlers.order( { kind: 'pause', time } );
			this.change( { status: time === 0 && state.status === 'loading' ? 'ready' : 'paused' } );
		}
		this.reach( time );
	}

	/** A wish to be beyond the last event of a live recording ends at that event, waiting for the visitor when it plays. */
	private restAtLiveEnd(): void {
		const { state } = this;
		if ( ! this.atLiveEnd || ! this.open || this.target === null || this.target <= state.loaded ) {
			return;
		}
		this.awaited = null;
		if ( state.wantsToPlay ) {
			this.awaitVisitor();
		} else {
			this.target = state.loaded;
			this.settle();
		}
	}

	private awaitVisitor(): void {
		const { loaded } = this.state;
		this.handlers.order( { kind: 'pause', time: loaded } );
		this.target = loaded + END_MS;
		this.change( { status: 'waiting', idle: false } );
		this.reach( loaded );
	}

	private skip( time: number ): void {
		const idle = this.state.skipIdle && this.state.status === 'playing' ? this.moments.idleAt( time ) : undefined;
		if ( ! idle || idle[ 1 ] - time < WORTH_SKIPPING_MS ) {
			return;
		}
		clearTimeout( this.skipNotice );
		this.skipNotice = setTimeout( () => {
			this.skipNotice = undefined;
			this.change( { message: undefined, idle: this.moments.idleAt( this.state.time ) !== undefined } );
		}, SKIP_NOTICE_MS );
		this.target = idle[ 1 ];
		this.change( { message: this.strings.skipped( Math.round( ( idle[ 1 ] - time ) / 1000 ) ), idle: true } );
		this.settle();
	}
}

import type { DecoderReport } from '../../decoder/protocol';
import type { StageOrder, StageReport } from '../protocol';
import { MAX_SPEED, MIN_SPEED, type PlayedRecording, type PlayerState, type PlayerStrings } from '../types';
import { END_MS, Loading, firstState } from './loading';
import { Moments } from './moments';

/** How long the notice of a skipped time stays, ms. */
const SKIP_NOTICE_MS = 2_000;

/** The replay engine reports late that it has nothing more to play: later than this, ms at normal speed, it will not report it at all. */
const LATE_MS = 1_000;

/** An idle time with less than this ahead is not worth skipping, ms. */
const WORTH_SKIPPING_MS = 1_000;

export interface PlaybackHandlers {
	order: ( message: StageOrder ) => void;
	changed: ( state: PlayerState ) => void;
	/** Nothing can be played any more: every part may stop. */
	failed: () => void;
}

/**
 * Where the playing stands, and what the stage has to do next. Knows nothing of frames, workers and
 * requests: it gets their reports and gives orders.
 *
 * A wish to be at a time is kept in `target` until the events up to there have come.
 */
export class Playback {
	public readonly state: PlayerState;
	/** Told by the feed of segments what comes. */
	public readonly loading: Loading;
	private readonly moments = new Moments();
	private target: number | null = null;
	/** The page that was asked for before its beginning was known. */
	private awaited: number | null = null;
	/** The first page is on the stage, with its fonts and pictures. */
	private open = false;
	private skipNotice: ReturnType< typeof setTimeout > | undefined;
	/** Where the stage last said that it has nothing more to play, although more had come. */
	private stuckAt: number | null = null;

	public constructor( recording: PlayedRecording, private readonly strings: PlayerStrings, private readonly handlers: PlaybackHandlers ) {
		this.state = firstState( recording );
		this.loading = new Loading( this.state, this.moments, ( part ) => this.change( part ) );
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

	/** Everything the site is known to have was handed on and read. */
	public segmentsRead(): void {
		const { state, loading } = this;
		loading.segmentsRead();
		const hopeless = loading.hopeless( this.strings, false );
		if ( hopeless !== null ) {
			this.fail( hopeless );
		} else if ( state.status === 'playing' && this.target === null && loading.isLiveEnd( state.time ) ) {
			this.awaitVisitor();
		} else {
			this.restAtLiveEnd();
		}
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
				this.loading.stageLimited( first );
		}
	}

	public decoder( report: DecoderReport ): void {
		const { state, loading } = this;
		loading.decoder( report );
		const hopeless = loading.hopeless( this.strings, report.tooLarge );
		if ( hopeless !== null ) {
			this.fail( hopeless );
			return;
		}
		this.settle();
		// Paused at what was the end of a live visit, and is now the end of the recording.
		if ( state.status === 'paused' && state.time > 0 && loading.isLast( state.time ) ) {
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
		this.awaited = this.loading.complete || this.loading.atLiveEnd ? null : this.moments.pageBeginningAt( this.target, state );
		if ( this.awaited !== null || ( this.target > state.loaded && ! this.loading.complete ) ) {
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

	private change( part: Partial< PlayerState > ): void {
		Object.assign( this.state, part );
		this.handlers.changed( { ...this.state } );
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
		if ( this.loading.isLast( time ) ) {
			this.end();
		} else if ( this.loading.isLiveEnd( time ) ) {
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
		} else if ( this.loading.complete ) {
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
		if ( awaited !== null && ( this.moments.isExact( awaited ) || this.loading.complete || this.loading.atLiveEnd ) ) {
			this.target = state.pageTimes[ awaited ] ?? this.target;
			this.awaited = null;
		}
		if ( this.target === null || ! this.open || state.status === 'failed' || this.awaited !== null || ( this.target > state.loaded && ! this.loading.complete ) ) {
			return;
		}
		const time = Math.min( this.target, state.loaded );
		this.target = null;
		if ( this.loading.isLast( time ) && ( state.wantsToPlay || time > 0 ) ) {
			// Somebody who drags past the end and back means to go on; a recording of one moment has no back,
			// and a visit that ended while it was watched was watched to its end.
			this.end( state.wantsToPlay && time > END_MS && state.status !== 'waiting' );
			return;
		}
		if ( state.wantsToPlay && this.loading.isLiveEnd( time ) ) {
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
		if ( ! this.loading.atLiveEnd || ! this.open || this.target === null || this.target <= state.loaded ) {
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

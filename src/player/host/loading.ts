import type { DecoderReport } from '../../decoder/protocol';
import type { PlayedRecording, PlayerState, PlayerStrings } from '../types';
import type { Moments } from './moments';

/** Nearer to the end than this is the end: there is nothing left to wait for, ms. */
export const END_MS = 1;

/** The state of a recording of which nothing has been loaded. */
export function firstState( recording: PlayedRecording ): PlayerState {
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

/** How much of the recording has been read, and whether more will come. */
export class Loading {
	/** Everything there will ever be was read. */
	public complete = false;
	/** Everything the site has been known to have was read. */
	private caughtUp = false;
	private started = false;
	private received = 0;
	private limits = { decoder: 0, stage: 0 };

	/**
	 * @param state   The player's state, for reading.
	 * @param moments Learns of pages and idle times.
	 * @param change  Changes the state and tells everybody.
	 */
	public constructor( private readonly state: Readonly< PlayerState >, private readonly moments: Moments, private readonly change: ( part: Partial< PlayerState > ) => void ) {}

	/** Whether there is nothing more to read until the visitor does something. */
	public get atLiveEnd(): boolean {
		return this.state.live && this.caughtUp && ! this.complete;
	}

	public isLast( time: number ): boolean {
		return this.complete && this.state.loaded - time < END_MS;
	}

	public isLiveEnd( time: number ): boolean {
		return this.atLiveEnd && this.state.loaded - time < END_MS;
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
		if ( this.atLiveEnd && this.started ) {
			this.change( { duration: this.state.loaded } );
		}
	}

	/** What the site now knows of the recording. */
	public update( recording: PlayedRecording ): void {
		const told = Object.fromEntries( ( recording.page_views ?? [] ).map( ( view ) => [ view.n, view.started ] ) );
		this.change( { live: recording.live, pageTimes: { ...told, ...this.moments.exactOf( this.state.pageTimes ) } } );
	}

	public decoder( report: DecoderReport ): void {
		const { state } = this;
		this.moments.learn( report.pageTimes, report.idle );
		this.limits.decoder = report.limited;
		this.complete = report.complete;
		this.started = report.started;
		this.change( {
			limited: this.limits.decoder + this.limits.stage,
			cut: state.cut || report.full,
			loaded: report.loaded,
			// Where nothing could be loaded, the length that the list knows is better than none.
			duration: report.complete && report.started ? report.loaded : Math.max( state.duration, report.loaded ),
			pageTimes: Object.keys( report.pageTimes ).length > 0 ? { ...state.pageTimes, ...report.pageTimes } : state.pageTimes,
			gaps: report.gaps.length > 0 ? [ ...state.gaps, ...report.gaps ] : state.gaps,
		} );
	}

	/** Events the stage could not play, as it counts them. */
	public stageLimited( count: number ): void {
		this.limits.stage = Math.max( this.limits.stage, Math.floor( count ) );
		this.change( { limited: this.limits.decoder + this.limits.stage } );
	}

	/** Why there will be nothing to show; null when there is something, or may be. */
	public hopeless( strings: PlayerStrings, tooLarge: boolean ): string | null {
		if ( this.started || ! ( this.complete || ( this.atLiveEnd && this.received === 0 && this.state.unloaded > 0 ) ) ) {
			return null;
		}
		if ( tooLarge ) {
			return strings.tooLarge;
		}
		return this.received === 0 ? strings.cannotLoad : strings.nothingToShow;
	}
}

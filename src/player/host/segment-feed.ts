/** Fetches segments a few at a time and hands them to the decoder strictly in playing order. */

export interface SegmentSource {
	sequence: number;
	page: number;
}

export interface SegmentHandlers {
	segment: ( source: SegmentSource, bytes: ArrayBuffer ) => void;
	/** The site does not have the segment, or its number is missing in the list. */
	missing: ( sequence: number ) => void;
	/** The segment could not be fetched, after all tries: another time it may. */
	unloaded: ( sequence: number ) => void;
	/** Everything that was listed has been handed on and answered. */
	caughtUp: () => void;
	/** Everything has been handed on, and nothing will follow. Called once. */
	complete: () => void;
}

export type LoadSegment = ( sequence: number ) => Promise< ArrayBuffer | null >;

/** Segments that are being fetched, wait for their turn, or are in the decoder's hands. */
const AT_ONCE = 4;
const RETRY_AFTER_MS = [ 400, 1500 ];

/** Calls of `append()` after which a missing number of a live recording is given up: it may only be late. */
const LATE_AFTER = 2;

interface Listed extends SegmentSource {
	/** How often `append()` had been called when the segment was listed. */
	round: number;
}

const fromTheEnd = ( a: SegmentSource, b: SegmentSource ): number => b.sequence - a.sequence;

/**
 * A segment is fetched only while fewer than {@link AT_ONCE} are under way between the site and the decoder:
 * a decoder that is slow, or has enough, slows down or ends the fetching.
 */
export class SegmentFeed {
	private readonly known = new Set< number >();
	/** Not yet asked for, and not yet handed on; the next one at the end. */
	private unasked: Listed[] = [];
	private pending: Listed[] = [];
	private readonly fetched = new Map< number, ArrayBuffer | 'missing' | 'unloaded' >();
	private readonly unanswered = new Set< number >();
	private fetching = 0;
	private expected = 0;
	private rounds = 0;
	private started = false;
	private closed = false;
	private completed = false;
	private stopped = false;

	/** @param load Gives null for a segment the site does not have; rejects when it cannot be fetched. */
	public constructor( private readonly load: LoadSegment, private readonly handlers: SegmentHandlers ) {}

	public start(): void {
		this.started = true;
		this.run();
	}

	/** Nothing is handed on afterwards. */
	public stop(): void {
		this.stopped = true;
	}

	/** Adds the segments that are not known yet. A number below one that was handed on already comes too late and is left out. */
	public append( list: readonly SegmentSource[] ): void {
		const round = this.rounds++;
		const added = list.filter( ( { sequence } ) => sequence >= this.expected && ! this.known.has( sequence ) ).map( ( { sequence, page } ) => ( { sequence, page, round } ) );
		added.forEach( ( { sequence } ) => this.known.add( sequence ) );
		if ( added.length > 0 ) {
			this.unasked = [ ...this.unasked, ...added ].sort( fromTheEnd );
			this.pending = [ ...this.pending, ...added ].sort( fromTheEnd );
		}
		this.run();
	}

	/** Nothing will be appended any more. */
	public close(): void {
		this.closed = true;
		this.run();
	}

	/** The decoder has no room for more: whatever was not handed on stays on the site. */
	public cutOff(): void {
		this.unasked = [];
		this.pending = [];
		this.fetched.clear();
		this.close();
	}

	/** The decoder has answered for this segment. */
	public answered( sequence: number ): void {
		if ( this.unanswered.delete( sequence ) ) {
			this.run();
		}
	}

	private run(): void {
		if ( this.stopped || ! this.started ) {
			return;
		}
		this.handOn();
		while ( this.underWay() < AT_ONCE ) {
			const next = this.unasked.pop();
			if ( ! next ) {
				break;
			}
			void this.fetchOne( next.sequence );
		}
	}

	private underWay(): number {
		return this.fetching + this.fetched.size + this.unanswered.size;
	}

	private handOn(): void {
		for ( let next = this.pending.at( -1 ); next && this.fetched.has( next.sequence ) && ! this.mayBeLate( next ); next = this.pending.at( -1 ) ) {
			this.pending.pop();
			if ( next.sequence > this.expected ) {
				this.handlers.missing( this.expected );
			}
			this.expected = next.sequence + 1;
			const bytes = this.fetched.get( next.sequence );
			this.fetched.delete( next.sequence );
			if ( typeof bytes === 'string' ) {
				this.handlers[ bytes ]( next.sequence );
			} else if ( bytes ) {
				this.unanswered.add( next.sequence );
				this.handlers.segment( next, bytes );
			}
		}
		if ( this.pending.length > 0 ) {
			return;
		}
		if ( this.closed && ! this.completed ) {
			this.completed = true;
			this.handlers.complete();
		}
		if ( this.unanswered.size === 0 ) {
			this.handlers.caughtUp();
		}
	}

	/** A number before this one is missing in a live recording, and may still come. */
	private mayBeLate( next: Listed ): boolean {
		return ! this.closed && next.sequence > this.expected && next.round > 0 && this.rounds - next.round <= LATE_AFTER;
	}

	private async fetchOne( sequence: number ): Promise< void > {
		this.fetching++;
		const bytes = await this.fetchWithRetries( sequence );
		this.fetching--;
		if ( ! this.stopped && this.pending.some( ( one ) => one.sequence === sequence ) ) {
			this.fetched.set( sequence, bytes );
		}
		this.run();
	}

	private async fetchWithRetries( sequence: number ): Promise< ArrayBuffer | 'missing' | 'unloaded' > {
		for ( const wait of [ ...RETRY_AFTER_MS, null ] ) {
			try {
				return ( await this.load( sequence ) ) ?? 'missing';
			} catch {
				if ( wait === null || this.stopped ) {
					break;
				}
				await new Promise( ( resolve ) => setTimeout( resolve, wait ) );
			}
		}
		return 'unloaded';
	}
}

/** The longest time the fonts and pictures of the first page may keep the player from being ready, ms. */
const WITHIN_MS = 4_000;

export interface FirstLookHandlers {
	/** The files are on the stage: asks it to say when they can be painted. */
	settle: () => void;
	/** The first page is as complete as it will be. Called once. */
	done: () => void;
}

/**
 * Holds "ready" back until the first page has its fonts and pictures: shown earlier, it would be in a
 * fallback font with gray boxes. A file that is slow or never comes holds it back for {@link WITHIN_MS} only.
 */
export class FirstLook {
	/** Files of the first page that are still being fetched; null before the decoder has named them. */
	private wanted: Set< number > | null = null;
	private shown = false;
	private asked = false;
	private over = false;
	private timer: ReturnType< typeof setTimeout > | undefined;

	public constructor( private readonly handlers: FirstLookHandlers ) {}

	/** The first page is on the stage. */
	public pageShown(): void {
		this.shown = true;
		this.look();
	}

	/** The decoder has named the files of the first page. Later calls are ignored. */
	public filesWanted( ids: readonly number[] ): void {
		this.wanted ??= new Set( ids );
		this.look();
	}

	/** A file has been handed to the stage, or will never come. */
	public fileCame( id: number ): void {
		if ( this.wanted?.delete( id ) ) {
			this.look();
		}
	}

	/** The stage has loaded everything it was given. */
	public settled(): void {
		if ( this.asked ) {
			this.end();
		}
	}

	public stop(): void {
		this.over = true;
		clearTimeout( this.timer );
	}

	private look(): void {
		if ( this.over || ! this.shown || this.wanted === null ) {
			return;
		}
		this.timer ??= setTimeout( () => this.end(), WITHIN_MS );
		if ( this.wanted.size === 0 && ! this.asked ) {
			this.asked = true;
			this.handlers.settle();
		}
	}

	private end(): void {
		if ( ! this.over ) {
			this.stop();
			this.handlers.done();
		}
	}
}

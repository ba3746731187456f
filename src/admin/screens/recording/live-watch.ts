/** How often a live recording is asked for, ms. */
const EVERY_MS = 5_000;

/** After failures the pause doubles up to this, ms. */
const AT_MOST_MS = 60_000;

/**
 * Asks again and again while a visit is live. While the tab is hidden nothing is asked; when it is shown
 * again, it asks at once.
 */
export class LiveWatch {
	private timer: ReturnType< typeof setTimeout > | undefined;
	private pause = EVERY_MS;
	private asking = false;
	private stopped = true;

	/**
	 * @param ask  One request. Resolves to whether to go on; rejects when it failed.
	 * @param page The document whose visibility counts.
	 */
	public constructor( private readonly ask: () => Promise< boolean >, private readonly page: Document ) {}

	public start(): void {
		this.stopped = false;
		this.page.addEventListener( 'visibilitychange', this.onVisibility );
		this.plan();
	}

	public stop(): void {
		this.stopped = true;
		clearTimeout( this.timer );
		this.page.removeEventListener( 'visibilitychange', this.onVisibility );
	}

	private readonly onVisibility = (): void => {
		clearTimeout( this.timer );
		if ( ! this.page.hidden ) {
			void this.look();
		}
	};

	private plan(): void {
		clearTimeout( this.timer );
		if ( ! this.stopped && ! this.page.hidden ) {
			this.timer = setTimeout( () => void this.look(), this.pause );
		}
	}

	private async look(): Promise< void > {
		if ( this.asking || this.stopped ) {
			return;
		}
		this.asking = true;
		try {
			const goOn = await this.ask();
			this.pause = EVERY_MS;
			if ( ! goOn ) {
				this.stop();
			}
		} catch {
			this.pause = Math.min( AT_MOST_MS, this.pause * 2 );
		}
		this.asking = false;
		this.plan();
	}
}

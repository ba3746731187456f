/** A window's history as the browser runs it: `go()` is a step that is made later, and a person makes steps between. */
export class FakeBrowser {
	readonly location = { search: '' };
	/** Steps that were asked for and are not made yet, in order. */
	readonly steps: number[] = [];
	private readonly entries: { state: unknown; search: string }[];
	private at: number;
	private readonly listeners = new Set< () => void >();

	/** @param searches Queries of the addresses the tab has been to; the last one is open. */
	constructor( searches: string[] ) {
		this.entries = searches.map( ( search, index ) => ( { state: { candidIndex: index, trail: [], list: null }, search } ) );
		this.at = searches.length - 1;
		this.location.search = searches[ this.at ] ?? '';
	}

	get history() {
		return {
			state: this.entries[ this.at ]?.state ?? null,
			go: ( by: number ) => void this.steps.push( by ),
			pushState: ( state: unknown, _title: string, search: string ) => {
				this.entries.splice( this.at + 1, Infinity, { state, search } );
				this.at += 1;
				this.location.search = search;
			},
			replaceState: ( state: unknown ) => {
				this.entries.splice( this.at, 1, { state, search: this.location.search } );
			},
		};
	}

	addEventListener( _type: string, listener: () => void ): void {
		this.listeners.add( listener );
	}

	removeEventListener( _type: string, listener: () => void ): void {
		this.listeners.delete( listener );
	}

	/** The person presses "back" (-1) or "forward" (1). */
	press( by: number ): void {
		this.steps.push( by );
	}

	/** The browser makes the next step. One that leads out of the history does nothing. */
	makeStep(): void {
		const to = this.at + ( this.steps.shift() ?? 0 );
		const entry = this.entries[ to ];
		if ( entry && to !== this.at ) {
			this.at = to;
			this.location.search = entry.search;
			this.listeners.forEach( ( listener ) => listener() );
		}
	}

	/** The browser forgets a step because another one came in between. */
	loseStep(): void {
		this.steps.shift();
	}
}

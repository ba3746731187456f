import type { Route } from './route';
import { readRoute, routeQuery } from './route';

/** Asked before a route is left; resolves to whether it may be. */
export type Guard = () => Promise< boolean >;

/** What this app keeps in the browser's history beside the address. */
interface EntryState {
	/** Position in this tab's run through the app, to know which way "back" went. */
	candidIndex: number;
	/** Cursors of the newer pages of the list, oldest last. */
	trail: string[];
}

function entryState(): EntryState {
	const state = window.history.state as Partial< EntryState > | null;
	return { candidIndex: state?.candidIndex ?? 0, trail: state?.trail ?? [] };
}

/**
 * Moves between screens without loading the page, with the browser's own history.
 *
 * Cancelling "back" is only possible after the fact: the entry is already left when popstate fires.
 * So the history is put back first, the guard is asked, and only then the step is repeated.
 */
export class AppHistory {
	private readonly listeners = new Set< ( route: Route ) => void >();
	private guard: Guard | null = null;
	private index = 0;
	/** popstate events that this class caused and must not act on. */
	private ownSteps = 0;

	start(): () => void {
		this.index = entryState().candidIndex;
		window.history.replaceState( { ...entryState() }, '' );
		window.addEventListener( 'popstate', this.onPopState );
		return () => window.removeEventListener( 'popstate', this.onPopState );
	}

	route(): Route {
		return readRoute( window.location.search );
	}

	trail(): string[] {
		return entryState().trail;
	}

	listen( listener: ( route: Route ) => void ): () => void {
		this.listeners.add( listener );
		return () => this.listeners.delete( listener );
	}

	/**
	 * Sets who is asked before the route is left. Only one at a time: one screen is open.
	 *
	 * @param guard Resolves to true when leaving is fine; null asks nobody.
	 */
	setGuard( guard: Guard | null ): void {
		this.guard = guard;
	}

	/**
	 * Goes to another screen. To where one already is there is nothing to go: nobody is asked, nothing is left.
	 *
	 * @param route Where to.
	 * @param trail For the list: cursors of the pages that are newer than the one gone to.
	 */
	async go( route: Route, trail: string[] = [] ): Promise< void > {
		if ( routeQuery( route ) === routeQuery( this.route() ) ) {
			return;
		}
		if ( this.guard && ! ( await this.guard() ) ) {
			return;
		}
		this.index += 1;
		window.history.pushState( { candidIndex: this.index, trail } satisfies EntryState, '', routeQuery( route ) );
		this.tell();
	}

	private readonly onPopState = async (): Promise< void > => {
		if ( this.ownSteps > 0 ) {
			this.ownSteps -= 1;
			return;
		}
		const delta = entryState().candidIndex - this.index;
		if ( this.guard && delta !== 0 ) {
			this.ownSteps += 1;
			window.history.go( -delta );
			if ( ! ( await this.guard() ) ) {
				return;
			}
			this.guard = null;
			window.history.go( delta );
			return;
		}
		this.index = entryState().candidIndex;
		this.tell();
	};

	private tell(): void {
		const route = this.route();
		this.listeners.forEach( ( listener ) => listener( route ) );
	}
}

import type { Route } from './route';
import { readRoute, routeQuery } from './route';

/** Asked before a screen is left; resolves to whether it may be. Never asked twice at the same time. */
export type Guard = () => Promise< boolean >;

/** A page of the list of recordings. */
export interface ListPlace {
	/** Cursor of the page; null for the newest. */
	before: string | null;
	/** Cursors of the newer pages, oldest last. */
	trail: string[];
}

/** What this app keeps in the browser's history beside the address. */
interface Entry {
	/** Position in this tab's walk through the app. */
	candidIndex: number;
	/** For the list: cursors of the newer pages. */
	trail: string[];
	/** The page of the list that was open last before this entry; null when none was. */
	list: ListPlace | null;
}

/** Where somebody wants to go while the guard is asked. */
type Wish = { by: 'link'; route: Route; trail: string[] } | { by: 'history'; index: number };

/** `history.go()` may be swallowed when the person presses "back" at the same moment; then it is said again, ms. */
const SAY_AGAIN = 500;

/**
 * Moves between screens without loading the page, with the browser's own history.
 *
 * "Back" cannot be refused: the entry is already left when `popstate` fires. A guarded screen is therefore kept by
 * stepping back to its entry, asking, and repeating the step when the answer is yes. Steps are asynchronous and the
 * person can press "back" between any two of them, so no `popstate` is ever taken for the answer to a certain step:
 * after each one the position in the history is compared with the position it should have. The libraries that
 * can block "back" on a query-string route (history 5.3, @tanstack/history 1.162) skip "the next" `popstate` instead,
 * which may be another step's.
 */
export class AppHistory {
	private readonly listeners = new Set< ( route: Route ) => void >();
	private guard: Guard | null = null;
	/** Position of the entry whose screen is shown. */
	private here = 0;
	private shown: Route = { screen: 'recordings', before: null };
	/** What the person wants, until the guard has answered; the latest wish counts. */
	private wish: Wish | null = null;
	private asking = false;
	/** Whether the answer was yes and the wish is still to be fulfilled. */
	private agreed = false;
	/** Position the guard has let the person go to; the step there is on its way. */
	private granted: number | null = null;
	private sayAgain: ReturnType< typeof setTimeout > | undefined;

	/** @param browser The window whose history this is. */
	constructor( private readonly browser: Pick< Window, 'history' | 'location' | 'addEventListener' | 'removeEventListener' > = window ) {}

	/** Begins to follow the browser. The function returned is the exact opposite. */
	start(): () => void {
		this.here = this.entry()?.candidIndex ?? 0;
		this.browser.history.replaceState( this.entry() ?? { candidIndex: this.here, trail: [], list: null }, '' );
		this.shown = this.route();
		this.browser.addEventListener( 'popstate', this.onPopState );
		return () => {
			this.browser.removeEventListener( 'popstate', this.onPopState );
			this.stopStepping();
		};
	}

	route(): Route {
		return readRoute( this.browser.location.search );
	}

	/** Cursors of the pages that are newer than the page of the list that is open. */
	trail(): string[] {
		return this.entry()?.trail ?? [];
	}

	/** The page of the list that was open last; the newest when none was. */
	list(): ListPlace {
		return this.entry()?.list ?? { before: null, trail: [] };
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
	 * Goes to another screen. Where one is already, nobody is asked and nothing is left.
	 *
	 * @param route Where to.
	 * @param trail For the list: cursors of the pages that are newer than the one gone to.
	 */
	go( route: Route, trail: string[] = [] ): void {
		if ( routeQuery( route ) === routeQuery( this.shown ) ) {
			return;
		}
		if ( this.guard ) {
			this.wish = { by: 'link', route, trail };
			this.settle();
			return;
		}
		this.push( route, trail );
	}

	private push( route: Route, trail: string[] ): void {
		const list: ListPlace | null = this.shown.screen === 'recordings' ? { before: this.shown.before, trail: this.trail() } : this.list();
		const entry: Entry = { candidIndex: this.here + 1, trail, list };
		this.browser.history.pushState( entry, '', routeQuery( route ) );
		this.show();
	}

	private readonly onPopState = (): void => {
		if ( ! this.entry() ) {
			// A link to a place on the page (#…) made an entry of its own.
			this.browser.history.replaceState( { candidIndex: this.here + 1, trail: [], list: null } satisfies Entry, '' );
		}
		if ( routeQuery( this.route() ) === routeQuery( this.shown ) ) {
			// The same screen at another entry: nothing is left.
			this.here = this.position();
		} else if ( ! this.guard || this.granted !== null ) {
			this.show();
			return;
		} else {
			this.wish = { by: 'history', index: this.position() };
		}
		this.settle();
	};

	/** Brings the browser to the entry it should be at; there, asks what is to be asked or does what was agreed to. */
	private settle(): void {
		const goal = this.granted ?? this.here;
		if ( this.position() !== goal ) {
			this.step( goal );
			return;
		}
		this.stopStepping();
		if ( this.wish && this.agreed ) {
			this.leave( this.wish );
		} else if ( this.wish && ! this.asking ) {
			void this.ask();
		}
	}

	/** One step at a time: another is made only when the one before has not led there for a while. */
	private step( goal: number ): void {
		if ( this.sayAgain !== undefined ) {
			return;
		}
		this.sayAgain = setTimeout( () => {
			this.sayAgain = undefined;
			this.settle();
		}, SAY_AGAIN );
		this.browser.history.go( goal - this.position() );
	}

	private stopStepping(): void {
		clearTimeout( this.sayAgain );
		this.sayAgain = undefined;
	}

	private async ask(): Promise< void > {
		this.asking = true;
		this.agreed = ! this.guard || ( await this.guard() );
		this.asking = false;
		if ( ! this.agreed ) {
			this.wish = null;
		}
		// The person may have pressed "back" while the question stood: the browser is brought back first.
		this.settle();
	}

	private leave( wish: Wish ): void {
		this.wish = null;
		this.agreed = false;
		if ( wish.by === 'link' ) {
			this.push( wish.route, wish.trail );
			return;
		}
		this.granted = wish.index;
		this.settle();
	}

	/** Takes the entry the browser is at for the one that is shown. */
	private show(): void {
		this.stopStepping();
		this.guard = null;
		this.granted = null;
		this.wish = null;
		this.agreed = false;
		this.here = this.position();
		this.shown = this.route();
		this.listeners.forEach( ( listener ) => listener( this.shown ) );
	}

	private entry(): Entry | null {
		const state = this.browser.history.state as Partial< Entry > | null;
		return typeof state?.candidIndex === 'number' ? { candidIndex: state.candidIndex, trail: state.trail ?? [], list: state.list ?? null } : null;
	}

	private position(): number {
		return this.entry()?.candidIndex ?? this.here;
	}
}

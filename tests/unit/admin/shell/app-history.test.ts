import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { AppHistory } from '../../../../src/admin/shell/app-history';
import { routeQuery } from '../../../../src/admin/shell/route';
import type { Route } from '../../../../src/admin/shell/route';
import { FakeBrowser } from './fake-browser';

const LIST: Route = { screen: 'recordings', before: null };
const HEALTH: Route = { screen: 'health' };
const SETTINGS: Route = { screen: 'settings' };
const LOOK: Route = { screen: 'what-is-recorded', page: null };

/** The app as one tab shows it: settings are guarded while they are open, as with unsaved changes. */
class Tab {
	readonly browser: FakeBrowser;
	readonly history: AppHistory;
	shown: Route;
	/** Answers the question that stands; null when none does. */
	answer: ( ( leave: boolean ) => void ) | null = null;
	asked = 0;
	yes = 0;
	leftWithoutYes = 0;

	constructor( walk: Route[] ) {
		this.browser = new FakeBrowser( walk.map( routeQuery ) );
		this.history = new AppHistory( this.browser as unknown as Window );
		this.history.start();
		this.shown = this.history.route();
		this.history.listen( ( route ) => {
			if ( this.shown.screen === 'settings' && route.screen !== 'settings' ) {
				this.leftWithoutYes += this.yes === 0 ? 1 : 0;
				this.yes = 0;
			}
			this.shown = route;
			this.guard();
		} );
		this.guard();
	}

	private guard(): void {
		this.history.setGuard( this.shown.screen === 'settings' ? () => new Promise( ( resolve ) => {
			expect( this.answer, 'only one question at a time' ).toBeNull();
			this.asked += 1;
			this.answer = ( leave ) => {
				this.answer = null;
				this.yes += leave ? 1 : 0;
				resolve( leave );
			};
		} ) : null );
	}

	/** Lets everything that is under way come to its end. */
	async settle(): Promise< void > {
		for ( let round = 0; round < 60; round += 1 ) {
			while ( this.browser.steps.length > 0 ) {
				this.browser.makeStep();
				await Promise.resolve();
			}
			await vi.advanceTimersByTimeAsync( 600 );
			if ( this.browser.steps.length === 0 ) {
				return;
			}
		}
		throw new Error( 'The history never comes to rest.' );
	}
}

describe( 'moving between screens', () => {
	beforeEach( () => void vi.useFakeTimers() );
	afterEach( () => void vi.useRealTimers() );

	it( 'changes the address and tells the app, without loading a page', () => {
		const tab = new Tab( [ LIST ] );
		tab.history.go( HEALTH );
		expect( tab.shown ).toEqual( HEALTH );
		expect( tab.browser.location.search ).toBe( '?page=candid&p=/health' );
	} );

	it( 'follows the browser’s back button and remembers the way through the list', async () => {
		const tab = new Tab( [ LIST ] );
		tab.history.go( { screen: 'recordings', before: 'x' }, [ '' ] );
		tab.history.go( HEALTH );
		tab.browser.press( -1 );
		await tab.settle();
		expect( tab.shown ).toEqual( { screen: 'recordings', before: 'x' } );
		expect( tab.history.trail() ).toEqual( [ '' ] );
	} );

	it( 'knows on every later screen which page of the list was open', () => {
		const tab = new Tab( [ LIST ] );
		tab.history.go( { screen: 'recordings', before: 'x' }, [ '' ] );
		tab.history.go( HEALTH );
		tab.history.go( LOOK );
		expect( tab.history.list() ).toEqual( { before: 'x', trail: [ '' ] } );
	} );

	it( 'stays when the guard says so, and leaves when it does not', async () => {
		const tab = new Tab( [ SETTINGS ] );
		tab.history.go( HEALTH );
		tab.answer?.( false );
		await tab.settle();
		expect( tab.shown ).toEqual( SETTINGS );
		tab.history.go( HEALTH );
		tab.answer?.( true );
		await tab.settle();
		expect( tab.shown ).toEqual( HEALTH );
	} );

	it( 'asks nobody and leaves nothing when the screen is the one that is open', () => {
		const tab = new Tab( [ LIST, SETTINGS ] );
		tab.history.go( SETTINGS );
		expect( tab.asked ).toBe( 0 );
		expect( tab.browser.history.state ).toMatchObject( { candidIndex: 1 } );
	} );

	it( 'asks about “back” with the address put back while the question stands', async () => {
		const tab = new Tab( [ LIST, SETTINGS ] );
		tab.browser.press( -1 );
		await tab.settle();
		expect( tab.asked ).toBe( 1 );
		expect( tab.browser.location.search ).toBe( routeQuery( SETTINGS ) );
		tab.answer?.( true );
		await tab.settle();
		expect( tab.shown ).toEqual( LIST );
		expect( tab.browser.location.search ).toBe( routeQuery( LIST ) );
	} );

	it( 'waits with the answer until the browser stands where the question was asked', async () => {
		const tab = new Tab( [ LIST, HEALTH, SETTINGS ] );
		tab.browser.press( -1 );
		await tab.settle();
		tab.browser.press( -1 );
		tab.browser.makeStep();
		tab.answer?.( true );
		await tab.settle();
		expect( [ tab.shown, tab.browser.location.search, tab.answer ] ).toEqual( [ HEALTH, routeQuery( HEALTH ), null ] );
	} );

	it( 'takes an entry that a link to a place on the page made for the same screen', async () => {
		const tab = new Tab( [ LIST, SETTINGS ] );
		tab.browser.history.pushState( null, '', routeQuery( SETTINGS ) );
		tab.browser.press( -1 );
		await tab.settle();
		expect( [ tab.shown, tab.asked ] ).toEqual( [ SETTINGS, 0 ] );
	} );

	const ACTS = [ 'back', 'forward', 'link', 'step', 'lose', 'yes', 'no', 'wait' ] as const;
	const act = async ( tab: Tab, what: ( typeof ACTS )[ number ] ): Promise< void > => {
		switch ( what ) {
			case 'back':
				return tab.browser.press( -1 );
			case 'forward':
				return tab.browser.press( 1 );
			case 'link':
				return tab.history.go( tab.shown.screen === 'health' ? SETTINGS : HEALTH );
			case 'step':
				tab.browser.makeStep();
				break;
			case 'lose':
				return tab.browser.loseStep();
			case 'wait':
				await vi.advanceTimersByTimeAsync( 600 );
				break;
			default:
				tab.answer?.( what === 'yes' );
		}
		// The answer of a question reaches the history in a microtask or two.
		await Promise.resolve();
		await Promise.resolve();
	};

	it( 'shows what the address says, and leaves only after a yes, however presses, steps, links and answers fall together', async () => {
		await fc.assert(
			fc.asyncProperty( fc.array( fc.constantFrom( ...ACTS ), { maxLength: 25 } ), async ( acts ) => {
				const tab = new Tab( [ LIST, HEALTH, SETTINGS, LOOK, SETTINGS ] );
				for ( const what of acts ) {
					await act( tab, what );
				}
				await tab.settle();
				expect( tab.browser.location.search ).toBe( routeQuery( tab.shown ) );
				expect( tab.leftWithoutYes ).toBe( 0 );
				// Whatever came before: one clear yes to “back” leaves, and no question stays open.
				tab.answer?.( false );
				await tab.settle();
				if ( tab.shown.screen === 'settings' ) {
					tab.history.go( HEALTH );
					await tab.settle();
					tab.answer?.( true );
					await tab.settle();
					expect( tab.shown ).toEqual( HEALTH );
				}
				expect( tab.answer ).toBeNull();
				expect( tab.browser.location.search ).toBe( routeQuery( tab.shown ) );
			} ),
			{ numRuns: 3_000 },
		);
	} );

	it( 'does so in every order of up to five of them', async () => {
		const tails = async ( acts: ( typeof ACTS )[ number ][], left: number ): Promise< void > => {
			if ( left > 0 ) {
				for ( const what of ACTS ) {
					await tails( [ ...acts, what ], left - 1 );
				}
				return;
			}
			const tab = new Tab( [ LIST, SETTINGS, HEALTH, SETTINGS ] );
			tab.browser.press( -1 );
			tab.browser.makeStep();
			for ( const what of acts ) {
				await act( tab, what );
			}
			await tab.settle();
			expect( [ acts.join(), tab.browser.location.search, tab.leftWithoutYes ] ).toEqual( [ acts.join(), routeQuery( tab.shown ), 0 ] );
		};
		await tails( [], 5 );
	}, 60_000 );
} );

// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { AppHistory } from '../../../../src/admin/app/history';
import type { Route } from '../../../../src/admin/app/route';

/** Resolves when the browser has gone `by` steps and told everybody. */
function step( by: number ): Promise< void > {
	return new Promise( ( resolve ) => {
		window.addEventListener( 'popstate', () => resolve(), { once: true } );
		window.history.go( by );
	} );
}

/** Resolves with the next route the app is told. */
function told( history: AppHistory ): Promise< Route > {
	return new Promise( ( resolve ) => {
		const stop = history.listen( ( route ) => {
			stop();
			resolve( route );
		} );
	} );
}

describe( 'moving between screens', () => {
	let history: AppHistory;
	let stop: () => void;

	beforeEach( () => {
		window.history.replaceState( null, '', '/wp-admin/admin.php?page=candid' );
		history = new AppHistory();
		stop = history.start();
	} );
	afterEach( () => stop() );

	it( 'changes the address and tells the app, without loading a page', async () => {
		const seen = told( history );
		await history.go( { screen: 'settings' } );
		expect( await seen ).toEqual( { screen: 'settings' } );
		expect( window.location.search ).toBe( '?page=candid&p=/settings' );
	} );

	it( 'follows the browser’s back button and remembers the way through the list', async () => {
		await history.go( { screen: 'recordings', before: 'x' }, [ '' ] );
		await history.go( { screen: 'settings' } );
		const seen = told( history );
		await step( -1 );
		expect( await seen ).toEqual( { screen: 'recordings', before: 'x' } );
		expect( history.trail() ).toEqual( [ '' ] );
	} );

	it( 'stays when the guard says so, and leaves when it does not', async () => {
		let leave = false;
		history.setGuard( () => Promise.resolve( leave ) );
		await history.go( { screen: 'settings' } );
		expect( history.route().screen ).toBe( 'recordings' );
		leave = true;
		await history.go( { screen: 'settings' } );
		expect( history.route().screen ).toBe( 'settings' );
	} );

	it( 'asks nobody and leaves nothing when the screen is the one that is open', async () => {
		await history.go( { screen: 'settings' } );
		const entries = window.history.length;
		let asked = false;
		history.setGuard( () => {
			asked = true;
			return Promise.resolve( true );
		} );
		await history.go( { screen: 'settings' } );
		expect( asked ).toBe( false );
		expect( window.history.length ).toBe( entries );
	} );

	it( 'asks the guard about “back” too, with the address put back while it thinks', async () => {
		await history.go( { screen: 'settings' } );
		let decide: ( leave: boolean ) => void = () => undefined;
		const asked = new Promise< string >( ( resolve ) => {
			history.setGuard( () => {
				window.addEventListener( 'popstate', () => resolve( window.location.search ), { once: true } );
				return new Promise( ( answer ) => {
					decide = answer;
				} );
			} );
		} );
		await step( -1 );
		expect( await asked ).toBe( '?page=candid&p=/settings' );
		const seen = told( history );
		decide( true );
		expect( await seen ).toEqual( { screen: 'recordings', before: null } );
	} );
} );

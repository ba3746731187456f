// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';

const browsers = Object.getOwnPropertyDescriptor( Date, 'now' )!;

afterEach( () => {
	Object.defineProperty( Date, 'now', browsers );
	vi.unstubAllGlobals();
} );

it( 'loads the recorder with the browser\'s functions in place, and ends that in a microtask, before any script of the page', async () => {
	const pages = () => -1;
	const microtasks: ( () => void )[] = [];
	vi.stubGlobal( 'queueMicrotask', ( work: () => void ) => void microtasks.push( work ) );
	Date.now = pages;
	await import( '../../../../src/recorder/tasks/begin' );
	expect( [ microtasks.length, Date.now === pages ] ).toEqual( [ 1, false ] );
	microtasks[ 0 ]!();
	expect( Date.now ).toBe( pages );
} );

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { BuiltIns } from '../../../../src/recorder/tasks/built-ins';

const taken: [ object, PropertyKey, PropertyDescriptor ][] = [];

/** Puts something of the page's in the place of a function; undefined takes the function away. */
function replace( object: object, name: PropertyKey, by: PropertyDescriptor | undefined ): void {
	taken.push( [ object, name, Object.getOwnPropertyDescriptor( object, name )! ] );
	Reflect.deleteProperty( object, name );
	if ( by ) {
		Object.defineProperty( object, name, by );
	}
}

async function load(): Promise<BuiltIns> {
	vi.resetModules();
	const module = await import( '../../../../src/recorder/tasks/built-ins' );
	return new module.BuiltIns();
}

/** What a look says while the browser's functions are in place. */
function inTask<T>( builtIns: BuiltIns, look: () => T ): T {
	builtIns.enter();
	try {
		return look();
	} finally {
		builtIns.leave();
	}
}

let builtIns: BuiltIns;
beforeEach( async () => {
	builtIns = await load();
} );
afterEach( () => {
	taken.splice( 0 ).reverse().forEach( ( [ object, name, descriptor ] ) => Object.defineProperty( object, name, descriptor ) );
} );

it.each( [
	[ 'a function', { value: () => 'page', writable: true, enumerable: false, configurable: true } ],
	[ 'a function that is listed and cannot be written', { value: () => 'page', writable: false, enumerable: true, configurable: true } ],
	[ 'an accessor', { get: () => () => 'page', set: () => {}, enumerable: true, configurable: true } ],
] )( 'puts the browser\'s function in place, and the page\'s back exactly: %s', ( _what, own: PropertyDescriptor ) => {
	const browsers = Date.now;
	builtIns.start();
	replace( Date, 'now', own );
	builtIns.check();
	expect( inTask( builtIns, () => Date.now ) ).toBe( browsers );
	expect( Object.getOwnPropertyDescriptor( Date, 'now' ) ).toEqual( own );
} );

it( 'has a function that the page took away, and takes it away again', () => {
	builtIns.start();
	replace( Array.prototype, 'at', undefined );
	builtIns.check();
	expect( inTask( builtIns, () => [ 1, 2 ].at( -1 ) ) ).toBe( 2 );
	expect( 'at' in Array.prototype ).toBe( false );
} );

it( 'finds the browser\'s function in a clean frame where the page had replaced it before', async () => {
	const own = { value: () => 'page', writable: true, enumerable: false, configurable: true };
	replace( String.prototype, 'trim', own );
	const late = await load();
	late.start();
	expect( inTask( late, () => ' a '.trim() ) ).toBe( 'a' );
	expect( Object.getOwnPropertyDescriptor( String.prototype, 'trim' ) ).toEqual( own );
} );

it( 'keeps what the page replaced since the last check, until the next check', () => {
	builtIns.start();
	const own = { value: () => 0.5, writable: true, enumerable: false, configurable: true };
	replace( Math, 'random', own );
	expect( inTask( builtIns, () => Math.random() ) ).toBe( 0.5 );
	builtIns.check();
	expect( inTask( builtIns, () => Math.random === own.value ) ).toBe( false );
} );

it( 'leaves a function that the page has frozen, and exchanges the others', () => {
	builtIns.start();
	const frozen = () => 7;
	Object.defineProperty( Math, 'acosh', { value: frozen, writable: false, configurable: false } );
	const own = { value: () => 8, writable: true, enumerable: false, configurable: true };
	replace( Math, 'asinh', own );
	builtIns.check();
	expect( inTask( builtIns, () => [ Math.acosh( 1 ), Math.asinh( 0 ) ] ) ).toEqual( [ 7, 0 ] );
	expect( [ Math.acosh, Math.asinh ] ).toEqual( [ frozen, own.value ] );
} );

it( 'gives nothing back twice: what the page writes later stays', () => {
	builtIns.start();
	replace( Date, 'now', { value: () => 1, writable: true, configurable: true } );
	builtIns.check();
	inTask( builtIns, () => {} );
	const later = () => 2;
	Date.now = later;
	builtIns.leave();
	expect( Date.now ).toBe( later );
} );

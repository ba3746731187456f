// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';

const load = () => {
	vi.resetModules();
	return import( '../../../src/privacy/realm' );
};
const { isBuiltIn } = await load();

describe( 'a function is the browser\'s', () => {
	it.each<[ string, unknown, PropertyKey ]>( [
		[ 'a function', Math.max, 'max' ],
		[ 'a class', Map, 'Map' ],
		[ 'one that a symbol names', Array.prototype[ Symbol.iterator ], Symbol.iterator ],
		[ 'a getter', Object.getOwnPropertyDescriptor( Map.prototype, 'size' )!.get, 'size' ],
		[ 'no function at all', 5, 'length' ],
	] )( '%s', ( _what, value, name ) => {
		expect( isBuiltIn( value, name ) ).toBe( true );
	} );

	it.each<[ string, unknown, PropertyKey ]>( [
		[ 'a function of the page', ( one: number ) => one, 'max' ],
		[ 'one that is bound', Math.max.bind( null ), 'max' ],
		[ 'one behind a proxy', new Proxy( Math.max, {} ), 'max' ],
		[ 'another one in its place', Math.min, 'max' ],
		[ 'one that says of itself that it is native', Object.assign( function max() {}, { toString: () => 'function max() { [native code] }' } ), 'max' ],
		[ 'one whose name cannot be read', Object.defineProperty( () => {}, 'name', { get() {
			throw new Error( 'x' );
		} } ), 'max' ],
	] )( 'but not %s', ( _what, value, name ) => {
		expect( isBuiltIn( value, name ) ).toBe( false );
	} );

	it( 'but not a wrapper in the old style, where the page lends it the source of what it wraps', async () => {
		const { toString } = Function.prototype;
		Function.prototype.toString = function( this: { name: string } ) {
			return `function ${ this.name }() { [native code] }`;
		};
		const lent = await load().finally( () => {
			Function.prototype.toString = toString;
		} );
		expect( lent.isBuiltIn( function max() {}, 'max' ) ).toBe( false );
	} );
} );

describe( 'a built-in property', () => {
	const own = Object.getOwnPropertyDescriptor( Date, 'now' )!;
	afterEach( () => {
		Object.defineProperty( Date, 'now', own );
		vi.restoreAllMocks();
	} );

	it( 'is the one of the page itself where that is built in', async () => {
		const { builtIn } = await load();
		expect( builtIn( 'Date', false, 'now' )!.value ).toBe( own.value );
		expect( builtIn( 'Array', true, 'at' )!.value ).toBe( Array.prototype.at );
		expect( builtIn( '', false, 'parseInt' )!.value ).toBe( parseInt );
		expect( builtIn( 'Date', false, 'never' ) ).toBeUndefined();
		expect( builtIn( 'NoSuchClass', true, 'at' ) ).toBeUndefined();
	} );

	it( 'is one of a clean frame where the page has replaced it, and the frame is out of the page before any script runs', async () => {
		const { builtIn } = await load();
		Date.now = () => -1;
		const { value } = builtIn( 'Date', false, 'now' )!;
		expect( Math.abs( value() - new Date().getTime() ) ).toBeLessThan( 60_000 );
		await null;
		expect( document.querySelector( 'iframe' ) ).toBeNull();
	} );

	it( 'is the page\'s where no frame can be made', async () => {
		const { builtIn } = await load();
		const pages = ( Date.now = () => -1 );
		vi.spyOn( Document.prototype, 'createElement' ).mockImplementation( () => {
			throw new Error( 'x' );
		} );
		expect( builtIn( 'Date', false, 'now' )!.value ).toBe( pages );
	} );
} );

it( 'A method takes its receiver as its first argument, whatever the page has made of call() and bind()', async () => {
	const { uncurried } = await load();
	const { call } = Function.prototype;
	Function.prototype.call = () => 'the page\'s';
	const slice = uncurried( Array.prototype.slice ) as ( list: number[], from: number ) => number[];
	const sliced = slice( [ 1, 2, 3 ], 1 );
	Function.prototype.call = call;
	expect( sliced ).toEqual( [ 2, 3 ] );
} );

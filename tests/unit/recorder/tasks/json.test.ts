import { afterEach, expect, it } from 'vitest';
import { toJson } from '../../../../src/recorder/tasks/json';

const prototypes = [ Array.prototype, Object.prototype ] as { toJSON?: () => unknown }[];
const event = { type: 3, data: { texts: [ { id: 1, value: 'a "b"\u2028\ud83d' }, [], {} ], none: undefined, f() {}, nothing: null, x: -0.5, y: NaN, is: true }, list: [ undefined, 'c' ] };

afterEach( () => prototypes.forEach( ( prototype ) => delete prototype.toJSON ) );

it.each( [ [ 'lists', 0 ], [ 'objects', 1 ] ] )( 'is written as the browser writes it where a library has put toJSON into the prototype of %s', ( _what, which ) => {
	const plain = JSON.stringify( event );
	prototypes[ which ]!.toJSON = () => 'the page\'s';
	const written = toJson( event );
	expect( JSON.stringify( which ? {} : [] ) ).toContain( 'the page\'s' );
	delete prototypes[ which ]!.toJSON;
	expect( written ).toBe( plain );
} );

it( 'is the browser\'s own where there is none', () => {
	expect( toJson( event ) ).toBe( JSON.stringify( event ) );
} );

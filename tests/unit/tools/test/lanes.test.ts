import { describe, expect, it } from 'vitest';
import { inLanes } from '../../../../tools/test/lanes.mjs';

/** Jobs that end when they are told to, and what has begun so far. */
function jobs( names: string[] ) {
	const begun: string[] = [];
	const end = new Map< string, () => void >();
	return {
		begun,
		end: async ( name: string ) => {
			end.get( name )?.();
			await new Promise( ( resolve ) => setImmediate( resolve ) );
		},
		list: names.map( ( name ) => () => new Promise< string >( ( resolve ) => {
			begun.push( name );
			end.set( name, () => resolve( name ) );
		} ) ),
	};
}

describe( 'steps side by side', () => {
	it( 'run as many at a time as there are lanes, and answer in their order', async () => {
		const { list, begun, end } = jobs( [ 'long', 'short', 'next', 'last' ] );
		const answers = inLanes( list, 2 );
		expect( begun ).toEqual( [ 'long', 'short' ] );
		await end( 'short' );
		expect( begun ).toEqual( [ 'long', 'short', 'next' ] );
		await end( 'next' );
		await end( 'long' );
		await end( 'last' );
		expect( await answers ).toEqual( [ 'long', 'short', 'next', 'last' ] );
	} );

	it( 'end when there are fewer of them than lanes', async () => {
		expect( await inLanes( [ async () => 1 ], 3 ) ).toEqual( [ 1 ] );
		expect( await inLanes( [], 3 ) ).toEqual( [] );
	} );
} );

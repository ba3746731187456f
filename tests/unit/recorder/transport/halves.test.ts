import { describe, expect, it } from 'vitest';
import { halvesOf } from '../../../../src/recorder/transport/halves';

const linesOf = ( half: string ) => half.split( '\n' );

describe( 'the halves of a segment', () => {
	it( 'are segments of their own, each with the envelope and a line end behind every line', () => {
		expect( halvesOf( 'e\none\ntwo\nthree\nfour\n' ) ).toEqual( [ 'e\none\ntwo\n', 'e\nthree\nfour\n' ] );
	} );

	it.each( [
		[ 'one large event at the beginning', [ 1000, 10, 10, 10 ], 1 ],
		[ 'one large event at the end', [ 10, 10, 10, 1000 ], 3 ],
		[ 'events of one size', [ 100, 100, 100, 100, 100, 100 ], 3 ],
		[ 'two events', [ 10, 1000 ], 1 ],
	] )( 'have about half of the characters each, and one event at least: %s', ( _what, sizes, first ) => {
		const events = sizes.map( ( size, at ) => String( at ).repeat( size ) );
		const [ one, other ] = halvesOf( [ 'e', ...events, '' ].join( '\n' ) )!;
		expect( linesOf( one ).slice( 1, -1 ) ).toEqual( events.slice( 0, first ) );
		expect( linesOf( other ).slice( 1, -1 ) ).toEqual( events.slice( first ) );
	} );

	it.each( [ 'envelope\none\n', 'envelope\n', '' ] )( 'are none where there is one event or none', ( ndjson ) => {
		expect( halvesOf( ndjson ) ).toBeNull();
	} );
} );

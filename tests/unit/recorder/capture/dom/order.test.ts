import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestRun } from '../../../../../src/recorder/capture/dom/order';

/** Length of the longest increasing run, found the slow way. */
function longest( numbers: number[] ): number {
	const ends: number[] = [];
	numbers.forEach( ( number, at ) => {
		ends.push( number < 0 ? 0 : 1 + Math.max( 0, ...ends.filter( ( _, before ) => numbers[ before ]! >= 0 && numbers[ before ]! < number && before < at ) ) );
	} );
	return Math.max( 0, ...ends );
}

const kept = ( numbers: number[] ): number[] => numbers.filter( ( _, at ) => longestRun( numbers )[ at ] );

describe( 'The children that can stay', () => {
	it( 'are all of them when none has moved', () => {
		expect( kept( [ 0, 1, 2, 3 ] ) ).toEqual( [ 0, 1, 2, 3 ] );
	} );

	it( 'are all but the one that moved to the end', () => {
		expect( kept( [ 1, 2, 3, 0 ] ) ).toEqual( [ 1, 2, 3 ] );
	} );

	it( 'are never those that came', () => {
		expect( kept( [ -1, 0, -1, 1 ] ) ).toEqual( [ 0, 1 ] );
		expect( kept( [] ) ).toEqual( [] );
	} );

	it( 'stand in order, and are as many as can be', () => {
		fc.assert( fc.property( fc.uniqueArray( fc.integer( { min: 0, max: 40 } ), { maxLength: 14 } ), fc.infiniteStream( fc.boolean() ), ( numbers, coins ) => {
			const given = numbers.map( ( number ) => ( coins.next().value ? number : -1 ) );
			const stay = kept( given );
			expect( stay ).toEqual( [ ...stay ].sort( ( a, b ) => a - b ) );
			expect( stay ).not.toContain( -1 );
			expect( stay.length ).toBe( longest( given ) );
		} ) );
	} );
} );

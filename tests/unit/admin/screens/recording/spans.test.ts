import { describe, expect, it } from 'vitest';
import { mergeSpans } from '../../../../../src/admin/screens/recording/spans';

describe( 'gaps on the time line', () => {
	it( 'stay apart where they can be told apart', () => {
		expect( mergeSpans( [ [ 0, 100 ], [ 500, 600 ] ], 10_000 ) ).toEqual( [ [ 0, 100 ], [ 500, 600 ] ] );
	} );

	it( 'are at most a thousand, however many there are', () => {
		const spans = Array.from( { length: 20_000 }, ( _none, n ) => [ n * 10, n * 10 + 5 ] as const );
		const merged = mergeSpans( spans, 200_000 );
		expect( merged.length ).toBeLessThanOrEqual( 1_000 );
		expect( merged.at( -1 )?.[ 1 ] ).toBe( 199_995 );
	} );
} );

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStageReport, writeStageReport } from '../../../src/player/protocol';

describe( 'reports of the stage', () => {
	it( 'are read as they were written', () => {
		expect( readStageReport( writeStageReport( 'size', 800, 600 ) ) ).toEqual( { kind: 'size', numbers: [ 800, 600 ] } );
		expect( readStageReport( writeStageReport( 'ready' ) ) ).toEqual( { kind: 'ready', numbers: [] } );
	} );

	it.each( [ [ null ], [ {} ], [ 'time' ], [ [] ], [ [ 99 ] ], [ [ 1 ] ], [ [ 1, 'x' ] ], [ [ 1, Number.NaN ] ], [ [ 1, Infinity ] ], [ [ 2, 1 ] ], [ [ 1, 2, 3 ] ], [ { length: 1, 0: 0 } ] ] )( 'are refused when they are %j', ( data ) => {
		expect( readStageReport( data ) ).toBeNull();
	} );

	it( 'never carry anything but numbers', () => {
		fc.assert(
			fc.property( fc.anything(), ( data ) => {
				const report = readStageReport( data );
				return report === null || report.numbers.every( ( n ) => Number.isFinite( n ) );
			} ),
			{ numRuns: 2000 },
		);
	} );
} );

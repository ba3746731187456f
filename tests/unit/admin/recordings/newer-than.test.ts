import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../../src/contracts/generated/recording';
import { newerThan } from '../../../../src/admin/screens/recordings/newer-than';

function page( starts: number[], next: string | null = null ) {
	const items = starts.map( ( started ) => ( { id: `id${ started }`, started } ) as Recording );
	return { items, next, total: items.length, total_capped: false };
}

describe( 'announcing new recordings', () => {
	it( 'counts what came after the first row shown', () => {
		expect( newerThan( page( [ 30, 20 ] ), page( [ 50, 40, 30 ] ) ) ).toEqual( { count: 2, more: false } );
	} );

	it( 'does not call older rows new when others were deleted', () => {
		expect( newerThan( page( [ 30, 20 ] ), page( [ 30, 10 ] ) ) ).toEqual( { count: 0, more: false } );
	} );

	it( 'says that there are more when a whole page is new', () => {
		expect( newerThan( page( [ 1 ] ), page( [ 9, 8, 7 ], 'c' ) ) ).toEqual( { count: 3, more: true } );
	} );
} );

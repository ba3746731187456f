import { describe, expect, it } from 'vitest';
import type { Recording } from '../../../../../src/contracts/generated/recording';
import { afterLook, newerThan } from '../../../../../src/admin/screens/recordings/new-arrivals';

function page( starts: number[], next: string | null = null ) {
	const items = starts.map( ( started ) => ( { id: `id${ started }`, started } ) as Recording );
	return { items, next, total: items.length, total_capped: false, left_out: 0 };
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

describe( 'a list that is looked at again by itself', () => {
	it( 'shows what came when nothing was shown yet', () => {
		const newest = page( [ 20, 10 ], 'c' );
		expect( afterLook( page( [] ), newest ) ).toEqual( newest );
	} );

	it( 'moves no row: what is new is left out, what is gone stays until it is asked for', () => {
		const shown = page( [ 30, 20 ] );
		expect( afterLook( shown, page( [ 40, 30 ] ) ) ).toEqual( shown );
	} );

	it( 'brings the rows that are shown up to date', () => {
		const newest = page( [ 30, 20 ] );
		newest.items[ 1 ] = { ...newest.items[ 1 ], duration: 9000 } as Recording;
		expect( afterLook( page( [ 30, 20 ] ), newest ).items[ 1 ]?.duration ).toBe( 9000 );
	} );
} );

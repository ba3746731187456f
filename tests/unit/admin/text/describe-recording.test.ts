// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { clockOf, recordingCount, relativeTime, spokenLength } from '../../../../src/admin/text/describe-recording';

describe( 'a recording in words', () => {
	it( 'writes lengths as a clock does', () => {
		expect( [ 0, 400, 7000, 61_000, 3_599_600, 3_723_000, -5 ].map( clockOf ) ).toEqual( [
			'0:00', '0:00', '0:07', '1:01', '1:00:00', '1:02:03', '0:00',
		] );
	} );

	it( 'speaks lengths in full', () => {
		expect( spokenLength( 3_723_000 ) ).toBe( '1 hour 2 minutes 3 seconds' );
		expect( spokenLength( 60_000 ) ).toBe( '1 minute' );
		expect( spokenLength( 0 ) ).toBe( '0 seconds' );
	} );

	it( 'never says that a visit is in the future', () => {
		const now = Date.UTC( 2026, 5, 1 );
		expect( relativeTime( now + 3000, now ) ).toBe( 'just now' );
		expect( relativeTime( now - 5 * 60_000, now ) ).toBe( '5 minutes ago' );
	} );

	it( 'shows a capped count as “at least”', () => {
		expect( recordingCount( 1, false ) ).toBe( '1 recording' );
		expect( recordingCount( 1000, true ) ).toMatch( /^1.000\+ recordings$/ );
	} );
} );

import { expect, it } from 'vitest';
import { MOST_A_MINUTE, MOST_A_PAGE, SnapshotAllowance } from '../../../../src/recorder/session/snapshot-allowance';

const setUp = () => {
	const clock = { time: 1_700_000_000_000 };
	return { clock, allowance: new SnapshotAllowance( () => clock.time ) };
};

it( 'allows three snapshots within a minute, and the next when the first of them is a minute old', () => {
	const { clock, allowance } = setUp();
	for ( let i = 0; i < MOST_A_MINUTE; i++ ) {
		expect( allowance.wait() ).toBe( 0 );
		allowance.spend();
		clock.time += 10_000;
	}
	expect( allowance.wait() ).toBe( 30_000 );
	clock.time += 30_000;
	expect( allowance.wait() ).toBe( 0 );
} );

it( 'allows eight on a page, however long it stays open', () => {
	const { clock, allowance } = setUp();
	for ( let i = 0; i < MOST_A_PAGE; i++ ) {
		expect( allowance.wait() ).toBe( 0 );
		allowance.spend();
		clock.time += 3_600_000;
	}
	expect( allowance.wait() ).toBe( Infinity );
} );

it( 'lets nobody wait longer than a minute when the clock is set back', () => {
	const { clock, allowance } = setUp();
	for ( let i = 0; i < MOST_A_MINUTE; i++ ) {
		allowance.spend();
	}
	clock.time -= 86_400_000;
	expect( allowance.wait() ).toBe( 60_000 );
} );

import { describe, expect, it, vi } from 'vitest';
import { toggle } from '../../../../../src/admin/screens/recording/keyboard';
import type { Player, PlayerState } from '../../../../../src/player';

function pressed( state: Partial< PlayerState > ): string {
	const player = { play: vi.fn(), pause: vi.fn() };
	toggle( player as unknown as Player, state as PlayerState );
	return player.play.mock.calls.length > 0 ? 'plays' : 'pauses';
}

describe( 'play or pause', () => {
	it( 'takes back a wish to play that still waits for the recording to load', () => {
		expect( pressed( { status: 'loading', wantsToPlay: true } ) ).toBe( 'pauses' );
		expect( pressed( { status: 'loading', wantsToPlay: false } ) ).toBe( 'plays' );
	} );

	it( 'pauses what plays, and plays what rests or is over', () => {
		expect( pressed( { status: 'playing', wantsToPlay: true } ) ).toBe( 'pauses' );
		expect( pressed( { status: 'paused', wantsToPlay: false } ) ).toBe( 'plays' );
		expect( pressed( { status: 'ended', wantsToPlay: true } ) ).toBe( 'plays' );
	} );
} );

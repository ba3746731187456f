// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { SETTINGS_DEFAULTS } from '../../../../../src/contracts/generated/settings';
import { changesOf, draftOf, isDirty, newEntry, remainingEdits } from '../../../../../src/admin/screens/settings/draft';

const saved = { ...SETTINGS_DEFAULTS, blocked_selectors: [ '.a' ] };

describe( 'what the settings screen sends', () => {
	it( 'sends only fields that differ from what is stored', () => {
		expect( changesOf( { recording: true, preset: 'balanced' }, saved ) ).toEqual( { changes: { recording: true }, held: 0 } );
	} );

	it( 'sends the good lines of a list and holds the bad ones back', () => {
		const edits = { blocked_selectors: [ newEntry( '.a' ), newEntry( ' .b ' ), newEntry( 'p >' ), newEntry( '' ), newEntry( '.b' ) ] };
		expect( changesOf( edits, saved ) ).toEqual( { changes: { blocked_selectors: [ '.a', '.b' ] }, held: 1 } );
	} );

	it( 'does not count a new empty line, or a change taken back, as unsaved', () => {
		expect( isDirty( { blocked_selectors: [ newEntry( '.a' ), newEntry( '' ) ], recording: false }, saved ) ).toBe( false );
		expect( isDirty( { blocked_selectors: [ newEntry( 'p >' ) ] }, saved ) ).toBe( true );
	} );
} );

describe( 'what stays on the screen after saving', () => {
	it( 'lets go of what was stored', () => {
		const sent = { recording: true, blocked_selectors: [ newEntry( '.b' ) ] };
		expect( remainingEdits( sent, sent, [] ) ).toEqual( {} );
	} );

	it( 'keeps a list with a line that the server or this browser refused', () => {
		const refused = { blocked_selectors: [ newEntry( '.b' ) ] };
		expect( remainingEdits( refused, refused, [ { field: 'blocked_selectors', value: '.b', reason: 'no' } ] ) ).toEqual( refused );
		const bad = { blocked_selectors: [ newEntry( 'p >' ) ] };
		expect( remainingEdits( bad, bad, [] ) ).toEqual( bad );
	} );

	it( 'keeps what was typed while the answer was on its way', () => {
		const now = { recording: true, preset: 'strict' as const };
		expect( remainingEdits( { recording: true }, now, [] ) ).toEqual( { preset: 'strict' } );
	} );

	it( 'gives every stored line a lasting identity', () => {
		const ids = draftOf( { ...saved, allowed_query_keys: [ 'x' ] } );
		expect( ids.blocked_selectors[ 0 ]?.id ).not.toBe( ids.allowed_query_keys[ 0 ]?.id );
	} );
} );

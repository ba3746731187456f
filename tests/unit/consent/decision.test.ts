import { describe, expect, it } from 'vitest';
import { decide, type ConsentFacts } from '../../../src/consent/decision';
import type { ConsentState } from '../../../src/consent/registry';
import { consentConfig } from '../front-config';

const nobody: ConsentFacts = { signal: false, stored: [], plugin: 'unmanaged' };
const answer = ( config: Parameters< typeof consentConfig >[ 0 ], facts: Partial<ConsentFacts> ) => {
	const { state, allowed } = decide( consentConfig( config ), { ...nobody, ...facts } );
	return `${ state }: ${ allowed ? 'recorded' : 'not recorded' }`;
};

describe( 'A site that asks by itself', () => {
	it.each( [
		[ 'nobody has answered', {}, 'unanswered: not recorded' ],
		[ 'the visitor said yes', { stored: [ 'given', 'v1' ] }, 'given: recorded' ],
		[ 'the visitor said yes to other texts', { stored: [ 'given', 'v0' ] }, 'unanswered: not recorded' ],
		[ 'the visitor said no', { stored: [ 'refused', 'v1' ] }, 'refused: not recorded' ],
		[ 'the visitor said no to other texts', { stored: [ 'refused', 'v0' ] }, 'refused: not recorded' ],
		[ 'what is stored is damaged', { stored: [ 'maybe', 'v1' ] }, 'unanswered: not recorded' ],
		[ 'the browser stores nothing and the visitor said yes on this page', { said: 'given' }, 'given: recorded' ],
		[ 'the visitor said yes and then no', { stored: [ 'given', 'v1' ], said: 'refused' }, 'refused: not recorded' ],
		[ 'a consent plugin says yes, which nobody follows here', { plugin: 'given' }, 'unanswered: not recorded' ],
	] as [ string, Partial<ConsentFacts>, string ][] )( '%s', ( _what, facts, expected ) => {
		expect( answer( { mode: 'ask' }, facts ) ).toBe( expected );
	} );
} );

describe( 'A site that follows a consent plugin', () => {
	it.each( [
		[ 'given', 'given: recorded' ],
		[ 'refused', 'refused: not recorded' ],
		[ 'opt-out', 'opt-out: recorded' ],
		[ 'unanswered', 'unanswered: not recorded' ],
		[ 'unmanaged', 'unmanaged: not recorded' ],
	] as [ ConsentState, string ][] )( 'which says %s', ( plugin, expected ) => {
		expect( answer( { mode: 'plugin' }, { plugin } ) ).toBe( expected );
	} );

	it.each( [ 'given', 'refused', 'opt-out', 'unanswered', 'unmanaged' ] as ConsentState[] )( 'a no said to Candid itself wins when the plugin says %s', ( plugin ) => {
		expect( answer( { mode: 'plugin' }, { plugin, said: 'refused' } ) ).toBe( 'refused: not recorded' );
		expect( answer( { mode: 'plugin' }, { plugin, stored: [ 'refused', 'v1' ] } ) ).toBe( 'refused: not recorded' );
	} );

	it.each( [ [ 'unmanaged', 'given: recorded' ], [ 'unanswered', 'given: recorded' ], [ 'refused', 'refused: not recorded' ] ] as [ ConsentState, string ][] )( 'a yes said by a script counts unless the plugin has heard a no: %s', ( plugin, expected ) => {
		expect( answer( { mode: 'plugin' }, { plugin, said: 'given' } ) ).toBe( expected );
	} );
} );

describe( 'A site that does not ask', () => {
	it( 'records until the visitor objects', () => {
		expect( answer( { mode: 'without' }, {} ) ).toBe( 'opt-out: recorded' );
		expect( answer( { mode: 'without' }, { stored: [ 'refused', 'v0' ] } ) ).toBe( 'refused: not recorded' );
		expect( answer( { mode: 'without' }, { stored: [ 'given', 'v1' ] } ) ).toBe( 'given: recorded' );
	} );
} );

describe( 'Global Privacy Control and Do Not Track', () => {
	const yes: Partial<ConsentFacts> = { signal: true, said: 'given', plugin: 'given' };
	it.each( [ 'ask', 'plugin', 'without' ] as const )( 'are a no in the mode "%s", whatever the visitor said', ( mode ) => {
		expect( decide( consentConfig( { mode } ), { ...nobody, ...yes } ) ).toEqual( { state: 'given', signal: true, allowed: false } );
	} );
	it( 'give way to a yes where the owner lets them, and to nothing less', () => {
		for ( const mode of [ 'ask', 'plugin', 'without' ] as const ) {
			expect( decide( consentConfig( { mode, signals: 'yes_wins' } ), { ...nobody, ...yes } ).allowed ).toBe( true );
		}
		expect( decide( consentConfig( { mode: 'without', signals: 'yes_wins' } ), { ...nobody, signal: true } ).allowed ).toBe( false );
		expect( decide( consentConfig( { mode: 'plugin', signals: 'yes_wins' } ), { ...nobody, signal: true, plugin: 'opt-out' } ).allowed ).toBe( false );
	} );
	it( 'mean nothing where the owner has chosen so', () => {
		expect( decide( consentConfig( { mode: 'without', signals: 'ignore' } ), { ...nobody, signal: true } ) ).toEqual( { state: 'opt-out', signal: false, allowed: true } );
	} );
} );

// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { pageRulesOf, rulesOn } from '../../../../../src/admin/screens/what-is-recorded/page-rules';
import { SETTINGS_DEFAULTS } from '../../../../../src/contracts/generated/settings';
import type { Settings } from '../../../../../src/contracts/generated/settings';

const pageWith = ( tag: string | null ): Document =>
	new DOMParser().parseFromString( tag === null ? '<p>' : `<script type="application/json" id="candid-page-rules">${ tag }</script>`, 'text/html' );
const settings = ( some: Partial< Settings > = {} ): Settings => ( { ...SETTINGS_DEFAULTS, ...some } as Settings );
const SAID = { recorded: true, masked: true, preset: 'strict', inputs: false, block: [ '.code' ] };

describe( 'what the server says of a page', () => {
	it( 'is read from the tag in its head', () => {
		expect( pageRulesOf( pageWith( JSON.stringify( SAID ) ) ) ).toEqual( SAID );
	} );

	it( 'may be that the page is not recorded', () => {
		expect( pageRulesOf( pageWith( '{"recorded":false}' ) )?.recorded ).toBe( false );
	} );

	it.each( [ null, '', 'not json', '{}', '[]', '{"recorded":true}', JSON.stringify( { ...SAID, preset: 'loose' } ), JSON.stringify( { ...SAID, block: [ 1 ] } ) ] )(
		'is unknown when the tag is %s',
		( tag ) => {
			expect( pageRulesOf( pageWith( tag ) ) ).toBeNull();
		},
	);

	it( 'decides together with the selectors the owner blocks now', () => {
		const rules = rulesOn( settings( { preset: 'open', blocked_selectors: [ '.owner' ] } ), pageRulesOf( pageWith( JSON.stringify( SAID ) ) ) );
		expect( rules ).toEqual( { preset: 'strict', inputs: false, masked: true, blocked: [ '.owner', '.code' ] } );
	} );

	it( 'leaves the settings alone to decide when it is unknown', () => {
		expect( rulesOn( settings( { preset: 'open', record_inputs: true } ), null ) ).toEqual( { preset: 'open', inputs: true, blocked: [] } );
	} );
} );

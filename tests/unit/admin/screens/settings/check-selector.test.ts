// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { checkSelector } from '../../../../../src/admin/screens/settings/check-selector';
import { checkQueryKey } from '../../../../../src/admin/screens/settings/check-query-key';
import settingsSchema from '../../../../../plugin/schemas/settings.json';

describe( 'judging a blocked selector', () => {
	it( 'accepts what CSS accepts', () => {
		for ( const selector of [ '.price', '#a, .b > c', '[data-x="a,b{}"]'.replace( '{}', '' ), ':is(.a, .b) p', 'p:not(.x)', '  .spaced  ' ] ) {
			expect( checkSelector( selector ), selector ).toEqual( { problem: null, hint: null } );
		}
	} );

	it( 'says nothing about an empty line', () => {
		expect( checkSelector( '   ' ) ).toEqual( { problem: null, hint: null } );
	} );

	it( 'refuses what CSS refuses and names the usual slips', () => {
		expect( checkSelector( '.a,' ).problem ).toMatch( /comma too many/ );
		expect( checkSelector( '#1abc' ).problem ).toMatch( /starts with a digit/ );
		expect( checkSelector( 'p >' ).problem ).toMatch( /not a valid CSS selector/ );
	} );

	it( 'refuses brackets and quotes left open, which CSS would close silently', () => {
		for ( const selector of [ ':not(.a', '[title', '[title="a]', '.a)' ] ) {
			expect( checkSelector( selector ).problem, selector ).toMatch( /not closed/ );
		}
		expect( checkSelector( '[title="it\'s (open"]' ).problem ).toBeNull();
	} );

	it( 'refuses a mistake that :is() and :where() would forgive by matching nothing', () => {
		expect( checkSelector( ':is(.a, 1b)' ).problem ).not.toBeNull();
		expect( checkSelector( 'p:where(.a, :is(b, !))' ).problem ).not.toBeNull();
	} );

	it( 'refuses pseudo-elements, which no element is', () => {
		expect( checkSelector( 'p::before' ).problem ).toMatch( /pseudo-element/ );
		expect( checkSelector( 'p:after' ).problem ).toMatch( /pseudo-element/ );
		expect( checkSelector( '[title="::before"]' ).problem ).toBeNull();
	} );

	it( 'refuses rules and mark-up pasted instead of a selector', () => {
		expect( checkSelector( '.a { color: red }' ).problem ).toMatch( /only the selector/ );
		expect( checkSelector( '<div class="a">' ).problem ).toMatch( /only the selector/ );
	} );

	it( 'warns, without refusing, when a selector blocks everything', () => {
		expect( checkSelector( 'body' ) ).toMatchObject( { problem: null, hint: expect.stringMatching( /every page completely/ ) } );
		expect( checkSelector( '.a, *' ).hint ).not.toBeNull();
		expect( checkSelector( '.a *' ).hint ).toBeNull();
	} );

	it( 'keeps the limits of the schema', () => {
		const { blocked_selectors: list } = settingsSchema.properties;
		expect( checkSelector( `.${ 'a'.repeat( list.items.maxLength - 1 ) }` ).problem ).toBeNull();
		expect( checkSelector( `.${ 'a'.repeat( list.items.maxLength ) }` ).problem ).toMatch( /at most 200/ );
	} );
} );

describe( 'judging a query key', () => {
	it( 'accepts and refuses exactly what the schema does', () => {
		const pattern = new RegExp( settingsSchema.properties.allowed_query_keys.items.pattern );
		for ( const key of [ 'color', 'a.b', 'filter[size]', 'a-b', 'a b', 'a=b', '?a', 'ä', 'a'.repeat( 40 ), 'a'.repeat( 41 ) ] ) {
			expect( checkQueryKey( key ).problem === null, key ).toBe( pattern.test( key ) );
		}
	} );

	it( 'refuses keys that carry secrets, and warns about personal ones', () => {
		expect( checkQueryKey( 'reset_key' ).problem ).toMatch( /always removed/ );
		expect( checkQueryKey( '_wpnonce' ).problem ).toMatch( /always removed/ );
		expect( checkQueryKey( 'email' ).hint ).not.toBeNull();
		expect( checkQueryKey( 'monkey' ) ).toEqual( { problem: null, hint: null } );
	} );
} );

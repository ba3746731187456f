// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { CodeLists } from '../../../../src/recorder/masking/code-lists';

/** Which of the texts of a page are held for a key or a code. */
const heldIn = ( html: string ): string[] => {
	document.body.innerHTML = html;
	const lists = new CodeLists();
	const walker = document.createTreeWalker( document.body, NodeFilter.SHOW_TEXT );
	const held: string[] = [];
	while ( walker.nextNode() ) {
		const { data, parentElement } = walker.currentNode as Text;
		if ( lists.holds( data, parentElement! ) ) {
			held.push( data.trim() );
		}
	}
	return held;
};
const spread = ( groups: string[], tag = 'span' ) => groups.map( ( group ) => `<${ tag }>${ group }</${ tag }>` ).join( '\n' );

describe( 'A key that a page spreads over elements', () => {
	it( 'is found in all its groups, and nothing beside them', () => {
		const groups = [ 'JBSW', 'Y3DP', 'EHPK', '3PXP' ];
		expect( heldIn( `<p>Your plan: GOLD</p><div>${ spread( groups ) }</div>` ) ).toEqual( groups );
	} );

	it( 'is none where the groups are words, sizes of one make, or fewer than four', () => {
		expect( heldIn( `<div>${ spread( [ 'MORE', 'BLUE', 'SALE', 'HOME' ] ) }</div>` ) ).toEqual( [] );
		expect( heldIn( `<div>${ spread( [ 'EU42', 'EU43', 'EU44', 'EU45' ] ) }</div>` ) ).toEqual( [] );
		expect( heldIn( `<div>${ spread( [ 'JBSW', 'Y3DP', 'EHPK' ] ) }</div>` ) ).toEqual( [] );
	} );
} );

describe( 'Recovery codes in a list', () => {
	it( 'are found by how they are made', () => {
		const codes = [ 'a1b2c-3d4e5', 'f6g7h-8i9j0', 'k1l2m-n3o4p' ];
		expect( heldIn( `<ul>${ spread( [ ...codes, 'GOLD' ], 'li' ) }</ul>` ) ).toEqual( codes );
	} );

	it( 'are found one by one where words beside them say so', () => {
		expect( heldIn( '<section><h3>Recovery codes</h3><ul><li>48213907</li></ul></section>' ) ).toEqual( [ '48213907' ] );
		expect( heldIn( '<section><h3>Opening hours</h3><ul><li>48213907</li></ul></section>' ) ).toEqual( [] );
	} );
} );

it( 'What was found is found anew once the page may have changed', () => {
	document.body.innerHTML = '<section><h3>News</h3><p>48213907</p></section>';
	const lists = new CodeLists();
	const paragraph = document.querySelector( 'p' )!;
	expect( lists.holds( '48213907', paragraph ) ).toBe( false );
	document.querySelector( 'h3' )!.textContent = 'Backup codes';
	expect( lists.holds( '48213907', paragraph ) ).toBe( false );
	lists.forget();
	expect( lists.holds( '48213907', paragraph ) ).toBe( true );
} );

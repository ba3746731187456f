// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { Choices } from '../../../../src/recorder/masking/choices';

let choices: Choices;
beforeEach( () => {
	choices = new Choices();
} );
/** Has a choice watched, as the page holds it. */
const watch = ( html: string ): Element => {
	document.body.innerHTML = html;
	const control = document.querySelector( 'select,input' )!;
	choices.watch( control );
	return control;
};

describe( 'a hidden list', () => {
	it( 'offers the texts and the values of its entries, in whatever case and white space', () => {
		watch( '<select><option value="opt_minor">Minor  depression</option><optgroup><option>Asthma</option></optgroup></select>' );
		for ( const text of [ ' minor depression ', 'OPT_MINOR', 'asthma' ] ) {
			expect( [ text, choices.isOffered( text ), choices.isListed( text ) ] ).toEqual( [ text, true, true ] );
		}
		expect( [ 'Minor', 'Asthma and more', '' ].map( ( text ) => choices.isOffered( text ) || choices.isListed( text ) ) ).toEqual( [ false, false, false ] );
	} );

	it( 'offers no number, no placeholder without a letter, and no text longer than an entry is', () => {
		const long = 'a long sentence '.repeat( 6 );
		watch( `<select><option value="3">12</option><option value="">--</option><option>${ long }</option></select>` );
		expect( [ '3', '12', '--', '', long ].map( ( text ) => choices.isOffered( text ) ) ).toEqual( [ false, false, false, false, false ] );
	} );

	it( 'offers what is added to it later, once it is watched again', () => {
		const list = watch( '<select><option>Asthma</option></select>' );
		list.append( Object.assign( document.createElement( 'option' ), { textContent: 'Gout' } ) );
		expect( choices.isListed( 'Gout' ) ).toBe( false );
		choices.watch( list );
		expect( choices.isListed( 'Gout' ) ).toBe( true );
	} );

	it( 'is known with its first entries where it is a list of towns, so that the memory of it is bounded', () => {
		watch( `<select>${ Array.from( { length: 2010 }, ( _, i ) => `<option value="v${ i }">town ${ i }</option>` ).join( '' ) }</select>` );
		expect( [ choices.isListed( 'town 1999' ), choices.isListed( 'town 2000' ) ] ).toEqual( [ true, false ] );
	} );
} );

describe( 'a hidden box', () => {
	it( 'offers its value and its labels, but not as entries of a list', () => {
		watch( '<label for="b">Smoker</label><label>Yes, daily <input id="b" type="checkbox" value="smokes"></label>' );
		expect( [ 'Smoker', 'Yes, daily', 'smokes' ].map( ( text ) => choices.isOffered( text ) ) ).toEqual( [ true, true, true ] );
		expect( choices.isListed( 'Smoker' ) ).toBe( false );
	} );

	it( 'that has no value of its own says "on", which is none', () => {
		watch( '<input type="checkbox">' );
		expect( choices.isOffered( 'on' ) ).toBe( false );
	} );
} );

describe( 'a name that a page gives', () => {
	it.each( [ [ 'asthma', true ], [ 'plan--asthma', true ], [ 'is-open asthma', true ], [ 'row/asthma', true ], [ 'row:ASTHMA', true ], [ 'asthmatic', false ] ] )( 'is told by a word of an entry in it: %s is %s', ( name, isNamed ) => {
		watch( '<select><option>Asthma</option><option>Type B</option></select>' );
		expect( choices.isNamed( name ) ).toBe( isNamed );
	} );

	it( 'is told by an entry of several words only as a whole', () => {
		watch( '<input type="radio" value="high_risk">' );
		expect( [ 'high', 'risk' ].map( ( name ) => choices.isNamed( name ) ) ).toEqual( [ false, false ] );
	} );

	it( 'says nothing on a page without hidden choices', () => {
		expect( [ choices.isNamed( 'asthma' ), choices.isOffered( 'asthma' ), choices.isListed( 'asthma' ) ] ).toEqual( [ false, false, false ] );
	} );
} );

// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { SENSITIVE, sensitiveWord } from '../../../../src/privacy';
import { Boundary } from '../../../../src/recorder/masking/boundary';

const boundary = ( inputs = true ) => new Boundary( { selectors: [], preset: 'balanced', inputs, pageState: 0, sensitiveWord } );
const field = ( html: string ): HTMLInputElement => {
	document.body.innerHTML = html;
	return document.querySelector( 'input' )!;
};

beforeEach( () => {
	document.body.innerHTML = '';
} );

describe( 'A password', () => {
	it( 'stays one when it is shown, though nothing else says what it is', () => {
		const states = boundary();
		const input = field( '<input type="password">' );
		expect( [ states.stateOf( input ) & SENSITIVE, states.isSecret( input ) ] ).toEqual( [ SENSITIVE, true ] );
		input.type = 'text';
		states.forget();
		expect( [ states.stateOf( input ) & SENSITIVE, states.isSecret( input ) ] ).toEqual( [ SENSITIVE, true ] );
	} );

	it.each( [ 'name', 'id' ] )( 'is one too when it is made anew as text under the same %s', ( attribute ) => {
		const states = boundary();
		states.stateOf( field( `<input type="password" ${ attribute }="x6">` ) );
		states.forget();
		const again = field( `<input ${ attribute }="x6">` );
		expect( [ states.stateOf( again ) & SENSITIVE, states.isSecret( again ) ] ).toEqual( [ SENSITIVE, true ] );
		expect( states.stateOf( field( `<input ${ attribute }="x7">` ) ) & SENSITIVE ).toBe( 0 );
	} );
} );

describe( 'A secret', () => {
	it.each( [ '<input type="password">', '<input autocomplete="one-time-code">', '<input autocomplete="cc-csc">', '<p data-candid="sensitive"><input></p>' ] )( 'is %s, whether inputs are recorded or not', ( html ) => {
		expect( [ true, false ].map( ( inputs ) => boundary( inputs ).isSecret( field( html ) ) ) ).toEqual( [ true, true ] );
	} );

	it( 'is a field whose name says so, in a blocked part too', () => {
		expect( boundary().isSecret( field( '<label>PIN <input></label>' ) ) ).toBe( true );
		expect( boundary().isSecret( field( '<section data-candid="block"><input name="cvv"></section>' ) ) ).toBe( true );
	} );

	it( 'is an empty field that only keys on the page can fill, where no names are read', () => {
		expect( boundary( false ).isSecret( field( '<input readonly>' ) ) ).toBe( true );
		expect( boundary( false ).isSecret( field( '<input readonly value="1">' ) ) ).toBe( false );
	} );

	it.each( [ '<input type="hidden" name="token">', '<input type="file">', '<input type="email">', '<input autocomplete="street-address">', '<input type="search" name="s">', '<input>' ] )( 'is not %s', ( html ) => {
		expect( boundary().isSecret( field( html ) ) ).toBe( false );
	} );
} );

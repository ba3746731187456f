// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createEcho } from '../../../src/recorder/echo';

const field = ( html: string, value = '' ): HTMLInputElement => {
	document.body.innerHTML = html;
	const input = document.querySelector( 'input' )!;
	input.value = value || input.value;
	return input;
};
const place = ( html: string ): Element => {
	const box = document.createElement( 'div' );
	box.innerHTML = html;
	return box.querySelector( '[data-it]' )!;
};

beforeEach( () => {
	document.body.innerHTML = '';
} );

describe( 'what a hidden field holds', () => {
	it( 'is hidden where the page says it in a sentence, as a whole word', () => {
		const echo = createEcho( '' );
		echo.watch( field( '<input name="first">', 'Anna' ) );
		expect( echo.hide( 'Hello, Anna! anna, Annabel' ) ).toBe( 'Hello, ***! ***, Annabel' );
	} );

	it( 'is hidden in the groups of a card drawn beside the form, while it is typed', () => {
		const echo = createEcho( '' );
		echo.watch( field( '<input name="n">', '4539 5787 6362' ) );
		expect( [ '4539', '6362', '63', '9999' ].map( ( text ) => echo.hide( text ) ) ).toEqual( [ '***', '***', '***', '9999' ] );
	} );

	it( 'leaves one or two digits of a whole page alone', () => {
		const echo = createEcho( '' );
		echo.watch( field( '<input name="n">', '4539 5787' ) );
		echo.forget( true );
		expect( echo.hide( '45' ) ).toBe( '45' );
	} );

	it( 'stays hidden when the form is gone', () => {
		const echo = createEcho( '' );
		const input = field( '<input name="first">', 'Anna' );
		echo.watch( input );
		echo.hide( 'x' );
		input.value = '';
		input.remove();
		echo.forget( false );
		expect( echo.hide( 'Thank you, Anna' ) ).toBe( 'Thank you, ***' );
	} );

	it( 'is hidden with what it held before, though the field holds the next thing', () => {
		const echo = createEcho( '' );
		const input = field( '<input name="first">', 'Anna' );
		echo.watch( input, false );
		input.value = 'Bob';
		echo.saw( input );
		input.value = '';
		expect( echo.hide( 'Anna, then Bob' ) ).toBe( '***, then ***' );
	} );

	it( 'is read when it is typed, before the page can empty the field', () => {
		const echo = createEcho( '' );
		echo.listen( window );
		const input = field( '<input name="first">', 'Anna' );
		input.dispatchEvent( new Event( 'input', { bubbles: true, composed: true } ) );
		input.value = '';
		expect( echo.hide( 'Hello, Anna' ) ).toBe( 'Hello, ***' );
	} );

	it( 'is hidden whole before a part of it, whatever the white space and the case', () => {
		const echo = createEcho( '' );
		document.body.innerHTML = '<input value="Anna"><input value="Anna  Nováková">';
		document.querySelectorAll( 'input' ).forEach( ( input ) => echo.watch( input, false ) );
		expect( echo.hide( 'İ: ANNA\n\tNOVÁKOVÁ came' ) ).toBe( 'İ: *** came' );
		expect( echo.hide( 'Two  spaces stay' ) ).toBe( 'Two  spaces stay' );
	} );

	it( 'pushes nobody out when there are too many fields and it is empty', () => {
		const echo = createEcho( '' );
		document.body.innerHTML = '<input value="Anna">' + '<input value="1">'.repeat( 400 );
		document.querySelectorAll( 'input' ).forEach( ( input ) => echo.watch( input, false ) );
		expect( echo.hide( 'Hello, Anna' ) ).toBe( 'Hello, ***' );
	} );

	it( 'is not looked for where the field is recorded, but for long numbers', () => {
		const echo = createEcho( '' );
		const input = field( '<input name="note">', 'Anna' );
		echo.watch( input, true );
		expect( echo.hide( 'Hello, Anna' ) ).toBe( 'Hello, Anna' );
		input.value = '45395787636';
		echo.watch( input, true );
		expect( echo.hide( 'Card 45395787636' ) ).toBe( 'Card ***' );
		input.value = 'Anna';
		echo.watch( input, true );
		expect( echo.hide( 'Card 45395787636' ) ).toBe( 'Card 45395787636' );
	} );

	it( 'may hold anything that means something in a pattern', () => {
		const echo = createEcho( '' );
		echo.watch( field( '<input name="x">', 'a-b (c) [d]* @!#$^' ) );
		expect( echo.hide( 'You wrote a-b (c) [d]* @!#$^' ) ).toBe( 'You wrote ***' );
	} );
} );

describe( 'what was searched for', () => {
	it( 'is hidden in titles and headings', () => {
		const echo = createEcho( 'mug' );
		expect( echo.hide( 'Results for mug' ) ).toBe( 'Results for ***' );
		expect( echo.hide( 'Results for “mug”', place( '<h1 data-it></h1>' ) ) ).toBe( 'Results for “***”' );
	} );

	it( 'is a product\'s own word among the results', () => {
		const echo = createEcho( 'mug' );
		expect( echo.hide( 'Early mug', place( '<ul><li><b data-it></b></li></ul>' ) ) ).toBe( 'Early mug' );
	} );
} );

it( 'changes nothing where no field is watched', () => {
	expect( createEcho( '' ).hide( 'Hello, Anna' ) ).toBe( 'Hello, Anna' );
} );

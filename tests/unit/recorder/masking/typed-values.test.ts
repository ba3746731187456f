// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { TypedValues } from '../../../../src/recorder/masking/typed-values';

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
		const typed = new TypedValues( '' );
		typed.watch( field( '<input name="first">', 'Anna' ) );
		expect( typed.hide( 'Hello, Anna! anna, Annabel' ) ).toBe( 'Hello, ***! ***, Annabel' );
	} );

	it( 'is hidden in the groups of a card drawn beside the form, while it is typed', () => {
		const typed = new TypedValues( '' );
		typed.watch( field( '<input name="n">', '4539 5787 6362' ) );
		expect( [ '4539', '6362', '63', '9999' ].map( ( text ) => typed.hide( text ) ) ).toEqual( [ '***', '***', '***', '9999' ] );
	} );

	it( 'leaves one or two digits of a whole page alone', () => {
		const typed = new TypedValues( '' );
		typed.watch( field( '<input name="n">', '4539 5787' ) );
		typed.forget( true );
		expect( typed.hide( '45' ) ).toBe( '45' );
	} );

	it( 'is hidden letter by letter where it is a code, with all other letters so that these tell nothing', () => {
		const typed = new TypedValues( '' );
		typed.watch( field( '<input name="n">', '4829AX' ), false, true );
		for ( const isSnapshot of [ true, false ] ) {
			typed.forget( isSnapshot );
			expect( [ ' 4 ', 'a', 'X', '7', 'B', '×', '48A' ].map( ( text ) => typed.hide( text ) ) ).toEqual( [ '***', '***', '***', '***', '***', '×', '48A' ] );
		}
	} );

	it( 'is not looked for letter by letter where it is no secret, empty or long', () => {
		for ( const [ value, isSecret ] of [ [ 'Anna', false ], [ '', true ], [ 'correct horse', true ] ] as const ) {
			const typed = new TypedValues( '' );
			typed.watch( field( '<input name="n"><input value="Bob">', value ), false, isSecret );
			typed.watch( document.querySelectorAll( 'input' )[ 1 ]! );
			typed.forget( true );
			expect( [ typed.hide( 'A' ), typed.hasSecret() ] ).toEqual( [ 'A', isSecret ] );
		}
	} );

	it( 'is not told by its length, nor by how much more there is room for, while it is written', () => {
		const typed = new TypedValues( '' );
		const input = field( '<input name="n" maxlength="500">', 'abcdefghijklm' );
		typed.watch( input );
		const shown = () => [ '13/500', '13', '487 characters left', '1300, 113 and 25' ].map( ( text ) => typed.hide( text ) );
		const open = shown();
		input.focus();
		typed.forget( false );
		expect( shown() ).toEqual( [ '***/500', '***', '*** characters left', '1300, 113 and 25' ] );
		// A whole page is full of numbers of its own.
		typed.forget( true );
		expect( shown() ).toEqual( open );
		input.blur();
		typed.forget( false );
		expect( shown() ).toEqual( open );
	} );

	it( 'is hidden whole though its own length stands in it', () => {
		const typed = new TypedValues( '' );
		const input = field( '<input name="n">', 'Elm 5' );
		typed.watch( input );
		input.focus();
		expect( [ typed.hide( 'Elm 5' ), typed.hide( 'To Elm 5, 5 of 9' ), typed.hide( '4111 1111 5 5 1111' ) ] ).toEqual( [ '***', 'To ***, *** of 9', '4111 1111 5 5 1111' ] );
	} );

	it( 'is hidden where a slider was moved, though the page writes it into the attribute too', () => {
		const typed = new TypedValues( '' );
		const input = field( '<input type="range" max="9999" value="250">' );
		typed.watch( input );
		expect( typed.hide( 'Up to 250' ) ).toBe( 'Up to 250' );
		input.value = '7381';
		input.setAttribute( 'value', '7381' );
		typed.forget( false );
		expect( typed.hide( 'Up to 7381' ) ).toBe( 'Up to ***' );
	} );

	it( 'is the page\'s own where nobody can write it, but not in a secret', () => {
		const typed = new TypedValues( '' );
		typed.watch( field( '<input readonly value="Black">' ) );
		expect( typed.hide( 'Black shoes' ) ).toBe( 'Black shoes' );
		typed.watch( field( '<input readonly value="Blue">' ), false, true );
		expect( typed.hide( 'Blue shoes' ) ).toBe( '*** shoes' );
		typed.watch( field( '<input readonly value="Red">', 'Green' ) );
		expect( typed.hide( 'Green shoes' ) ).toBe( '*** shoes' );
	} );

	it( 'stays hidden when the form is gone', () => {
		const typed = new TypedValues( '' );
		const input = field( '<input name="first">', 'Anna' );
		typed.watch( input );
		typed.hide( 'x' );
		input.value = '';
		input.remove();
		typed.forget( false );
		expect( typed.hide( 'Thank you, Anna' ) ).toBe( 'Thank you, ***' );
	} );

	it( 'is hidden with what it held before, though the field holds the next thing', () => {
		const typed = new TypedValues( '' );
		const input = field( '<input name="first">', 'Anna' );
		typed.watch( input, false );
		input.value = 'Bob';
		typed.saw( input );
		input.value = '';
		expect( typed.hide( 'Anna, then Bob' ) ).toBe( '***, then ***' );
	} );

	it( 'is read when it is typed, before the page can empty the field', () => {
		const typed = new TypedValues( '' );
		typed.start();
		const input = field( '<input name="first">', 'Anna' );
		input.dispatchEvent( new Event( 'input', { bubbles: true, composed: true } ) );
		input.value = '';
		expect( typed.hide( 'Hello, Anna' ) ).toBe( 'Hello, ***' );
	} );

	it( 'is hidden whole before a part of it, whatever the white space and the case', () => {
		const typed = new TypedValues( '' );
		document.body.innerHTML = '<input value="Anna"><input value="Anna  Nováková">';
		document.querySelectorAll( 'input' ).forEach( ( input ) => typed.watch( input, false ) );
		expect( typed.hide( 'İ: ANNA\n\tNOVÁKOVÁ came' ) ).toBe( 'İ: *** came' );
		expect( typed.hide( 'Two  spaces stay' ) ).toBe( 'Two  spaces stay' );
	} );

	it( 'pushes nobody out when there are too many fields and it is empty', () => {
		const typed = new TypedValues( '' );
		document.body.innerHTML = '<input value="Anna">' + '<input value="1">'.repeat( 400 );
		document.querySelectorAll( 'input' ).forEach( ( input ) => typed.watch( input, false ) );
		expect( typed.hide( 'Hello, Anna' ) ).toBe( 'Hello, ***' );
	} );

	it( 'is not looked for where the field is recorded, but for long numbers', () => {
		const typed = new TypedValues( '' );
		const input = field( '<input name="note">', 'Anna' );
		typed.watch( input, true );
		expect( typed.hide( 'Hello, Anna' ) ).toBe( 'Hello, Anna' );
		input.value = '45395787636';
		typed.watch( input, true );
		expect( typed.hide( 'Card 45395787636' ) ).toBe( 'Card ***' );
		input.value = 'Anna';
		typed.watch( input, true );
		expect( typed.hide( 'Card 45395787636' ) ).toBe( 'Card 45395787636' );
	} );

	it( 'may hold anything that means something in a pattern', () => {
		const typed = new TypedValues( '' );
		typed.watch( field( '<input name="x">', 'a-b (c) [d]* @!#$^' ) );
		expect( typed.hide( 'You wrote a-b (c) [d]* @!#$^' ) ).toBe( 'You wrote ***' );
	} );
} );

describe( 'what was searched for', () => {
	it( 'is hidden in titles and headings', () => {
		const typed = new TypedValues( 'mug' );
		expect( typed.hide( 'Results for mug' ) ).toBe( 'Results for ***' );
		expect( typed.hide( 'Results for “mug”', place( '<h1 data-it></h1>' ) ) ).toBe( 'Results for “***”' );
	} );

	it.each( [ 'type="search"', 'name="s"', 'name="q"', 'name="product-search"', 'name="searchQuery"', 'name="keywords"', 'role="searchbox"' ] )( 'is what a field with %s holds', ( attributes ) => {
		const typed = new TypedValues( '' );
		typed.watch( field( `<input ${ attributes } value="mug">` ) );
		expect( [ typed.hide( 'Early mug', place( '<ul><li data-it></li></ul>' ) ), typed.hide( 'Results for mug' ) ] ).toEqual( [ 'Early mug', 'Results for ***' ] );
	} );

	it( 'is a product\'s own word among the results', () => {
		const typed = new TypedValues( 'mug' );
		expect( typed.hide( 'Early mug', place( '<ul><li><b data-it></b></li></ul>' ) ) ).toBe( 'Early mug' );
	} );
} );

it( 'changes nothing where no field is watched', () => {
	expect( new TypedValues( '' ).hide( 'Hello, Anna' ) ).toBe( 'Hello, Anna' );
} );

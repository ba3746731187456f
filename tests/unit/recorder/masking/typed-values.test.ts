// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { createEcho } from '../../../../src/recorder/masking/typed-values';

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

	it( 'is hidden letter by letter where it is a code, with all other letters so that these tell nothing', () => {
		const echo = createEcho( '' );
		echo.watch( field( '<input name="n">', '4829AX' ), false, true );
		for ( const isSnapshot of [ true, false ] ) {
			echo.forget( isSnapshot );
			expect( [ ' 4 ', 'a', 'X', '7', 'B', '×', '48A' ].map( ( text ) => echo.hide( text ) ) ).toEqual( [ '***', '***', '***', '***', '***', '×', '48A' ] );
		}
	} );

	it( 'is not looked for letter by letter where it is no secret, empty or long', () => {
		for ( const [ value, isSecret ] of [ [ 'Anna', false ], [ '', true ], [ 'correct horse', true ] ] as const ) {
			const echo = createEcho( '' );
			echo.watch( field( '<input name="n"><input value="Bob">', value ), false, isSecret );
			echo.watch( document.querySelectorAll( 'input' )[ 1 ]! );
			echo.forget( true );
			expect( [ echo.hide( 'A' ), echo.hasSecret() ] ).toEqual( [ 'A', isSecret ] );
		}
	} );

	it( 'is not told by its length, nor by how much more there is room for, while it is written', () => {
		const echo = createEcho( '' );
		const input = field( '<input name="n" maxlength="500">', 'abcdefghijklm' );
		echo.watch( input );
		const shown = () => [ '13/500', '13', '487 characters left', '1300, 113 and 25' ].map( ( text ) => echo.hide( text ) );
		const open = shown();
		input.focus();
		echo.forget( false );
		expect( shown() ).toEqual( [ '***/500', '***', '*** characters left', '1300, 113 and 25' ] );
		// A whole page is full of numbers of its own.
		echo.forget( true );
		expect( shown() ).toEqual( open );
		input.blur();
		echo.forget( false );
		expect( shown() ).toEqual( open );
	} );

	it( 'is hidden whole though its own length stands in it', () => {
		const echo = createEcho( '' );
		const input = field( '<input name="n">', 'Elm 5' );
		echo.watch( input );
		input.focus();
		expect( [ echo.hide( 'Elm 5' ), echo.hide( 'To Elm 5, 5 of 9' ), echo.hide( '4111 1111 5 5 1111' ) ] ).toEqual( [ '***', 'To ***, *** of 9', '4111 1111 5 5 1111' ] );
	} );

	it( 'is hidden where a slider was moved, though the page writes it into the attribute too', () => {
		const echo = createEcho( '' );
		const input = field( '<input type="range" max="9999" value="250">' );
		echo.watch( input );
		expect( echo.hide( 'Up to 250' ) ).toBe( 'Up to 250' );
		input.value = '7381';
		input.setAttribute( 'value', '7381' );
		echo.forget( false );
		expect( echo.hide( 'Up to 7381' ) ).toBe( 'Up to ***' );
	} );

	it( 'is the page\'s own where nobody can write it, but not in a secret', () => {
		const echo = createEcho( '' );
		echo.watch( field( '<input readonly value="Black">' ) );
		expect( echo.hide( 'Black shoes' ) ).toBe( 'Black shoes' );
		echo.watch( field( '<input readonly value="Blue">' ), false, true );
		expect( echo.hide( 'Blue shoes' ) ).toBe( '*** shoes' );
		echo.watch( field( '<input readonly value="Red">', 'Green' ) );
		expect( echo.hide( 'Green shoes' ) ).toBe( '*** shoes' );
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

	it.each( [ 'type="search"', 'name="s"', 'name="q"', 'name="product-search"', 'name="searchQuery"', 'name="keywords"', 'role="searchbox"' ] )( 'is what a field with %s holds', ( attributes ) => {
		const echo = createEcho( '' );
		echo.watch( field( `<input ${ attributes } value="mug">` ) );
		expect( [ echo.hide( 'Early mug', place( '<ul><li data-it></li></ul>' ) ), echo.hide( 'Results for mug' ) ] ).toEqual( [ 'Early mug', 'Results for ***' ] );
	} );

	it( 'is a product\'s own word among the results', () => {
		const echo = createEcho( 'mug' );
		expect( echo.hide( 'Early mug', place( '<ul><li><b data-it></b></li></ul>' ) ) ).toBe( 'Early mug' );
	} );
} );

it( 'changes nothing where no field is watched', () => {
	expect( createEcho( '' ).hide( 'Hello, Anna' ) ).toBe( 'Hello, Anna' );
} );

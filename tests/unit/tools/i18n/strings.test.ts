import { describe, expect, it } from 'vitest';
import { stringsOfPhp } from '../../../../tools/i18n/strings-of-php.mjs';
import { stringsOfScript } from '../../../../tools/i18n/strings-of-script.mjs';

const script = ( text: string ) => stringsOfScript( 'a.tsx', text );
const php = ( text: string ) => stringsOfPhp( 'a.php', `<?php\n${ text }` );

describe( 'reading texts out of TypeScript', () => {
	it( 'finds texts in calls, in markup and joined with +', () => {
		expect( script( `const a = <p title={ __( 'One', 'candid' ) }>{ _x( 'Two', 'verb', 'candid' ) }</p>; __( 'Th' + 'ree', 'candid' );` ) ).toMatchObject( [
			{ id: 'One' },
			{ id: 'Two', context: 'verb' },
			{ id: 'Three' },
		] );
	} );

	it( 'finds both forms of a plural and the note above', () => {
		expect( script( `/* translators: %d: pages. */\n_n( '%d page', '%d pages', n, 'candid' );` ) ).toMatchObject( [
			{ id: '%d page', plural: '%d pages', note: 'translators: %d: pages.' },
		] );
	} );

	it( 'leaves comments, other functions and methods aside', () => {
		expect( script( `// __( 'No', 'candid' )\nconst s = "__( 'No', 'candid' )"; other.__( 'No', 'candid' );` ) ).toEqual( [] );
	} );

	it( 'refuses a text that is computed, and another text domain', () => {
		expect( () => script( `__( name, 'candid' );` ) ).toThrow( 'a.tsx:1: write the text of __() as a literal' );
		expect( () => script( `__( 'Yes' );` ) ).toThrow( "must be 'candid'" );
	} );
} );

describe( 'reading texts out of PHP', () => {
	it( 'finds texts, plurals, contexts and notes', () => {
		expect( php( `// translators: %s: a name.\necho esc_html__( 'It\\'s %s', 'candid' );\n_nx( 'a', 'b', f( 1, 2 ), 'c', 'candid' );` ) ).toMatchObject( [
			{ id: "It's %s", note: 'translators: %s: a name.' },
			{ id: 'a', plural: 'b', context: 'c' },
		] );
	} );

	it( 'reads both kinds of quotation and joined texts', () => {
		expect( php( `__( "Line\\nand \\u{2019}", 'candid' ); __( 'a' . "b", 'candid' );` ) ).toMatchObject( [ { id: 'Line\nand \u2019' }, { id: 'ab' } ] );
	} );

	it( 'leaves comments, methods and definitions aside', () => {
		expect( php( `/* __( 'No', 'candid' ) */ # __( 'No', 'candid' )\n$a->__( 'No', 'candid' ); function __( $a ) {} $s = "__( 'No' )";` ) ).toEqual( [] );
	} );

	it( 'refuses a text that is computed, and another text domain', () => {
		expect( () => php( `__( "Hello $name", 'candid' );` ) ).toThrow( 'a.php:2: write the text of __() as a literal' );
		expect( () => php( `__( 'Hello', 'other' );` ) ).toThrow( "must be 'candid'" );
	} );
} );

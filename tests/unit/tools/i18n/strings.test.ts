import { describe, expect, it } from 'vitest';
import { stringsOfPhp } from '../../../../tools/i18n/strings-of-php.mjs';
import { stringsOfScript } from '../../../../tools/i18n/strings-of-script.mjs';

const script = ( text: string ) => stringsOfScript( 'a.tsx', text );
const php = ( text: string ) => stringsOfPhp( { 'a.php': `<?php\n${ text }` } )[ 'a.php' ];

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

	it( 'leaves what the style rules refuse: computed texts and other text domains', () => {
		expect( script( `__( name, 'candid' ); __( 'Yes' ); __( 'No', 'other' );` ) ).toEqual( [] );
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

	it( 'reads texts in arrow functions, named arguments of other calls and classes', () => {
		expect( php( `final class A { public function a() { return array_map( fn( $a ) => \\esc_html__( 'In', 'candid' ), array( 'x' => sprintf( __( '%d of [%s]', 'candid' ), 1, $b['c'] ) ) ); } }` ) ).toEqual( [ { id: 'In' }, { id: '%d of [%s]' } ] );
	} );

	it( 'leaves what the style rules refuse: computed texts and other text domains', () => {
		expect( php( `__( "Hello $name", 'candid' ); __( 'Hello', 'other' ); __( 'a' . $b, 'candid' ); __( f( 'a' ), 'candid' );` ) ).toEqual( [] );
	} );
} );

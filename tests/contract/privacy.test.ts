/**
 * The samples both sides keep: tests/php/Unit/Privacy/Privacy_Samples_Test.php runs the same files.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { keptKeys, scrubAttribute, scrubCss, scrubStyle, scrubText, scrubUrl, type Preset } from '../../src/privacy';
import { foldWords, sensitiveWord } from '../../src/privacy/words';

const samples = < T >( name: string ): T[] => JSON.parse( readFileSync( new URL( `./samples/${ name }.json`, import.meta.url ), 'utf8' ) );

interface AttributeSample { tag: string; name: string; value: string; preset: Preset; masked: boolean; control: boolean; inputs: boolean; type: string; sensitive: boolean; out: string | null }

describe( 'What the browser lets out, the server lets in unchanged', () => {
	it.each( samples< { text: string; preset: Preset; out: string } >( 'text' ) )( 'text $preset: $text', ( { text, preset, out } ) => {
		expect( scrubText( text, preset ) ).toBe( out );
		expect( scrubText( out, preset ) ).toBe( out );
	} );
	it.each( samples< { url: string; keep: string[]; inputs: boolean; out: string } >( 'url' ) )( 'address $url', ( { url, keep, inputs, out } ) => {
		expect( scrubUrl( url, keptKeys( keep, inputs ) ) ).toBe( out );
		expect( scrubUrl( out, keptKeys( keep, inputs ) ) ).toBe( out );
	} );
	it.each( samples< { kind: string; css: string; preset: Preset; out: string } >( 'css' ) )( 'style $preset: $css', ( { kind, css, preset, out } ) => {
		const scrub = kind === 'sheet' ? scrubCss : scrubStyle;
		expect( scrub( css, [], preset ) ).toBe( out );
		expect( scrub( out, [], preset ) ).toBe( out );
	} );
	it.each( samples< { text: string; folded: string; word: string | null } >( 'word' ) )( 'field name $text', ( { text, folded, word } ) => {
		expect( foldWords( text ) ).toBe( folded );
		expect( sensitiveWord( text ) ).toBe( word );
	} );
	it.each( samples< AttributeSample >( 'attribute' ) )( '$preset <$tag $name="$value">', ( { tag, name, value, out, ...context } ) => {
		expect( scrubAttribute( tag, name, value, { ...context, keep: [] } ) ).toBe( out );
	} );
} );

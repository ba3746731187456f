import { type CSSToken, tokenize, TokenType } from '@csstools/css-tokenizer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apart, cleanCss, cleanPieces, cutSheet, fontDeclarations, fontSources } from '../../../src/decoder/sanitize/css';

/** What a browser may never find in a sheet on the stage, read by a tokenizer that is not ours. */
const FUNCTIONS = /^(url|src|image-set|-webkit-image-set|image|cross-fade|-webkit-cross-fade|element|paint)$/i;
const AT_RULES = /^(import|font-face|namespace|charset)$/i;

function reachesOut( [ type, text, , , value ]: CSSToken ): boolean {
	return (
		[ TokenType.URL, TokenType.BadURL, TokenType.BadString ].includes( type ) ||
		( type === TokenType.Function && FUNCTIONS.test( value.value ) ) ||
		( type === TokenType.AtKeyword && AT_RULES.test( value.value ) ) ||
		// Cut off by the end of the sheet, it would swallow what is put behind it.
		( type === TokenType.String && ( text.length < 2 || text.at( -1 ) !== text[ 0 ] || /(^|[^\\])(\\\\)*\\$/.test( text.slice( 0, -1 ) ) ) )
	);
}

const closed = ( css: string ) => cleanCss( css, { image: () => null } );

describe( 'style sheets on the stage', () => {
	it.each( [
		'.a > .b:hover::before{content:"x;{}";color:red}',
		'@media (min-width:600px){.sm\\:flex{display:flex}}',
		'@supports (display:grid){a{color:rgb(1 2 3 / 40%)}}',
		'@keyframes k{from{top:0}to{top:calc(100% - 10px)}}',
		':root{--x:1px;--y:var(--x,2px)}',
		'a{width:min(10px,5vw)}b{x:y}',
	] )( 'keeps %s as it is', ( css ) => {
		expect( closed( css ) ).toBe( css );
	} );

	it.each( [
		[ 'a{background:url(https://e.example/x.png)}', 'a{background:none}' ],
		[ 'a{background:URL( "x.png" ) red}', 'a{background:none red}' ],
		[ 'a{background:\\75 rl(x)}', 'a{background:none}' ],
		[ 'a{background:u\\72l(x)}', 'a{background:none}' ],
		[ 'a{background:url(x\\)y)}', 'a{background:none}' ],
		[ 'a{background:image-set("x.png" 1x, url(y) 2x);color:red}', 'a{background:none;color:red}' ],
		[ 'a{background:-webkit-cross-fade(url(a), url(b), 50%)}', 'a{background:none}' ],
		[ '@import "x.css";a{b:c}', '/**/a{b:c}' ],
		[ '@IMPORT url(x);a{b:c}', '/**/a{b:c}' ],
		[ '@\\69mport "x";a{b:c}', '/**/a{b:c}' ],
		[ '@font-face{font-family:x;src:url(x)}a{b:c}', '/**/a{b:c}' ],
		[ '@namespace url(http://x);a{b:c}', '/**/a{b:c}' ],
		[ 'a{background:url(x', 'a{background:none' ],
		[ 'a{b:"x\nurl(y)}', 'a{b:/**/none}' ],
		[ 'a{b:"x\rurl(y)"}', 'a{b:/**/none/**/' ],
		[ 'a{b:"x\\"', 'a{b:/**/' ],
	] )( 'makes %j into %j', ( css, expected ) => {
		expect( closed( css ) ).toBe( expected );
	} );

	it( 'hands addresses to whoever may answer for them', () => {
		expect( cleanCss( 'a{background:url("p\\69 c.png")}', { image: ( url ) => `var(--${ url })` } ) ).toBe( 'a{background:var(--pic.png)}' );
	} );

	it( 'lets no address and no import through, whatever it is given', () => {
		const piece = fc.constantFrom(
			...[ 'url(', 'URL(', 'u\\72l(', 'u', 'rl(', '\\75', 'src(', 'image-set(', '@import', '@', 'import', '@\\69mport ', '@media x', '@font-face' ],
			...[ '"', "'", ')', '(', '{', '}', ';', ':', '\\', '\n', '\r', '\r\n', '\f', '\0', '/*', '*/', 'http://e.example/x', 'a', ' ', '-', '--', '1', '#', '\u00a0' ],
		);
		fc.assert(
			fc.property( fc.array( piece, { maxLength: 30 } ), ( parts ) => {
				expect( tokenize( { css: closed( parts.join( '' ) ) } ).filter( reachesOut ) ).toEqual( [] );
			} ),
			{ numRuns: 20_000 },
		);
	}, 60_000 );

	it( 'lets nothing grow together where pieces of a sheet meet, whichever of them is replaced', () => {
		const piece = fc.constantFrom( 'url(', 'u', 'rl(', '\\75', '@', 'import ', '"', "'", ')', '(', '{', '}', ';', ':', '\\', '\n', '/*', '*/', '/', '*', 'http://e.example/x', 'a', ' ', ':hover', ',', '/* rr_split */' );
		const text = fc.array( piece, { maxLength: 8 } ).map( ( parts ) => parts.join( '' ) );
		const sheets = { image: () => null, rule: () => true };
		fc.assert(
			fc.property( fc.array( text, { minLength: 1, maxLength: 4 } ), text, fc.nat( 3 ), ( parts, other, at ) => {
				const pieces = cleanPieces( parts, sheets ).map( apart );
				expect( tokenize( { css: pieces.join( '' ) } ).filter( reachesOut ) ).toEqual( [] );
				pieces[ at % pieces.length ] = apart( cleanCss( other, sheets ) );
				expect( tokenize( { css: pieces.join( '' ) } ).filter( reachesOut ) ).toEqual( [] );
			} ),
			{ numRuns: 5_000 },
		);
	}, 60_000 );

	it( 'reads a sheet in pieces as one, cut where a rule or declaration ends', () => {
		expect( cleanPieces( [ 'a{co', 'lor:red}b{c:d}', 'e{f:g}' ], { image: () => null } ) ).toEqual( [ 'a{color:red}', 'b{c:d}', 'e{f:g}' ] );
	} );

	it.each( [
		[ 'a:hover{b:c}', 'a:hover,a.\\:hover{b:c}' ],
		[ '.a, .b:hover > i , u{c:d}', '.a, .b:hover > i , u, .b.\\:hover > i {c:d}' ],
		[ '@media (min-width:1px){a:not(:hover,.x)::before{b:c}}', '@media (min-width:1px){a:not(:hover,.x)::before,a:not(.\\:hover,.x)::before{b:c}}' ],
		[ '.a{color:red;&:hover{b:c}}', '.a{color:red;&:hover,&.\\:hover{b:c}}' ],
		[ '.hover\\:x{b:c}', '.hover\\:x{b:c}' ],
		[ 'a{b:c:hover}', 'a{b:c:hover}' ],
		[ '::-webkit-scrollbar-thumb:hover{b:c}', '::-webkit-scrollbar-thumb:hover{b:c}' ],
		[ 'a:is(:hover{b:c}', 'a:is(:hover{b:c}' ],
		[ '@media (min-device-width:1px) and (max-device-height:2px){a{b:min-device-width}}', '@media (min-width:1px) and (max-height:2px){a{b:min-device-width}}' ],
	] )( 'lets %j answer to the recorded pointer and window', ( css, expected ) => {
		expect( cleanCss( css, { image: () => null, rule: () => true } ) ).toBe( expected );
	} );

	it.each( [
		[ 'a.b#c{}', '#c' ],
		[ 'x > a.b:hover::before ', '.b .b' ],
		[ 'div p', 'p' ],
		[ '.a *, [b], :is(.a, .b), i', '   i' ],
		[ '.a/**/ + svg|b', 'svg' ],
		[ '@media x', '' ],
	] )( 'files %s where a browser does', ( selector, keys ) => {
		const seen: string[] = [];
		cleanCss( `${ selector }{}`, { image: () => null, rule: ( found ) => ( seen.push( found.join( ' ' ) ), true ) } );
		expect( seen[ 0 ] ).toBe( keys );
	} );

	it.each( [
		[ 'a string that is never closed', 'a{b:u"x\nrl(https://e.example)}' ],
		[ 'a string behind an escape', 'a{b:\\75"x\nrl(https://e.example)}' ],
		[ 'an at-rule', 'u@x;rl(https://e.example)' ],
		[ 'a comment', 'a{b:u/**/rl(https://e.example)}' ],
	] )( 'lets nothing grow together where %s was left out', ( _what, css ) => {
		expect( tokenize( { css: closed( css ) } ).filter( reachesOut ) ).toEqual( [] );
	} );

	it( 'stops when there are too many rules', () => {
		let left = 2;
		expect( cleanCss( 'a{b:c}d{e:f}g{h:i}', { image: () => null, rule: () => left-- > 0 } ) ).toBe( 'a{b:c}d{e:f}g' );
	} );

	it( 'cuts a long sheet after a whole rule', () => {
		expect( cutSheet( 'a{b:c}d{e:f}', 8 ) ).toBe( 'a{b:c}' );
		expect( cutSheet( 'a{b:c}', 6 ) ).toBe( 'a{b:c}' );
	} );

	it( 'reads what a font face says', () => {
		const found = fontDeclarations( 'font-family:"A; B";src:url(a.woff2) format("woff2"),url("b.woff");font-weight:700' );
		expect( found.get( 'font-family' ) ).toBe( '"A; B"' );
		expect( found.get( 'font-weight' ) ).toBe( '700' );
		expect( fontSources( found.get( 'src' ) ?? '' ) ).toEqual( [ 'a.woff2', 'b.woff' ] );
	} );
} );

// @vitest-environment jsdom
/**
 * These rules run in the visitor's page: whatever a page holds, they take time in proportion to its length.
 */
import { describe, it, vi } from 'vitest';
import { FieldLabels, FieldReasons, SelectorLists, Verdicts, maskText, scrubAttribute, scrubCss, scrubStyle, scrubText, scrubUrl, sensitiveWord, type AttributeContext } from '../../../src/privacy';
import { foldWords } from '../../../src/privacy/words';
import { surveyPage } from '../../../src/picker';
import { ibanLength, luhnOf } from '../../../src/privacy/checksums';
import { expectLinear } from '../linear-time';

const long = ( part: string, size: number ) => part.repeat( Math.ceil( size / part.length ) );
const numbers = ( count: number, of: ( i: number ) => number ) => Array.from( { length: count }, ( _, i ) => of( i ) ).join( ' ' );

/** Texts that make a pattern begin at every character, or end late. */
const TEXTS = [
	...[ '1', 'a', '1 ', 'AB12 ', 'AB12', 'a@', '@', '+1(', 'eyJ', '-----BEGIN KEY', '1 1a', '(555) ', 'a.', '-', ' ', 'a-1-', '\u0664\u0661 ', '4\u200b1 ', 'aA1', '\u{1d7ce}', 'a@b.', '1234 5678 9012 3456, ', '0 1', '+', '\n1' ],
	`${ numbers( 100, () => 1 ) }x,`,
	`${ numbers( 100, () => 4 ) }x,`,
	`${ numbers( 66, ( i ) => 10 + i ) }x,`,
	`${ 'a.'.repeat( 1000 ) } `,
	`${ 'a'.repeat( 64 ) }@${ 'b.'.repeat( 100 ) } `,
	`${ 'aaaaaaaaaaaaaaaaaaaa.'.repeat( 100 ) } `,
];
const STYLES = [ '"a"', '"a@a"', '"\\61\\61"', 'a', '\\61 ', 'url(/x)', 'url(', '/**/', '/*', '"\n', '(', '1 1 1 1 1 1 1 1 1 1 1 1 x', '1', 'u\\', '\\', '-', '@', 'a--', '--a:1;', ':', '::a(', '--a:111111111111x;', '--a:var(var(;', '\\75 ', '\\0', ';', '.a:nth-child(2n+1){}', '@import', 'src(', ')', `--a:${ '1'.repeat( 900 ) }x;` ];
const VALUES = [ '/a 1x, ', ',', ' ', '1e1', '1.', 'url(#a', 'translate(', '#fff', 'nonce', 'key :', '%25', 'a=1,', '1', '"', 'M1 1', '\t' ];

/** One of each way that attributes are looked at. */
const ATTRIBUTES = [ [ 'img', 'srcset' ], [ 'path', 'd' ], [ 'p', 'data-x' ], [ 'p', 'title' ], [ 'x-y', 'state' ], [ 'p', 'class' ], [ 'svg', 'viewBox' ], [ 'meta', 'content' ], [ 'a', 'href' ], [ 'p', 'style' ] ] as const;

vi.setConfig( { testTimeout: 120_000 } );

describe( 'Text is looked through in time that grows with its length', () => {
	it.each( TEXTS )( '%.20s…', ( part ) => {
		expectLinear( ( size ) => {
			const texts = Array.from( { length: 4 }, () => long( part, size / 4 ) );
			return () => texts.map( ( text ) => scrubText( text, 'balanced' ) );
		}, 16_384, 131_072 );
	} );

	it( 'as words that are masked', () => expectLinear( ( size ) => {
		const text = long( 'a ', size );
		return () => maskText( text );
	}, 65_536 ) );

	it.each( [ 'aA', 'é', ' ', 'ß', 'pass', 'number ', '\u{1d7ce}', '\ufdfa' ] )( 'as the name of a field: %s…', ( part ) => expectLinear( ( size ) => {
		const text = long( part, size );
		return () => [ foldWords( text ), sensitiveWord( text ) ];
	}, 16_384 ) );

	it( 'as digits and accounts', () => {
		expectLinear( ( size ) => {
			const digits = long( '4539578763621486', size );
			return () => {
				const passes = luhnOf( digits );
				for ( let at = 0; at < size - 16; at++ ) {
					passes( at, at + 16 );
				}
			};
		}, 16_384 );
		expectLinear( ( size ) => {
			const run = `GB82${ long( 'A1 ', size ) }`;
			return () => ibanLength( run, ' ' );
		}, 65_536 );
	} );
} );

describe( 'Addresses', () => {
	it.each( [ '/a', '?p&', '/x?p=1&', '%41', 'a@', 'a', '//a@', 'https://xn--a.', '//xn--', '/search/a.', '/a.png', ';', '\\', '%25', '?utm_a-', '#', '?s=%2525' ] )( 'are scrubbed in time that grows with their length and number: %s…', ( part ) => {
		// Many of the longest that are looked at, and of the longest hosts.
		for ( const length of [ 240, 8100 ] ) {
			expectLinear( ( size ) => {
				const url = `https://${ long( part.replace( /^https:\/\//, '' ), length ).slice( 0, length ) }`;
				const count = Math.ceil( size / length );
				return () => {
					for ( let i = 0; i < count; i++ ) {
						scrubUrl( url, [] );
					}
				};
			}, 16_384, 131_072 );
		}
	} );

	it( 'of 8 KB take no longer each than their length in short ones', () => {
		// A rule that is quadratic up to a bound is linear in the number of addresses: this compares lengths.
		expectLinear( ( size ) => {
			const url = `https://${ long( 'xn--a.', size ) }/`;
			return () => {
				for ( let i = 0; i < 400; i++ ) {
					scrubUrl( url, [] );
				}
			};
		}, 500, 2000 );
	} );
} );

describe( 'Style sheets and style attributes', () => {
	it.each( STYLES )( '%.20s…', ( part ) => {
		for ( const preset of [ 'balanced', 'strict' ] as const ) {
			expectLinear( ( size ) => {
				const css = `(${ long( part, size ) }`;
				return () => [ scrubCss( css, [], preset ), scrubStyle( css.slice( 1 ), [], preset ) ];
			}, 16_384, 131_072 );
		}
	} );

	it( 'with one long name before many colons', () => expectLinear( ( size ) => {
		const css = `(${ long( 'a', size ) }${ long( ':', size ) }`;
		return () => scrubCss( css, [], 'strict' );
	}, 16_384, 65_536 ) );
} );

describe( 'Attributes', () => {
	const context: AttributeContext = { preset: 'open', masked: false, control: false, inputs: true, keep: [] };
	it.each( VALUES )( '%s…', ( part ) => {
		expectLinear( ( size ) => {
			const value = long( part, size );
			return () => ATTRIBUTES.map( ( [ tag, name ] ) => scrubAttribute( tag, name, value, context ) );
		}, 16_384, 131_072 );
	} );
} );

describe( 'A page', () => {
	const build = ( html: string ): Document => {
		const page = document.implementation.createHTMLDocument( '' );
		page.body.innerHTML = html;
		return page;
	};
	const rules = { preset: 'balanced', inputs: true, blocked: [ '.secret', '.open .closed' ] } as const;

	it.each( [
		[ 'many paragraphs', ( size: number ) => '<p class="a">Text</p>'.repeat( size ) ],
		[ 'many fields with labels', ( size: number ) => Array.from( { length: size }, ( _, i ) => `<label for="f${ i }">Name</label><input id="f${ i }" name="n${ i }">` ).join( '' ) ],
		[ 'one group with many fields', ( size: number ) => `<fieldset><p>x</p>${ '<input name="city">'.repeat( size ) }</fieldset>` ],
		[ 'many fields under one long label', ( size: number ) => `<p id="l">${ '<b></b>'.repeat( size ) }</p>${ '<input aria-labelledby="l">'.repeat( size ) }` ],
		[ 'many password fields', ( size: number ) => '<input type="password" name="p"><input name="q">'.repeat( size ) ],
		[ 'many blocked parts', ( size: number ) => '<p class="secret"><input></p>'.repeat( size ) ],
	] as const )( 'is surveyed in time that grows with it: %s', ( _what, html ) => {
		expectLinear( ( size ) => {
			const page = build( html( size ) );
			return () => surveyPage( page, rules );
		}, 64, 1024 );
	} );

	it( 'of many elements inside each other is judged in time that grows with their number', () => {
		expectLinear( ( size ) => {
			const page = build( '' );
			let at: Element = page.body;
			for ( let i = 0; i < size; i++ ) {
				at = at.appendChild( page.createElement( i % 10 ? 'div' : 'p' ) );
			}
			const elements = [ ...page.body.querySelectorAll( '*' ) ];
			return () => {
				const verdicts = new Verdicts( page, rules );
				elements.forEach( ( element ) => verdicts.of( element ) );
			};
		}, 128, 2048 );
	} );

	it( 'with many labels for one field', () => expectLinear( ( size ) => {
		const page = build( `<input id="one">${ '<label for="one">x</label>'.repeat( size ) }` );
		const field = page.querySelector( 'input' )!;
		return () => new FieldLabels().of( field ).length;
	}, 128, 4096 ) );

	it( 'whose fields are asked for again and again', () => expectLinear( ( size ) => {
		const page = build( '<label>City <input></label>'.repeat( size ) );
		const fields = [ ...page.querySelectorAll( 'input' ) ];
		return () => {
			const reasons = new FieldReasons( 'balanced', sensitiveWord );
			fields.forEach( ( field ) => [ 1, 2, 3 ].forEach( () => reasons.of( field ) ) );
		};
	}, 128, 4096 ) );

	it( 'protected by many selectors', () => expectLinear( ( size ) => {
		const names = Array.from( { length: size }, ( _, i ) => `.c${ i }` );
		return () => {
			const lists = new SelectorLists();
			names.forEach( ( name ) => lists.add( name, 1 ) );
			return lists.interesting.length;
		};
	}, 128, 4096 ) );
} );

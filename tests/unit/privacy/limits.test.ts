/**
 * These rules run in the visitor's page: whatever a page holds, they take time in proportion to its length, and what
 * is longer than anything a site prints is left out instead of looked at.
 */
import { describe, expect, it } from 'vitest';
import * as limits from '../../../src/contracts/generated/privacy-rules/limits';
import { MASK, scrubAttribute, scrubCss, scrubStyle, scrubText, scrubUrl } from '../../../src/privacy';

const long = ( part: string ) => part.repeat( Math.ceil( 250000 / part.length ) );
const numbers = ( count: number, of: ( i: number ) => number ) => Array.from( { length: count }, ( _, i ) => of( i ) ).join( ' ' );
/** Processor time, ms. Generous: machines differ. What these rules once took was 5 to 20 s. */
const LONGEST = 1500;

function inTime( work: () => unknown, what: string ): void {
	const start = process.cpuUsage();
	work();
	expect( process.cpuUsage( start ).user / 1000, what ).toBeLessThan( LONGEST );
}

describe( 'A quarter of a million characters', () => {
	it.each( [
		...[ '1', 'a', '1 ', 'AB12 ', 'AB12', 'a@', '@', '+1(', 'eyJ', '-----BEGIN KEY', '1 1a', '(555) ', 'a.', '-', ' ', 'a-1-', '\u0664\u0661 ', '4\u200b1 ' ],
		`${ numbers( 100, () => 1 ) }x,`,
		`${ numbers( 100, () => 0 ) }x,`,
		`${ numbers( 100, () => 4 ) }x,`,
		`${ numbers( 66, ( i ) => 10 + i ) }x,`,
		`${ 'a.'.repeat( 1000 ) } `,
		`${ 'a'.repeat( 64 ) }@${ 'b.'.repeat( 100 ) } `,
		`${ 'aaaaaaaaaaaaaaaaaaaa.'.repeat( 100 ) } `,
	] )( 'of text are soon looked through: %.20s…', ( part ) => {
		inTime( () => scrubText( long( part ), 'balanced' ), part );
	} );

	it.each( [ '/a', '?p&', '/x?p=1&', '%41', 'a@', 'a', '//a@' ] )( 'of an address: %s…', ( part ) => {
		inTime( () => scrubUrl( long( part ), [] ), part );
		const parts = Array.from( { length: 30 }, () => part.repeat( Math.floor( 8000 / part.length ) ) );
		inTime( () => parts.forEach( ( url ) => scrubUrl( url, [] ) ), part );
	} );

	it.each( [ '"a"', '"a@a"', '"\\61\\61"', 'a', '\\61 ', 'url(/x)', 'url(', '/**/', '/*', '"\n', '(', '1 1 1 1 1 1 1 1 1 1 1 1 x', '1', 'u\\', '\\', '-', '@', 'a--', '--a:1;' ] )( 'of style: %s…', ( part ) => {
		inTime( () => scrubCss( `(${ long( part ) }`, [] ), part );
		inTime( () => scrubStyle( long( part ), [] ), part );
	} );
} );

describe( 'What is longer than anything a site prints', () => {
	it( 'is hidden as a text, if it may hold a secret', () => {
		const text = 'pay 4111111111111111 '.repeat( Math.floor( limits.text / 21 ) );
		expect( scrubText( text, 'open' ) ).toContain( `pay ${ MASK } pay` );
		expect( scrubText( text + text, 'open' ) ).toBe( MASK );
		expect( scrubText( 'words '.repeat( 100000 ), 'balanced' ) ).not.toContain( MASK );
	} );
	it( 'is hidden as a token', () => {
		expect( scrubText( `${ 'a.'.repeat( limits.token ) } @`, 'open' ) ).toBe( `${ MASK } @` );
		expect( scrubText( `${ 'a.'.repeat( limits.token / 2 ) } @`, 'open' ) ).not.toContain( MASK );
	} );
	it( 'is of an address only the host', () => {
		expect( scrubUrl( `https://shop.test/?${ 'p&'.repeat( limits.url ) }`, [] ) ).toBe( 'https://shop.test' );
		expect( scrubUrl( `/${ 'a/'.repeat( limits.url ) }`, [] ) ).toBe( '' );
	} );
	it( 'is left out as a list of pictures', () => {
		const context = { preset: 'balanced', masked: false, control: false, inputs: false, keep: [] } as const;
		expect( scrubAttribute( 'img', 'srcset', '/a.png 1x, '.repeat( limits.list ), context ) ).toBeNull();
		expect( scrubAttribute( 'img', 'srcset', '/a.png 1x, /b.png 2x', context ) ).toBe( '/a.png 1x, /b.png 2x' );
	} );
} );

// @vitest-environment jsdom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isQrCode, saysCode, squaresIn, textsNear } from '../../../src/privacy/drawing';

const show = ( html: string ): Element => {
	document.body.innerHTML = html;
	return document.querySelector( '[data-it]' ) ?? document.body.firstElementChild!;
};
const rows = ( count: number, cells: number, tags = [ 'tr', 'td' ] ) => `<${ tags[ 0 ] }>${ `<${ tags[ 1 ] }></${ tags[ 1 ] }>`.repeat( cells ) }</${ tags[ 0 ] }>`.repeat( count );
const squares = ( count: number ) => 'M0 0h4v4h-4z'.repeat( count );

afterEach( () => {
	vi.restoreAllMocks();
} );

describe( 'The squares of a path', () => {
	it.each( [
		[ 'M0 0h1v1h-1z', 1 ],
		[ 'M4,0H5V1H4z m1.5-2 h1 v.5 h-1z', 2 ],
		[ 'M0 0 0 4 4 4 4 0z', 1 ],
		[ 'm2 2l0 4l4 0z', 1 ],
		[ 'M0 0l3 4z', 0 ],
		[ 'M0 0h1v1zL3 4', 0 ],
		[ 'M0 0c1 1 2 2 3 3', 0 ],
		[ 'M0 0a1 1 0 0 1 1 1', 0 ],
		[ '', 0 ],
	] )( 'are figures of upright and level lines alone: %s has %i', ( path, count ) => {
		expect( squaresIn( path ) ).toBe( count );
	} );

	it( 'are not counted in a path that is as long as a map', () => {
		expect( squaresIn( squares( 17_000 ) ) ).toBe( 0 );
	} );
} );

describe( 'A QR code', () => {
	it.each( [
		[ 'one path of squares', `<svg><path d="${ squares( 10 ) }"/></svg>` ],
		[ 'many paths', `<svg>${ `<path d="${ squares( 1 ) }"/>`.repeat( 60 ) }</svg>` ],
		[ 'many squares of two colors', `<svg>${ '<rect width="4" height="4" fill="black"/><rect width="4" height="4" fill="white"/>'.repeat( 30 ) }</svg>` ],
		[ 'a table', `<table>${ rows( 21, 21 ) }</table>` ],
		[ 'a grid', `<div>${ rows( 25, 25, [ 'div', 'i' ] ) }</div>` ],
		[ 'a picture that is called so', '<img src="data:image/png;base64,AA" alt="QR code">' ],
		[ 'a picture beside words that say so', '<section><h2>Two-factor sign-in</h2><p><img data-it src="data:image/png;base64,AA"></p></section>' ],
	] )( 'is found, drawn as %s', ( _what, html ) => {
		expect( isQrCode( show( html ) ) ).toBe( true );
	} );

	it.each( [
		[ 'a drawing of few squares', `<svg><path d="${ squares( 9 ) }"/></svg>` ],
		[ 'a calendar of activity in many colors', `<svg>${ Array.from( { length: 60 }, ( _, i ) => `<rect width="4" height="4" fill="c${ i % 5 }"/>` ).join( '' ) }</svg>` ],
		[ 'bars of a chart', `<svg>${ Array.from( { length: 60 }, ( _, i ) => `<rect width="4" height="${ 5 + i }"/>` ).join( '' ) }</svg>` ],
		[ 'a small table', `<table>${ rows( 20, 20 ) }</table>` ],
		[ 'a table that is no square', `<table>${ rows( 21, 22 ) }</table>` ],
		[ 'a table with text', `<table>${ rows( 20, 21 ) }<tr>${ '<td>x</td>'.repeat( 21 ) }</tr></table>` ],
		[ 'any other picture', '<section><h2>Our shop</h2><img data-it src="data:image/png;base64,AA"></section>' ],
		[ 'a picture with an address', '<img src="/qr.png" alt="QR code">' ],
		[ 'a paragraph', '<p>QR code</p>' ],
	] )( 'is not %s', ( _what, html ) => {
		expect( isQrCode( show( html ) ) ).toBe( false );
	} );

	it( 'is not an icon, which no camera reads', () => {
		const svg = show( `<svg><path d="${ squares( 10 ) }"/></svg>` );
		const width = vi.spyOn( svg, 'getBoundingClientRect' );
		const isCode = ( px: number ) => {
			width.mockReturnValue( { width: px } as DOMRect );
			return isQrCode( svg );
		};
		expect( [ isCode( 47 ), isCode( 48 ) ] ).toEqual( [ false, true ] );
	} );
} );

describe( 'Words near a place', () => {
	it( 'say that a code is shown there, a few levels up and no further', () => {
		expect( saysCode( show( '<section><h2>Backup codes</h2><ul><li><b data-it>x</b></li></ul></section>' ) ) ).toBe( true );
		expect( saysCode( show( '<section><h2>Backup codes</h2><div><ul><li><b data-it>x</b></li></ul></div></section>' ) ) ).toBe( false );
		expect( saysCode( show( '<section><h2>Opening hours</h2><b data-it>x</b></section>' ) ) ).toBe( false );
	} );

	it( 'are the first texts, short ones as they are, long ones by their beginning', () => {
		expect( textsNear( show( `<p> a <b>b</b>\n<i>${ 'c'.repeat( 600 ) }</i><u>d</u></p>` ), 3 ) ).toEqual( [ 'a', 'b', 'c'.repeat( 500 ) ] );
	} );
} );

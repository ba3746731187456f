import { describe, expect, it } from 'vitest';
import { isRasterData, siteAsset } from '../../../src/decoder/site-asset';

const SITE = 'https://shop.example';
const ask = ( url: string, kind: 'image' | 'font' = 'image' ) => siteAsset( url, `${ SITE }/shop/page/`, SITE, kind );

describe( 'what may be fetched for the stage', () => {
	it.each( [
		[ '/wp-content/uploads/a.jpg', '/wp-content/uploads/a.jpg' ],
		[ 'https://shop.example/wp-content/a.webp?ver=2#x', '/wp-content/a.webp' ],
		[ '../../wp-includes/images/b.PNG', '/wp-includes/images/b.PNG' ],
		[ '/sub/wp-content/c.svg', '/sub/wp-content/c.svg' ],
	] )( 'takes %s without query and fragment', ( url, path ) => {
		expect( ask( url ) ).toBe( SITE + path );
	} );

	it.each( [
		'https://elsewhere.example/wp-content/a.png',
		'http://shop.example/wp-content/a.png',
		'https://shop.example:444/wp-content/a.png',
		'https://me:pw@shop.example/wp-content/a.png',
		'//elsewhere.example/wp-content/a.png',
		'/wp-admin/a.png',
		'/wp-content/../wp-admin/a.png',
		'/wp-content/%2e%2e/wp-admin/a.png',
		'/wp-content/%2e%2e%2fwp-admin/a.png',
		'/wp-content/plugins/x/run.php/a.png',
		'/wp-content/run.php',
		'/wp-content/a.png;x=1/b.png',
		'/wp-content\\..\\wp-admin/a.png',
		'/wp-content/%5c/a.png',
		'/wp-content/a.html',
		'/wp-content/png',
		'javascript:alert(1)',
		'data:image/png;base64,AAAA',
		'blob:https://shop.example/wp-content/a.png',
		'https://[',
		`/wp-content/${ 'a'.repeat( 3000 ) }.png`,
	] )( 'refuses %s', ( url ) => {
		expect( ask( url ) ).toBeNull();
	} );

	it( 'keeps pictures and fonts apart', () => {
		expect( ask( '/wp-content/f.woff2', 'font' ) ).toBe( `${ SITE }/wp-content/f.woff2` );
		expect( ask( '/wp-content/f.woff2' ) ).toBeNull();
		expect( ask( '/wp-content/f.png', 'font' ) ).toBeNull();
	} );

	it( 'takes raster pictures inside the recording, never vector ones', () => {
		expect( isRasterData( 'data:image/png;base64,iVBORw0KGgo=', 1000 ) ).toBe( true );
		expect( isRasterData( 'data:image/svg+xml;base64,AAAA', 1000 ) ).toBe( false );
		expect( isRasterData( 'data:image/png,AAAA', 1000 ) ).toBe( false );
		expect( isRasterData( 'data:image/png;base64,AAAA")', 1000 ) ).toBe( false );
		expect( isRasterData( `data:image/png;base64,${ 'A'.repeat( 2000 ) }`, 1000 ) ).toBe( false );
	} );
} );

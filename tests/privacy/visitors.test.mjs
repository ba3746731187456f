/**
 * Who visits, and pages that come without a reload: what a page loaded for somebody else, or under another address, may
 * not show.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBrowser, MODES, record } from './one-page.mjs';

withBrowser();

const HELLO = '<h1>Zqhello Anna</h1><p>Zqaddress</p>';
const cookie = ( value ) => `<title>A page</title><script>document.cookie = 'candid_logged_in=${ value }; path=/'</script>`;

test( 'of a visitor who is logged in all text is masked, a cookie or a class of the page says so', async () => {
	for ( const config of MODES ) {
		for ( const [ given, head, body ] of [ [ { loggedIn: 'mask' }, cookie( '1' ), HELLO ], [ {}, undefined, `${ HELLO }<script>document.body.className='home logged-in'</script>` ] ] ) {
			const { text, segments, ended, problems } = await record( { config: { ...config, ...given }, head, body } );
			assert.doesNotMatch( text, /Zqhello|Zqaddress/, JSON.stringify( [ config, given ] ) );
			assert.match( text, /"\*\*\* \*\*\*"/ );
			assert.doesNotMatch( segments[ 0 ].envelope.title, /page/ );
			assert.deepEqual( [ ended, problems ], [ [], [] ] );
		}
	}
} );

test( 'a visitor who is logged out, or whom the owner wants recorded like everybody, is shown as everybody', async () => {
	for ( const [ config, head ] of [ [ { loggedIn: 'mask' }, cookie( '' ) ], [ { loggedIn: 'same' }, cookie( '1' ) ], [ { loggedIn: 'skip' }, undefined ] ] ) {
		const { text } = await record( { config, head, body: HELLO } );
		assert.match( text, /Zqhello/ );
	}
} );

test( 'where visitors who are logged in are not recorded nothing leaves a page that a cache kept for everybody', async () => {
	let count = -1;
	// The page after it says that nobody is logged in any more, and is recorded: nothing came before.
	await record( { config: { loggedIn: 'skip' }, body: '<p>Zqstart</p>', act: async ( page, site ) => {
		await page.evaluate( () => {
			document.cookie = 'candid_logged_in=1; path=/';
		} );
		await page.goto( `${ site.origin }/start?second` );
		await page.waitForLoadState( 'load' );
		const before = site.segments.length;
		await page.mouse.move( 50, 50 );
		await page.waitForTimeout( 3000 );
		count = site.segments.filter( ( { text }, i ) => i >= before && text.includes( '"type":2' ) ).length;
		await page.evaluate( () => {
			document.cookie = 'candid_logged_in=; path=/; max-age=0';
		} );
	} } );
	assert.equal( count, 0 );
} );

/** What a router of pages does: it takes the main part of the next page, and writes the address before or after. */
const route = ( address, html, isLate ) => ( page ) => page.evaluate( async ( [ to, inner, late ] ) => {
	const swap = () => {
		document.title = 'Zqtitle of the next';
		document.getElementById( 'main' ).innerHTML = inner;
	};
	if ( late ) {
		swap();
		await new Promise( ( done ) => setTimeout( done, 350 ) );
	}
	history.pushState( {}, '', to );
	if ( ! late ) {
		swap();
	}
	await new Promise( ( done ) => setTimeout( done, 700 ) );
	document.getElementById( 'main' ).append( 'Zqlater' );
	await new Promise( ( done ) => setTimeout( done, 300 ) );
}, [ address, html, isLate ] );
const SHOP = '<main id="main"><h1>Zqshop</h1></main>';
/** Digests of "/shop" and "/product/*". */
const open = [ 'd858daa2', '6466f48c' ];

test( 'a page that is reached without a reload, and whose rules are not known, is masked wholly', async () => {
	for ( const config of MODES ) {
		for ( const isLate of [ false, true ] ) {
			const { text, segments, ended, problems } = await record( { config: { ...config, open }, body: SHOP, act: route( '/my-account/', HELLO, isLate ) } );
			assert.doesNotMatch( text, /Zqhello|Zqaddress|Zqlater/, JSON.stringify( config ) );
			assert.doesNotMatch( segments.map( ( { envelope } ) => envelope.title ).join(), /Zqtitle/ );
			// The page before it, and the place of what is masked.
			assert.match( text, config.preset === 'strict' ? /\*\*\*/ : /Zqshop/ );
			assert.ok( text.includes( '"candid:address"' ) );
			assert.deepEqual( [ ended, problems ], [ [], [] ] );
		}
	}
} );

test( 'a page that is reached by its number, or by a key in its address, is masked; the back button uncovers nothing', async () => {
	for ( const address of [ '?page_id=7', '/product/mug/?order_key=wc_order_1', '/shop/?preview=true', '/%E0%A4%A', '/product' ] ) {
		const { text } = await record( { config: { open }, body: SHOP, act: route( address, HELLO ) } );
		assert.doesNotMatch( text, /Zqhello|Zqaddress/, address );
	}
	const { text } = await record( { config: { open }, body: SHOP, act: async ( page ) => {
		await route( '/my-account/', HELLO )( page );
		await page.evaluate( () => history.back() );
		await page.waitForTimeout( 400 );
	} } );
	assert.doesNotMatch( text, /Zqhello|Zqaddress|Zqlater/ );
} );

test( 'a page that is reached without a reload, and is known to be open, is shown, and so is the same page in another state', async () => {
	for ( const address of [ '/product/mug/', '/shop/?orderby=price', '?filter=red', '#part' ] ) {
		const { text } = await record( { config: { open }, body: SHOP, act: route( address, HELLO ) } );
		assert.match( text, /Zqhello/, address );
		assert.match( text, /Zqlater/, address );
	}
} );

/** What was searched for, whatever the site calls its search, stands in no address, title or text that leaves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withBrowser, MODES, record } from './one-page.mjs';

withBrowser();

const CLOSED = MODES.filter( ( { inputs } ) => ! inputs );
const body = '<h1 id="h">Zqpage</h1><form role="search"><input id="q" type="search" name="s"></form><main id="main"><a href="/finde/ZqIllness/page/2/">2</a></main>';

test( 'what is searched for stays out of every address, title and text, under any word and key', async () => {
	for ( const config of CLOSED ) {
		const { text, segments, ended, problems } = await record( { config: { ...config, open: [ '811c9dc5' ] }, path: '/start?product_search=ZqIllness', body: body.replace( 'Zqpage', 'Results for “ZqIllness”' ), act: async ( page ) => {
			for ( const address of [ '/suche/ZqIllness/', '/recherche/ZqIllness/page/2/', '/de/?s=ZqIllness&lang=de', '/?_sf_s=ZqIllness', '/finde/ZqIllness/' ] ) {
				await page.evaluate( ( to ) => {
					history.pushState( {}, '', to );
					document.title = 'Results for ZqIllness';
					document.getElementById( 'h' ).append( '.' );
				}, address );
				await page.waitForTimeout( 250 );
			}
		} } );
		assert.doesNotMatch( text + JSON.stringify( segments.map( ( { envelope } ) => envelope ) ), /ZqIllness/i, JSON.stringify( config ) );
		assert.deepEqual( [ ended, problems ], [ [], [] ] );
	}
} );

test( 'what is searched for stays out of links under the word that the site says it uses', async () => {
	for ( const config of CLOSED ) {
		const { text } = await record( { config: { ...config, search: [ 'finde', 'zkousej' ] }, path: '/finde/ZqFirst/', head: '<title>ZqFirst – Finde</title>', body: '<p>x</p><a href="/finde/ZqOther/">a</a><a href="/zkousej/ZqThird/page/2/">b</a><a href="/zkousej/mug.jpg">c</a>' } );
		assert.doesNotMatch( text, /ZqFirst|ZqOther|ZqThird/, JSON.stringify( config ) );
	}
} );

test( 'what is typed stays out of paths that a page makes of it', async () => {
	for ( const config of CLOSED ) {
		const { text } = await record( { config: { ...config, open: [] }, body: '<input id="q" type="search" name="s"><p id="p">x</p>', act: async ( page ) => {
			await page.click( '#q' );
			await page.keyboard.type( 'Zqillness' );
			await page.evaluate( () => {
				document.getElementById( 'p' ).innerHTML = '<a href="/zeig/Zqillness/">more</a>';
				history.replaceState( {}, '', `/zeig/${ document.getElementById( 'q' ).value }/` );
			} );
			await page.waitForTimeout( 300 );
		} } );
		assert.doesNotMatch( text, /Zqillness/i, JSON.stringify( config ) );
	}
} );

test( 'where inputs are recorded the search is shown, and an ordinary path always', async () => {
	const { text } = await record( { config: { inputs: true }, path: '/start?s=Zqmug', body: '<p>Results for Zqmug</p><a href="/product/blue-mug-large/">a</a>' } );
	assert.match( text, /Results for Zqmug/ );
	assert.match( text, /blue-mug-large/ );
} );

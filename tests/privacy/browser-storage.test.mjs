/** What a visit leaves in the visitor's browser is what docs/PRIVACY.md lists, and nothing else. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openBrowser, openVisitor } from './browser.mjs';
import { startSite, tags } from './collector.mjs';
import { record, withBrowser } from './one-page.mjs';

withBrowser();

/** Everything a page can keep in a browser, by kind. Runs in the page. */
async function kept() {
	return {
		cookies: document.cookie,
		session: Object.keys( sessionStorage ).sort(),
		local: Object.keys( localStorage ),
		databases: ( await indexedDB.databases() ).map( ( { name } ) => name ),
		caches: window.caches ? await caches.keys() : [],
		workers: ( await navigator.serviceWorker?.getRegistrations() )?.length ?? 0,
	};
}

const NOTHING = { cookies: '', session: [], local: [], databases: [], caches: [], workers: 0 };

test( 'a recorded visit keeps one entry of the tab, which holds a random key, counters and times', async () => {
	await record( { body: '<input id="t">', act: async ( page ) => {
		await page.fill( '#t', 'Zqtyped' );
		assert.deepEqual( await page.evaluate( kept ), { ...NOTHING, session: [ 'candid' ] } );
		const entry = JSON.parse( await page.evaluate( () => sessionStorage.candid ) );
		assert.deepEqual( Object.keys( entry ).sort(), [ 'b', 'k', 'l', 'p', 's', 't' ] );
		assert.match( entry.k, /^[0-9a-f]{32}$/ );
		assert.ok( [ entry.b, entry.l, entry.p, entry.s, entry.t ].every( Number.isSafeInteger ) );
	} } );
} );

test( 'stop() adds one entry and start() takes it away', async () => {
	await record( { body: 'x', act: async ( page ) => {
		await page.evaluate( () => window.candid.stop() );
		assert.deepEqual( await page.evaluate( kept ), { ...NOTHING, session: [ 'candid', 'candid-stopped' ] } );
		assert.equal( await page.evaluate( () => sessionStorage[ 'candid-stopped' ] ), '1' );
		await page.evaluate( () => window.candid.start() );
		assert.deepEqual( await page.evaluate( kept ), { ...NOTHING, session: [ 'candid' ] } );
	} } );
} );

test( 'no cookie of the site travels with a segment', async () => {
	const site = await startSite( { page: () => `<!doctype html><title>A page</title><script>document.cookie="who=Zqcookie"</script>${ tags( {} ) }` } );
	const browser = await openBrowser();
	try {
		const { page } = await openVisitor( browser );
		await page.goto( `${ site.origin }/start` );
		await site.until( ( segments ) => segments.length > 0, 'the first segment' );
		assert.deepEqual( site.arrived.map( ( { headers } ) => headers.cookie ), site.arrived.map( () => undefined ) );
	} finally {
		await browser.close();
		await site.close();
	}
} );

test( 'a page that is not recorded keeps nothing', async () => {
	const site = await startSite( { page: () => `<!doctype html><title>A page</title>${ tags( { door: '' } ) }` } );
	const browser = await openBrowser();
	try {
		const { page } = await openVisitor( browser );
		await page.goto( `${ site.origin }/start`, { waitUntil: 'networkidle' } );
		assert.equal( await page.evaluate( () => typeof window.candid.stop ), 'function' );
		assert.deepEqual( await page.evaluate( kept ), NOTHING );
	} finally {
		await browser.close();
		await site.close();
	}
} );

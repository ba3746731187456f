/** The real player on a host page of its own, for recordings that were made a moment ago. */
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = join( import.meta.dirname, '../..' );
const HOST = '<!doctype html><title>Host</title><body style="margin:0"><div id="box" style="width:800px;height:500px"></div><script src="/host.js"></script>';

function sealed( events ) {
	const { timestamp: started } = events[ 0 ];
	const envelope = { v: 1, page: 0, url: 'http://127.0.0.1/', title: '', started, sent: started, viewport: [ 1280, 720 ], screen: [ 1280, 720 ], device: 'desktop', language: 'en', preset: 'balanced', inputs: false };
	const bytes = gzipSync( [ envelope, ...events ].map( ( line ) => `${ JSON.stringify( line ) }\n` ).join( '' ) );
	const duration = events[ events.length - 1 ].timestamp - started;
	return { recording: { duration, viewport: [ 1280, 720 ], segment_list: [ { sequence: 0, bytes: bytes.length, page: 0 } ], page_views: [ { n: 0, path: '/', title: '', started: 0, sequence: 0 } ] }, segments: { 0: bytes.toString( 'base64' ) } };
}

/** Starts the player's site. `lacks( events, texts )` answers which of the texts the replay shows neither at its begin nor at its end. */
export async function startPlayer( browser ) {
	const [ bundle ] = ( await build( { entryPoints: [ join( root, 'tests/replay/site/host.ts' ) ], bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'error' } ) ).outputFiles;
	const server = createServer( async ( { url }, response ) => {
		const send = ( type, body ) => response.writeHead( 200, { 'Content-Type': `${ type }; charset=utf-8` } ).end( body );
		if ( url === '/host.js' ) {
			send( 'text/javascript', bundle.text );
		} else if ( /^\/(stage|decoder)\.js$/.test( url ) ) {
			send( 'text/javascript', await readFile( join( root, 'plugin/build/player', url ) ) );
		} else {
			send( 'text/html', HOST );
		}
	} );
	await new Promise( ( resolve ) => server.listen( 0, '127.0.0.1', resolve ) );
	const context = await browser.newContext();

	async function lacks( events, texts ) {
		const page = await context.newPage();
		await page.goto( `http://127.0.0.1:${ server.address().port }/wp-admin/host` );
		await page.evaluate( ( given ) => window.begin( given ), sealed( events ) );
		await page.waitForFunction( () => /ready|paused|ended|failed/.test( window.state()?.status ?? '' ) );
		const stage = () => page.frames().find( ( frame ) => frame.url().startsWith( 'data:' ) )?.childFrames()[ 0 ];
		const shown = () => stage()?.evaluate( () => {
			const found = [];
			const read = ( place ) => {
				found.push( place.textContent );
				place.querySelectorAll( '*' ).forEach( ( { shadowRoot } ) => shadowRoot && read( shadowRoot ) );
			};
			read( document.documentElement );
			return found.join( ' ' );
		} ).catch( () => '' );
		const missing = new Set( texts );
		for ( const end of [ false, true ] ) {
			await page.evaluate( ( isEnd ) => window.player.seek( isEnd ? window.state().duration : 1 ), end );
			for ( const limit = Date.now() + ( end ? 30_000 : 1500 ); missing.size > 0 && Date.now() < limit; ) {
				const now = await shown() ?? '';
				missing.forEach( ( text ) => now.includes( text ) && missing.delete( text ) );
				await page.evaluate( () => new Promise( ( resolve ) => requestAnimationFrame( () => resolve() ) ) );
			}
		}
		await page.close();
		return [ ...missing ];
	}

	return {
		lacks,
		async close() {
			await context.close();
			server.closeAllConnections();
			server.close();
		},
	};
}

import { createServer, type IncomingMessage, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { SITE_PORT } from './ports';

const ROOT = join( import.meta.dirname, '../..' );

/** A small site: pages that record themselves, a host page with a player, pictures, and a log of what was asked for. */
export interface TestSite {
	url: string;
	/** Paths asked for since the last `forget()`, with whether a cookie came along. */
	asked: Array< { path: string; cookie: boolean } >;
	forget: () => void;
	close: () => Promise< void >;
}

/** Takes the stage's own policy away, to show what the decoder holds back by itself. */
const withoutPolicy: Plugin = {
	name: 'without-policy',
	setup( made ) {
		made.onLoad( { filter: /stage[\\/]document\.ts$/ }, async ( { path } ) => ( { contents: ( await readFile( path, 'utf8' ) ).replace( /`<meta http-equiv="Content-Security-Policy".*\n/, '' ), loader: 'ts' } ) );
	},
};

async function bundle( entry: string, plugins: Plugin[] = [] ): Promise< string > {
	const result = await build( { plugins, entryPoints: [ join( import.meta.dirname, entry ) ], bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'error' } );
	return result.outputFiles[ 0 ]?.text ?? '';
}

/** 3 × 3 px, blue. */
const PNG = Buffer.from( 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAIAAADZSiLoAAAAFElEQVR4nGNkYPjPgASYkDmY/A8ASCgDAwdlS7kAAAAASUVORK5CYII=', 'base64' );
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#b42318"/></svg>';

export async function startSite( port = SITE_PORT ): Promise< TestSite > {
	const [ recorder, host, openHost, bareDecoder ] = await Promise.all( [ bundle( 'site/record.ts' ), bundle( 'site/host.ts' ), bundle( 'site/host.ts', [ withoutPolicy ] ), bundle( 'site/bare-decoder.ts' ) ] );
	const asked: TestSite[ 'asked' ] = [];
	const server: Server = createServer( ( request: IncomingMessage, response ) => {
		const path = new URL( request.url ?? '/', 'http://x' ).pathname;
		asked.push( { path: request.url ?? '', cookie: request.headers.cookie !== undefined } );
		const send = ( type: string, body: string | Buffer, status = 200 ): void => {
			response.writeHead( status, { 'Content-Type': type, 'Cache-Control': 'no-store', 'Set-Cookie': 'wordpress_logged_in=secret; Path=/' } );
			response.end( body );
		};
		const file = async ( name: string, type: string ): Promise< void > => send( type, await readFile( join( ROOT, name ) ) );
		if ( path === '/record.js' ) {
			send( 'text/javascript', recorder );
		} else if ( path === '/host.js' ) {
			send( 'text/javascript', host );
		} else if ( path === '/open-host.js' ) {
			send( 'text/javascript', openHost );
		} else if ( path === '/bare-decoder.js' ) {
			send( 'text/javascript', bareDecoder );
		} else if ( path === '/wp-admin/host' || path === '/wp-admin/open-host' ) {
			send( 'text/html; charset=utf-8', `<!doctype html><title>Host</title><body style="margin:0"><p id="secret">nonce-4711</p><div id="box" style="width:800px;height:500px"></div><script src="${ path.replace( '/wp-admin', '' ) }.js"></script>` );
		} else if ( path === '/stage.js' || path === '/decoder.js' ) {
			void file( `plugin/build/player${ path }`, 'text/javascript' );
		} else if ( path.startsWith( '/wp-content/' ) ) {
			if ( path.endsWith( '.svg' ) ) {
				send( 'image/svg+xml', SVG );
			} else if ( path.endsWith( '.woff2' ) ) {
				void file( 'demo/shop/assets/fonts/young-serif.woff2', 'font/woff2' );
			} else if ( path.endsWith( 'html.png' ) ) {
				send( 'text/html', '<h1>not a picture</h1>' );
			} else {
				send( 'image/png', PNG );
			}
		} else if ( path.startsWith( '/pages/' ) ) {
			void readFile( join( import.meta.dirname, 'site', path ) ).then( ( html ) => send( 'text/html; charset=utf-8', html ), () => send( 'text/plain', 'no such page', 404 ) );
		} else {
			send( 'text/plain', 'not here', 404 );
		}
	} );
	await new Promise< void >( ( resolve ) => server.listen( port, '127.0.0.1', resolve ) );
	return {
		url: `http://127.0.0.1:${ port }`,
		asked,
		forget: () => asked.splice( 0 ),
		close: () => new Promise( ( resolve ) => server.close( () => resolve() ) ),
	};
}

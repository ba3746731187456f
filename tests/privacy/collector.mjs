/**
 * A site and its door in one process: serves fixture pages, takes segments, and decodes every byte
 * that was uploaded. What it cannot decode it keeps as it came, so that nothing escapes the search.
 */
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';

const root = dirname( dirname( dirname( fileURLToPath( import.meta.url ) ) ) );

/**
 * Takes a segment apart as plugin/schemas/segment.json says.
 *
 * @param {Buffer} bytes One request body.
 */
export function decodeSegment( bytes ) {
	const accountKeyBytes = bytes[ 5 ];
	const flags = bytes[ 4 ];
	const raw = bytes.subarray( 36 + accountKeyBytes );
	const body = flags & 1 ? gunzipSync( raw ) : raw;
	const lines = body.toString( 'utf8' ).split( '\n' ).filter( Boolean ).map( ( line ) => JSON.parse( line ) );
	return {
		magic: bytes.subarray( 0, 3 ).toString(),
		key: bytes.subarray( 8, 24 ).toString( 'hex' ),
		sequence: bytes.readUInt32BE( 24 ),
		pageEnd: ( flags & 2 ) !== 0,
		gzipped: ( flags & 1 ) !== 0,
		accountKey: bytes.subarray( 36, 36 + accountKeyBytes ).toString(),
		wireBytes: bytes.length,
		text: body.toString( 'utf8' ),
		envelope: lines[ 0 ],
		events: lines.slice( 1 ),
	};
}

async function bytesOf( request ) {
	const chunks = [];
	for await ( const chunk of request ) {
		chunks.push( chunk );
	}
	return Buffer.concat( chunks );
}

/**
 * Starts the site on 127.0.0.1.
 *
 * @param {Object}                                   options
 * @param {(path: string) => string|undefined|{type: string, body: string|Buffer}|Promise<string|undefined|{type: string, body: string|Buffer}>} options.page HTML for a path, or a file of another type.
 * @param {Record<string, string>}                   [options.scripts] Scripts to serve instead of the built ones.
 * @param {(request: object) => {status: number, headers?: object}} [options.answer] Answer of the door; 204 as it stands.
 */
export async function startSite( { page, answer, scripts } ) {
	const segments = [];
	const arrived = [];
	/** Paths of all requests, and the keys of recordings that were erased. */
	const requests = [];
	const erased = [];
	const waiters = new Set();
	const server = createServer( async ( request, response ) => {
		const path = new URL( request.url, 'http://site' ).pathname;
		if ( path === '/erase' ) {
			const keys = await bytesOf( request );
			const receipts = keys.toString( 'hex' ).match( /.{32}/g ) ?? [];
			erased.push( ...receipts );
			requests.push( path );
			response.writeHead( 200, { 'Content-Type': 'application/json' } );
			response.end( JSON.stringify( { receipts } ) );
			waiters.forEach( ( check ) => check() );
			return;
		}
		requests.push( path );
		if ( path === '/door' ) {
			const bytes = await bytesOf( request );
			const reply = answer?.( { headers: request.headers, count: arrived.length } ) ?? { status: 204 };
			arrived.push( { bytes, headers: request.headers, url: request.url } );
			if ( reply.status === 204 ) {
				segments.push( decodeSegment( bytes ) );
			}
			response.writeHead( reply.status, { 'Cache-Control': 'no-store', ...reply.headers } );
			response.end();
			waiters.forEach( ( check ) => check() );
			return;
		}
		const script = /^\/(loader|choice|panel|visit|visit-inputs)\.js$/.exec( path );
		if ( script ) {
			response.writeHead( 200, { 'Content-Type': 'text/javascript' } );
			response.end( scripts?.[ script[ 1 ] ] ?? ( await readFile( join( root, 'plugin/build/front', `${ script[ 1 ] }.js` ) ) ) );
			return;
		}
		const found = await page( path );
		const { type, body } = typeof found === 'object' ? found : { type: 'text/html; charset=utf-8', body: found };
		response.writeHead( body === undefined ? 404 : 200, { 'Content-Type': type } );
		response.end( body ?? 'Not here.' );
	} );
	await new Promise( ( resolve ) => server.listen( 0, '127.0.0.1', resolve ) );
	return {
		origin: `http://127.0.0.1:${ server.address().port }`,
		segments,
		arrived,
		requests,
		erased,
		/** Resolves when the condition over the segments holds; rejects after `ms`. */
		until( condition, what, ms = 60_000 ) {
			return new Promise( ( resolve, reject ) => {
				const timer = setTimeout( () => {
					waiters.delete( check );
					reject( new Error( `Waited ${ ms } ms for ${ what }; ${ segments.length } segments came.` ) );
				}, ms );
				const check = () => {
					if ( condition( segments, arrived ) ) {
						clearTimeout( timer );
						waiters.delete( check );
						resolve();
					}
				};
				waiters.add( check );
				check();
			} );
		},
		close: () => new Promise( ( resolve ) => {
			server.closeAllConnections();
			server.close( resolve );
		} ),
	};
}

/** The part about consent of a fixture page's config: visits are recorded at once, unless a test says otherwise. */
const CONSENT = {
	mode: 'without', category: 'statistics', signals: 'obey', version: 'v1', script: '/choice.js', erase: '/erase',
	notice: { script: '/panel.js', place: 'bar', colors: 'light', language: 'en-US', title: 'May we record this visit?', text: 'We would like to record how you use this site.', accept: 'Allow recording', refuse: 'Do not record', close: 'Close', more: 'Privacy policy', policy: '/privacy' },
};

/**
 * The two tags that Frontend prints, for a fixture page.
 *
 * @param {Object} [config]         What the config says beside the usual.
 * @param {Object} [config.consent] What its part about consent says beside the usual.
 */
export function tags( { consent = {}, ...config } = {} ) {
	const whole = { v: 1, door: '/door', key: 'cnd_' + 'a'.repeat( 32 ), recorder: config.inputs ? '/visit-inputs.js' : '/visit.js', inputs: false, preset: 'balanced', block: [], keep: [], maskPage: false, consent: { ...CONSENT, ...consent }, ...config };
	return `<script type="application/json" id="candid-config">${ JSON.stringify( whole ).replace( /</g, '\\u003c' ) }</script><script async src="/loader.js" id="candid-loader-js"></script>`;
}

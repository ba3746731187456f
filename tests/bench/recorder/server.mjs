/** The bench's own server: the page, the recorders' scripts, and every door that a recorder sends to. */
import { createServer } from 'node:http';

/** What a recorder waits for before it records; all others are content with an empty object. */
const POSTHOG = { sessionRecording: { endpoint: '/s/', recorderVersion: 'v2', sampleRate: null }, supportedCompression: [ 'gzip-js' ], featureFlags: {}, flags: {} };
const ANSWERS = {
	'/collect/posthog/array/bench/config': POSTHOG,
	'/collect/posthog/flags/': POSTHOG,
	'/collect/openreplay/v1/web/start': { token: 'bench', userUUID: '1', projectID: '1', sessionID: '1', startTimestamp: Date.now(), delay: 0, beaconSizeLimit: 1_000_000, compressionThreshold: 24_000, userBrowser: '', userCity: '', userCountry: '', userDevice: '', userOS: '', userState: '', canvasEnabled: false, canvasQuality: 'low', canvasFPS: 1, features: {}, lifespan: 3_600_000 },
};

export class Server {
	/** What is answered, by path. */
	files = new Map();
	/** Bytes sent to each door, by the first part of its name. */
	sent = new Map();
	#server = createServer( ( request, response ) => this.#answer( request, response ) );

	async start() {
		await new Promise( ( resolve ) => this.#server.listen( 0, '127.0.0.1', resolve ) );
		this.origin = `http://127.0.0.1:${ this.#server.address().port }`;
	}

	stop() {
		this.#server.closeAllConnections();
		this.#server.close();
	}

	#answer( request, response ) {
		const { pathname } = new URL( request.url, this.origin );
		const door = /^\/collect\/(\w+)/.exec( pathname )?.[ 1 ];
		request.on( 'data', ( chunk ) => door && this.sent.set( door, ( this.sent.get( door ) ?? 0 ) + chunk.length ) );
		request.on( 'end', () => {
			if ( door === 'candid' || door === 'inputs' ) {
				response.writeHead( 204 ).end();
			} else if ( door ) {
				response.writeHead( 200, { 'Content-Type': 'application/json' } ).end( JSON.stringify( ANSWERS[ pathname ] ?? {} ) );
			} else if ( this.files.has( pathname ) ) {
				response.writeHead( 200, { 'Content-Type': pathname.endsWith( '.js' ) ? 'text/javascript; charset=utf-8' : 'text/html; charset=utf-8' } ).end( this.files.get( pathname ) );
			} else {
				response.writeHead( 200, { 'Content-Type': 'image/svg+xml' } ).end( '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>' );
			}
		} );
	}
}

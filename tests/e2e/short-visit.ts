/** Visits of one page, sent to the door without a browser: for lists that need many. */
import { randomBytes } from 'node:crypto';
import { expect } from '@playwright/test';
import { encodeSegment } from '../../src/recorder/transport/segment';
import type { Site } from './site';

const BROWSER = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile/15E148 Safari/604.1';

/**
 * Sends the only segment of a visit.
 *
 * @param accountKey Key of the account it is for.
 * @param title      Title of the page; its path is made of it.
 */
export async function sendShortVisit( site: Site, accountKey: string, title: string ): Promise< void > {
	const now = Date.now();
	const started = now - 4000;
	const url = `${ site.url }/${ title.toLowerCase().replace( /\W+/g, '-' ) }/`;
	const lines = [
		{ v: 1, page: 0, url, title, started, sent: now, viewport: [ 390, 844 ], screen: [ 390, 844 ], device: 'phone', language: 'en', preset: 'balanced', inputs: false },
		{ type: 4, data: { href: url, width: 390, height: 844 }, timestamp: started },
		{ type: 2, data: { node: { type: 0, childNodes: [], id: 1 }, initialOffset: { left: 0, top: 0 } }, timestamp: started + 10 },
		{ type: 3, data: { source: 3, id: 1, x: 0, y: 400 }, timestamp: started + 4000 },
	];
	const answer = await fetch( `${ site.url }/index.php?rest_route=/candid/v1/segments`, {
		method: 'POST',
		headers: { 'Content-Type': 'application/octet-stream', 'User-Agent': BROWSER, Origin: site.url },
		body: encodeSegment( {
			recordingKey: randomBytes( 16 ),
			sequence: 0,
			accountKey,
			body: [ new TextEncoder().encode( lines.map( ( line ) => JSON.stringify( line ) ).join( '\n' ) ) ],
			gzip: false,
			pageEnd: true,
		} ),
	} );
	expect( answer.status, await answer.text() ).toBe( 204 );
}

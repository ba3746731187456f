import { gzipSync } from 'node:zlib';
import type { Browser, Page } from '@playwright/test';

/** Events of one page view. */
export type RawEvent = Record< string, unknown > & { timestamp: number };

/** What the host page of the tests takes. */
export interface TestRecording {
	recording: {
		duration: number;
		live: boolean;
		viewport: [ number, number ];
		segment_list: Array< { sequence: number; bytes: number; page: number } >;
		page_views: Array< { n: number; path: string; title: string; started: number; sequence: number } >;
	};
	segments: Record< number, string | null >;
	held?: number[];
}

/** Seals page views into segments of at most `perSegment` events, as the recorder and indexer do. */
export function sealRecording( pages: unknown[][], perSegment = 40 ): TestRecording {
	const made: TestRecording = { recording: { duration: 0, live: false, viewport: [ 1280, 720 ], segment_list: [], page_views: [] }, segments: {} };
	const times = pages.flat().map( ( event ) => ( event as RawEvent | null )?.timestamp ?? Number.NaN ).filter( ( time ) => time > 1e12 && time < 1e13 );
	const first = Math.min( ...times );
	made.recording.duration = times.length > 0 ? Math.max( ...times ) - first : 0;
	pages.forEach( ( events, page ) => {
		const started = ( events[ 0 ] as RawEvent | null )?.timestamp ?? first;
		made.recording.page_views.push( { n: page, path: `/page-${ page }`, title: `Page ${ page }`, started: started - first, sequence: made.recording.segment_list.length } );
		for ( let at = 0; at < Math.max( 1, events.length ); at += perSegment ) {
			const envelope = { v: 1, page, url: 'http://127.0.0.1/', title: '', started, sent: started, viewport: [ 1280, 720 ], screen: [ 1280, 720 ], device: 'desktop', language: 'en', preset: 'balanced', inputs: false };
			const lines = [ envelope, ...events.slice( at, at + perSegment ) ].map( ( line ) => ( typeof line === 'string' ? line : JSON.stringify( line ) ) );
			const bytes = gzipSync( lines.join( '\n' ) + '\n' );
			const sequence = made.recording.segment_list.length;
			made.recording.segment_list.push( { sequence, bytes: bytes.length, page } );
			made.segments[ sequence ] = bytes.toString( 'base64' );
		}
	} );
	return made;
}

async function recordedOn( page: Page ): Promise< RawEvent[] > {
	// Pointer moves are bundled by rrweb every 500 ms.
	await page.waitForFunction( () => {
		const events = ( window as unknown as { recorded: Array< { data?: { source?: number } } > } ).recorded;
		return events.some( ( event ) => event.data?.source === 1 );
	} );
	return page.evaluate( () => ( window as unknown as { recorded: RawEvent[] } ).recorded );
}

/** A visitor's walk over three pages, recorded in a real browser. */
export async function recordVisit( browser: Browser, site: string ): Promise< RawEvent[][] > {
	const page = await browser.newPage( { viewport: { width: 1000, height: 600 } } );
	const views: RawEvent[][] = [];
	await page.goto( `${ site }/pages/home.html` );
	await page.mouse.move( 200, 100, { steps: 5 } );
	await page.evaluate( () => window.scrollTo( 0, 300 ) );
	views.push( await recordedOn( page ) );
	await page.goto( `${ site }/pages/list.html` );
	await page.mouse.move( 50, 90, { steps: 3 } );
	await page.click( '#filter' );
	views.push( await recordedOn( page ) );
	await page.goto( `${ site }/pages/contact.html` );
	await page.fill( '#name', 'Ada Lovelace' );
	await page.check( '#box' );
	await page.mouse.move( 300, 200, { steps: 3 } );
	await page.evaluate( () => {
		( document.getElementById( 'thanks' ) as HTMLElement ).textContent = 'Thank you for writing';
	} );
	views.push( await recordedOn( page ) );
	await page.close();
	// A test's visitor is faster than people: give every page view two seconds.
	return views.map( ( events, n ) => events.map( ( event ) => ( { ...event, timestamp: event.timestamp + n * 2_000 } ) ) );
}

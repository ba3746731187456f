/** One page, one visitor, and all that was uploaded of it. */
import { after, before } from 'node:test';
import { openBrowser, openVisitor } from './browser.mjs';
import { startSite, tags } from './collector.mjs';

let browser;

/** Every preset, without and with form inputs. */
export const MODES = [ 'strict', 'balanced', 'open' ].flatMap( ( preset ) => [ { preset, inputs: false }, { preset, inputs: true } ] );

/** Opens one browser for all tests of the file that calls this. */
export function withBrowser() {
	before( async () => {
		browser = await openBrowser();
	} );
	after( () => browser.close() );
}

/**
 * Visits a page, does something there, leaves it, and answers what was recorded.
 *
 * @param {Object}   of
 * @param {Object}   [of.config] Settings other than as installed.
 * @param {string}   [of.head]   Instead of a title.
 * @param {string}   [of.open]   The page's root tag.
 * @param {string}   of.body
 * @param {string}   [of.path]
 * @param {Function} [of.act]    Gets the page and the segments that have come.
 */
export async function record( { config = {}, head = '<title>A page</title>', open = '<html>', body, path = '/start', act } ) {
	const site = await startSite( { page: ( at ) => {
		const isStart = at === new URL( path, 'http://site' ).pathname;
		return at === '/favicon.ico' ? undefined : `<!doctype html>${ isStart ? open : '<html>' }<head><meta charset="utf-8">${ isStart ? head : '' }${ tags( config ) }</head><body>${ isStart ? body : 'The end' }</body></html>`;
	} } );
	const { context, page, problems } = await openVisitor( browser );
	try {
		await page.goto( site.origin + path );
		await site.until( ( segments ) => segments.length > 0, 'the first segment' );
		await act?.( page, site );
		// What a timer of the page or of the recorder still has to say.
		await page.waitForTimeout( 100 );
		await page.goto( `${ site.origin }/end` );
		await site.until( ( segments ) => segments.some( ( { envelope } ) => envelope.page === 1 ), 'the next page' );
		const segments = site.segments.filter( ( { envelope } ) => envelope.page === 0 );
		const events = segments.flatMap( ( segment ) => segment.events );
		return {
			segments,
			events,
			text: segments.map( ( segment ) => segment.text ).join( '\n' ),
			/** Changes of attributes after the first snapshot, in order: name and value. */
			changes: events.flatMap( ( { data } ) => data.attributes ?? [] ).flatMap( ( { attributes } ) => Object.entries( attributes ) ),
			problems: problems.filter( ( problem ) => ! /404/.test( problem ) ),
			ended: segments.map( ( { envelope } ) => envelope.ended ).filter( Boolean ),
		};
	} finally {
		await context.close();
		await site.close();
	}
}

import { openVisitor } from './browser.mjs';
import { startSite, tags } from './collector.mjs';

/**
 * One page view in a real browser, from its first segment to the next page; answers what was uploaded of it.
 *
 * @param {Object}   browser
 * @param {Object}   options
 * @param {Object}   [options.config]  What the page's config tag says beside the usual.
 * @param {string}   [options.head]
 * @param {string}   [options.body]
 * @param {Function} [options.act]     What happens on the page: ( page, site ) => Promise.
 * @param {boolean}  [options.silent]  Nothing is expected to be recorded: the page is only given time.
 */
export async function onPage( browser, { config = {}, head = '<title>Page</title>', body = '', act, silent = false } ) {
	const html = `<!doctype html><html><head><meta charset="utf-8">${ head }${ tags( config ) }</head><body>${ body }</body></html>`;
	const site = await startSite( { page: ( path ) => ( { '/': html, '/end': `<!doctype html><title>End</title>${ tags() }<p>end` } )[ path ] } );
	const { context, page, problems } = await openVisitor( browser );
	try {
		await page.goto( site.origin );
		if ( silent ) {
			await page.waitForFunction( () => document.readyState === 'complete' && new Promise( ( resolve ) => setTimeout( () => resolve( true ), 2500 ) ) );
		} else {
			await site.until( ( segments ) => segments.length > 0, 'the first segment' );
		}
		const answer = await act?.( page, site );
		await page.goto( `${ site.origin }/end` );
		await site.until( ( segments ) => segments.some( ( { text } ) => text.includes( '/end' ) ), 'the next page' );
		const segments = site.segments.filter( ( { envelope } ) => ! envelope.url.endsWith( '/end' ) );
		const text = segments.map( ( segment ) => segment.text ).join( '\n' );
		return {
			answer,
			problems: problems.filter( ( problem ) => ! /404/.test( problem ) ),
			text,
			values: [ ...new Set( text.match( /Zq\w+/g ) ?? [] ) ].sort(),
			events: segments.flatMap( ( segment ) => segment.events ),
			ended: segments.map( ( { envelope } ) => envelope.ended ).filter( Boolean ),
		};
	} finally {
		await context.close();
		await site.close();
	}
}

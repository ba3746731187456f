/** Records one page as a visitor sees it, and notes at three moments what is to be seen. */
import { openVisitor } from '../../privacy/browser.mjs';
import { startSite, tags } from '../../privacy/collector.mjs';
import { filesOf } from './files.mjs';

export const MOMENTS = [ 'load', 'action', 'end' ];

const sessions = new WeakMap();

/** A picture of the window as PNG. Playwright's own would put a style element into the page. */
export async function shot( page ) {
	if ( ! sessions.has( page ) ) {
		sessions.set( page, await page.context().newCDPSession( page ) );
	}
	const { data } = await sessions.get( page ).send( 'Page.captureScreenshot', { format: 'png', optimizeForSpeed: true } );
	return Buffer.from( data, 'base64' );
}

/** Runs a function of look.ts where a page or a frame is. */
export const seen = ( where, script, call ) => where.evaluate( `(() => { ${ script }; return fidelity.${ call }; })()` );

/** What look() of look.ts gives. */
export const lookAt = async ( where, script, ...given ) => JSON.parse( await seen( where, script, `look( ${ given.map( ( one ) => JSON.stringify( one ) ).join() } )` ) );

/** What the page is at this moment; animations stand still for the picture alone. */
async function moment( page, script ) {
	await seen( page, script, 'painted()' );
	await seen( page, script, 'freeze()' );
	await seen( page, script, 'painted()' );
	const { elements, names } = await lookAt( page, script, null, null );
	const picture = await shot( page );
	await seen( page, script, 'thaw()' );
	return { elements, names, picture };
}

/** Classes of the document element from the beginning: one that came while the visitor writes would be masked (docs/adr/0011). No style sheet knows them. */
const MARKS = `<script>document.documentElement.classList.add( 'moment-0', 'moment-1', 'moment-2', 'moment-last' )</script>`;

/** Whether a class is that of the document element after the moment. */
const isAfter = ( value, name ) => typeof value === 'string' && value.includes( 'moment-last' ) && ! value.includes( name );

/** Marks the moment by taking its class from the document element, and sends what waits as when a page is hidden. */
const mark = ( page, name ) => page.evaluate( ( text ) => {
	document.documentElement.classList.remove( text );
	Object.defineProperty( document, 'visibilityState', { configurable: true, get: () => 'hidden' } );
	document.dispatchEvent( new Event( 'visibilitychange' ) );
	delete document.visibilityState;
}, name );

const scrollDown = ( page ) => page.evaluate( () => scrollTo( { top: document.documentElement.scrollHeight, behavior: 'instant' } ) );

/**
 * Visits a page; @rrweb/record runs beside our recorder.
 *
 * @param {Object} browser
 * @param {Object} kind    One of kinds.mjs.
 * @param {Object} scripts Bundles: look, peer, host.
 * @return {Promise<Object>} `moments` (elements, picture and time each), `segments` as they were uploaded, `peer` (rrweb's events), `problems` of the page, and the running `site`, which the caller closes.
 */
export async function visit( browser, kind, scripts ) {
	const config = { preset: 'balanced', ...kind.config };
	const head = `${ MARKS }${ tags( config ) }<script src="/peer.js"></script>`;
	const html = kind.html.replace( /<head[^>]*>/i, ( tag ) => tag + head );
	const pages = { '/': html, '/end': `<!doctype html><html><head><title>End</title>${ tags( config ) }</head><body>End</body></html>`, '/favicon.ico': '' };
	const file = filesOf( scripts, kind );
	const site = await startSite( { page: async ( path ) => pages[ path ] ?? ( await file( path ) ) } );
	const { context, page, problems } = await openVisitor( browser, { viewport: { width: 1280, height: 800 }, ...kind.visitor } );
	try {
		await page.goto( site.origin + '/' );
		await site.until( ( segments ) => segments.length > 0, 'the first segment' );
		const moments = [];
		for ( const [ n, name ] of MOMENTS.entries() ) {
			await ( [ null, kind.act, kind.finish ?? scrollDown ][ n ] )?.( page, site );
			const now = await moment( page, scripts.look );
			await mark( page, `moment-${ n }` );
			await site.until( ( segments ) => segments.some( ( { events } ) => events.some( ( { data } ) => data?.attributes?.some( ( { attributes } ) => isAfter( attributes.class, `moment-${ n }` ) ) ) ), `the moment "${ name }"` );
			now.time = await page.evaluate( () => Date.now() );
			await page.waitForFunction( ( time ) => Date.now() > time, now.time );
			moments.push( now );
		}
		const peer = await page.evaluate( () => window.peerEvents );
		await page.goto( `${ site.origin }/end` );
		await site.until( ( segments ) => segments.some( ( { envelope } ) => envelope.page === 1 ), 'the next page' );
		return { moments, peer, problems, site, segments: site.segments.filter( ( { envelope } ) => envelope.page === 0 ) };
	} catch ( error ) {
		await site.close();
		throw error;
	} finally {
		await context.close();
	}
}

/**
 * Proves that no secret leaves the page: visits a page full of planted values in every mode, decodes
 * every uploaded byte and searches it. `--report` prints every place, else only what is wrong.
 *
 * `--without=<rule>` records without one rule of src/privacy: the control, which must fail.
 * `--mode=<name>` visits in one mode only, such as "balanced" or "open+inputs".
 *
 * Ends with status 1 when a value leaves that may not, or a text is lost that visitors saw.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeCanaries } from './canaries.mjs';
import { openBrowser, openVisitor } from './browser.mjs';
import { recorderWithout } from './control.mjs';
import { startSite, tags } from './collector.mjs';
import { htmlOf, makePages, actAsVisitor } from './pages.mjs';
import { walk } from './visit.mjs';
import { inLanes } from '../../tools/test/lanes.mjs';

const without = process.argv.find( ( argument ) => argument.startsWith( '--without=' ) )?.slice( '--without='.length );
const only = process.argv.find( ( argument ) => argument.startsWith( '--mode=' ) )?.slice( '--mode='.length );
const report = process.argv.includes( '--report' );
const MODES = [ 'strict', 'balanced', 'open' ].flatMap( ( preset ) => [ false, true ].map( ( inputs ) => ( { preset, inputs, name: `${ preset }${ inputs ? '+inputs' : '' }` } ) ) ).filter( ( { name } ) => ! only || name === only );

/** Whether a value of this severity may stand in what was uploaded in this mode: true, false, or null for no judgement. */
export function mayLeave( severity, { preset, inputs } ) {
	if ( severity === 'S' || severity === 'B' ) {
		return false;
	}
	if ( severity === 'P' ) {
		return preset !== 'open' && ! inputs ? false : null;
	}
	return severity === 'T' && preset !== 'strict' ? true : null;
}

/** A visit is mostly waiting. */
const AT_A_TIME = 4;

/** Suites that are run beside the table. */
const BEHAVIOUR = readdirSync( import.meta.dirname ).filter( ( name ) => name.endsWith( '.test.mjs' ) );

const bare = ( text ) => text.replace( /[\s-]/g, '' ).toLowerCase();

/** Everything that was uploaded: decoded events, addresses and headers of the requests. */
function everything( site ) {
	const requests = site.arrived.map( ( { url, headers } ) => url + JSON.stringify( { ...headers, referer: undefined, cookie: undefined } ) );
	return [ ...site.segments.map( ( segment ) => segment.text ), ...requests, ...site.arrived.map( ( { bytes } ) => bytes.toString( 'latin1' ) ) ].join( '\n' );
}

/** A visit that broke off has shown nothing of its places, and costs only them. */
const brokenOff = ( list, error ) => ( { problems: [ `The visit broke off: ${ error.stack }` ], list, found: list.map( () => null ) } );

const scripts = without ? await recorderWithout( without ) : undefined;

async function visitIn( browser, mode ) {
	const canaries = makeCanaries();
	// The page moves to /next without a reload. The site says that it is open; by its digest, as PHP's Open_Pages makes it.
	const config = { inputs: mode.inputs, preset: mode.preset, block: [ '.private-zone' ], open: [ '2db20093' ] };
	const site = await startSite( {
		scripts,
		page: ( path ) => ( path === '/shop' ? canaries.html( tags( config ) ) : `<!doctype html><title>${ path }</title>${ path === '/end' ? tags( config ) : '' }<p>${ path }` ),
	} );
	const { context, page, problems } = await openVisitor( browser );
	try {
		await page.goto( `${ site.origin }/shop${ canaries.query }` );
		await site.until( ( segments ) => segments.length > 0, 'the first segment' );
		await walk( page, canaries, site );
		await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 1 ), 'the next page' );
		// The tail of the first page is sent when the second begins; a third brings in whatever is late.
		await page.goto( `${ site.origin }/end?last` );
		await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 2 ), 'the last page' );
		const text = everything( site );
		const flat = bare( text );
		const sequences = site.segments.map( ( segment ) => segment.sequence );
		return {
			...mode,
			problems,
			holes: Array.from( { length: Math.max( ...sequences ) + 1 }, ( _, n ) => n ).filter( ( n ) => ! sequences.includes( n ) ).length,
			segments: site.segments,
			found: canaries.list.map( ( { value } ) => text.includes( value ) || flat.includes( bare( value ) ) ),
			list: canaries.list,
		};
	} catch ( error ) {
		return { ...mode, ...brokenOff( canaries.list, error ), holes: 0, segments: [] };
	} finally {
		await context.close();
		await site.close();
	}
}

/** A page of pages.mjs, in a tab of its own. */
async function visitPage( browser, mode, planned ) {
	const config = { inputs: mode.inputs, preset: mode.preset };
	const site = await startSite( { scripts, page: ( path ) => ( path === planned.path ? htmlOf( planned, tags( config ) ) : htmlOf( { title: path, body: '' }, path === '/end' ? tags( config ) : '' ) ) } );
	const { context, page, problems } = await openVisitor( browser );
	try {
		await page.goto( site.origin + planned.path + ( planned.query ?? '' ) );
		await site.until( ( segments ) => segments.length > 0, 'the first segment' );
		await actAsVisitor( page, planned );
		for ( const end of [ '/end', '/end?last' ] ) {
			await page.goto( site.origin + end );
			await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === ( end === '/end' ? 1 : 2 ) ), 'the next page' );
		}
		const text = everything( site );
		const flat = bare( text );
		return { problems, list: planned.list, found: planned.list.map( ( { value } ) => text.includes( value ) || flat.includes( bare( value ) ) ) };
	} catch ( error ) {
		return brokenOff( planned.list, error );
	} finally {
		await context.close();
		await site.close();
	}
}

const browser = await openBrowser();
const perMode = MODES.map( ( mode ) => [ () => visitIn( browser, mode ), ...makePages().map( ( planned ) => () => visitPage( browser, mode, planned ) ) ] );
const visits = await inLanes( perMode.flat(), AT_A_TIME );
const results = perMode.map( ( { length } ) => {
	const parts = visits.splice( 0, length );
	return { ...parts[ 0 ], problems: parts.flatMap( ( part ) => part.problems ), list: parts.flatMap( ( part ) => part.list ), found: parts.flatMap( ( part ) => part.found ) };
} );
await browser.close();

const { list } = results[ 0 ];
let wrong = 0;
const rows = list.map( ( { severity, place }, i ) => {
	const cells = results.map( ( result ) => {
		const may = mayLeave( severity, result );
		const bad = may !== null && may !== result.found[ i ];
		wrong += bad ? 1 : 0;
		return ( result.found[ i ] ? 'found' : '·' ) + ( bad ? ' !' : '' );
	} );
	return { severity, place, cells, bad: cells.some( ( cell ) => cell.endsWith( '!' ) ) };
} );
const width = Math.max( ...list.map( ( { place } ) => place.length ) );
const line = ( first, second, cells ) => console.log( `${ first.padEnd( 2 ) } ${ second.padEnd( width ) }  ${ cells.map( ( cell ) => cell.padEnd( 16 ) ).join( '' ) }` );
line( '', `${ list.length } places`, results.map( ( result ) => result.name ) );
rows.filter( ( row ) => report || row.bad ).forEach( ( row ) => line( row.severity, row.place, row.cells ) );
for ( const severity of [ 'S', 'P', 'B', 'T' ] ) {
	const of = list.map( ( item, i ) => ( { item, i } ) ).filter( ( { item } ) => item.severity === severity );
	line( severity, `${ severity } found, of ${ of.length }`, results.map( ( result ) => String( of.filter( ( { i } ) => result.found[ i ] ).length ) ) );
}
const troubled = results.filter( ( result ) => result.problems.some( ( problem ) => ! /404|Failed to load resource/.test( problem ) ) );
troubled.forEach( ( result ) => console.log( `${ result.name }: the page reported ${ result.problems.join( '; ' ) }` ) );

let passed = list.length * results.length - wrong;
let failed = wrong + troubled.length;
if ( ! without && ! only ) {
	// A search that finds nothing must be able to find something.
	const control = spawnSync( process.execPath, [ fileURLToPath( import.meta.url ), '--without=scrubText', '--mode=balanced' ], { encoding: 'utf8' } );
	const isFound = control.status === 1 && /^S +card number in text +found !/m.test( control.stdout );
	passed += isFound ? 1 : 0;
	failed += isFound ? 0 : 1;
	if ( ! isFound ) {
		console.log( `Without the rule scrubText this should have named "card number in text":\n${ control.stdout }${ control.stderr }` );
	}
	const behaviour = spawnSync( process.execPath, [ '--test', '--test-reporter=tap', '--test-concurrency=2', '--test-timeout=900000', ...BEHAVIOUR.map( ( name ) => join( dirname( fileURLToPath( import.meta.url ) ), name ) ) ], { encoding: 'utf8' } );
	const count = ( what ) => Number( new RegExp( `^# ${ what } (\\d+)$`, 'm' ).exec( behaviour.stdout )?.[ 1 ] ?? 0 );
	passed += count( 'pass' );
	failed += count( 'fail' ) || ( behaviour.status === 0 ? 0 : 1 );
	if ( behaviour.status !== 0 ) {
		console.log( behaviour.stdout + behaviour.stderr );
	}
}
console.log( `${ passed } passed, ${ failed } failed` );
process.exitCode = failed ? 1 : 0;

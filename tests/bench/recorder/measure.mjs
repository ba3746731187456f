/**
 * Measures one recorder in one page. All times are processor time of the page's main thread (Chromium's thread ticks),
 * so that other work on the machine does not count; a busy machine disturbs caches all the same.
 */
import { openVisitor } from '../../privacy/browser.mjs';
import { churn, storm } from './pages.mjs';

/** A task is long from here on (ms; W3C Long Tasks): what lies beyond counts as blocking. */
const LONG_MS = 50;
/** The page is at rest when it works less than this in a quarter of a second (ms); it is waited for at most so long. */
const REST_MS = 3;
const LONGEST_WAIT_MS = 8000;

const figuresOf = async ( session ) => Object.fromEntries( ( await session.send( 'Performance.getMetrics' ) ).metrics.map( ( { name, value } ) => [ name, value ] ) );

const wait = ( milliseconds ) => new Promise( ( resolve ) => setTimeout( resolve, milliseconds ) );

async function untilAtRest( session ) {
	const end = Date.now() + LONGEST_WAIT_MS;
	for ( let before = ( await figuresOf( session ) ).TaskDuration, quiet = 0; quiet < 3 && Date.now() < end; ) {
		await wait( 250 );
		const now = ( await figuresOf( session ) ).TaskDuration;
		quiet = ( now - before ) * 1000 < REST_MS ? quiet + 1 : 0;
		before = now;
	}
}

/** Processor time (ms) of each task of the page's main thread while something runs. */
async function tasksDuring( session, run ) {
	const events = [];
	const take = ( { value } ) => events.push( ...value );
	session.on( 'Tracing.dataCollected', take );
	await session.send( 'Tracing.start', { transferMode: 'ReportEvents', traceConfig: { recordMode: 'recordAsMuchAsPossible', includedCategories: [ '__metadata', 'disabled-by-default-devtools.timeline', 'devtools.timeline' ], excludedCategories: [ '*' ] } } );
	await run();
	const complete = new Promise( ( resolve ) => session.once( 'Tracing.tracingComplete', resolve ) );
	await session.send( 'Tracing.end' );
	await complete;
	session.off( 'Tracing.dataCollected', take );
	const main = new Set( events.filter( ( { name, args } ) => name === 'thread_name' && args.name === 'CrRendererMain' ).map( ( { pid, tid } ) => `${ pid } ${ tid }` ) );
	return events.filter( ( { name, pid, tid } ) => name === 'RunTask' && main.has( `${ pid } ${ tid }` ) ).map( ( { tdur = 0 } ) => tdur / 1000 );
}

async function heapOf( session ) {
	await session.send( 'HeapProfiler.collectGarbage' );
	return ( await figuresOf( session ) ).JSHeapUsedSize / 1e6;
}

/** What a part cost: processor time, that of scripts, the longest task, blocking time (ms). */
async function costOf( session, run ) {
	const before = await figuresOf( session );
	const tasks = await tasksDuring( session, run );
	const after = await figuresOf( session );
	return {
		cpu: ( after.TaskDuration - before.TaskDuration ) * 1000,
		script: ( after.ScriptDuration - before.ScriptDuration ) * 1000,
		longest: Math.max( 0, ...tasks ),
		blocking: tasks.reduce( ( sum, task ) => sum + Math.max( 0, task - LONG_MS ), 0 ),
	};
}

/** The visitor writes in every field, key by key, and moves the mouse. */
async function type( page ) {
	for ( let field = 0; field < 8; field++ ) {
		await page.mouse.move( 100 + 20 * field, 100 + 10 * field, { steps: 10 } );
		await page.focus( `#f${ field }` );
		await page.keyboard.type( 'A plain answer, typed key by key' );
	}
	await wait( 1200 );
}

const PARTS = {
	storm: ( page ) => page.evaluate( storm, storm.argument ),
	churn: ( page ) => page.evaluate( churn ),
	typing: type,
};

/** Opens a page without a recorder and waits until it is at rest. */
export async function open( browser, url ) {
	const { context, page } = await openVisitor( browser, { viewport: { width: 1280, height: 800 } } );
	await page.goto( url );
	const session = await context.newCDPSession( page );
	await session.send( 'Performance.enable', { timeDomain: 'threadTicks' } );
	await session.send( 'HeapProfiler.enable' );
	await untilAtRest( session );
	return { context, page, session };
}

/** Brings a recorder into the page and waits until it records. */
export async function begin( page, session, script ) {
	await page.addScriptTag( { url: script } );
	await wait( 1500 );
	await untilAtRest( session );
}

/**
 * Measures a recorder.
 *
 * @param {Object}   what
 * @param {string}   what.url    Address of the page.
 * @param {string}   what.script Address of the recorder's script.
 * @param {string[]} what.parts  What happens in the page after the recorder has begun: names of PARTS.
 * @return {Promise<Object>} By part, "load" first: see costOf(); `heap` is what is still held after a collection (MB).
 */
export async function measure( browser, { url, script, parts } ) {
	const { context, page, session } = await open( browser, url );
	const found = {};
	const heap = await heapOf( session );
	found.load = await costOf( session, () => begin( page, session, script ) );
	found.load.heap = ( await heapOf( session ) ) - heap;
	for ( const part of parts ) {
		found[ part ] = await costOf( session, () => PARTS[ part ]( page ) );
		found[ part ].heap = ( await heapOf( session ) ) - heap;
	}
	await context.close();
	return found;
}

/** Own time of each function (ms) while a recorder begins and while something happens in the page. */
export async function profile( browser, { url, script, parts } ) {
	const { context, page, session } = await open( browser, url );
	await session.send( 'Profiler.enable' );
	await session.send( 'Profiler.setSamplingInterval', { interval: 100 } );
	const found = {};
	for ( const [ part, run ] of [ [ 'load', () => begin( page, session, script ) ], ...parts.map( ( name ) => [ name, () => PARTS[ name ]( page ) ] ) ] ) {
		await session.send( 'Profiler.start' );
		await run();
		const { profile: { nodes, samples, timeDeltas } } = await session.send( 'Profiler.stop' );
		const names = new Map( nodes.map( ( { id, callFrame } ) => [ id, `${ callFrame.functionName || '(anonymous)' }:${ callFrame.lineNumber + 1 }` ] ) );
		const times = ( found[ part ] = new Map() );
		samples.forEach( ( id, i ) => times.set( names.get( id ), ( times.get( names.get( id ) ) ?? 0 ) + timeDeltas[ i ] / 1000 ) );
	}
	await context.close();
	return found;
}

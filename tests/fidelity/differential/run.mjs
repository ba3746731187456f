/**
 * Random pages, recorded while random things happen to them, replayed and compared. docs/TESTING.md has the options.
 */
import { createServer } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openBrowser } from '../../privacy/browser.mjs';

const here = dirname( fileURLToPath( import.meta.url ) );
const option = ( name, otherwise ) => process.argv.find( ( argument ) => argument.startsWith( `--${ name }=` ) )?.slice( name.length + 3 ) ?? otherwise;
const PROGRAMS = Number( option( 'programs', 2500 ) );
const FROM = option( 'from', 1 ) === 'random' ? Math.floor( Math.random() * 1e9 ) : Number( option( 'from', 1 ) );
const SEED = option( 'seed' );
const BESIDE = Number( option( 'beside', 5 ) );
/** Programs that run at the same time, each in a tab of its own. */
const TABS = Number( option( 'tabs', 1 ) );
/** So many failing programs are told whole. */
const MOST_TOLD = Number( option( 'told', 10 ) );

const bundle = async ( name ) => ( await build( { entryPoints: [ join( here, name ) ], bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'error' } ) ).outputFiles[ 0 ].text;

async function serve() {
	const scripts = { '/inside.js': await bundle( 'inside.ts' ), '/outside.js': await bundle( 'outside.ts' ) };
	const server = createServer( ( { url }, answer ) => {
		const path = url.split( '?' )[ 0 ];
		const send = ( type, body ) => answer.writeHead( 200, { 'content-type': `${ type }; charset=utf-8`, 'cache-control': 'max-age=600' } ).end( body );
		if ( scripts[ path ] ) {
			send( 'text/javascript', scripts[ path ] );
		} else if ( path === '/program.html' ) {
			send( 'text/html', '<!doctype html><script src="/inside.js"></script>' );
		} else if ( path === '/frame.html' ) {
			send( 'text/html', '<!doctype html><style>p { color: olive }</style><p class="two">A file</p><ul><li>one</li></ul>' );
		} else if ( /^\/sheet-\d\.css$/.test( path ) ) {
			send( 'text/css', `.one { outline: ${ path.length }px solid; opacity: 0.${ path[ 7 ] }9 } li { color: teal }` );
		} else if ( path === '/' ) {
			send( 'text/html', '<!doctype html><body><script src="/outside.js"></script>' );
		} else {
			answer.writeHead( 404 ).end();
		}
	} );
	await new Promise( ( resolve ) => server.listen( 0, '127.0.0.1', resolve ) );
	return server;
}

/** A third of the programs is masked. */
const planOf = ( seed, without = ( option( 'without', '' ) ).split( ',' ).filter( Boolean ).map( Number ) ) => ( { seed, operations: 12 + ( seed % 30 ), masked: seed % 3 === 0, without } );

const server = await serve();
const browser = await openBrowser( [ '--disable-renderer-backgrounding', '--disable-frame-rate-limit' ] );
const origin = `http://127.0.0.1:${ server.address().port }`;

async function openTab() {
	const page = await browser.newPage();
	await page.goto( origin );
	return page;
}

/** Programs that one frame and one replay serve. */
const BATCH = 25;
/** A tab is closed after so many batches: what programs leave behind adds up. */
const BATCHES_PER_TAB = 20;
const PATIENCE_MS = 60_000;

/** What the page says of these programs; null when it never answers or breaks. */
async function judge( page, plans, beside ) {
	let timer;
	const late = new Promise( ( resolve ) => {
		timer = setTimeout( resolve, PATIENCE_MS, null );
	} );
	const verdicts = await Promise.race( [ page.evaluate( ( [ given, every ] ) => window.judge( given, every ), [ plans, beside ] ), late ] ).catch( ( error ) => {
		console.log( `the page broke: ${ error.message }` );
		return null;
	} );
	clearTimeout( timer );
	return verdicts;
}

/** One program in a tab of its own. */
async function judgeAlone( plan, beside = 0 ) {
	const page = await openTab();
	const verdict = ( await judge( page, [ plan ], beside ) )?.[ 0 ] ?? { plan, checkpoints: 0, events: 0, faults: [ 'the program did not end' ], peer: null };
	if ( option( 'dump' ) ) {
		await writeFile( option( 'dump' ), await page.evaluate( () => JSON.stringify( window.lastRecorded, null, 1 ) ) );
	}
	await page.close();
	return verdict;
}

/** Leaves out operations one by one as long as the program goes on failing. */
async function shrink( plan ) {
	let without = [];
	let page = await openTab();
	for ( let at = plan.operations - 1; at >= 0; at-- ) {
		const verdicts = await judge( page, [ { ...plan, without: [ ...without, at ] } ], 0 );
		if ( ! verdicts || verdicts[ 0 ].faults.length > 0 ) {
			without = [ ...without, at ];
		}
		if ( ! verdicts ) {
			page = await openTab();
		}
	}
	await page.close();
	return { ...plan, without };
}

console.log( SEED ? `Seed ${ SEED }.` : `Seeds from ${ FROM } on.` );
const seeds = SEED ? [ Number( SEED ) ] : Array.from( { length: PROGRAMS }, ( _, at ) => FROM + at );
const batches = [];
for ( const seed of seeds ) {
	const plan = planOf( seed );
	const last = batches.at( -1 );
	if ( last && Math.floor( ( last[ 0 ].seed - 1 ) / BATCH ) === Math.floor( ( seed - 1 ) / BATCH ) ) {
		last.push( plan );
	} else {
		batches.push( [ plan ] );
	}
}
const tally = { passed: 0, failed: 0, checkpoints: 0, events: 0, beside: 0, peer: 0, bothRight: 0, onlyPeer: 0, print: 0 };
const failures = [];
const started = Date.now();

function count( verdict ) {
	const isRight = verdict.faults.length === 0;
	tally.checkpoints += verdict.checkpoints;
	tally.events += verdict.events;
	tally.print = ( tally.print + ( verdict.print ?? 0 ) ) | 0;
	tally[ isRight ? 'passed' : 'failed' ]++;
	if ( verdict.peer ) {
		const isPeerRight = verdict.peer.length === 0;
		tally.beside++;
		tally.peer += isPeerRight ? 1 : 0;
		tally.bothRight += isPeerRight && isRight ? 1 : 0;
		tally.onlyPeer += isPeerRight && ! isRight ? 1 : 0;
	}
	if ( ! isRight ) {
		failures.push( verdict );
	}
}

/** Programs that are not random, replayed by rrweb's virtual DOM (as the first seeds are) and without. */
for ( const first of SEED ? [] : [ 1, 1 + BATCH ] ) {
	const page = await openTab();
	const plans = ( await page.evaluate( () => window.fixedPrograms ) ).map( ( masked, at ) => ( { seed: first + at, fixed: at, operations: 0, masked } ) );
	( await judge( page, plans, 0 ) ?? plans.map( ( plan ) => ( { plan, checkpoints: 0, events: 0, faults: [ 'the fixed programs did not end' ], peer: null } ) ) ).forEach( count );
	await page.close();
}

let repeated = 0;

async function work() {
	let page = await openTab();
	for ( let batch = batches.shift(), served = 1; batch; batch = batches.shift(), served++ ) {
		let verdicts = await judge( page, batch, BESIDE );
		if ( ! verdicts || verdicts.some( ( { faults } ) => faults.length > 0 ) ) {
			// The documents of frames load when the browser likes, which a seed does not decide: only a fault that comes again is one of the seed.
			await page.close();
			page = await openTab();
			verdicts = await judge( page, batch, BESIDE );
			repeated++;
		}
		for ( const [ at, plan ] of batch.entries() ) {
			const together = verdicts?.[ at ];
			if ( together && together.faults.length === 0 ) {
				count( together );
				continue;
			}
			// A fault that needs the programs before it is one too.
			const alone = await judgeAlone( plan, BESIDE );
			count( alone.faults.length > 0 || ! together || batch.length === 1 ? alone : { ...together, faults: [ `only after the programs from ${ batch[ 0 ].seed } on`, ...together.faults ] } );
		}
		if ( ! verdicts || served % BATCHES_PER_TAB === 0 ) {
			await page.close();
			page = await openTab();
		}
	}
}

await Promise.all( Array.from( { length: SEED ? 1 : TABS }, work ) );
for ( const { plan, faults } of failures.slice( 0, MOST_TOLD ) ) {
	console.log( `\n${ plan.fixed === undefined ? `seed ${ plan.seed }` : 'fixed' }${ plan.masked ? ' (masked)' : '' }: ${ faults.join( '\n' ) }` );
	if ( process.argv.includes( '--shrink' ) && plan.fixed === undefined ) {
		const small = await shrink( plan );
		const { faults: left } = await judgeAlone( small );
		console.log( `shrunk, --without=${ small.without } leaves ${ Array.from( { length: plan.operations }, ( _, at ) => at ).filter( ( at ) => ! small.without.includes( at ) ) }\n${ left.join( '\n' ) }` );
	}
}
if ( failures.length > MOST_TOLD ) {
	console.log( `\nmore failing seeds: ${ failures.slice( MOST_TOLD ).map( ( { plan } ) => plan.seed ).join( ' ' ) }` );
}
console.log( `\n${ tally.checkpoints } checkpoints, ${ tally.events } events in ${ Math.round( ( Date.now() - started ) / 1000 ) } s. Beside @rrweb/record in ${ tally.beside } programs: it is right in ${ tally.peer }, both in ${ tally.bothRight }, it alone in ${ tally.onlyPeer }. Batches played twice: ${ repeated }. Print ${ tally.print }.` );
console.log( `${ tally.passed } passed, ${ tally.failed } failed` );
await browser.close();
server.close();
process.exitCode = tally.failed > 0 ? 1 : 0;

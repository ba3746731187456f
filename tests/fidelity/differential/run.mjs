/**
 * Random pages, recorded while random things happen to them, replayed and compared.
 *
 * Options: --programs=5000, --seed=N (this program alone, with the events that it gave in --dump=<file>), --from=N (first seed), --beside=5
 * (rrweb's recorder runs beside in every n-th program that is not masked), --shrink (leaves out of a failing program
 * what is not needed).
 */
import { createServer } from 'node:http';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openBrowser } from '../../privacy/browser.mjs';

const here = dirname( fileURLToPath( import.meta.url ) );
const option = ( name, otherwise ) => process.argv.find( ( argument ) => argument.startsWith( `--${ name }=` ) )?.slice( name.length + 3 ) ?? otherwise;
const PROGRAMS = Number( option( 'programs', 5000 ) );
const FROM = Number( option( 'from', 1 ) );
const SEED = option( 'seed' );
const BESIDE = Number( option( 'beside', 5 ) );
/** Programs that run at the same time, each in a tab of its own. */
const TABS = Number( option( 'tabs', 4 ) );
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
const planOf = ( seed, without ) => ( { seed, operations: 12 + ( seed % 30 ), masked: seed % 3 === 0, without } );

const server = await serve();
const browser = await openBrowser( [ '--disable-renderer-backgrounding' ] );
const origin = `http://127.0.0.1:${ server.address().port }`;

async function openTab() {
	const page = await browser.newPage();
	await page.goto( origin );
	return page;
}

const judge = ( page, plan, isBeside ) => Promise.race( [
	page.evaluate( ( [ given, beside ] ) => window.judge( given, beside ), [ plan, isBeside ] ),
	new Promise( ( resolve ) => setTimeout( resolve, 20_000, { plan, checkpoints: 0, events: 0, faults: [ 'the program did not end' ], peer: null } ) ),
] ).catch( ( error ) => ( { plan, checkpoints: 0, events: 0, faults: [ `the page broke: ${ error.message }` ], peer: null } ) );

/** Leaves out operations one by one as long as the program goes on failing. */
async function shrink( plan ) {
	let without = [];
	for ( let at = plan.operations - 1; at >= 0; at-- ) {
		const tab = await openTab();
		const { faults } = await judge( tab, { ...plan, without: [ ...without, at ] }, false );
		await tab.close();
		if ( faults.length > 0 ) {
			without = [ ...without, at ];
		}
	}
	return { ...plan, without };
}

const seeds = SEED ? [ Number( SEED ) ] : Array.from( { length: PROGRAMS }, ( _, at ) => FROM + at );
const tally = { passed: 0, failed: 0, checkpoints: 0, events: 0, beside: 0, peer: 0, bothRight: 0, onlyPeer: 0 };
const failures = [];
const started = Date.now();

async function work() {
	let page = await openTab();
	for ( let seed = seeds.shift(); seed !== undefined; seed = seeds.shift() ) {
		const plan = planOf( seed );
		const verdict = await judge( page, plan, ! plan.masked && seed % BESIDE === 1 % BESIDE );
		tally.checkpoints += verdict.checkpoints;
		tally.events += verdict.events;
		tally[ verdict.faults.length > 0 ? 'failed' : 'passed' ]++;
		if ( verdict.peer ) {
			tally.beside++;
			tally.peer += verdict.peer.length === 0 ? 1 : 0;
			tally.bothRight += verdict.peer.length === 0 && verdict.faults.length === 0 ? 1 : 0;
			tally.onlyPeer += verdict.peer.length === 0 && verdict.faults.length > 0 ? 1 : 0;
		}
		if ( verdict.faults.length > 0 ) {
			failures.push( verdict );
			if ( option( 'dump' ) ) {
				await writeFile( option( 'dump' ), await page.evaluate( () => JSON.stringify( window.lastRecorded, null, 1 ) ) );
			}
			await page.close();
			page = await openTab();
		}
	}
}

await Promise.all( Array.from( { length: SEED ? 1 : TABS }, work ) );
for ( const { plan, faults } of failures.slice( 0, MOST_TOLD ) ) {
	console.log( `\nseed ${ plan.seed }${ plan.masked ? ' (masked)' : '' }: ${ faults.join( '\n' ) }` );
	if ( process.argv.includes( '--shrink' ) ) {
		const small = await shrink( plan );
		const tab = await openTab();
		const { faults: left } = await judge( tab, small, false );
		console.log( `shrunk, operations left: ${ Array.from( { length: plan.operations }, ( _, at ) => at ).filter( ( at ) => ! small.without.includes( at ) ) }\n${ left.join( '\n' ) }` );
		await tab.close();
	}
}
if ( failures.length > MOST_TOLD ) {
	console.log( `\nmore failing seeds: ${ failures.slice( MOST_TOLD ).map( ( { plan } ) => plan.seed ).join( ' ' ) }` );
}
console.log( `\n${ tally.checkpoints } checkpoints, ${ tally.events } events in ${ Math.round( ( Date.now() - started ) / 1000 ) } s. Beside @rrweb/record in ${ tally.beside } programs: it is right in ${ tally.peer }, both in ${ tally.bothRight }, it alone in ${ tally.onlyPeer }.` );
console.log( `${ tally.passed } passed, ${ tally.failed } failed` );
await browser.close();
server.close();
process.exitCode = tally.failed > 0 ? 1 : 0;

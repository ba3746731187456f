/**
 * CPU of the first snapshot and of a storm of mutations: Candid's recorder beside plain @rrweb/record
 * (as published, its own defaults), in one run, interleaved, in fresh pages of one browser. CPU is the
 * page's own thread time (Chromium's TaskDuration in thread ticks), so that other work on the machine
 * does not count. Medians, because a machine that is busy disturbs caches all the same.
 *
 * The measured thing is the part that costs the visitor: rrweb and the gate, and turning the events into
 * lines. Compressing and sending are the browser's own threads. Heap is what is still held after a
 * collection, so that garbage of the page does not count.
 *
 * Options: --items=700 (a shop item is about ten nodes), --rounds=7, --profile=<kind> (prints the
 * functions in which that kind spends its time instead of the table).
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openBrowser } from '../privacy/browser.mjs';

const root = dirname( dirname( dirname( fileURLToPath( import.meta.url ) ) ) );
const option = ( name, otherwise ) => process.argv.find( ( argument ) => argument.startsWith( `--${ name }=` ) )?.slice( name.length + 3 ) ?? otherwise;
const ROUNDS = Number( option( 'rounds', 7 ) );
const ITEMS = Number( option( 'items', 700 ) );
const PROFILED = option( 'profile' );

const TAKE = `
	let bytes = 0;
	let ready; window.ready = new Promise( ( resolve ) => ( ready = resolve ) ); const take = ( event ) => { bytes += JSON.stringify( event ).length; if ( event.type === 2 ) ready(); };
	window.bytes = () => bytes;
`;
const PLAIN = `import { record } from '@rrweb/record'; ${ TAKE } window.start = () => record( { emit: take, errorHandler( error ) { throw error; } } );`;
const candid = ( inputs ) => `
	import { createCapture } from './src/recorder/capture/capture';
	import { Masking } from './src/recorder/masking/masking';
	import { sensitiveWord } from './src/privacy';
	${ TAKE }
	window.start = () => {
		const masking = new Masking( { block: [ '.private-zone', '#account .name' ], preset: 'balanced', inputs: ${ inputs }, keep: [], maskPage: false }, { sensitiveWord }, () => {} );
		masking.start();
		createCapture( { masking, onEvent: take, onClosed() {}, onBroken() { throw new Error( 'The recorder gave up.' ); } } ).snapshot();
	};
`;

/** What is measured: source, and whether rrweb is cut as in the build. The first is the page alone. */
const KINDS = {
	none: null,
	plain: PLAIN,
	candid: candid( false ),
	inputs: candid( true ),
};

const item = ( i ) => `<article class="item c${ i % 400 }" data-id="${ i }" style="order:${ i }"><a href="/product/number-${ i }?utm_source=x&session=abc"><img src="/i/${ i }.jpg?w=300" alt="Product ${ i }" width="300"></a><h3>Product number ${ i }</h3><p>A plain description of a thing that somebody could buy, in ${ i } colours.</p><b>1 ${ 100 + i },00 Kč</b><button type="button" aria-label="Add product ${ i }">Add</button><input name="q${ i }" type="number" value="1"></article>`;
const PAGE = `<!doctype html><style>${ Array.from( { length: 400 }, ( _, i ) => `.c${ i } .item > a { color: #${ ( i * 4919 % 4096 ).toString( 16 ).padStart( 3, '0' ) }; background: url("/i/${ i }.png?v=3") }` ).join( '\n' ) }</style><h1>Shop</h1><div id="list">${ Array.from( { length: ITEMS }, ( _, i ) => item( i ) ).join( '' ) }</div><table id="storm"></table>`;

/** Ten times 500 new rows, and a class that changes on every item. */
const storm = () => new Promise( ( resolve ) => {
	const table = document.getElementById( 'storm' );
	let round = 0;
	const step = () => {
		table.innerHTML = Array.from( { length: 500 }, ( _, i ) => `<tr class="row"><td>${ round }</td><td title="Cell">Cell ${ i } of ${ round }</td><td><a href="/x/${ i }?t=1">Open</a></td></tr>` ).join( '' );
		for ( const article of document.querySelectorAll( '.item' ) ) {
			article.classList.toggle( 'seen' );
		}
		if ( ++round < 10 ) {
			setTimeout( step );
		} else {
			setTimeout( resolve, 500 );
		}
	};
	step();
} );

const scripts = {};
for ( const [ kind, made ] of Object.entries( KINDS ) ) {
	if ( made ) {
		const { outputFiles } = await build( { stdin: { contents: made, resolveDir: root, loader: 'ts' }, bundle: true, write: false, format: 'iife', minify: ! PROFILED, target: 'es2020', logLevel: 'error' } );
		scripts[ kind ] = outputFiles[ 0 ].text;
	}
}

/** A page with a real address, so that addresses are resolved as they are on a site; nothing else is served. */
async function open( browser, kind ) {
	const context = await browser.newContext();
	const page = await context.newPage();
	page.on( 'pageerror', ( error ) => {
		throw error;
	} );
	await page.route( '**/*', ( route ) => ( route.request().isNavigationRequest() ? route.fulfill( { contentType: 'text/html; charset=utf-8', body: PAGE } ) : route.abort() ) );
	await page.goto( 'http://shop.example/shop/' );
	if ( scripts[ kind ] ) {
		await page.addScriptTag( { content: scripts[ kind ] } );
	}
	const session = await context.newCDPSession( page );
	await session.send( 'Performance.enable', { timeDomain: 'threadTicks' } );
	await session.send( 'HeapProfiler.enable' );
	return { context, page, session };
}

const figuresOf = async ( session ) => Object.fromEntries( ( await session.send( 'Performance.getMetrics' ) ).metrics.map( ( { name, value } ) => [ name, value ] ) );

async function cpuOf( session, run ) {
	const before = await figuresOf( session );
	await run();
	return ( ( await figuresOf( session ) ).TaskDuration - before.TaskDuration ) * 1000;
}

async function heapOf( session ) {
	await session.send( 'HeapProfiler.collectGarbage' );
	return ( await figuresOf( session ) ).JSHeapUsedSize / 1e6;
}

async function measure( browser, kind ) {
	const { context, page, session } = await open( browser, kind );
	const start = () => page.evaluate( () => ( window.start?.(), window.ready?.then( () => {} ) ) );
	const heap = await heapOf( session );
	const snapshot = await cpuOf( session, start );
	const mutations = await cpuOf( session, () => page.evaluate( storm ) );
	const figure = { snapshot, storm: mutations, heap: ( await heapOf( session ) ) - heap, bytes: await page.evaluate( () => window.bytes?.() ?? 0 ) / 1e6 };
	await context.close();
	if ( scripts[ kind ] && figure.bytes < 0.5 ) {
		throw new Error( `"${ kind }" recorded ${ figure.bytes } MB: it is broken.` );
	}
	return figure;
}

/** Prints where a kind spends its time, by function, its own time only. */
async function profile( browser, kind ) {
	const sums = { snapshot: new Map(), storm: new Map() };
	for ( let round = 0; round < ROUNDS; round++ ) {
		const { context, page, session } = await open( browser, kind );
		await session.send( 'Profiler.enable' );
		await session.send( 'Profiler.setSamplingInterval', { interval: 100 } );
		for ( const [ part, run ] of [ [ 'snapshot', () => page.evaluate( () => ( window.start(), window.ready.then( () => {} ) ) ) ], [ 'storm', () => page.evaluate( storm ) ] ] ) {
			await session.send( 'Profiler.start' );
			await run();
			const { profile: { nodes, samples, timeDeltas } } = await session.send( 'Profiler.stop' );
			const names = new Map( nodes.map( ( { id, callFrame } ) => [ id, `${ callFrame.functionName || '(anonymous)' }:${ callFrame.lineNumber + 1 }` ] ) );
			samples.forEach( ( id, i ) => sums[ part ].set( names.get( id ), ( sums[ part ].get( names.get( id ) ) ?? 0 ) + timeDeltas[ i ] / 1000 / ROUNDS ) );
		}
		await context.close();
	}
	for ( const [ part, times ] of Object.entries( sums ) ) {
		console.log( `\n${ kind }, ${ part }: ms a round, own time` );
		[ ...times ].filter( ( [ name ] ) => ! /^\((?:idle|program)\)/.test( name ) ).sort( ( a, b ) => b[ 1 ] - a[ 1 ] ).slice( 0, 32 ).forEach( ( [ name, ms ] ) => console.log( `${ ms.toFixed( 2 ).padStart( 8 ) }  ${ name }` ) );
	}
}

async function compare( browser ) {
	const figures = Object.fromEntries( Object.keys( KINDS ).map( ( kind ) => [ kind, [] ] ) );
	for ( let round = 0; round < ROUNDS; round++ ) {
		const order = Object.keys( KINDS );
		for ( const kind of round % 2 ? order : order.reverse() ) {
			figures[ kind ].push( await measure( browser, kind ) );
		}
	}
	const median = ( kind, what ) => figures[ kind ].map( ( figure ) => figure[ what ] ).sort( ( a, b ) => a - b )[ Math.floor( ROUNDS / 2 ) ];
	const row = ( cells ) => console.log( cells.map( ( cell, i ) => ( i ? String( cell ).padStart( 11 ) : cell.padEnd( 34 ) ) ).join( '' ) );
	console.log( `${ ITEMS } items, medians of ${ ROUNDS } rounds. plain: @rrweb/record as published; trimmed: as the build cuts it` );
	row( [ '', ...Object.keys( KINDS ) ] );
	for ( const [ what, title, digits ] of [ [ 'snapshot', 'first snapshot, CPU ms', 1 ], [ 'storm', 'storm of mutations, CPU ms', 1 ], [ 'heap', 'heap held, MB', 2 ], [ 'bytes', 'events as lines, MB', 2 ] ] ) {
		row( [ title, ...Object.keys( KINDS ).map( ( kind ) => median( kind, what ).toFixed( digits ) ) ] );
		if ( what === 'snapshot' || what === 'storm' ) {
			row( [ '  of plain', ...Object.keys( KINDS ).map( ( kind ) => `${ ( median( kind, what ) / median( 'plain', what ) ).toFixed( 2 ) }×` ) ] );
			row( [ '  of plain, without the page\'s own', ...Object.keys( KINDS ).map( ( kind ) => `${ ( ( median( kind, what ) - median( 'none', what ) ) / ( median( 'plain', what ) - median( 'none', what ) ) ).toFixed( 2 ) }×` ) ] );
		}
	}
}

const browser = await openBrowser();
await ( PROFILED ? profile( browser, PROFILED ) : compare( browser ) );
await browser.close();

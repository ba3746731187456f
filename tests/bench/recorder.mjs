/**
 * CPU of the first snapshot and of a storm of mutations: Candid's recorder beside plain @rrweb/record,
 * in one run, interleaved, in fresh pages of one browser. CPU is the page's own thread time (Chromium's
 * TaskDuration in thread ticks), so that other work on the machine does not count.
 *
 * The measured thing is the part that costs the visitor: rrweb and the gate, and turning the events into
 * lines. Compressing and sending are the browser's own threads.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openBrowser } from '../privacy/browser.mjs';
import { trimRrweb } from '../../tools/trim-rrweb.mjs';

const root = dirname( dirname( dirname( fileURLToPath( import.meta.url ) ) ) );
const ROUNDS = 7;

const ENTRY = `
	import { record } from '@rrweb/record';
	import { createCapture, mirror } from './src/recorder/capture';
	import { createGate } from './src/recorder/gate';
	import { createBoundary } from './src/recorder/boundary';
	import { MARKER_SELECTOR, keptKeys } from './src/privacy';
	let bytes = 0;
	const take = ( event ) => { bytes += JSON.stringify( event ).length; };
	window.startPlain = () => record( { emit: take, maskAllInputs: true } );
	window.startCandid = () => {
		const boundary = createBoundary( [ '.private-zone', '#account .name' ], 'balanced', false, 0 );
		const gate = createGate( { mirror, boundary, preset: 'balanced', inputs: false, keep: keptKeys( [], false ), onClosed() {} } );
		createCapture( { blockSelector: '.private-zone,#account .name,' + MARKER_SELECTOR.block, inputs: false, gate, onEvent: take, onBroken() {} } ).start();
	};
	window.bytes = () => bytes;
`;

/** A shop's page of about 7,000 nodes. */
const PAGE = `<!doctype html><style>${ Array.from( { length: 400 }, ( _, i ) => `.c${ i } .item > a { color: #${ ( i * 4919 % 4096 ).toString( 16 ).padStart( 3, '0' ) }; background: url("/i/${ i }.png?v=3") }` ).join( '\n' ) }</style><h1>Shop</h1><div id="list">${ Array.from( { length: 700 }, ( _, i ) =>
	`<article class="item c${ i % 400 }" data-id="${ i }" style="order:${ i }"><a href="/product/number-${ i }?utm_source=x&session=abc"><img src="/i/${ i }.jpg?w=300" alt="Product ${ i }" width="300"></a><h3>Product number ${ i }</h3><p>A plain description of a thing that somebody could buy, in ${ i } colours.</p><b>1 ${ 100 + i },00 Kč</b><button type="button" aria-label="Add product ${ i }">Add</button><input name="q${ i }" type="number" value="1"></article>` ).join( '' ) }</div><table id="storm"></table>`;

async function measure( session, run ) {
	const read = async () => Object.fromEntries( ( await session.send( 'Performance.getMetrics' ) ).metrics.map( ( { name, value } ) => [ name, value ] ) );
	const before = await read();
	await run();
	const after = await read();
	return { cpu: ( after.TaskDuration - before.TaskDuration ) * 1000, heap: ( after.JSHeapUsedSize - before.JSHeapUsedSize ) / 1e6 };
}

const storm = () => new Promise( ( resolve ) => {
	const table = document.getElementById( 'storm' );
	let round = 0;
	const step = () => {
		table.innerHTML = Array.from( { length: 500 }, ( _, i ) => `<tr class="row"><td>${ round }</td><td title="Cell">Cell ${ i } of ${ round }</td><td><a href="/x/${ i }?t=1">Open</a></td></tr>` ).join( '' );
		for ( const item of document.querySelectorAll( '.item' ) ) {
			item.classList.toggle( 'seen' );
		}
		if ( ++round < 10 ) {
			setTimeout( step );
		} else {
			setTimeout( resolve, 50 );
		}
	};
	step();
} );

const { outputFiles } = await build( { stdin: { contents: ENTRY, resolveDir: root, loader: 'ts' }, bundle: true, write: false, format: 'iife', minify: true, target: 'es2020', plugins: [ trimRrweb ], logLevel: 'error' } );
const script = outputFiles[ 0 ].text;
const browser = await openBrowser();
const figures = {};
for ( let round = 0; round < ROUNDS; round++ ) {
	for ( const kind of round % 2 ? [ 'none', 'startPlain', 'startCandid' ] : [ 'startCandid', 'startPlain', 'none' ] ) {
		const context = await browser.newContext();
		const page = await context.newPage();
		await page.setContent( PAGE );
		await page.addScriptTag( { content: script } );
		const session = await context.newCDPSession( page );
		await session.send( 'Performance.enable', { timeDomain: 'threadTicks' } );
		const snapshot = await measure( session, () => page.evaluate( ( name ) => void window[ name ]?.(), kind ) );
		const mutations = await measure( session, () => page.evaluate( storm ) );
		( figures[ kind ] ??= [] ).push( { snapshot: snapshot.cpu, storm: mutations.cpu, heap: snapshot.heap + mutations.heap, bytes: await page.evaluate( () => window.bytes() ) } );
		await context.close();
	}
}
await browser.close();

const median = ( kind, what ) => figures[ kind ].map( ( figure ) => figure[ what ] ).sort( ( a, b ) => a - b )[ Math.floor( ROUNDS / 2 ) ];
console.log( `Medians of ${ ROUNDS } rounds, CPU ms of the page's thread` );
console.log( 'measure        none     rrweb    candid   candid/rrweb   (without the page\'s own)' );
for ( const what of [ 'snapshot', 'storm' ] ) {
	const [ none, plain, candid ] = [ 'none', 'startPlain', 'startCandid' ].map( ( kind ) => median( kind, what ) );
	console.log( `${ what.padEnd( 12 ) } ${ none.toFixed( 1 ).padStart( 8 ) } ${ plain.toFixed( 1 ).padStart( 8 ) } ${ candid.toFixed( 1 ).padStart( 8 ) } ${ ( candid / plain ).toFixed( 2 ).padStart( 10 ) }×     ${ ( ( candid - none ) / ( plain - none ) ).toFixed( 2 ) }×` );
}
console.log( `heap MB      ${ [ 'none', 'startPlain', 'startCandid' ].map( ( kind ) => median( kind, 'heap' ).toFixed( 1 ).padStart( 8 ) ).join( ' ' ) }` );
console.log( `event MB     ${ [ 'none', 'startPlain', 'startCandid' ].map( ( kind ) => ( median( kind, 'bytes' ) / 1e6 ).toFixed( 2 ).padStart( 8 ) ).join( ' ' ) }` );

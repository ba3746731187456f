/**
 * What is stored in a real WordPress: what the recorder sent, and what a forged recorder would send – plain
 * rrweb without any masking, in segments that say that everything may be shown.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { openBrowser, openVisitor } from './browser.mjs';
import { makeCanaries } from './canaries.mjs';
import { startSite, tags } from './collector.mjs';
import { walk } from './visit.mjs';

const here = dirname( fileURLToPath( import.meta.url ) );
const root = dirname( dirname( here ) );

/** Values of form controls, by the place where they are planted. */
const FORM_VALUE = /typed|value|textarea|contenteditable|option|\.value|output|made later|picked/;

let browser;
let server;
let lines;
let site;
let encodeSegment;
let plainRecorder;
let RecordingReader;

const ask = async ( task ) => {
	server.stdin.write( `${ JSON.stringify( task ) }\n` );
	return JSON.parse( ( await lines.next() ).value );
};

before( async () => {
	server = spawn( 'php', [ join( here, 'stored-site.php' ) ], { stdio: [ 'pipe', 'pipe', 'inherit' ] } );
	lines = createInterface( { input: server.stdout } )[ Symbol.asyncIterator ]();
	const bundle = async ( contents, format ) => ( await build( { stdin: { contents, resolveDir: root, loader: 'ts' }, bundle: true, write: false, format } ) ).outputFiles[ 0 ].text;
	( { encodeSegment } = await import( `data:text/javascript,${ encodeURIComponent( await bundle( "export { encodeSegment } from './src/recorder/transport/segment';", 'esm' ) ) }` ) );
	( { RecordingReader } = await import( `data:text/javascript,${ encodeURIComponent( await bundle( "export { RecordingReader } from './src/decoder/recording-reader';", 'esm' ) ) }` ) );
	plainRecorder = await bundle( "import { record } from '@rrweb/record'; addEventListener( 'load', () => record( { emit: ( event ) => window.emitPlain( JSON.stringify( event ) ), maskInputOptions: { password: false } } ) );", 'iife' );
	browser = await openBrowser();
	site = JSON.parse( ( await lines.next() ).value );
} );
after( async () => {
	await browser?.close();
	server?.stdin.end();
	await new Promise( ( resolve ) => ( server?.exitCode === null ? server.once( 'exit', resolve ) : resolve() ) );
} );

/** Sends one segment through the door, as the site's own page does. */
const post = ( bytes ) => new Promise( ( resolve, reject ) => {
	const sent = request( `${ site.root }/wp-json/candid/v1/segments`, { method: 'POST', headers: { 'Content-Type': 'application/octet-stream', 'Sec-Fetch-Site': 'same-origin', 'User-Agent': 'Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36' } }, ( answer ) => {
		answer.resume();
		answer.on( 'end', () => resolve( answer.statusCode ) );
	} );
	sent.on( 'error', reject );
	sent.end( bytes );
} );

/** As the recorder does: what a site cannot take now is sent again. */
async function deliver( bytes ) {
	let status = await post( bytes );
	for ( let again = 0; status >= 500 && again < 3; again++ ) {
		status = await post( bytes );
	}
	return status;
}

/** Everything that is kept, as one text, and the stored events. */
async function kept() {
	const { segments, rows, files } = await ask( { stored: true } );
	const bodies = segments.map( ( body ) => Buffer.from( body, 'base64' ).toString() );
	const text = [ ...bodies, Buffer.from( rows, 'base64' ).toString(), Buffer.from( files, 'base64' ).toString( 'latin1' ) ].join( '\n' );
	const events = bodies.flatMap( ( body ) => body.split( '\n' ).filter( Boolean ).slice( 1 ).map( ( line ) => JSON.parse( line ) ) );
	return { text, events, bodies };
}

const bare = ( text ) => text.replace( /[\s-]/g, '' ).toLowerCase();
const leaks = ( list, text ) => {
	const flat = bare( text );
	return list.filter( ( { value } ) => text.includes( value ) || flat.includes( bare( value ) ) ).map( ( { place } ) => place );
};
/** What the player's decoder makes of stored segments: whether a first picture is there, how much plays, how much was dropped. */
async function play( bodies ) {
	const reader = new RecordingReader( site.root, [ 1280, 720 ] );
	const decoded = [];
	for ( const [ sequence, body ] of bodies.entries() ) {
		const { buffer, byteOffset, byteLength } = gzipSync( body );
		decoded.push( await reader.segment( sequence, 0, buffer.slice( byteOffset, byteOffset + byteLength ) ) );
	}
	return { started: decoded.some( ( { report } ) => report.started ), events: decoded.flatMap( ( { feed } ) => feed.events ) };
}

/** Ids of every node of a snapshot. */
const idsOf = ( node ) => [ node.id, ...( node.childNodes ?? [] ).flatMap( idsOf ) ];

/** The planted page, recorded by plain rrweb with nothing masked. */
async function recordPlainly( canaries ) {
	const page = await startSite( { page: ( path ) => ( path === '/shop' ? canaries.html( '' ) : path ) } );
	const { context, page: tab } = await openVisitor( browser );
	const events = [];
	try {
		await tab.exposeFunction( 'emitPlain', ( json ) => events.push( json ) );
		await tab.addInitScript( { content: `window.candid = { block() {}, mask() {} };${ plainRecorder }` } );
		await tab.goto( `${ page.origin }/shop${ canaries.query }` );
		await walk( tab, canaries, { origin: page.origin, until: async () => {} } );
	} finally {
		await context.close();
		await page.close();
	}
	return events;
}

for ( const settings of [ { inputs: true, preset: 'strict' }, { inputs: false, preset: 'balanced' }, { inputs: false, preset: 'open' }, { inputs: true, preset: 'open' } ] ) {
	test( `a forged recorder gets nothing sensitive into the store: ${ settings.preset }, form inputs ${ settings.inputs ? 'on' : 'off' }`, async () => {
		await ask( { settings: { recording: true, ...settings } } );
		const canaries = makeCanaries();
		const events = await recordPlainly( canaries );
		const now = Date.now();
		const envelope = { v: 1, page: 0, url: `${ site.root }/shop${ canaries.query }`, title: `Shop ${ canaries.list.find( ( { place } ) => place === 'e-mail in <title>' ).value }`, started: now - 60_000, sent: now, viewport: [ 1280, 720 ], screen: [ 1280, 720 ], device: 'desktop', language: 'en', preset: 'open', inputs: true };
		const recordingKey = randomBytes( 16 );
		const answers = [];
		for ( let sequence = 0; sequence * 200 < events.length; sequence++ ) {
			const body = gzipSync( [ JSON.stringify( envelope ), ...events.slice( 200 * sequence, 200 * sequence + 200 ), '' ].join( '\n' ) );
			answers.push( await deliver( encodeSegment( { recordingKey, sequence, accountKey: site.key, body: [ body ], gzip: true, pageEnd: false } ) ) );
		}
		assert.ok( answers.length > 0 && answers.every( ( status ) => status === 204 ), String( answers ) );

		const given = leaks( canaries.list, events.join( '\n' ) );
		assert.ok( given.length > 80, 'What was forged holds the values.' );
		const { text, events: stored, bodies } = await kept();
		assert.deepEqual( leaks( canaries.list.filter( ( { severity } ) => severity === 'S' ), text ), [] );
		if ( ! settings.inputs || settings.preset === 'strict' ) {
			assert.deepEqual( leaks( canaries.list.filter( ( { severity, place } ) => severity === 'P' && FORM_VALUE.test( place ) ), text ), [] );
		}
		// It still plays: every node is there under its id, and every change finds its place.
		const forged = events.map( ( json ) => JSON.parse( json ) ).find( ( event ) => event.type === 2 );
		const snapshot = stored.find( ( event ) => event.type === 2 && event.timestamp === forged.timestamp );
		assert.deepEqual( idsOf( snapshot.data.node ).filter( ( id ) => ! idsOf( forged.data.node ).includes( id ) ), [] );
		assert.ok( stored.filter( ( event ) => event.type === 3 && event.timestamp > forged.timestamp ).length > 50 );
		const sent = new Set( events.map( ( json ) => JSON.parse( json ).timestamp ) );
		const played = await play( bodies.filter( ( body ) => body.split( '\n' ).slice( 1 ).some( ( line ) => line && sent.has( JSON.parse( line ).timestamp ) ) ) );
		assert.ok( played.started, 'The player shows a first picture.' );
		assert.ok( played.events.length > 50, `The player plays ${ played.events.length } events.` );
		assert.ok( canaries.list.filter( ( { severity, place } ) => severity === 'T' && place !== 'submit value' ).every( ( { value } ) => text.includes( value ) ), 'What visitors see is kept.' );
	} );
}

test( 'what the recorder sent is stored as it came, and nothing private with it', async () => {
	await ask( { settings: { recording: true, inputs: false, preset: 'balanced', blocked: [ '.private-zone' ] } } );
	const canaries = makeCanaries();
	const page = await startSite( { page: ( path ) => ( path === '/shop' ? canaries.html( tags( { key: site.key, block: [ '.private-zone' ] } ) ) : `<!doctype html><title>${ path }</title>${ tags( { key: site.key } ) }<p>${ path }` ) } );
	const { context, page: tab } = await openVisitor( browser );
	try {
		await tab.goto( `${ page.origin }/shop${ canaries.query }` );
		await page.until( ( segments ) => segments.length > 0, 'the first segment' );
		await walk( tab, canaries, page );
		await page.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 1 ), 'the next page' );
	} finally {
		await context.close();
		await page.close();
	}
	for ( const { bytes } of page.arrived ) {
		assert.equal( await deliver( bytes ), 204 );
	}
	const { text, events } = await kept();
	assert.deepEqual( leaks( canaries.list.filter( ( { severity } ) => severity === 'S' ), text ), [] );
	// The forged recordings lie beside it; what is personal or blocked is looked for in this one alone.
	// A segment whose answer was lost as the page went away comes twice; it is stored once.
	const once = [ ...new Map( page.segments.map( ( segment ) => [ `${ segment.key }-${ segment.sequence }`, segment ] ) ).values() ];
	const sent = once.flatMap( ( segment ) => segment.events ).map( ( event ) => event.timestamp );
	const own = events.filter( ( event ) => sent.includes( event.timestamp ) ).map( ( event ) => JSON.stringify( event ) ).join( '\n' );
	assert.deepEqual( leaks( canaries.list.filter( ( { severity } ) => severity === 'P' || severity === 'B' ), own ), [] );
	assert.equal( own.split( '\n' ).length, sent.length );
} );

/**
 * Pages that are hostile to a recorder: each is recorded in a real browser and replayed in the real player. The page
 * sees no error and no line on its console, goes on as without the recorder, and has its prototypes back after stop().
 *
 * `--only=<part of a name>` runs some of them.
 */
import { readFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { openBrowser, openVisitor } from '../privacy/browser.mjs';
import { startSite, tags } from '../privacy/collector.mjs';
import { inLanes } from '../../tools/test/lanes.mjs';
import { PAGES } from './pages.mjs';
import { startPlayer } from './replay.mjs';

const only = process.argv.find( ( argument ) => argument.startsWith( '--only=' ) )?.slice( '--only='.length ) ?? '';
const recorder = join( import.meta.dirname, '../../node_modules/@rrweb/record/dist/record.umd.min.cjs' );

/** Every function and accessor of the prototypes that a recorder may want to patch, by its place. */
const PATCHED = `( () => {
	const { getOwnPropertyDescriptor, getOwnPropertyNames } = Object;
	const classes = [ EventTarget, Node, Element, HTMLElement, Document, ShadowRoot, CSSStyleSheet, CSSStyleDeclaration, HTMLInputElement, HTMLTextAreaElement, HTMLSelectElement, History, Array, Object, Map, Set, String, Function ];
	window.prototypesNow = () => classes.flatMap( ( { prototype } ) => getOwnPropertyNames( prototype ).flatMap( ( name ) => {
		const { value, get, set } = getOwnPropertyDescriptor( prototype, name );
		return [ value, get, set ].map( ( part ) => typeof part === 'function' ? part : name );
	} ) );
} )();`;

function htmlOf( { head, body, before, after, inline = true } ) {
	const first = `${ PATCHED }${ before }`;
	const config = tags();
	const allowed = inline ? '' : createHash( 'sha256' ).update( first ).digest( 'base64' );
	return `<!doctype html><html><head><meta charset="utf-8"><title>Page</title>${ head.replace( 'HASH', allowed ) }<script>${ first }</script>${ config }</head><body><p id="p">first words</p>${ body }${ after }</body></html>`;
}

/** Levels of a value as JSON; the server reads 512. */
const depthOf = ( value ) => ( typeof value === 'object' && value !== null ? 1 + Object.values( value ).reduce( ( most, part ) => Math.max( most, depthOf( part ) ), 0 ) : 0 );

async function visit( browser, site, hostile ) {
	const { context, page, problems } = await openVisitor( browser );
	const lines = [];
	page.on( 'console', ( message ) => lines.push( message.text() ) );
	const faults = [];
	try {
		await page.goto( site.origin );
		await site.until( ( segments ) => segments.some( ( { events } ) => events.some( ( { type } ) => type === 2 ) ), 'the first snapshot', 20_000 );
		await page.evaluate( `( async () => { window.prototypes = prototypesNow(); ${ hostile.late } } )()` );
		await page.mouse.move( 200, 120, { steps: 4 } );
		await page.evaluate( `( async () => { ${ hostile.act } } )()` );
		await page.evaluate( `( async () => { const p = document.getElementById( 'p' ); if ( p.firstChild.data === 'first words' ) { ${ hostile.later } } } )()` );
		for ( const text of [ hostile.arrives ].flat().filter( Boolean ) ) {
			await site.until( ( segments ) => segments.some( ( segment ) => segment.text.includes( text ) ), text, 15_000 );
		}
		await site.until( ( segments ) => hostile.texts.every( ( text ) => segments.some( ( segment ) => segment.text.includes( text ) ) ), 'every text', 15_000 ).catch( ( error ) => faults.push( error.message ) );
		if ( ! await page.evaluate( hostile.still ) ) {
			faults.push( `does not hold any more: ${ hostile.still }` );
		}
		if ( hostile.stop ) {
			await page.evaluate( 'candid.stop()' );
			const isBack = hostile.late ? hostile.stopped ?? 'true' : 'prototypesNow().every( ( part, at ) => part === prototypes[ at ] || typeof part === "function" && part.name === "attachShadow" )';
			if ( ! await page.evaluate( isBack ) ) {
				faults.push( 'stop() left something behind' );
			}
		}
	} catch ( error ) {
		faults.push( String( error ).split( '\n' )[ 0 ] );
	}
	faults.push( ...problems.filter( ( problem ) => ! /404/.test( problem ) ), ...lines.filter( ( line ) => ! /404/.test( line ) ).map( ( line ) => `console: ${ line }` ) );
	await context.close();
	return faults;
}

async function judge( browser, player, hostile ) {
	const html = htmlOf( hostile );
	const site = await startSite( { page: ( path ) => ( path === '/' ? html : undefined ) } );
	const faults = await visit( browser, site, hostile );
	const { segments } = site;
	await site.close();
	const events = segments.flatMap( ( segment ) => segment.events );
	if ( events.some( ( { type, timestamp, data } ) => ! Number.isInteger( type ) || ! Number.isInteger( timestamp ) || typeof data !== 'object' ) || events.some( ( event ) => depthOf( event ) > 512 ) ) {
		faults.push( 'an event is not valid' );
	}
	if ( new Set( segments.map( ( { key } ) => key ) ).size > 1 ) {
		faults.push( 'more than one recording' );
	}
	if ( /Zq/.test( segments.map( ( { text } ) => text ).join( '' ) ) ) {
		faults.push( 'what was written has left' );
	}
	const ended = segments.flatMap( ( { envelope } ) => envelope.ended ?? [] ).filter( ( reason ) => reason !== 'stopped' );
	faults.push( ...ended.map( ( reason ) => `ended with ${ reason }` ) );
	if ( events.some( ( { type } ) => type === 2 ) ) {
		faults.push( ...( await player.lacks( events, hostile.texts ) ).map( ( text ) => `the replay lacks "${ text }"` ) );
	}
	return faults;
}

const browser = await openBrowser();
const player = await startPlayer( browser );
const second = await readFile( recorder, 'utf8' ).catch( () => '' );
const pages = [ ...PAGES, ...( second ? [ { ...PAGES[ 2 ], name: 'a second recorder in the same format', before: '', still: 'theirs.length > 2', after: `<script>${ second.replaceAll( '</script', '<\\/script' ) }</script><script>window.theirs = []; ( window.rrweb ?? window.rrwebRecord ).record( { emit: ( event ) => theirs.push( event ) } );</script>`, stop: false } ] : [] ) ];
// A visit is mostly waiting.
const AT_A_TIME = 4;
let failed = 0;
const wanted = pages.filter( ( { name } ) => name.includes( only ) );
await inLanes( wanted.map( ( hostile ) => async () => {
	const faults = await judge( browser, player, hostile );
	if ( faults.length > 0 ) {
		failed++;
		console.log( `✗ ${ hostile.name }\n${ faults.map( ( fault ) => `    ${ fault }` ).join( '\n' ) }` );
	}
} ), AT_A_TIME );
await player.close();
await browser.close();
console.log( `${ wanted.length - failed } passed, ${ failed } failed` );
process.exitCode = failed > 0 ? 1 : 0;

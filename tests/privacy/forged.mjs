/**
 * A forged recorder: the real one with every mask, block and gate taken out, on the same page of planted values. What
 * it uploads goes through the fence, in every preset; what the fence would store is searched.
 *
 * No secret may be there, and with the toggle off, and in strict always, nothing that was put into a form. Blocked and
 * masked parts are not judged: the server cannot know what a page blocks. Ends with status 1 when something is found that may not be.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openBrowser, openVisitor } from './browser.mjs';
import { makeCanaries } from './canaries.mjs';
import { startSite, tags } from './collector.mjs';
import * as parts from './forged-parts.mjs';
import { walk } from './visit.mjs';

const root = dirname( dirname( dirname( fileURLToPath( import.meta.url ) ) ) );

/** The recorder with nothing held back: no gate, no rule, and rrweb in place of our capture, told to record all it can. */
async function forgedRecorder() {
	const stand = {
		gate: 'export class Gate { pass = ( event ) => event; }',
		privacy: `export * from ${ JSON.stringify( join( root, 'src/privacy/index.ts' ) ) };
			export const scrubUrl = ( url ) => url; export const scrubText = ( text ) => text; export const maskText = ( text ) => text;
			export const MARKER_SELECTOR = { sensitive: 'x-x', block: 'x-x', mask: 'x-x', ignore: 'x-x', allow: 'x-x' };`,
		capture: `import { record } from ${ JSON.stringify( join( root, 'node_modules/@rrweb/record' ) ) };
			export function createCapture( { onEvent } ) {
				let end;
				let isPaused = true;
				return {
					snapshot() {
						isPaused = false;
						if ( end ) {
							return record.takeFullSnapshot();
						}
						end = record( { emit: ( event ) => isPaused || onEvent( event ), maskInputOptions: { password: false }, blockClass: 'x-x', maskTextClass: 'x-x', ignoreClass: 'x-x', slimDOMOptions: {}, recordCanvas: false } );
					},
					pause() {
						isPaused = true;
					},
					hurry() {},
					stop: () => end?.(),
				};
			}`,
	};
	const { outputFiles } = await build( {
		entryPoints: [ join( root, 'src/recorder/with-inputs.ts' ) ],
		bundle: true,
		write: false,
		format: 'iife',
		target: 'es2020',
		plugins: [ {
			name: 'forged',
			setup( bundle ) {
				bundle.onResolve( { filter: /\/gate$/ }, () => ( { path: 'gate', namespace: 'forged' } ) );
				bundle.onResolve( { filter: /^(?:\.\.\/){1,2}privacy$/ }, () => ( { path: 'privacy', namespace: 'forged' } ) );
				bundle.onResolve( { filter: /\/capture\/capture$/ }, () => ( { path: 'capture', namespace: 'forged' } ) );
				bundle.onLoad( { filter: /.*/, namespace: 'forged' }, ( { path } ) => ( { contents: stand[ path ], resolveDir: root } ) );
			},
		} ],
	} );
	return { visit: outputFiles[ 0 ].text, 'visit-inputs': outputFiles[ 0 ].text };
}

/** What a visitor put into a form, in the words of canaries.mjs. */
const FORM = /typed|value|textarea|option|radio|checkbox|contenteditable|field|datalist|select/i;
const bare = ( text ) => text.replace( /[\s-]/g, '' ).toLowerCase();

const scripts = await forgedRecorder();
const browser = await openBrowser();
const failures = [];
let judgedInAll = 0;

/** What the forged recorder uploads of a visit. */
async function upload( canaries ) {
	const config = { inputs: true, preset: 'open', block: [] };
	const site = await startSite( { scripts, page: ( path ) => ( path === '/shop' ? canaries.html( tags( config ) ).replace( '</body>', `${ parts.html }</body>` ) : `<!doctype html><title>${ path }</title>${ path === '/end' ? tags( config ) : '' }<p>${ path }` ) } );
	const { context, page } = await openVisitor( browser );
	await page.goto( `${ site.origin }/shop${ canaries.query }` );
	await site.until( ( segments ) => segments.length > 0, 'the first segment' );
	await parts.act( page );
	await walk( page, canaries, site );
	await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 1 ), 'the next page' );
	const segments = [ ...site.segments ].sort( ( a, b ) => a.sequence - b.sequence ).map( ( segment ) => segment.text );
	await context.close();
	await site.close();
	return segments;
}

const canaries = makeCanaries();
const segments = await upload( canaries );
const sent = bare( segments.join( '\n' ) );
const list = [ ...canaries.list, ...parts.secrets ];
for ( const { preset, inputs } of [ 'strict', 'balanced', 'open' ].flatMap( ( name ) => [ false, true ].map( ( on ) => ( { preset: name, inputs: on } ) ) ) ) {
	const fence = spawnSync( 'php', [ join( root, 'tests/privacy/fence.php' ) ], { input: JSON.stringify( { inputs, preset, segments } ), encoding: 'utf8', maxBuffer: 1e9 } );
	if ( fence.status !== 0 ) {
		throw new Error( `The fence failed: ${ fence.stderr || fence.stdout }` );
	}
	const { stored, findings, dropped } = JSON.parse( fence.stdout );
	const kept = bare( stored.join( '\n' ) );
	const isHidden = ! inputs || preset === 'strict';
	const judged = list.filter( ( { severity, place } ) => severity === 'S' || ( severity === 'P' && isHidden && FORM.test( place ) ) );
	const leaked = judged.filter( ( { value } ) => kept.includes( bare( value ) ) );
	// In strict the fence hides what the recorder has as a text in an attribute.
	const seen = list.filter( ( { severity } ) => severity === 'T' && preset !== 'strict' );
	const lost = seen.filter( ( { value } ) => sent.includes( bare( value ) ) && ! kept.includes( bare( value ) ) );
	// The last line is what the fence remembers.
	const told = isHidden ? parts.told( stored.map( ( text ) => text.slice( 0, text.lastIndexOf( '\n' ) ) ) ).map( ( way ) => ( { severity: 'P', place: way } ) ) : [];
	const mode = `${ preset }, inputs ${ inputs ? 'on' : 'off' }`;
	console.log( `${ mode }: sent ${ judged.filter( ( { value } ) => sent.includes( bare( value ) ) ).length } of ${ judged.length } that may not be stored, stored ${ leaked.length }; visible texts lost ${ lost.length }; told otherwise ${ told.length }; events dropped ${ dropped }` );
	console.log( `  ${ Object.entries( findings ).map( ( [ rule, count ] ) => `${ rule } ${ count }` ).join( ', ' ) }` );
	judgedInAll += judged.length + seen.length + ( isHidden ? parts.WAYS.length : 0 );
	failures.push( ...[ ...leaked, ...lost, ...told ].map( ( { severity, place } ) => `${ mode }: ${ severity } ${ place }` ) );
}
const unsent = parts.secrets.filter( ( { value } ) => ! sent.includes( bare( value ) ) ).map( ( { place } ) => place );
const untold = parts.WAYS.filter( ( way ) => ! parts.told( segments ).includes( way ) );
judgedInAll++;
if ( unsent.length + untold.length > 0 ) {
	failures.push( `The forged recorder did not send ${ [ ...unsent, ...untold ].join( ', ' ) }: it proves nothing.` );
}
await browser.close();
failures.forEach( ( failure ) => console.log( `  ! ${ failure }` ) );
console.log( `${ judgedInAll - failures.length } passed, ${ failures.length } failed` );
process.exitCode = failures.length > 0 ? 1 : 0;

/**
 * Real kinds of pages, recorded by the built recorder in Chromium and replayed by the built player, compared with what
 * the visitor saw: pixels, texts and computed styles at three moments. The recorder of rrweb runs beside
 * ours on every page; what its replay is like is compared too where a report is asked for.
 *
 * Options: --report (the whole table), --page=<name>,<name> (these alone), --pictures=<folder> (pictures of what
 * differs), --tabs=3 (pages at a time).
 *
 * Ends with status 1 when a page is replayed otherwise than it was seen.
 */
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { inLanes } from '../../../tools/test/lanes.mjs';
import { openBrowser } from '../../privacy/browser.mjs';
import { KINDS, wordpressKinds } from './kinds.mjs';
import { playOurs, playPeer } from './replay.mjs';
import { savePictures, tell } from './report.mjs';
import { visit } from './visit.mjs';
import { renderWordPress } from './wordpress.mjs';

const here = dirname( fileURLToPath( import.meta.url ) );
const option = ( name ) => process.argv.find( ( argument ) => argument.startsWith( `--${ name }=` ) )?.slice( name.length + 3 );

const bundle = async ( path, more = {} ) => ( await build( { entryPoints: [ join( here, path ) ], bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'error', ...more } ) ).outputFiles[ 0 ].text;

const isReport = process.argv.includes( '--report' );

async function judge( browser, kind, scripts ) {
	const started = Date.now();
	let visited;
	try {
		visited = await visit( browser, kind, scripts );
		const { found, dropped } = await playOurs( browser, kind, visited, scripts.look );
		// Nobody reads the figures of rrweb's own replay without the report.
		const peer = isReport ? await playPeer( browser, kind, visited, scripts.look ) : [];
		const result = { kind, ours: found, peer, dropped, problems: visited.problems, ms: Date.now() - started };
		if ( option( 'pictures' ) ) {
			await savePictures( option( 'pictures' ), { ...result, moments: visited.moments } );
		}
		// Pictures of all pages are too many to be kept.
		[ ...found, ...peer ].forEach( ( one ) => delete one.picture );
		return result;
	} catch ( error ) {
		return { kind, error, ms: Date.now() - started };
	} finally {
		await visited?.site.close();
	}
}

const only = option( 'page' )?.split( ',' );
const isWanted = ( { name } ) => ! only || only.includes( name );
const started = Date.now();
const [ browser, look, peer, host, wordpress ] = await Promise.all( [
	openBrowser( [ '--disable-renderer-backgrounding' ] ),
	bundle( 'look.ts', { globalName: 'fidelity' } ),
	bundle( 'peer.ts' ),
	bundle( '../../replay/site/host.ts' ),
	renderWordPress(),
] );
try {
	const kinds = [ ...wordpressKinds( wordpress ), ...KINDS ].filter( isWanted );
	const results = await inLanes( kinds.map( ( kind ) => () => judge( browser, kind, { look, peer, host } ) ), Number( option( 'tabs' ) ?? 6 ) );
	const { passed, failed } = tell( results, isReport );
	console.log( `in ${ ( ( Date.now() - started ) / 1000 ).toFixed( 1 ) } s` );
	console.log( `${ passed } passed, ${ failed } failed` );
	process.exitCode = failed > 0 ? 1 : 0;
} finally {
	await browser.close();
	await wordpress.close();
}

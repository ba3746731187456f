/**
 * What a recorder costs the visitor's page: ours as built, beside others as published, in one run, interleaved, in fresh
 * pages of one browser. Each recorder comes into a page that is at rest, so that what is measured while it begins is all
 * its own. Medians; the goals stand in the last column.
 *
 * Options: --rounds=5, --kinds=none,candid,rrweb (see tests/bench/recorder/kinds.mjs), --pages=7k,16k,
 * --profile=<kind> (the functions in which that kind spends its time, instead of the table).
 */
import { existsSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { run } from '../../tools/base/packages.mjs';
import { openBrowser } from '../privacy/browser.mjs';
import { KINDS, peers, scriptOf } from './recorder/kinds.mjs';
import { measure, profile } from './recorder/measure.mjs';
import { shop } from './recorder/pages.mjs';
import { Server } from './recorder/server.mjs';

const option = ( name, otherwise ) => process.argv.find( ( argument ) => argument.startsWith( `--${ name }=` ) )?.slice( name.length + 3 ) ?? otherwise;
const ROUNDS = Number( option( 'rounds', 5 ) );
const PROFILED = option( 'profile' );
const kinds = PROFILED ? [ PROFILED ] : option( 'kinds', KINDS.join() ).split( ',' );

/** Pages by name: how many items, how many rows, and what happens in them. */
const PAGES = {
	'7k': { html: shop( 640, 0 ), parts: [ 'typing', 'churn' ] },
	'16k': { html: shop( 190, 2000 ), parts: [ 'storm' ] },
};
const pages = option( 'pages', Object.keys( PAGES ).join() ).split( ',' );

const CONFIG = { key: 'bench', recorder: '', preset: 'balanced', block: [ '.private-zone', '#account .name' ], keep: [], maskPage: false };

/** Rows of the table: page, part, figure, title, and the goal as people read it. */
const ROWS = [
	[ '7k', 'load', 'cpu', 'load, 7,000 nodes: CPU ms', '≤ 0.4 of rrweb' ],
	[ '7k', 'load', 'script', '  script ms', '' ],
	[ '7k', 'load', 'longest', '  longest task, CPU ms', '≤ 16' ],
	[ '7k', 'load', 'blocking', '  blocking time, ms', '0' ],
	[ '7k', 'load', 'heap', '  heap held, MB', '≤ 1.5' ],
	[ '16k', 'load', 'cpu', 'load, 16,000 nodes: CPU ms', '≤ 0.4 of rrweb' ],
	[ '16k', 'load', 'script', '  script ms', '' ],
	[ '16k', 'load', 'longest', '  longest task, CPU ms', '≤ 16' ],
	[ '16k', 'load', 'blocking', '  blocking time, ms', '0' ],
	[ '16k', 'storm', 'cpu', 'storm: CPU ms', '≤ 1.3 of none' ],
	[ '16k', 'storm', 'script', '  script ms', '' ],
	[ '16k', 'storm', 'longest', '  longest task, CPU ms', '' ],
	[ '16k', 'storm', 'blocking', '  blocking time, ms', '' ],
	[ '16k', 'storm', 'heap', '  heap held, MB', '≤ 4' ],
	[ '7k', 'churn', 'cpu', 'churn: CPU ms', '' ],
	[ '7k', 'churn', 'script', '  script ms', '≤ 0.5 of rrweb' ],
	[ '7k', 'churn', 'longest', '  longest task, CPU ms', '' ],
	[ '7k', 'typing', 'script', 'typing: script ms', '≤ rrweb' ],
];

const server = new Server();
await server.start();
if ( kinds.some( ( kind ) => ! [ 'none', 'candid', 'inputs', 'rrweb' ].includes( kind ) ) && ! existsSync( `${ peers }/node_modules` ) ) {
	await run( 'npm', [ 'ci', '--no-audit', '--no-fund', '--ignore-scripts' ], { cwd: peers } );
}
const scripts = {};
for ( const kind of kinds ) {
	scripts[ kind ] = await scriptOf( kind, !! PROFILED );
	server.files.set( `/${ kind }.js`, scripts[ kind ] );
	for ( const name of pages ) {
		server.files.set( `/${ kind }/${ name }`, PAGES[ name ].html.replace( '{config}', JSON.stringify( { ...CONFIG, door: `/collect/${ kind }`, inputs: kind === 'inputs' } ) ) );
	}
}
const jobOf = ( kind, name ) => ( { url: `${ server.origin }/${ kind }/${ name }`, script: `${ server.origin }/${ kind }.js`, parts: PAGES[ name ].parts } );

const median = ( numbers ) => [ ...numbers ].sort( ( a, b ) => a - b )[ Math.floor( numbers.length / 2 ) ];

async function compare( browser ) {
	const found = [];
	for ( let round = 0; round < ROUNDS; round++ ) {
		for ( const kind of round % 2 ? kinds : [ ...kinds ].reverse() ) {
			for ( const name of pages ) {
				found.push( { kind, name, figures: await measure( browser, jobOf( kind, name ) ) } );
			}
		}
	}
	const row = ( cells ) => console.log( cells.map( ( cell, i ) => ( i === 0 ? cell.padEnd( 30 ) : String( cell ).padStart( i > kinds.length ? 17 : 11 ) ) ).join( '' ) );
	const figure = ( kind, name, part, what ) => median( found.filter( ( one ) => one.kind === kind && one.name === name ).map( ( { figures } ) => figures[ part ][ what ] ) );
	console.log( `medians of ${ ROUNDS }; times without what the page alone takes, but for the longest task` );
	row( [ '', ...kinds, 'goal' ] );
	for ( const [ name, part, what, title, goal ] of ROWS ) {
		if ( pages.includes( name ) ) {
			const alone = what !== 'longest' && kinds.includes( 'none' ) ? figure( 'none', name, part, what ) : 0;
			row( [ title, ...kinds.map( ( kind ) => {
				const value = figure( kind, name, part, what ) - ( kind === 'none' ? 0 : alone );
				return value.toFixed( what === 'heap' ? 2 : 1 );
			} ), goal ] );
		}
	}
	row( [ 'size, KB brotli', ...kinds.map( ( kind ) => ( brotliCompressSync( scripts[ kind ] ).length / 1000 ).toFixed( 1 ) ), '≤ 18' ] );
	row( [ 'sent in all, KB', ...kinds.map( ( kind ) => ( ( server.sent.get( kind ) ?? 0 ) / 1000 / ROUNDS ).toFixed( 0 ) ), '' ] );
	for ( const kind of kinds ) {
		if ( kind !== 'none' && ! server.sent.get( kind ) ) {
			throw new Error( `"${ kind }" has sent nothing: it is broken.` );
		}
	}
}

/** Prints where a kind spends its time. */
async function show( browser ) {
	for ( const name of pages ) {
		const sums = {};
		for ( let round = 0; round < ROUNDS; round++ ) {
			for ( const [ part, times ] of Object.entries( await profile( browser, jobOf( PROFILED, name ) ) ) ) {
				sums[ part ] ??= new Map();
				times.forEach( ( time, key ) => sums[ part ].set( key, ( sums[ part ].get( key ) ?? 0 ) + time / ROUNDS ) );
			}
		}
		for ( const [ part, times ] of Object.entries( sums ) ) {
			const own = [ ...times ].filter( ( [ key ] ) => ! /^\((?:idle|program)\)/.test( key ) ).sort( ( a, b ) => b[ 1 ] - a[ 1 ] );
			console.log( `\n${ PROFILED }, ${ name }, ${ part }: ms a round, own time; ${ own.reduce( ( sum, [ , ms ] ) => sum + ms, 0 ).toFixed( 1 ) } in all` );
			own.slice( 0, 45 ).forEach( ( [ key, ms ] ) => console.log( `${ ms.toFixed( 2 ).padStart( 8 ) }  ${ key }` ) );
		}
	}
}

const browser = await openBrowser();
try {
	await ( PROFILED ? show( browser ) : compare( browser ) );
} finally {
	await browser.close();
	server.stop();
}

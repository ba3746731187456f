/** Plays what was recorded, in our stage and in rrweb's replayer, and compares each moment with the visited page. */
import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { compare, readPng } from './picture.mjs';
import { lookAt, seen, shot } from './visit.mjs';
import { differences, hiddenBoxes, pair } from './agreement.mjs';

const root = join( dirname( fileURLToPath( import.meta.url ) ), '../../..' );

/** A picture that stays as it is for this long will not become another one, ms. */
const STILL_MS = 400;
/** A share of pixels that is not looked at again: single soft pixels. */
const ENOUGH = 0.0005;
/** How long a replay may take to show a moment, ms. */
const WITHIN_MS = 20_000;

/** What the fence would store of these segments: the text of each body. */
export async function throughFence( segments, { inputs = false, preset = 'balanced' } = {} ) {
	const php = spawn( 'php', [ join( root, 'tests/privacy/fence.php' ) ], { stdio: [ 'pipe', 'pipe', 'inherit' ] } );
	php.stdin.end( JSON.stringify( { inputs, preset, segments: segments.map( ( { text } ) => text ) } ) );
	let answer = '';
	for await ( const piece of php.stdout ) {
		answer += piece;
	}
	const { stored, dropped } = JSON.parse( answer );
	// Behind the last line end stands what the fence remembers.
	return { dropped, bodies: stored.map( ( text ) => text.slice( 0, text.lastIndexOf( '\n' ) ) ) };
}

/** One page view for the host page of tests/replay. */
function recordingOf( bodies, segments ) {
	const times = bodies.flatMap( ( body ) => body.split( '\n' ).filter( Boolean ).slice( 1 ) ).map( ( line ) => JSON.parse( line ).timestamp );
	const first = Math.min( ...times );
	const { viewport, started } = segments[ 0 ].envelope;
	const packed = bodies.map( ( body ) => gzipSync( `${ body }\n` ) );
	return {
		first,
		given: {
			recording: {
				duration: Math.max( ...times ) - first, live: false, viewport,
				segment_list: packed.map( ( { length }, sequence ) => ( { sequence, bytes: length, page: 0 } ) ),
				page_views: [ { n: 0, path: '/', title: '', started: Math.max( 0, started - first ), sequence: 0 } ],
			},
			segments: Object.fromEntries( packed.map( ( bytes, sequence ) => [ sequence, bytes.toString( 'base64' ) ] ) ),
		},
	};
}

/** Looks at a replay until it is like the visited page, or changes no more. */
async function judge( { page, frame, within, script, moment, kind } ) {
	const inputs = kind.config?.inputs ?? false;
	const scale = kind.visitor?.deviceScaleFactor ?? 1;
	const styled = moment.elements.flatMap( ( { style }, at ) => ( style ? [ at ] : [] ) );
	const end = Date.now() + WITHIN_MS;
	let last = null;
	let still = 0;
	let read;
	const before = () => ( read ??= readPng( moment.picture ) );
	for ( ;; ) {
		await seen( frame, script, `painted( '${ within }' )` );
		await seen( frame, script, `freeze( '${ within }' )` );
		await seen( frame, script, `painted( '${ within }' )` );
		// A replay with the same elements has them under the same numbers.
		let { elements: replayed } = await lookAt( frame, script, styled, moment.names, within );
		const picture = await shot( page );
		const pairs = pair( moment.elements, replayed );
		const isSame = picture.equals( moment.picture );
		const { share, hidden } = compare( before(), isSame ? before() : readPng( picture ), hiddenBoxes( pairs, moment.elements, replayed, { inputs, scale } ) );
		const wanted = pairs.filter( ( [ one ] ) => styled.includes( one ) );
		if ( wanted.some( ( [ one, other ] ) => one !== other ) ) {
			( { elements: replayed } = await lookAt( frame, script, wanted.map( ( [ , other ] ) => other ), moment.names, within ) );
		}
		const found = { share, hidden, picture, ...differences( moment, replayed, pairs, wanted, inputs ) };
		if ( share <= ENOUGH && ! found.texts.length && ! found.styles.length ) {
			return found;
		}
		const now = JSON.stringify( [ share, found.texts, found.styles ] );
		still = now === last ? still : Date.now();
		last = now;
		if ( Date.now() - still > STILL_MS || Date.now() > end ) {
			return found;
		}
	}
}

const viewer = ( browser, { visitor = {} } ) => browser.newContext( { viewport: visitor.viewport ?? { width: 1280, height: 800 }, deviceScaleFactor: visitor.deviceScaleFactor ?? 1 } );

/** @return {Promise<Object[]>} What differs at each moment in our stage. */
export async function playOurs( browser, kind, visited, script ) {
	const { bodies, dropped } = await throughFence( visited.segments, { preset: 'balanced', ...kind.config } );
	const { first, given } = recordingOf( bodies, visited.segments );
	const context = await viewer( browser, kind );
	try {
		const page = await context.newPage();
		await page.goto( `${ visited.site.origin }/wp-admin/host` );
		await page.evaluate( ( recording ) => window.begin( recording ), given );
		await page.waitForFunction( () => /^(ready|paused|ended|failed)$/.test( window.state()?.status ) );
		const stage = page.frames().find( ( frame ) => frame.url().startsWith( 'data:' ) );
		await stage.addStyleTag( { content: '.replayer-mouse, .replayer-mouse-tail { display: none !important; }' } ).catch( () => null );
		const found = [];
		for ( const [ n, moment ] of visited.moments.entries() ) {
			await page.evaluate( ( at ) => window.player.seek( at ), moment.time - first );
			await stage.waitForFunction( ( text ) => {
				const classes = document.querySelector( 'iframe' )?.contentDocument?.documentElement?.classList;
				return classes?.contains( 'moment-last' ) && ! classes.contains( text );
			}, `moment-${ n }` );
			found.push( await judge( { page, frame: stage, within: 'iframe', script, moment, kind } ) );
		}
		return { found, dropped };
	} finally {
		await context.close();
	}
}

/** @return {Promise<Object[]>} What differs at each moment in rrweb's replay of rrweb's recording. */
export async function playPeer( browser, kind, visited, script ) {
	const context = await viewer( browser, kind );
	try {
		const page = await context.newPage();
		await page.goto( `${ visited.site.origin }/peer` );
		await page.evaluate( ( events ) => window.peerBegin( events ), visited.peer );
		const found = [];
		for ( const moment of visited.moments ) {
			await page.evaluate( ( at ) => window.peerShow( at ), moment.time );
			found.push( await judge( { page, frame: page, within: '#box iframe', script, moment, kind } ) );
		}
		return found;
	} finally {
		await context.close();
	}
}

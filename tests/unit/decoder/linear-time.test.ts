/**
 * Every part of the decoder takes time in proportion to its input, whatever a stranger sends. Each shape is
 * timed at N, 2N and 4N; what grows faster than the input fails.
 */
import { gzipSync } from 'node:zlib';
import { describe, expect, it, vi } from 'vitest';
import { segmentLines } from '../../../src/decoder/inflate';
import { parseUntrusted } from '../../../src/decoder/parse';
import { RecordingReader } from '../../../src/decoder/recording-reader';
import { cleanCss, cleanPieces, cutSheet, fontDeclarations, fontSources } from '../../../src/decoder/sanitize/css';
import { sanitizeEvent } from '../../../src/decoder/sanitize/events';
import { MatchBudget } from '../../../src/decoder/sanitize/matching';
import { PageContext } from '../../../src/decoder/sanitize/page';
import { isRasterData, siteAsset } from '../../../src/decoder/site-asset';
import { Timeline } from '../../../src/decoder/timeline';
import { readStageReport } from '../../../src/player/protocol';

vi.setConfig( { testTimeout: 120_000 } );

/** Below this time, ms of CPU, the clock and the garbage collector say more than the code. */
const FLOOR_MS = 4;
/**
 * Twice the input may take this many times the time: 2, and room for caches and the garbage collector. Held
 * over two doublings: a single one may meet a step, such as a cache that is full. Work that grows with the
 * square of the input takes 16 times as long for four times the input.
 */
const PER_DOUBLING = 3;
const FOR_FOUR_TIMES = PER_DOUBLING ** 2;
/** Measurements of a shape; superlinear work fails in every one. */
const TRIES = 4;

const SITE = 'https://shop.example';
const T = 1_700_000_000_000;
type Node = Record< string, unknown >;

const many = < Item >( count: number, make: ( index: number ) => Item ): Item[] => Array.from( { length: count }, ( _none, index ) => make( index ) );
const element = ( id: number, tagName: string, attributes: Node = {}, ...childNodes: Node[] ): Node => ( { type: 2, id, tagName, attributes, childNodes } );
const svg = ( id: number, tagName: string, attributes: Node = {}, ...childNodes: Node[] ): Node => ( { ...element( id, tagName, attributes, ...childNodes ), isSVG: true } );
const snapshotOf = ( body: Node[] ): Node => ( { type: 2, timestamp: T, data: { node: { type: 0, id: 1, childNodes: [ element( 2, 'html', {}, { ...element( 3, 'body' ), childNodes: body } ) ] } } } );
const snapshot = ( ...body: Node[] ): Node => snapshotOf( body );
const change = ( data: Node ): Node => ( { type: 3, timestamp: T, data } );
const mutation = ( part: Node ): Node => change( { source: 0, adds: [], removes: [], texts: [], attributes: [], ...part } );
const nested = ( depth: number, make: ( level: number, inner: Node[] ) => Node ): Node => {
	let node = make( 0, [] );
	for ( let level = 1; level < depth; level++ ) {
		node = make( level, [ node ] );
	}
	return node;
};
const play = ( events: readonly Node[] ) => (): void => {
	const page = new PageContext( SITE );
	events.forEach( ( event ) => sanitizeEvent( event, page ) );
};
const noLinks = { image: () => null };
const cssOf = ( unit: string ) => ( n: number ) => {
	const css = unit.repeat( n );
	return () => void cleanCss( css, { ...noLinks, rule: () => true } );
};

/** Makes the input of size `n`, and gives what is to be timed. */
type Shape = ( n: number ) => () => unknown;

/** CPU time of the quickest of some runs, ms. */
function quickest( run: () => unknown, runs: number ): number {
	let best = Infinity;
	for ( let turn = 0; turn < runs; turn++ ) {
		const before = process.cpuUsage();
		run();
		const { user, system } = process.cpuUsage( before );
		best = Math.min( best, ( user + system ) / 1000 );
	}
	return best;
}

/** How much longer four times the input takes; at 2N it may not take longer than that either. */
const growthOf = ( one: number, two: number, four: number ): number => Math.max( two, four ) / Math.max( one, FLOOR_MS );

function growth( shape: Shape, n: number ): number {
	const [ one = 0, two = 0, four = 0 ] = [ n, 2 * n, 4 * n ].map( ( size ) => quickest( shape( size ), 3 ) );
	return growthOf( one, two, four );
}

function expectLinear( shape: Shape, first: number, largest: number ): void {
	let n = first;
	for ( let time = 0; 8 * n <= largest; ) {
		time = quickest( shape( n ), 2 );
		if ( time >= FLOOR_MS ) {
			break;
		}
		n *= time < FLOOR_MS / 4 && 16 * n <= largest ? 4 : 2;
	}
	let best = Infinity;
	for ( let turn = 0; turn < TRIES && best > FOR_FOUR_TIMES; turn++ ) {
		best = Math.min( best, growth( shape, n ) );
	}
	expect( best, `at ${ n } and above` ).toBeLessThanOrEqual( FOR_FOUR_TIMES );
}

/** Shape, its first size, and the size at which a limit of the decoder ends the growth. */
type Case = [ name: string, shape: Shape, first: number, largest: number ];

const SHEET = 512 * 1024;
const CSS: Case[] = [
	...[ 'a{b:c}', '/*', '/*x*/', '"', '"\\', '\'x\n', '{', '}', 'a{', '@', '@a', '@a}', '@a(', '@media x{', '@font-face{', '@\\', '\\', '\\\n', 'url(', 'url("', 'url(\\', 'url(x)', 'src(', 'image-set((', 'a,', ':hover', ':hover,', ':is(:hover){', '(', ')', '[(', ' ', '\t+', '\0', '\r\n', '\u00a0u', 'é', '-', ':::hover', '#a.b:hover{}', 'a:hover,b:hover{', 'x;;' ].map( ( unit ): Case => [ `a sheet of ${ JSON.stringify( unit ) }`, cssOf( unit ), 500, Math.floor( SHEET / unit.length ) ] ),
	[ 'one rule with many hovered selectors', ( n ) => {
		const css = `${ many( n, ( index ) => `.c${ index }:hover` ).join( ',' ) }{top:0}`;
		return () => cleanCss( css, { ...noLinks, rule: () => true } );
	}, 500, 40_000 ],
	[ 'one selector that is hovered many times', ( n ) => {
		const css = `${ 'a:hover '.repeat( n ) }{top:0}`;
		return () => cleanCss( css, { ...noLinks, rule: () => true } );
	}, 500, 60_000 ],
	[ 'a sheet in many pieces', ( n ) => {
		const pieces = many( n, () => 'a{b:c}' );
		return () => cleanPieces( pieces, noLinks );
	}, 500, 80_000 ],
	[ 'a sheet in pieces that end nowhere', ( n ) => {
		const pieces = many( n, () => 'a,b' );
		return () => cleanPieces( pieces, { ...noLinks, rule: () => true } );
	}, 500, 80_000 ],
	[ 'a sheet to be cut', ( n ) => {
		const css = 'a'.repeat( n );
		return () => cutSheet( css, n - 1 );
	}, 10_000, 8_000_000 ],
	[ 'descriptors of a font', ( n ) => {
		const block = 'a:b(;"'.repeat( n );
		return () => fontDeclarations( block );
	}, 500, SHEET / 8 ],
	[ 'short descriptors of a font', ( n ) => {
		const block = 'a:b;'.repeat( n );
		return () => fontDeclarations( block );
	}, 500, SHEET / 4 ],
	[ 'sources of a font', ( n ) => {
		const src = 'url(a),'.repeat( n );
		return () => fontSources( src );
	}, 500, SHEET / 8 ],
];

const page = ( ...events: Array< Node | Node[] > ) => play( events.flat() );
const NODES: Case[] = [
	[ 'many elements', ( n ) => page( snapshot( ...many( n, ( i ) => element( 10 + i, 'p', { class: 'a b' } ) ) ) ), 500, 90_000 ],
	[ 'many drawings', ( n ) => page( snapshot( ...many( n, ( i ) => svg( 10 + i, 'rect', { id: `r${ i }` } ) ) ) ), 500, 90_000 ],
	[ 'many nodes deep in drawings', ( n ) => page( snapshot( nested( 400, ( level, inner ) => svg( 10 + level, 'g', {}, ...inner, ...( level === 0 ? many( n, ( i ) => svg( 1_000 + i, 'rect' ) ) : [] ) ) ) ) ), 500, 90_000 ],
	[ 'drawings in drawings', ( n ) => page( snapshot( ...many( n, ( i ) => nested( 8, ( level, inner ) => svg( 10 + i * 8 + level, 'g', { id: `a${ level }` }, ...inner ) ) ) ) ), 50, 12_000 ],
	[ 'many use elements', ( n ) => page( snapshot( svg( 9, 'g', { id: 'a' } ), ...many( n, ( i ) => svg( 10 + i, 'use', { href: '#a' } ) ) ) ), 500, 90_000 ],
	[ 'many style elements', ( n ) => page( snapshot( ...many( n, ( i ) => element( 10 + i, 'style', { _cssText: 'a:hover{b:c}' } ) ) ) ), 250, 40_000 ],
	[ 'one style element of many texts', ( n ) => page( snapshot( element( 9, 'style', { _cssText: 'a{}/* rr_split */'.repeat( n ) }, ...many( n, ( i ) => ( { type: 3, id: 10 + i, textContent: 'a{}' } ) ) ) ) ), 500, 90_000 ],
	[ 'many frames', ( n ) => page( snapshot( ...many( n, ( i ) => element( 10 + i, 'iframe' ) ) ) ), 500, 90_000 ],
	[ 'many custom elements', ( n ) => page( snapshot( ...many( n, ( i ) => element( 10 + i, `x-${ i }` ) ) ) ), 500, 90_000 ],
	[ 'many unknown nodes', ( n ) => page( snapshotOf( many( n, ( i ) => ( { type: 9, id: i } ) ) ) ), 500, 200_000 ],
	[ 'nodes that are all the same', ( n ) => page( snapshotOf( many( n, () => element( 10, 'p' ) ) ) ), 500, 200_000 ],
	[ 'elements inside what is left out', ( n ) => page( snapshot( element( 9, 'script', {}, ...many( n, ( i ) => element( 10 + i, 'b' ) ) ) ) ), 500, 90_000 ],
	[ 'one element with many attributes', ( n ) => page( snapshot( element( 10, 'p', Object.fromEntries( many( n, ( i ) => [ `data-${ i }`, 'x' ] ) ) ) ) ), 500, 40_000 ],
	[ 'one element with many properties', ( n ) => page( snapshot( element( 10, 'p' ) ), mutation( { attributes: [ { id: 10, attributes: { style: Object.fromEntries( many( n, ( i ) => [ `--p${ i }`, 'x' ] ) ) } } ] } ) ), 500, 200_000 ],
	[ 'one element with many classes', ( n ) => page( snapshot( element( 10, 'p', { class: many( n, ( i ) => `c${ i }` ).join( ' ' ) } ) ) ), 500, 10_000 ],
	...[ '(', 'url(#', 'url(', '   ', 'a"' ].map( ( unit ): Case => [ `a paint of ${ JSON.stringify( unit ) }`, ( n ) => page( snapshot( svg( 10, 'rect', { fill: `url(#a${ unit.repeat( n ) }` } ) ) ), 500, 12_000 ] ),
];

const flat = ( n: number ): Node => snapshot( ...many( n, ( i ) => element( 10 + i, 'p' ) ) );
const deep = ( inner: ( id: number ) => Node[] = () => [] ): Node => snapshot( nested( 400, ( level, below ) => svg( 10 + level, 'g', {}, ...below, ...inner( level ) ) ) );
const CHANGES: Case[] = [
	[ 'adds in order', ( n ) => page( snapshot(), mutation( { adds: many( n, ( i ) => ( { parentId: 3, nextId: null, node: element( 10 + i, 'p' ) } ) ) } ) ), 250, 20_000 ],
	[ 'adds that wait for each other', ( n ) => page( snapshot(), mutation( { adds: many( n, ( i ) => ( { parentId: 3, nextId: 11 + i, node: element( 10 + i, 'p' ) } ) ) } ) ), 250, 20_000 ],
	[ 'adds that wait for one', ( n ) => page( snapshot(), mutation( { adds: many( n, ( i ) => ( { parentId: 3, nextId: 9 + n, node: element( 10 + i, 'p' ) } ) ) } ) ), 250, 20_000 ],
	[ 'adds that wait in a ring', ( n ) => page( snapshot(), mutation( { adds: many( n, ( i ) => ( { parentId: 10 + ( ( i + 1 ) % n ), nextId: null, node: element( 10 + i, 'p' ) } ) ) } ) ), 250, 20_000 ],
	[ 'adds of the same node', ( n ) => page( snapshot(), mutation( { adds: many( n, () => ( { parentId: 3, nextId: null, node: element( 10, 'p' ) } ) ) } ) ), 250, 20_000 ],
	[ 'adds deep in a drawing', ( n ) => page( deep(), mutation( { adds: many( n, ( i ) => ( { parentId: 10, nextId: null, node: svg( 1_000 + i, 'rect' ) } ) ) } ) ), 250, 20_000 ],
	[ 'adds and removes, event by event', ( n ) => page( flat( 1 ), many( n, ( i ) => mutation( { removes: [ { id: 9 + i, parentId: 3 } ], adds: [ { parentId: 3, nextId: null, node: element( 10 + i, 'p' ) } ] } ) ) ), 250, 200_000 ],
	[ 'removes one by one', ( n ) => page( flat( n ), mutation( { removes: many( n, ( i ) => ( { id: 10 + i, parentId: 3 } ) ) } ) ), 250, 90_000 ],
	[ 'a tree moved in and out', ( n ) => page( flat( 200 ), many( n, () => mutation( { adds: [ { parentId: 10, nextId: null, node: element( 11, 'p' ) } ] } ) ) ), 250, 200_000 ],
	[ 'texts of one node', ( n ) => page( snapshot( { type: 3, id: 10, textContent: '' } ), mutation( { texts: many( n, () => ( { id: 10, value: 'x' } ) ) } ) ), 250, 200_000 ],
	[ 'texts of a style', ( n ) => page( snapshot( element( 9, 'style', {}, { type: 3, id: 10, textContent: '' } ) ), mutation( { texts: many( n, () => ( { id: 10, value: 'a{b:c}' } ) ) } ) ), 250, 200_000 ],
	[ 'names of an element with many classes', ( n ) => page( snapshot( element( 10, 'p', { class: many( n, ( i ) => `c${ i }` ).join( ' ' ) } ) ), mutation( { attributes: many( n, ( i ) => ( { id: 10, attributes: { id: `n${ i }` } } ) ) } ) ), 250, 10_000 ],
	[ 'classes that do not fit beside many others', ( n ) => {
		const rules = element( 8, 'style', { _cssText: '.x{a:b}'.repeat( 5_000 ) } );
		const others = many( 4_100, ( i ) => element( 20_000 + i, 'i', { class: i < 4_000 ? 'x' : '' } ) );
		return page( snapshot( rules, ...others, element( 10, 'p', { class: many( n, ( i ) => `c${ i }` ).join( ' ' ) } ) ), mutation( { attributes: many( n, () => ( { id: 10, attributes: { class: 'x' } } ) ) } ) );
	}, 250, 10_000 ],
	[ 'names deep in a drawing', ( n ) => page( deep(), mutation( { attributes: many( n, ( i ) => ( { id: 10, attributes: { id: `n${ i }`, href: '#x' } } ) ) } ) ), 250, 200_000 ],
	[ 'rules put in one by one', ( n ) => page( snapshot( element( 9, 'style', {} ) ), change( { source: 8, id: 9, adds: many( n, ( i ) => ( { rule: 'a:hover{b:c}', index: i } ) ) } ) ), 250, 39_000 ],
	[ 'rules taken out', ( n ) => page( snapshot( element( 9, 'style', {} ) ), change( { source: 8, id: 9, removes: many( n, ( i ) => ( { index: i } ) ) } ) ), 250, 39_000 ],
	[ 'adopted sheets', ( n ) => page( snapshot(), change( { source: 15, id: 3, styleIds: many( n, ( i ) => i ), styles: many( n, ( i ) => ( { styleId: i + 1, rules: [ { rule: 'a{}' } ] } ) ) } ) ), 250, 200_000 ],
	[ 'pointer positions', ( n ) => page( snapshot(), change( { source: 1, positions: many( n, ( i ) => ( { x: i, y: 0, id: 3, timeOffset: 0 } ) ) } ) ), 250, 400_000 ],
	[ 'selections', ( n ) => page( snapshot(), change( { source: 14, ranges: many( n, () => ( { start: 3, startOffset: 0, end: 3, endOffset: 0 } ) ) } ) ), 250, 400_000 ],
	[ 'fonts loaded by script', ( n ) => page( snapshot(), many( n, ( i ) => change( { source: 10, family: `f${ i }`, fontSource: 'url(/wp-content/a.woff2)' } ) ) ), 250, 200_000 ],
	[ 'one font with long descriptors and many sources', ( n ) => page( snapshot( element( 9, 'style', { _cssText: `@font-face{font-family:f;unicode-range:${ 'u'.repeat( Math.min( 1_999, n ) ) };font-style:${ 'i'.repeat( Math.min( 1_999, n ) ) };src:${ 'url(/wp-content/a.woff2),'.repeat( n ) }}`.repeat( 2 ) } ) ) ), 100, 8_000 ],
];

const REST: Case[] = [
	[ 'matches of many rules and elements', ( n ) => () => {
		const budget = new MatchBudget();
		for ( let i = 0; i < n; i++ ) {
			budget.addRule( [ '.a', `.b${ i }`, '' ] );
			budget.addNode( { tag: 'p', name: `n${ i }`, classes: `a b${ i }` } );
		}
	}, 500, 400_000 ],
	[ 'a time line', ( n ) => () => {
		const timeline = new Timeline();
		for ( let i = 0; i < n; i++ ) {
			timeline.place( T + ( i % 3 ) * 1e9 );
			timeline.active();
		}
		timeline.takeIdle();
	}, 1_000, 200_000 ],
	[ 'JSON nested deeply', ( n ) => {
		const text = '['.repeat( n ) + ']'.repeat( n );
		return () => {
			try {
				parseUntrusted( text );
			} catch {
				// Too deep for the engine: that must be found in proportion, too.
			}
		};
	}, 200, 100_000 ],
	[ 'JSON of many keys', ( n ) => {
		const text = `{${ many( n, ( i ) => `"k${ i }":{"__proto__":1}` ).join( ',' ) }}`;
		return () => parseUntrusted( text );
	}, 200, 100_000 ],
	[ 'JSON of one key many times', ( n ) => {
		const text = `{${ many( n, () => '"k":[1]' ).join( ',' ) }}`;
		return () => parseUntrusted( text );
	}, 200, 400_000 ],
	...[ 'a', '/', '../', '%2e', '.a', '.php', ' ', '[', '\\' ].map( ( unit ): Case => [ `an address of ${ JSON.stringify( unit ) }`, ( n ) => {
		const address = `/wp-content/${ unit.repeat( n ) }.png`;
		return () => siteAsset( address, SITE, SITE, 'image' );
	}, 50, 4_000 ] ),
	[ 'a picture with a bad last character', ( n ) => {
		const data = `data:image/png;base64,${ 'A'.repeat( n ) }"`;
		return () => isRasterData( data, Infinity );
	}, 10_000, 2_700_000 ],
	[ 'a report of the stage', ( n ) => {
		const report = many( n, () => 1 );
		return () => readStageReport( report );
	}, 1_000, 1_000_000 ],
];

describe.each( [
	[ 'style sheets', CSS ],
	[ 'nodes', NODES ],
	[ 'changes', CHANGES ],
	[ 'the rest', REST ],
] )( 'time in proportion: %s', ( _part, cases ) => {
	it.each( cases )( '%s', ( _name, shape, first, largest ) => expectLinear( shape, first, largest ) );
} );

describe( 'time in proportion: segments', () => {
	/** As `expectLinear`, for work that ends later. */
	async function expectLinearLater( make: ( n: number ) => () => Promise< unknown >, n: number ): Promise< void > {
		const time = async ( size: number ): Promise< number > => {
			const run = make( size );
			let best = Infinity;
			for ( let turn = 0; turn < 4; turn++ ) {
				const before = process.cpuUsage();
				await run();
				const { user, system } = process.cpuUsage( before );
				best = Math.min( best, ( user + system ) / 1000 );
			}
			return best;
		};
		let worst = Infinity;
		for ( let turn = 0; turn < TRIES && worst > FOR_FOUR_TIMES; turn++ ) {
			const [ one, two, four ] = [ await time( n ), await time( 2 * n ), await time( 4 * n ) ];
			worst = Math.min( worst, growthOf( one, two, four ) );
		}
		expect( worst ).toBeLessThanOrEqual( FOR_FOUR_TIMES );
	}
	const bytes = ( text: string ): ArrayBuffer => new Uint8Array( gzipSync( text ) ).buffer;

	it.each( [ [ 'empty lines', '\n' ], [ 'one line', 'x' ], [ 'letters of several bytes', 'é\n' ], [ 'short lines', '[]\n' ] ] )( 'inflated: %s', async ( _name, unit ) => {
		await expectLinearLater( ( n ) => {
			const segment = bytes( unit.repeat( n ) );
			return () => segmentLines( segment, Infinity );
		}, 200_000 );
	} );

	it.each( [
		[ 'events that are none', () => '{}' ],
		[ 'lines that are no JSON', () => '{' ],
		[ 'scrolls', ( i: number ) => JSON.stringify( { type: 3, timestamp: T + i, data: { source: 3, id: 3, x: 0, y: i } } ) ],
		[ 'snapshots', () => JSON.stringify( snapshot() ) ],
	] )( 'read: %s', async ( _name, line ) => {
		await expectLinearLater( ( n ) => {
			const segment = bytes( [ '{"page":0}', JSON.stringify( snapshot() ), ...many( n, line ) ].join( '\n' ) );
			return () => new RecordingReader( SITE, [ 1, 1 ] ).segment( 0, 0, segment );
		}, 2_000 );
	} );
} );

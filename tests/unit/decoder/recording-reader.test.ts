import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RecordingReader } from '../../../src/decoder/recording-reader';
import { sanitizeEvent } from '../../../src/decoder/sanitize/events';
import { PageContext } from '../../../src/decoder/sanitize/page';

const SITE = 'https://shop.example';
const T = 1_700_000_000_000;
type Node = Record< string, unknown >;

const element = ( id: number, tagName: string, attributes: Node = {}, ...childNodes: Node[] ): Node => ( { type: 2, id, tagName, attributes, childNodes } );
const snapshot = ( ...body: Node[] ): Node => ( { type: 2, timestamp: T + 5, data: { initialOffset: { top: 0, left: 0 }, node: { type: 0, id: 1, childNodes: [ element( 2, 'html', {}, element( 3, 'head' ), element( 4, 'body', {}, ...body ) ) ] } } } );
const meta: Node = { type: 4, timestamp: T, data: { href: `${ SITE }/a/`, width: 800, height: 600 } };

function sealed( page: number, ...events: unknown[] ): ArrayBuffer {
	const bytes = gzipSync( [ { v: 1, page }, ...events ].map( ( line ) => ( typeof line === 'string' ? line : JSON.stringify( line ) ) ).join( '\n' ) );
	return new Uint8Array( bytes ).buffer;
}

/** The body's children as they come onto the stage. */
async function shown( ...body: Node[] ): Promise< Node[] > {
	const { feed } = await new RecordingReader( SITE, [ 1, 1 ] ).segment( 0, 0, sealed( 0, meta, snapshot( ...body ) ) );
	const full = feed.events.find( ( event ) => event.type === 2 )?.data as { node: { childNodes: Array< { childNodes: Node[] } > } };
	return full.node.childNodes[ 0 ]?.childNodes[ 1 ]?.childNodes as Node[];
}

describe( 'what comes onto the stage', () => {
	it.each( [
		[ 'a handler', element( 10, 'p', { onclick: 'x()', class: 'a' } ), { tagName: 'p', attributes: { class: 'a' } } ],
		[ 'a script', element( 10, 'script', { src: 'x' } ), { tagName: 'candid-none', attributes: {}, childNodes: [] } ],
		[ 'a frame', element( 10, 'iframe', { src: 'https://e.example', srcdoc: '<b>', sandbox: '', width: '10' } ), { tagName: 'iframe', attributes: { width: '10' } } ],
		[ 'a link', element( 10, 'a', { href: 'https://e.example', target: '_top', ping: 'x' } ), { attributes: { href: '#' } } ],
		[ 'a picture of the site', element( 10, 'img', { src: '/wp-content/a.png', srcset: 'b 2x', alt: 'A' } ), { attributes: { 'data-candid-asset': '1', alt: 'A' } } ],
		[ 'a picture of somebody else', element( 10, 'img', { src: 'https://e.example/a.png' } ), { attributes: { 'data-candid-asset': '' } } ],
		[ 'a blocked box', element( 10, 'div', { rr_width: '10px', rr_height: '20px' } ), { attributes: { rr_width: '10px', 'data-candid-box': 'blocked' } } ],
		[ 'a style sheet that came with its link', element( 10, 'link', { rel: 'stylesheet', href: 'x', _cssText: 'a{b:url(x)}' } ), { tagName: 'style', attributes: { _cssText: 'a{b:none}' } } ],
		[ 'a hidden field', element( 10, 'input', { type: 'hidden', class: 'a' } ), { attributes: { type: 'hidden', class: 'a' } } ],
		[ 'a field for a file', element( 10, 'input', { type: 'file' } ), { attributes: { type: 'file' } } ],
		[ 'a button that is a picture', element( 10, 'input', { type: 'image', src: 'https://e.example/i' } ), { attributes: { type: 'button' } } ],
		[ 'a part that takes no pointer', element( 10, 'div', { inert: '' } ), { attributes: { inert: '' } } ],
		[ 'an unknown element', element( 10, 'blink', {}, { type: 3, id: 11, textContent: 'text' } ), { tagName: 'candid-unknown', childNodes: [ { type: 3, id: 11, textContent: 'text' } ] } ],
		[ 'a comment', { type: 5, id: 10, textContent: 'secret' }, { type: 5, textContent: '' } ],
		[ 'CDATA', { type: 4, id: 10, textContent: 'x' }, { type: 3, textContent: 'x' } ],
	] )( 'is made safe: %s', async ( _name, given, expected ) => {
		expect( ( await shown( given ) )[ 0 ] ).toMatchObject( expected );
	} );

	it( 'is counted when it is damaged, not when it is merely left out', async () => {
		const honest = await new RecordingReader( SITE, [ 1, 1 ] ).segment( 0, 0, sealed( 0, meta, snapshot( element( 10, 'script' ), element( 11, 'img', { src: 'https://e.example/x', onerror: 'x' } ) ), { type: 5, timestamp: T + 9, data: { tag: 'x' } } ) );
		expect( honest.report.limited ).toBe( 0 );
		const damaged = await new RecordingReader( SITE, [ 1, 1 ] ).segment( 0, 0, sealed( 0, meta, snapshot( element( -1, 'p' ) ), '{', { type: 3, timestamp: T + 9, data: { source: 2, type: '2', id: 4 } } ) );
		expect( damaged.report.limited ).toBe( 3 );
	} );

	it( 'draws an SVG symbol as often as it is named, but never in a chain', async () => {
		const use = ( id: number, href: string ) => ( { ...element( id, 'use', { href } ), isSVG: true } );
		const nodes = await shown( { ...element( 10, 'svg', {}, { ...element( 11, 'g', { id: 'a' }, use( 12, '#b' ) ), isSVG: true }, use( 13, '#a' ) ), isSVG: true } );
		const [ group, outer ] = ( nodes[ 0 ] as { childNodes: Array< { childNodes: Node[]; attributes: Node } > } ).childNodes;
		expect( group?.childNodes[ 0 ]?.attributes ).toEqual( {} );
		expect( outer?.attributes ).toEqual( { href: '#a' } );
	} );
} );

describe( 'the time line', () => {
	const scroll = ( timestamp: number ): Node => ( { type: 3, timestamp, data: { source: 3, id: 4, x: 0, y: 1 } } );

	it( 'never stands still, goes back, or leaps', async () => {
		const { feed, report } = await new RecordingReader( SITE, [ 1, 1 ] ).segment( 0, 0, sealed( 0, meta, snapshot(), scroll( T + 100 ), scroll( T + 100 ), scroll( T + 50 ), scroll( T + 10 * 365 * 864e5 ), scroll( T + 10 * 365 * 864e5 + 10 ) ) );
		const times = feed.events.map( ( event ) => event.timestamp );
		times.slice( 1 ).forEach( ( time, index ) => expect( time ).toBeGreaterThan( times[ index ] ?? Infinity ) );
		expect( report.loaded ).toBeLessThan( 3_601_000 );
		expect( report.limited ).toBe( 1 );
	} );

	it( 'tells where a segment is missing and shows nothing of a page before its own snapshot', async () => {
		const reader = new RecordingReader( SITE, [ 1, 1 ] );
		await reader.segment( 0, 0, sealed( 0, meta, snapshot(), scroll( T + 100 ) ) );
		reader.missing( 1 );
		const { feed, report } = await reader.segment( 2, 1, sealed( 1, scroll( T + 5000 ), scroll( T + 6000 ) ) );
		expect( feed.events ).toEqual( [] );
		expect( report.gaps ).toEqual( [] );
		const next = await reader.segment( 3, 2, sealed( 2, { ...meta, timestamp: T + 8000 }, { ...snapshot(), timestamp: T + 8005 } ) );
		expect( next.report.gaps ).toHaveLength( 1 );
		expect( next.report.pageTimes[ 2 ] ).toBeCloseTo( 8000, 0 );
	} );

	it( 'knows when the visitor did nothing', async () => {
		const { report } = await new RecordingReader( SITE, [ 1, 1 ] ).segment( 0, 0, sealed( 0, meta, snapshot(), scroll( T + 1005 ), scroll( T + 61_005 ) ) );
		expect( report.idle ).toEqual( [ [ expect.closeTo( 2000, 0 ), expect.closeTo( 60_000, 0 ) ] ] );
	} );

	it( 'gives a damaged or oversized segment up and goes on', async () => {
		const reader = new RecordingReader( SITE, [ 1, 1 ] );
		const cut = sealed( 0, meta, snapshot() ).slice( 0, 60 );
		expect( ( await reader.segment( 0, 0, cut ) ).report ).toMatchObject( { limited: 1, started: false } );
		const bomb = gzipSync( Buffer.alloc( 20 * 1024 * 1024, 0x20 ) );
		expect( ( await reader.segment( 1, 0, new Uint8Array( bomb ).buffer ) ).report ).toMatchObject( { limited: 2, tooLarge: true } );
		expect( ( await reader.segment( 2, 0, sealed( 0, meta, snapshot() ) ) ).report.started ).toBe( true );
	} );
} );

describe( 'a recording that is too large', () => {
	it( 'is full after 256 MB, whether its segments could be read or not, and is not inflated any further', async () => {
		const reader = new RecordingReader( SITE, [ 1, 1 ] );
		const bomb = new Uint8Array( gzipSync( Buffer.alloc( 20 * 1024 * 1024, 0x20 ) ) ).buffer;
		let sequence = 0;
		for ( ; sequence < 100; sequence++ ) {
			if ( ( await reader.segment( sequence, 0, bomb ) ).report.full ) {
				break;
			}
		}
		// Each is given up at 8 MB.
		expect( sequence ).toBeGreaterThan( 25 );
		expect( sequence ).toBeLessThan( 33 );
		const { report, feed } = await reader.segment( sequence + 1, 0, sealed( 0, meta, snapshot() ) );
		expect( report ).toMatchObject( { full: true, started: false } );
		expect( feed.events ).toEqual( [] );
	}, 60_000 );

	it( 'is full of downloads that inflate to nothing, too', async () => {
		const reader = new RecordingReader( SITE, [ 1, 1 ] );
		const broken = new ArrayBuffer( 64 * 1024 * 1024 );
		new Uint8Array( broken ).set( [ 0x1f, 0x8b ] );
		let full = false;
		for ( let sequence = 0; sequence < 4; sequence++ ) {
			( { full } = ( await reader.segment( sequence, 0, broken ) ).report );
		}
		expect( full ).toBe( true );
	} );
} );

describe( 'any input at all', () => {
	const odd = fc.oneof( fc.anything(), fc.integer( { min: -2, max: 15 } ), fc.constantFrom( 'p', 'svg', 'style', 'iframe', 'script', null, 'url(x)' ) );
	const node: fc.Arbitrary< unknown > = fc.letrec( ( tie ) => ( {
		node: fc.record( { type: fc.oneof( { weight: 5, arbitrary: fc.constant( 2 ) }, { weight: 1, arbitrary: odd } ), id: fc.oneof( fc.integer( { min: 5, max: 40 } ), odd ), tagName: fc.oneof( fc.constantFrom( 'div', 'a', 'style', 'svg', 'use', 'iframe', 'link', 'x-y' ), odd ), attributes: fc.oneof( fc.dictionary( fc.constantFrom( 'href', 'src', 'style', 'onclick', 'id', '_cssText', 'rr_width', 'xlink:href', 'type' ), odd ), odd ), isSVG: odd, isShadow: odd, isShadowHost: odd, textContent: odd, childNodes: fc.oneof( { depthSize: 'small' }, fc.constant( [] ), fc.array( tie( 'node' ), { maxLength: 4 } ), odd ) }, { requiredKeys: [ 'type', 'id' ] } ),
	} ) ).node;
	const data = fc.record( { source: fc.integer( { min: -1, max: 17 } ), id: odd, type: odd, positions: odd, adds: fc.oneof( odd, fc.array( fc.record( { parentId: fc.integer( { min: 1, max: 40 } ), nextId: odd, previousId: odd, node } ), { maxLength: 5 } ) ), removes: fc.oneof( odd, fc.array( fc.record( { id: fc.integer( { min: 1, max: 40 } ), parentId: odd } ), { maxLength: 3 } ) ), texts: odd, attributes: fc.oneof( odd, fc.array( fc.record( { id: fc.integer( { min: 1, max: 40 } ), attributes: fc.dictionary( fc.constantFrom( 'href', 'src', 'style', 'onclick', 'id' ), odd ) } ), { maxLength: 3 } ) ), x: odd, y: odd, width: odd, height: odd, text: odd, ranges: odd, styles: odd, styleIds: odd, index: odd, set: odd }, { requiredKeys: [ 'source' ] } );

	/** Everything the sanitizer may ever put into a node or a change. */
	function expectSafe( value: unknown, key = '' ): void {
		if ( typeof value === 'string' && key !== 'textContent' && key !== 'text' ) {
			expect( value ).not.toMatch( /javascript:|https?:\/\//i );
		}
		if ( typeof value !== 'object' || value === null ) {
			return;
		}
		if ( 'parentId' in value && 'node' in value ) {
			expect( [ 'parentId', 'nextId', 'node' ] ).toEqual( expect.arrayContaining( Object.keys( value ) ) );
		}
		for ( const [ name, inner ] of Object.entries( value ) ) {
			expect( name ).not.toMatch( /^on|^srcdoc$|^__proto__$/ );
			if ( name === 'tagName' ) {
				expect( inner ).not.toMatch( /^(?:script|link|object|embed|base|meta)$/ );
			}
			if ( name === 'id' && 'type' in value && 'childNodes' in value ) {
				expect( Number.isInteger( inner ) && ( inner as number ) >= 1 ).toBe( true );
			}
			expectSafe( inner, name );
		}
	}

	it( 'never makes the sanitizer throw, and what comes out is within the schema', () => {
		fc.assert(
			fc.property( fc.array( node, { maxLength: 5 } ), fc.array( data, { maxLength: 8 } ), fc.anything(), ( body, changes, rest ) => {
				const page = new PageContext( SITE );
				const events = [ snapshot( ...( body as Node[] ) ), ...changes.map( ( change ) => ( { type: 3, timestamp: T + 10, data: change } ) ), rest ];
				events.forEach( ( event ) => expectSafe( sanitizeEvent( event, page )?.event ) );
			} ),
			{ numRuns: 500 },
		);
	}, 60_000 );
} );

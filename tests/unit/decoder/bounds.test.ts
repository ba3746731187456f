import { tokenize, TokenType } from '@csstools/css-tokenizer';
import { describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../src/decoder/limits';
import { sanitizeEvent } from '../../../src/decoder/sanitize/events';
import { PageContext } from '../../../src/decoder/sanitize/page';

// Recordings as large as the limits allow take their time on a busy machine.
vi.setConfig( { testTimeout: 60_000 } );

const SITE = 'https://shop.example';
const T = 1_700_000_000_000;
type Node = Record< string, unknown >;

let nextId = 100;
const element = ( tagName: string, attributes: Node = {}, ...childNodes: Node[] ): Node => ( { type: 2, id: nextId++, tagName, attributes, childNodes } );
const svg = ( tagName: string, attributes: Node = {}, ...childNodes: Node[] ): Node => ( { ...element( tagName, attributes, ...childNodes ), isSVG: true } );
const text = ( textContent: string ): Node => ( { type: 3, id: nextId++, textContent } );
const many = < Item >( count: number, make: ( index: number ) => Item ): Item[] => Array.from( { length: count }, ( _none, index ) => make( index ) );
const snapshot = ( ...body: Node[] ): Node => ( { type: 2, data: { node: { type: 0, id: 1, childNodes: [ { type: 2, id: 2, tagName: 'html', attributes: {}, childNodes: [ { type: 2, id: 3, tagName: 'body', attributes: {}, childNodes: body } ] } ] } } } );
const mutation = ( part: Node ): Node => ( { type: 3, data: { source: 0, adds: [], removes: [], texts: [], attributes: [], ...part } } );
const add = ( parentId: unknown, node: Node, next: unknown = null ): Node => ( { parentId, nextId: next, node } );

/** What becomes of events, and the page they leave. */
function played( ...events: Node[] ): { page: PageContext; data: Node[]; text: string } {
	const page = new PageContext( SITE );
	const data = events.map( ( event ) => sanitizeEvent( { timestamp: T, ...event }, page )?.event.data ?? {} );
	return { page, data, text: JSON.stringify( data ) };
}

/** Every element on the stage after the first event. */
function elements( data: Node ): Node[] {
	const found: Node[] = [];
	const walk = ( node: Node ): void => {
		found.push( node );
		( ( node.childNodes ?? [] ) as Node[] ).forEach( walk );
	};
	walk( data.node as Node );
	return found;
}

const reachesOut = ( css: string ): boolean => tokenize( { css } ).some( ( [ type, , , , value ] ) => type === TokenType.URL || type === TokenType.BadURL || ( type === TokenType.Function && ( value as { value: string } ).value.toLowerCase() === 'url' ) );
const sheetOf = ( nodes: Node[] ): string => nodes.map( ( node ) => node.textContent ?? ( node.attributes as Node | undefined )?._cssText ?? '' ).join( '' );

describe( 'a style sheet on the stage', () => {
	const address = 'rl(http://e.example/x)}';
	it.each( [
		[ 'several text nodes', element( 'style', {}, text( 'a{b:u' ), text( address ) ) ],
		[ 'a note with a mark in it and no text', element( 'style', { _cssText: `a{b:u/* rr_split */${ address }` } ) ],
		[ 'a note with a mark in it and one text', element( 'style', { _cssText: `a{b:u/* rr_split */${ address }` }, text( '' ) ) ],
		[ 'a note with a mark in it and two texts', element( 'style', { _cssText: `a{b:u/* rr_split */${ address }` }, text( '' ), text( '' ) ) ],
		[ 'a note with marks inside marks', element( 'style', { _cssText: `a{b:u/* rr_/* rr_split */split */${ address }` }, text( '' ), text( '' ) ) ],
		[ 'a note and texts of its own', element( 'style', { _cssText: 'a{b:u' }, text( '' ), text( address ) ) ],
	] )( 'names no address when it comes as %s', ( _what, style ) => {
		const { data, text: all } = played( snapshot( style ) );
		expect( reachesOut( sheetOf( elements( data[ 0 ] as Node ) ) ) ).toBe( false );
		expect( all ).not.toContain( 'rr_split' );
	} );

	it( 'names no address when its text nodes are changed or added one by one', () => {
		const style = element( 'style', {}, { type: 3, id: 50, textContent: 'a{}' }, { type: 3, id: 51, textContent: '' } );
		const { data } = played( snapshot( style ), mutation( { texts: [ { id: 50, value: 'a{b:u' }, { id: 51, value: address } ], adds: [ add( style.id, text( 'a{b:u' ) ), add( style.id, text( address ) ) ] } ) );
		const change = data[ 1 ] as { texts: Array< { value: string } >; adds: Array< { node: Node } > };
		expect( change.texts ).toHaveLength( 2 );
		expect( reachesOut( change.texts.map( ( one ) => one.value ).join( '' ) ) ).toBe( false );
		expect( reachesOut( change.adds.map( ( one ) => one.node.textContent ).join( '' ) ) ).toBe( false );
	} );

	it( 'keeps each piece in its own text node', () => {
		const { data } = played( snapshot( element( 'style', { _cssText: 'a{b:c}/* rr_split */d{e:f}' }, text( '' ), text( '' ) ) ) );
		expect( elements( data[ 0 ] as Node ).filter( ( node ) => node.type === 3 ).map( ( node ) => node.textContent ) ).toEqual( [ '/**/a{b:c}/**/', '/**/d{e:f}/**/' ] );
	} );
} );

describe( 'names of elements', () => {
	const named = ( tag: string, attributes: Node ): unknown => elements( played( snapshot( element( 'form', {}, element( tag, attributes ) ) ) ).data[ 0 ] as Node ).at( -1 )?.attributes;

	it.each( [
		[ 'input', { name: 'parentElement', id: 'getAttribute' }, {} ],
		[ 'button', { id: 'childNodes' }, {} ],
		[ 'img', { name: 'logo', id: 'appendChild' }, {} ],
		[ 'iframe', { name: 'createElement' }, {} ],
		[ 'form', { name: 'getElementsByTagName', id: 'checkout' }, { id: 'checkout' } ],
		[ 'input', { name: 'coupon_code', id: 'name' }, { name: 'coupon_code', id: 'name' } ],
		[ 'slot', { name: 'title' }, { name: 'title' } ],
		[ 'p', { id: 'parentElement' }, { id: 'parentElement' } ],
	] )( 'never stand for a property of a form or document: %s %j', ( tag, given, expected ) => {
		expect( named( tag, given ) ).toEqual( expected );
	} );

	it( 'are judged when they change later, too', () => {
		const field = element( 'input' );
		expect( played( snapshot( field ), mutation( { attributes: [ { id: field.id, attributes: { name: 'parentNode', id: 'tagName' } } ] } ) ).data[ 1 ] ).toEqual( {} );
	} );
} );

describe( 'drawings that draw others again', () => {
	const uses = ( all: string ): number => all.split( '"href":"#' ).length - 1;

	it( 'form no chain, whatever the name is made of', () => {
		expect( uses( played( snapshot( svg( 'svg', {}, svg( 'g', { id: 1 }, svg( 'rect' ) ), svg( 'g', { id: 2 }, svg( 'use', { href: '#1' } ) ), svg( 'use', { href: '#2' } ) ) ) ).text ) ).toBe( 1 );
	} );

	it( 'form no chain when the name comes late and the use later', () => {
		const inner = svg( 'g' );
		const outer = svg( 'g', {}, inner );
		const { text: all } = played( snapshot( svg( 'svg', {}, outer ) ), mutation( { attributes: [ { id: outer.id, attributes: { id: 'late' } } ] } ), mutation( { adds: [ add( inner.id, svg( 'use', { href: '#other' } ) ) ] } ) );
		expect( uses( all ) ).toBe( 0 );
	} );

	it( 'form no chain through HTML inside them', () => {
		const { text: all } = played( snapshot( svg( 'svg', {}, svg( 'g', { id: 'a' }, svg( 'foreignObject', {}, element( 'div', {}, svg( 'svg', {}, svg( 'use', { href: '#b' } ) ) ) ) ), svg( 'pattern', { id: 'p' }, svg( 'foreignObject', {}, element( 'div', {}, svg( 'svg', {}, svg( 'rect', { fill: 'url(#q)' } ) ) ) ) ) ) ) );
		expect( uses( all ) ).toBe( 0 );
		expect( all ).not.toContain( 'url(#q)' );
	} );

	it.each( [ 'before', 'behind' ] )( 'are bounded by what they would draw, the use standing %s', ( where ) => {
		const drawing = svg( 'g', { id: 'a' }, ...many( 5_000, () => svg( 'rect' ) ) );
		const used = many( 1_000, () => svg( 'use', { href: '#a' } ) );
		const { page, data, text: all } = played( snapshot( svg( 'svg', {}, ...( where === 'before' ? [ ...used, drawing ] : [ drawing, ...used ] ) ) ) );
		const drawn = elements( data[ 0 ] as Node ).filter( ( node ) => node.tagName === 'rect' ).length;
		expect( uses( all ) * drawn ).toBeLessThanOrEqual( LIMITS.clonedNodes );
		expect( page.dropped ).toBeGreaterThan( 0 );
	} );

	it( 'leave room again when they are taken away', () => {
		const drawing = svg( 'g', { id: 'a' }, ...many( 900, () => svg( 'rect' ) ) );
		const root = svg( 'svg', {}, drawing, ...many( 100, () => svg( 'use', { href: '#a' } ) ) );
		const { page } = played( snapshot( root ), mutation( { removes: [ { parentId: 3, id: root.id } ] } ), mutation( { adds: [ add( 3, svg( 'svg', { id: 'a' } ) ) ] } ) );
		expect( page.dropped ).toBe( 0 );
	} );
} );

describe( 'what a recording may ask for', () => {
	it( 'are 50 pointer positions at once, spread over the way', () => {
		const { data } = played( snapshot(), { type: 3, data: { source: 1, positions: many( 1_000, ( n ) => ( { x: n, y: 0, id: 3, timeOffset: -500 + n / 2 } ) ) } } );
		const { positions } = data[ 1 ] as { positions: Array< { x: number } > };
		expect( positions ).toHaveLength( 50 );
		expect( positions.at( -1 )?.x ).toBe( 999 );
		expect( positions.at( 24 )?.x ).toBe( 499 );
	} );

	it( 'are so many pointer positions in all', () => {
		const page = new PageContext( SITE );
		expect( many( 5_000, () => page.takePositions( 60 ) ).reduce( ( sum, taken ) => sum + taken, 0 ) ).toBe( LIMITS.positionsInAll );
	} );

	it( 'are 100 font faces', () => {
		const { page } = played( snapshot( element( 'style', { _cssText: many( 300, ( n ) => `@font-face{font-family:f${ n };src:url(/wp-content/a.woff2)}` ).join( '' ) } ) ) );
		expect( page.takeFonts() ).toHaveLength( 100 );
	} );

	it( 'are rules that a browser can hold against the elements there are', () => {
		const counted = ( css: string, nodes: number, tag = 'i' ): number => {
			const { data, page } = played( snapshot( ...many( nodes, () => element( tag ) ), element( 'style', { _cssText: css } ) ) );
			expect( page.dropped ).toBeLessThanOrEqual( 1 );
			return sheetOf( elements( data[ 0 ] as Node ) ).split( '{' ).length - 1;
		};
		expect( counted( '*:nth-child(odd){top:0}'.repeat( 10_000 ), 1 ) ).toBe( LIMITS.rulesForAll );
		expect( counted( 'i:nth-child(odd){top:0}'.repeat( 20_000 ), 20_000 ) ).toBe( LIMITS.matches / 20_000 );
		expect( counted( 'b.c{top:0}'.repeat( 20_000 ), 20_000 ) ).toBe( 20_000 );
	} );

	it( 'are elements that a browser can hold against the rules there are', () => {
		const rules = element( 'style', { _cssText: '.x{top:0}'.repeat( 20_000 ) } );
		const body = many( 10_000, () => element( 'i', { class: 'a x' } ) );
		const { data } = played( snapshot( rules, ...body ) );
		expect( elements( data[ 0 ] as Node ).filter( ( node ) => node.tagName === 'i' ) ).toHaveLength( LIMITS.matches / 20_000 );
		const late = many( 10_000, () => element( 'i' ) );
		const changed = played( snapshot( rules, ...late ), mutation( { attributes: late.map( ( one ) => ( { id: one.id, attributes: { class: 'x' } } ) ) } ) );
		expect( ( changed.data[ 1 ] as { attributes: unknown[] } ).attributes ).toHaveLength( LIMITS.matches / 20_000 );
	} );

	it( 'are no elements inside a style or text area', () => {
		const area = element( 'textarea', {}, element( 'b' ) );
		expect( played( snapshot( area ), mutation( { adds: [ add( area.id, element( 'b' ) ) ] } ) ).text ).not.toContain( '"tagName":"b"' );
	} );
} );

describe( 'nodes added in one event', () => {
	const chain = ( count: number ): Node[] => many( count, ( n ) => add( 3, { type: 2, id: 1_000_000 + n, tagName: 'i', attributes: {}, childNodes: [] }, n < count - 1 ? 1_000_001 + n : null ) );

	it( 'are taken from the last to the first when each waits for the next', () => {
		const { data } = played( snapshot(), mutation( { adds: chain( 5 ) } ) );
		expect( ( data[ 1 ] as { adds: Array< { node: Node } > } ).adds.map( ( one ) => one.node.id ) ).toEqual( [ 1_000_004, 1_000_003, 1_000_002, 1_000_001, 1_000_000 ] );
	} );

	it( 'take time in proportion to their number', () => {
		const time = ( count: number ): number => {
			const adds = chain( count );
			const start = process.cpuUsage();
			played( snapshot(), mutation( { adds } ) );
			return process.cpuUsage( start ).user / 1000;
		};
		time( 2_000 );
		expect( time( 20_000 ) ).toBeLessThan( 40 * Math.max( 20, time( 2_000 ) ) );
	} );

	it( 'are still taken when they wait for each other in a ring', () => {
		const node = ( id: number ): Node => ( { type: 2, id, tagName: 'i', attributes: {}, childNodes: [] } );
		const { data } = played( snapshot(), mutation( { adds: [ add( 3, node( 60 ), 61 ), add( 3, node( 61 ), 60 ), add( 63, node( 62 ) ), add( 62, node( 63 ) ) ] } ) );
		expect( ( data[ 1 ] as { adds: Array< { node: Node } > } ).adds.map( ( one ) => one.node.id ).sort() ).toEqual( [ 60, 61 ] );
	} );
} );

// @vitest-environment jsdom
/** The gate alone, with the masking around it: which events come out, and what is left of them. */
import { afterEach, describe, expect, it } from 'vitest';
import { MASK, sensitiveWord } from '../../../../src/privacy';
import { Masking } from '../../../../src/recorder/masking/masking';
import { EVENT, SOURCE, type RecordedEvent } from '../../../../src/recorder/recorded';
import { RecordedPage } from '../recorded-page';

let masking: Masking;

/** All nodes of the page: the gate is told the nodes of an event with the event. */
function nodes(): Node[] {
	const walker = document.createTreeWalker( document );
	const all: Node[] = [];
	for ( let node: Node | null = document; node; node = walker.nextNode() ) {
		all.push( node );
	}
	return all;
}

function open( html: string, { inputs = false, block = [] as string[] } = {} ) {
	document.body.innerHTML = html;
	masking = new Masking( { v: 1, door: '', key: '', recorder: '', keep: [], block, preset: 'balanced', inputs, maskPage: false }, { sensitiveWord } );
	masking.start();
	const page = new RecordedPage( masking );
	page.snapshot();
	const element = ( selector: string ) => document.querySelector<HTMLInputElement>( selector )!;
	const idOf = ( selector: string ) => page.idOf( element( selector ) );
	const tell = ( source: number, data: object ) => page.pass( { source, ...data }, nodes() );
	return { page, element, idOf, tell };
}

afterEach( () => {
	masking.stop();
	document.body.innerHTML = '';
} );

describe( 'The gate lets out nothing of', () => {
	it.each( [
		[ 'a type that is not known', { type: 99, data: {} } ],
		[ 'a plugin', { type: EVENT.plugin, data: { plugin: 'x' } } ],
		[ 'an event that a page made itself', { type: EVENT.custom, data: { tag: 'cart', payload: {} } } ],
		[ 'a source that is not known', { type: EVENT.incremental, data: { source: 99 } } ],
		[ 'a canvas', { type: EVENT.incremental, data: { source: SOURCE.canvas } } ],
		[ 'the console', { type: EVENT.incremental, data: { source: SOURCE.log } } ],
		[ 'a node that it does not know', { type: EVENT.incremental, data: { source: SOURCE.scroll, id: 4711, x: 1, y: 1 } } ],
	] )( '%s', ( _what, event ) => {
		open( '<p>x</p>' );
		expect( masking.pass( { timestamp: 1, ...event } as RecordedEvent ) ).toBeNull();
	} );

	it( 'what happens in a blocked part', () => {
		const { tell, page, element } = open( '<div class="card"><p>Zebra</p><input></div>', { block: [ '.card' ], inputs: true } );
		element( '.card p' ).firstChild!.nodeValue = 'Zebra too';
		element( '.card p' ).title = 'Zebra';
		// Inside a blocked part no node has a number.
		expect( [ page.idOf( element( '.card p' ) ), page.idOf( element( 'input' ) ), page.look() ] ).toEqual( [ 0, 0, null ] );
		const id = page.idOf( element( '.card' ) );
		expect( [ tell( SOURCE.mouseInteraction, { type: 2, id } ), tell( SOURCE.scroll, { id, x: 1, y: 1 } ), tell( SOURCE.mouseMove, { positions: [ { id } ] } ) ] ).toEqual( [ null, null, null ] );
	} );

	it( 'a snapshot or a mutation: the reader describes the page, with the masking in hand', () => {
		open( '<p>x</p>' );
		expect( masking.pass( { type: EVENT.incremental, timestamp: 1, data: { source: SOURCE.mutation, adds: [], removes: [], texts: [ { id: 1, value: 'Zebra' } ], attributes: [] } } ) ).toBeNull();
		expect( masking.pass( { type: EVENT.fullSnapshot, timestamp: 1, data: { node: { type: 0, id: 1, childNodes: [] } } } ) ).toBeNull();
	} );
} );

describe( 'What is typed', () => {
	it( 'is one mask where inputs are not recorded, and told once', () => {
		const { idOf, tell } = open( '<input>' );
		const id = idOf( 'input' );
		expect( [ 'A', 'An', 'Anna' ].map( ( text ) => tell( SOURCE.input, { id, text, isChecked: true } )?.data ) ).toEqual( [ { source: SOURCE.input, id, text: MASK, isChecked: false }, undefined, undefined ] );
	} );

	it( 'is told where inputs are recorded, but not in a password, a hidden field or a file', () => {
		const { idOf, tell } = open( '<input class="city"><input type="password"><input type="hidden"><input type="file">', { inputs: true } );
		const textOf = ( selector: string ) => tell( SOURCE.input, { id: idOf( selector ), text: 'Graz' } )?.data.text;
		expect( [ '.city', '[type=password]', '[type=hidden]', '[type=file]' ].map( textOf ) ).toEqual( [ 'Graz', MASK, undefined, undefined ] );
	} );

	it( 'is no choice that can be read from the pointer', () => {
		const { idOf, tell } = open( '<label>Yes <input type="radio"></label><p>x</p>' );
		expect( [ 'input', 'label', 'p' ].map( ( selector ) => !! tell( SOURCE.mouseInteraction, { type: 2, id: idOf( selector ) } ) ) ).toEqual( [ false, false, true ] );
	} );
} );

describe( 'A change of the page', () => {
	it( 'comes out with its texts and attributes scrubbed', () => {
		const { page, element } = open( '<p>x</p><a href="/">y</a>' );
		element( 'p' ).firstChild!.nodeValue = 'Write to anna@example.org';
		element( 'a' ).setAttribute( 'href', 'https://example.org/?token=Zebra' );
		element( 'a' ).setAttribute( 'onclick', 'Zebra' );
		const change = page.look();
		expect( change ).toMatchObject( { texts: [ { value: `Write to ${ MASK }` } ], attributes: [ { attributes: { href: 'https://example.org/' } } ] } );
		expect( JSON.stringify( change ) ).not.toContain( 'Zebra' );
	} );

	it( 'that closes a part recorded open does not come out, and is told once', () => {
		const { page, element } = open( '<p>Zebra</p>', { block: [ '.card' ] } );
		element( 'p' ).className = 'card';
		expect( page.look() ).toBe( 'closed' );
		element( 'p' ).className = 'card again';
		expect( page.look() ).not.toBe( 'closed' );
	} );

	it( 'leaves only the box of a blocked element that comes later', () => {
		const { page, element } = open( '<div id="place"></div>', { block: [ '.card' ] } );
		element( '#place' ).innerHTML = '<p class="card" title="Zebra">Zebra</p>';
		expect( page.look() ).toMatchObject( { adds: [ { node: { attributes: { rr_width: '0px', rr_height: '0px' }, childNodes: [] } } ] } );
	} );
} );

it( 'A selection that reaches into a field is left out, one of the page stays', () => {
	const { page, idOf, element, tell } = open( '<p>A text of the page</p><textarea>Zebra</textarea>' );
	const text = page.idOf( element( 'p' ).firstChild! );
	expect( tell( SOURCE.selection, { ranges: [ { start: text, startOffset: 0, end: text, endOffset: 3 }, { start: text, startOffset: 0, end: idOf( 'textarea' ), endOffset: 1 } ] } )?.data.ranges ).toHaveLength( 1 );
	expect( tell( SOURCE.selection, { ranges: [ { start: idOf( 'textarea' ), startOffset: 0, end: idOf( 'textarea' ), endOffset: 1 } ] } ) ).toBeNull();
} );

it( 'Rules of a style sheet that a masked part adopted come out without their pictures and texts', () => {
	const { idOf, tell } = open( '<div data-candid="mask"><p>x</p></div>' );
	const css = '.a::after { content: "Zebra"; background: url("/Zebra.png") }';
	tell( SOURCE.adoptedStyleSheet, { id: idOf( 'div' ), styleIds: [ 7 ], styles: [ { styleId: 7, rules: [] } ] } );
	expect( JSON.stringify( tell( SOURCE.styleSheetRule, { styleId: 7, adds: [ { rule: css } ] } ) ) ).not.toContain( 'Zebra' );
} );

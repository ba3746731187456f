// @vitest-environment jsdom
/** The gate alone, with the masking around it: which events come out, and what is left of them. */
import { afterEach, describe, expect, it } from 'vitest';
import { MASK, sensitiveWord } from '../../../../src/privacy';
import { Masking } from '../../../../src/recorder/masking/masking';
import { EVENT, SOURCE, type RecordedEvent } from '../../../../src/recorder/recorded';
import { SerializedPage } from '../serialized-page';

let masking: Masking;
let closed = 0;

function open( html: string, { inputs = false, block = [] as string[] } = {} ) {
	document.body.innerHTML = html;
	closed = 0;
	const page = new SerializedPage();
	masking = new Masking( { v: 1, door: '', key: '', recorder: '', keep: [], block, preset: 'balanced', inputs, maskPage: false }, { mirror: page, sensitiveWord }, () => closed++ );
	masking.start();
	masking.pass( page.snapshot() );
	const element = ( selector: string ) => document.querySelector<HTMLInputElement>( selector )!;
	const idOf = ( selector: string ) => page.getId( element( selector ) );
	const tell = ( source: number, data: object ) => masking.pass( { type: EVENT.incremental, timestamp: 1, data: { source, ...data } } );
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
		const { idOf, tell, page, element } = open( '<div class="card"><p>Zebra</p><input></div>', { block: [ '.card' ], inputs: true } );
		const id = idOf( '.card p' );
		expect( [
			tell( SOURCE.mouseInteraction, { type: 2, id } ),
			tell( SOURCE.scroll, { id, x: 1, y: 1 } ),
			tell( SOURCE.input, { id: idOf( 'input' ), text: 'Zebra' } ),
			tell( SOURCE.mouseMove, { positions: [ { id } ] } ),
			masking.pass( page.mutation( { texts: [ { id: page.getId( element( '.card p' ).firstChild ), value: 'Zebra' } ], attributes: [ { id, attributes: { title: 'Zebra' } } ] } ) ),
		] ).toEqual( [ null, null, null, null, null ] );
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
		const { page, idOf, element } = open( '<p>x</p><a href="/">y</a>' );
		const event = masking.pass( page.mutation( {
			texts: [ { id: page.getId( element( 'p' ).firstChild ), value: 'Write to anna@example.org' } ],
			attributes: [ { id: idOf( 'a' ), attributes: { href: 'https://example.org/?token=Zebra', onclick: 'Zebra' } } ],
		} ) )!;
		expect( event.data ).toMatchObject( { texts: [ { value: `Write to ${ MASK }` } ], attributes: [ { attributes: { href: 'https://example.org/' } } ] } );
		expect( JSON.stringify( event ) ).not.toContain( 'Zebra' );
	} );

	it( 'that closes a part recorded open does not come out, and is told once', () => {
		const { page, idOf, element } = open( '<p>Zebra</p>', { block: [ '.card' ] } );
		element( 'p' ).className = 'card';
		const change = () => masking.pass( page.mutation( { attributes: [ { id: idOf( 'p' ), attributes: { class: 'card' } } ] } ) );
		expect( [ change(), change(), closed ] ).toEqual( [ null, null, 1 ] );
	} );

	it( 'leaves only the box of a blocked element that comes later', () => {
		const { page, element } = open( '<div id="place"></div>', { block: [ '.card' ] } );
		element( '#place' ).innerHTML = '<p class="card" title="Zebra">Zebra</p>';
		const event = masking.pass( page.mutation( { adds: [ { parentId: page.getId( element( '#place' ) ), nextId: null, node: page.serialize( element( '.card' ) ) } ] } ) )!;
		expect( event.data.adds ).toMatchObject( [ { node: { attributes: { rr_width: '0px', rr_height: '0px' }, childNodes: [] } } ] );
	} );
} );

it( 'A selection that reaches into a field is left out, one of the page stays', () => {
	const { page, idOf, element, tell } = open( '<p>A text of the page</p><textarea>Zebra</textarea>' );
	const text = page.getId( element( 'p' ).firstChild );
	expect( tell( SOURCE.selection, { ranges: [ { start: text, startOffset: 0, end: text, endOffset: 3 }, { start: text, startOffset: 0, end: idOf( 'textarea' ), endOffset: 1 } ] } )?.data.ranges ).toHaveLength( 1 );
	expect( tell( SOURCE.selection, { ranges: [ { start: idOf( 'textarea' ), startOffset: 0, end: idOf( 'textarea' ), endOffset: 1 } ] } ) ).toBeNull();
} );

it( 'Rules of a style sheet that a masked part adopted come out without their pictures and texts', () => {
	const { idOf, tell } = open( '<div data-candid="mask"><p>x</p></div>' );
	const css = '.a::after { content: "Zebra"; background: url("/Zebra.png") }';
	tell( SOURCE.adoptedStyleSheet, { id: idOf( 'div' ), styleIds: [ 7 ], styles: [ { styleId: 7, rules: [] } ] } );
	expect( JSON.stringify( tell( SOURCE.styleSheetRule, { styleId: 7, adds: [ { rule: css } ] } ) ) ).not.toContain( 'Zebra' );
} );

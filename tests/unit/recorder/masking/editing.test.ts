// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { windowOf } from '../../../../src/privacy/natives';
import { Editing, LONGEST_MS, REST_MS } from '../../../../src/recorder/masking/editing';

let clock = 0;
let isInAnswer = false;
let editing: Editing;
const at = ( id: string ) => document.getElementById( id ) as HTMLInputElement;
const sign = ( type: string, target: Element ) => void target.dispatchEvent( new Event( type, { bubbles: true, composed: true } ) );

beforeEach( () => {
	document.body.innerHTML = '<form id="form"><input id="field" class="hidden"><input id="box" class="hidden" type="checkbox"></form><form id="other"><input id="open"></form><x-editor id="editor"></x-editor><canvas id="canvas"></canvas><p id="page"></p>';
	clock = 1000;
	isInAnswer = false;
	editing = new Editing( {
		hiddenAt: ( target ) => ( target.matches?.( '.hidden' ) ? { place: target, isWritten: target.id === 'field' } : null ),
		isRecorded: ( target ) => target.id === 'open',
		isAnswer: () => isInAnswer,
	}, () => clock );
	editing.start();
} );
afterEach( () => {
	editing.stop();
	vi.unstubAllGlobals();
} );

describe( 'editing begins', () => {
	it.each( [ [ 'input', 'field' ], [ 'change', 'box' ], [ 'paste', 'field' ], [ 'drop', 'field' ], [ 'compositionstart', 'field' ], [ 'pointerdown', 'canvas' ], [ 'input', 'editor' ] ] )( 'with the sign "%s" in something hidden: %s', ( type, id ) => {
		expect( editing.isOpen ).toBe( false );
		sign( type, at( id ) );
		expect( editing.isOpen ).toBe( true );
	} );

	it.each( [ [ 'input', 'open' ], [ 'paste', 'open' ], [ 'change', 'editor' ], [ 'focusout', 'field' ], [ 'pointerup', 'canvas' ], [ 'pointerdown', 'page' ], [ 'submit', 'form' ] ] )( 'not with "%s" at %s', ( type, id ) => {
		sign( type, at( id ) );
		expect( editing.isOpen ).toBe( false );
	} );

	it( 'not with a click or key that a script makes', () => {
		at( 'field' ).dispatchEvent( new MouseEvent( 'click', { bubbles: true } ) );
		at( 'field' ).dispatchEvent( new KeyboardEvent( 'keydown', { key: 'a', bubbles: true } ) );
		expect( editing.isOpen ).toBe( false );
	} );

	it( 'not with a form that a script fills in before the visitor did anything', () => {
		vi.stubGlobal( 'navigator', { userActivation: { isActive: false } } );
		sign( 'input', at( 'field' ) );
		sign( 'input', at( 'editor' ) );
		expect( editing.isOpen ).toBe( false );
		at( 'field' ).focus();
		sign( 'input', at( 'field' ) );
		expect( editing.isOpen ).toBe( true );
	} );

	it( 'with a form that is sent in which something hidden was edited, and with no other form', () => {
		sign( 'input', at( 'box' ) );
		clock += REST_MS;
		sign( 'submit', at( 'other' ) );
		expect( editing.isOpen ).toBe( false );
		sign( 'submit', at( 'form' ) );
		expect( editing.isOpen ).toBe( true );
	} );

	it( 'with a call before anything counts as an answer, once until the editing has ended', () => {
		const states: boolean[] = [];
		editing.onEdge = () => states.push( editing.isOpen );
		sign( 'input', at( 'box' ) );
		sign( 'input', at( 'box' ) );
		expect( states ).toEqual( [ false ] );
		clock += REST_MS;
		sign( 'input', at( 'box' ) );
		expect( states ).toEqual( [ false, false ] );
	} );
} );

describe( 'editing lasts', () => {
	it( 'as long as the focus is in what is written, and until the page has come to rest after that', () => {
		at( 'field' ).focus();
		sign( 'input', at( 'field' ) );
		clock += 3_600_000;
		expect( editing.isOpen ).toBe( true );
		at( 'field' ).blur();
		clock += REST_MS - 1;
		expect( editing.isOpen ).toBe( true );
		clock += 1;
		expect( editing.isOpen ).toBe( false );
	} );

	it( 'from when the focus left the field, also where nobody asked until long after', () => {
		at( 'field' ).focus();
		sign( 'input', at( 'field' ) );
		clock += 10_000;
		at( 'field' ).blur();
		clock += REST_MS;
		expect( editing.isOpen ).toBe( false );
	} );

	it( 'from when the field was seen to be gone where the page took it away', () => {
		at( 'field' ).focus();
		sign( 'input', at( 'field' ) );
		clock += 10_000;
		at( 'field' ).remove();
		expect( editing.isOpen ).toBe( true );
		clock += REST_MS;
		expect( editing.isOpen ).toBe( false );
	} );

	it( 'as long as nodes and texts change, but a page that never rests has answered after some seconds', () => {
		sign( 'input', at( 'box' ) );
		let lasted = 0;
		for ( ; editing.isOpen && lasted < 60_000; lasted += 100 ) {
			editing.changed();
			clock += 100;
		}
		expect( lasted ).toBe( LONGEST_MS );
	} );

	it( 'as long as the pointer is pressed, a minute at most: a release may be told to nobody', () => {
		sign( 'pointerdown', at( 'canvas' ) );
		clock += 59_999;
		expect( editing.isOpen ).toBe( true );
		sign( 'pointerup', at( 'page' ) );
		clock += REST_MS - 1;
		expect( editing.isOpen ).toBe( true );
		clock += 1;
		expect( editing.isOpen ).toBe( false );
		sign( 'pointerdown', at( 'canvas' ) );
		clock += 60_000;
		expect( editing.isOpen ).toBe( false );
	} );

	it( 'not after the recorder was stopped, which hears nothing more', () => {
		sign( 'input', at( 'box' ) );
		editing.stop();
		expect( editing.isOpen ).toBe( false );
		sign( 'input', at( 'box' ) );
		expect( editing.isOpen ).toBe( false );
	} );
} );

describe( 'an answer of a server', () => {
	it( 'opens the editing again where it was asked for while the visitor edited', () => {
		const late = vi.fn();
		editing.onLate = late;
		sign( 'input', at( 'box' ) );
		const asked = clock + 100;
		clock += 600;
		expect( editing.isOpen ).toBe( false );
		clock += 10_000;
		editing.answered( asked );
		expect( [ late.mock.calls.length, editing.isOpen ] ).toEqual( [ 1, true ] );
		clock += REST_MS;
		expect( editing.isOpen ).toBe( false );
	} );

	it.each( [ [ 'before', -1 ], [ 'after', 601 ] ] )( 'opens nothing where it was asked for %s that', ( _when, offset ) => {
		const begun = clock;
		sign( 'input', at( 'box' ) );
		clock += 600;
		expect( editing.isOpen ).toBe( false );
		clock += 1000;
		editing.answered( begun + offset );
		expect( editing.isOpen ).toBe( false );
	} );

	it( 'lets the editing last where it comes meanwhile, and was asked for meanwhile', () => {
		sign( 'input', at( 'box' ) );
		clock += 400;
		editing.answered( clock - 100 );
		clock += 400;
		expect( editing.isOpen ).toBe( true );
		editing.answered( 0 );
		clock += 100;
		expect( editing.isOpen ).toBe( false );
	} );
} );

it( 'A canvas that was drawn on is known, and no other', () => {
	document.body.append( document.createElement( 'canvas' ) );
	sign( 'pointerdown', at( 'canvas' ) );
	expect( [ editing.isDrawn( at( 'canvas' ) ), editing.isDrawn( document.body.lastElementChild! ), editing.isDrawn( at( 'page' ) ) ] ).toEqual( [ true, false, false ] );
} );

it( 'Windows are listened to again after the page removed all listeners, each sign once', () => {
	const edges = vi.fn();
	editing.onEdge = edges;
	editing.listenAgain();
	editing.listen( windowOf( document ) );
	sign( 'input', at( 'box' ) );
	expect( edges ).toHaveBeenCalledTimes( 1 );
} );

// @vitest-environment jsdom
/**
 * The screen "What is recorded" says what the recorder does: one set of samples, shown to the screen's verdict and sent
 * to the recorder's reader, in every setting. What the reader tells is what happens.
 */
import { afterEach, describe, expect, it } from 'vitest';
import { sensitiveWord, verdict, type Preset } from '../../../../src/privacy';
import { Masking } from '../../../../src/recorder/masking/masking';
import type { SerializedNode } from '../../../../src/recorder/recorded';
import { RecordedPage } from '../recorded-page';

const SAMPLES: [ string, string, string[]? ][] = [
	[ 'plain text', '<p data-it>Zebra</p>' ],
	[ 'a field', '<input data-it value="Zebra">' ],
	[ 'a text area', '<textarea data-it>Zebra</textarea>' ],
	[ 'a read-only field', '<input data-it readonly value="Zebra">' ],
	[ 'an option', '<select><option data-it>Zebra</option></select>' ],
	[ 'an output', '<output data-it>Zebra</output>' ],
	[ 'the label of a button', '<input data-it type="submit" value="Zebra">' ],
	[ 'the label of a button with a sensitive name', '<input data-it type="submit" name="new-password" value="Zebra">' ],
	[ 'the label of a button in an editable region', '<div contenteditable><input data-it type="button" value="Zebra"></div>' ],
	[ 'the label of a button that is marked', '<input data-it type="button" data-candid="mask" value="Zebra">' ],
	[ 'a password', '<input data-it type="password" value="Zebra">' ],
	[ 'a field under the name of a password', '<input data-it name="up" value="Zebra"><input type="password" name="up">' ],
	[ 'a field of a card', '<input data-it autocomplete="cc-number" value="Zebra">' ],
	[ 'a field whose label is sensitive', '<label>PIN <input data-it value="Zebra"></label>' ],
	[ 'a field whose group is sensitive', '<fieldset><legend>Security code</legend><input data-it value="Zebra"></fieldset>' ],
	[ 'a personal field', '<input data-it type="email" value="Zebra">' ],
	[ 'an editable region', '<div contenteditable><p data-it>Zebra</p></div>' ],
	[ 'a region that is not editable', '<div contenteditable="false"><p data-it>Zebra</p></div>' ],
	[ 'an editable region with a sensitive name', '<div contenteditable aria-label="Password"><p data-it>Zebra</p></div>' ],
	[ 'a text box made of other things', '<div role="textbox" data-it>Zebra</div>' ],
	[ 'a list box', '<ul role="listbox"><li role="option" data-it>Zebra</li></ul>' ],
	[ 'a place that is blocked by selector', '<div class="card"><p data-it>Zebra</p></div>', [ '.other', '.card' ] ],
	[ 'a place that is blocked by a selector with a combinator', '<div class="open"><p class="card" data-it>Zebra</p></div>', [ '.open > .card' ] ],
	[ 'a place that is allowed inside a blocked one', '<div data-candid="block"><p data-candid="allow" data-it>Zebra</p></div>' ],
	[ 'a place that is allowed and blocked by selector', '<p class="card" data-candid="allow" data-it>Zebra</p>', [ '.card' ] ],
	[ 'a place that is allowed', '<p data-candid="allow" data-it>Zebra</p>' ],
	[ 'a place inside one that is allowed', '<div data-candid="allow"><p data-it>Zebra</p></div>' ],
	[ 'a place that is allowed inside a masked one', '<div data-candid="mask"><p data-candid="allow" data-it>Zebra</p></div>' ],
	[ 'a field that is allowed', '<input data-it data-candid="allow" name="city" value="Zebra">' ],
	[ 'a field whose events are not recorded', '<input data-it data-recording-ignore="events" value="Zebra">' ],
	[ 'a text in a place whose events are not recorded', '<div class="rr-ignore"><p data-it>Zebra</p></div>' ],
	[ 'a field in a place whose events are not recorded', '<div class="rr-ignore"><input data-it value="Zebra"></div>' ],
	[ 'a place marked as sensitive', '<div data-candid="sensitive"><p data-it>Zebra</p></div>' ],
	[ 'a field marked as sensitive', '<input data-it data-candid="sensitive" value="Zebra">' ],
	[ 'a field in a place marked as sensitive', '<p data-candid="sensitive"><input data-it value="Zebra"></p>' ],
	[ 'a place marked for another tool', '<div class="ph-no-capture"><p data-it>Zebra</p></div>' ],
	[ 'a place masked for another tool', '<div data-private="redact"><p data-it>Zebra</p></div>' ],
	[ 'a place blocked and allowed at once', '<p class="sentry-block" data-candid="allow" data-it>Zebra</p>' ],
	[ 'a heading in a label', '<label><b data-it>Zebra</b><input></label>' ],
];
const SETTINGS = ( [ 'open', 'balanced', 'strict' ] as Preset[] ).flatMap( ( preset ) => [ false, true ].flatMap( ( inputs ) => [ false, true ].map( ( masked ) => ( { preset, inputs, masked } ) ) ) );

/** What the recorder lets out of the element that is marked with data-it: the text, the element alone, or neither. */
function recorded( blocked: string[], { preset, inputs, masked }: ( typeof SETTINGS )[ number ] ): string {
	const masking = new Masking( { v: 1, door: '', key: '', recorder: '', keep: [], block: blocked, preset, inputs, maskPage: masked }, { sensitiveWord } );
	masking.start();
	const page = new RecordedPage( masking );
	const snapshot = page.snapshot();
	masking.stop();
	const id = page.idOf( elementOf() );
	const find = ( node: SerializedNode ): SerializedNode | undefined => ( node.id === id ? node : node.childNodes?.map( find ).find( Boolean ) );
	const found = find( snapshot );
	if ( ! found || found.attributes?.rr_width ) {
		return 'blocked';
	}
	return JSON.stringify( found ).includes( 'Zebra' ) ? 'shown' : 'hidden';
}

const roots = (): ParentNode[] => [ document, ...Array.from( document.querySelectorAll( '*' ), ( { shadowRoot } ) => shadowRoot! ).filter( Boolean ) ];
const elementOf = () => roots().map( ( root ) => root.querySelector( '[data-it]' ) ).find( Boolean )!;

/** What the screen says, in the same words. */
function said( blocked: string[], settings: ( typeof SETTINGS )[ number ] ): string {
	const { fate, reason } = verdict( elementOf(), { ...settings, blocked } );
	if ( fate === 'recorded' ) {
		return 'shown';
	}
	// Of a place that is marked as sensitive nothing is left, of a field a field.
	return fate === 'blocked' || ( reason === 'marked' && ! elementOf().matches( 'input[data-candid]' ) ) ? 'blocked' : 'hidden';
}

const compare = ( blocked: string[] = [] ) => {
	for ( const settings of SETTINGS ) {
		expect( said( blocked, settings ), JSON.stringify( settings ) ).toBe( recorded( blocked, settings ) );
	}
};

afterEach( () => {
	document.body.innerHTML = '';
	Reflect.deleteProperty( document, 'designMode' );
} );

describe( 'What the screen says is what the recorder does, in every setting, with', () => {
	it.each( SAMPLES )( '%s', ( _what, html, blocked ) => {
		document.body.innerHTML = html;
		compare( blocked );
	} );

	it( 'a document that is edited as a whole', () => {
		document.body.innerHTML = '<p data-it>Zebra</p>';
		Object.defineProperty( document, 'designMode', { value: 'on', configurable: true } );
		compare();
		expect( said( [], { preset: 'open', inputs: false, masked: false } ) ).toBe( 'hidden' );
	} );

	it.each( [ 'block', 'mask', 'allow', 'ignore', 'sensitive' ] )( 'what is shown in a slot marked %s', ( marker ) => {
		document.body.innerHTML = '<div><p data-it>Zebra</p></div>';
		document.body.firstElementChild!.attachShadow( { mode: 'open' } ).innerHTML = `<div data-candid="${ marker }"><slot></slot></div>`;
		compare();
	} );

	it.each( [ 'block', 'mask', 'allow', 'sensitive' ] )( 'a shadow root in a place marked %s', ( marker ) => {
		document.body.innerHTML = `<div data-candid="${ marker }"></div>`;
		document.body.firstElementChild!.attachShadow( { mode: 'open' } ).innerHTML = '<p data-it>Zebra</p>';
		compare();
	} );

	it( 'a host of a shadow root that is blocked by selector', () => {
		document.body.innerHTML = '<div class="card"></div>';
		document.body.firstElementChild!.attachShadow( { mode: 'open' } ).innerHTML = '<p data-it>Zebra</p>';
		compare( [ '.card' ] );
	} );
} );

it( 'A selector that this browser does not understand stops the recorder, and the screen says that everything is blocked', () => {
	document.body.innerHTML = '<p data-it>Zebra</p>';
	for ( const selector of [ 'p[', '.x:not(.y', '.fine/* open', 'p:::no' ] ) {
		expect( () => recorded( [ selector ], SETTINGS[ 0 ]! ) ).toThrow();
		expect( verdict( elementOf(), { preset: 'open', inputs: true, blocked: [ selector ] } ) ).toEqual( { fate: 'blocked', reason: `selector:${ selector }` } );
	}
} );

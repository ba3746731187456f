// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import type { AttributeContext } from '../../../../src/privacy';
import { AnsweredAttributes } from '../../../../src/recorder/masking/answered-attributes';
import { Answers } from '../../../../src/recorder/masking/answers';
import { Choices } from '../../../../src/recorder/masking/choices';
import { TypedValues } from '../../../../src/recorder/masking/typed-values';

const context: AttributeContext = { preset: 'balanced', masked: false, control: false, inputs: false, keep: [] };
let shows: AnsweredAttributes;
let choices: Choices;
let element: Element;

beforeEach( () => {
	choices = new Choices();
	shows = new AnsweredAttributes( new Answers(), new TypedValues( '' ), choices );
	element = document.createElement( 'p' );
} );

/** An attribute of an element that has just come, or one that has changed. */
const ofNew = ( name: string, value: string, isAnswer: boolean, to = element ) => shows.show( to, to.localName, name, value, value, isAnswer, undefined, context );
const changed = ( name: string, value: string | null, isAnswer: boolean, old = '', given = context ) => shows.show( element, 'p', name, value, value, isAnswer, old, given );

describe( 'An attribute that came in answer to what a visitor writes', () => {
	it( 'is shown where it only says how the page is built', () => {
		expect( [ ofNew( 'role', 'alert', true ), ofNew( 'tabindex', '0', true ), ofNew( 'hidden', '', true ), ofNew( 'width', '16', true ), ofNew( 'id', 'note', true ) ] ).toEqual( [ 'alert', '0', '', '16', 'note' ] );
	} );

	it.each( [ 'data-plan', 'alt', 'd' ] )( 'is not told otherwise: %s', ( name ) => {
		expect( ofNew( name, 'plan B', true ) ).not.toBe( 'plan B' );
	} );

	it( 'is shown where the same was shown before under the same name, of the same kind of element', () => {
		ofNew( 'data-plan', 'basic', false );
		const other = document.createElement( 'p' );
		expect( ofNew( 'data-plan', 'basic', true, other ) ).toBe( 'basic' );
		expect( ofNew( 'data-tier', 'basic', true, other ) ).toBeUndefined();
		expect( ofNew( 'data-plan', 'basic', true, document.createElement( 'b' ) ) ).toBeUndefined();
	} );

	it( 'stays as it was told as long as it stands there, and is judged anew once it is another', () => {
		ofNew( 'data-plan', 'asthma', true );
		expect( ofNew( 'data-plan', 'asthma', false ) ).toBeUndefined();
		expect( changed( 'data-plan', 'basic', false ) ).toBe( 'basic' );
	} );

	it( 'is hidden wherever the page writes the same again', () => {
		ofNew( 'data-plan', 'asthma', true );
		expect( ofNew( 'data-plan', 'asthma', false, document.createElement( 'p' ) ) ).toBeUndefined();
	} );

	it( 'that was never told is not told to be gone', () => {
		ofNew( 'data-plan', 'asthma', true );
		expect( changed( 'data-plan', null, true ) ).toBeUndefined();
		expect( changed( 'aria-label', null, true ) ).toBeUndefined();
		ofNew( 'title', 'x', false );
		expect( changed( 'title', null, true ) ).toBeNull();
	} );
} );

describe( 'A class', () => {
	it( 'that changes in answer keeps the tokens that were shown before', () => {
		ofNew( 'class', 'row wide', false );
		expect( changed( 'class', 'row wide smoker', true, 'wide' ) ).toBe( 'row wide' );
	} );

	it( 'of an element that came in answer is the page\'s own, but for a token with a number', () => {
		expect( ofNew( 'class', 'note error score-17', true ) ).toBe( 'note error' );
	} );

	it( 'is not told where its part that may be shown is as before: that something changed tells too', () => {
		ofNew( 'class', 'row', false );
		expect( changed( 'class', 'row smoker', true, 'row' ) ).toBeUndefined();
	} );

	it( 'that names what a hidden list offers is hidden, shown before or not', () => {
		document.body.innerHTML = '<select><option>Asthma</option></select>';
		choices.watch( document.querySelector( 'select' )! );
		ofNew( 'class', 'row asthma', false );
		expect( ofNew( 'class', 'row asthma', true, document.createElement( 'p' ) ) ).toBe( 'row' );
	} );
} );

describe( 'A style', () => {
	it( 'that changes in answer keeps what shows and puts away, and what was there before', () => {
		ofNew( 'style', 'color: red', false );
		expect( changed( 'style', 'color: red; display: none; width: 37%', true ) ).toBe( 'color: red; display: none' );
		expect( changed( 'style', 'left: 240px', true ) ).toBe( '' );
		// What is shown is as before.
		expect( changed( 'style', 'left: 250px', true ) ).toBeUndefined();
	} );

	it( 'of an element that came in answer says where that stands; of a field, that it is filled in wrong', () => {
		expect( ofNew( 'style', 'position: absolute; top: 12px; width: 37%', true ) ).toBe( 'position: absolute; top: 12px' );
		expect( changed( 'style', 'border-color: red; width: 37%', true, '', { ...context, control: true } ) ).toBe( 'border-color: red' );
	} );
} );

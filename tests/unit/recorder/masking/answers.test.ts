// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { Answers } from '../../../../src/recorder/masking/answers';
import { HashSet, hashOfText } from '../../../../src/recorder/masking/hash-set';

/** A paragraph with a text, as the recorder meets it. */
const textIn = ( html: string ): [ Text, Element ] => {
	const box = document.createElement( 'div' );
	box.innerHTML = html;
	const text = document.createTreeWalker( box, NodeFilter.SHOW_TEXT ).nextNode() as Text;
	return [ text, text.parentElement! ];
};
const hides = ( answers: Answers, html: string, isAnswer: boolean ) => {
	const [ text, parent ] = textIn( html );
	return answers.hides( text, text.data, parent, isAnswer );
};

describe( 'first sight of a text', () => {
	it( 'takes what a shadow root that was attached in answer holds at its first reading', () => {
		const answers = new Answers();
		const root = document.createElement( 'div' ).attachShadow( { mode: 'open' } );
		answers.touchRoot( root );
		root.innerHTML = '<p>Hello Mara</p>';
		const paragraph = root.firstElementChild!;
		answers.begin();
		expect( [ answers.takes( paragraph ), answers.takes( paragraph.firstChild! ) ] ).toEqual( [ true, true ] );
		answers.begin();
		root.append( document.createElement( 'hr' ) );
		expect( answers.takes( root.lastChild! ) ).toBe( false );
	} );

	it( 'hides what comes in answer, and what is made anew of it later', () => {
		const answers = new Answers();
		expect( hides( answers, '<p>Covered by plan B</p>', true ) ).toBe( true );
		expect( hides( answers, '<b> Covered  by plan B </b>', false ) ).toBe( true );
		expect( hides( answers, '<b>Covered by plan C</b>', false ) ).toBe( false );
	} );

	it( 'shows what was shown before, numbers only at the same place', () => {
		const answers = new Answers();
		for ( const html of [ '<h2>Step 2</h2>', '<b class="price">9.90</b>' ] ) {
			const [ text, parent ] = textIn( html );
			answers.showed( text.data, parent );
		}
		expect( [ '<p>Step 2</p>', '<b class="price">9.90</b>', '<i id="sum">9.90</i>' ].map( ( html ) => hides( answers, html, true ) ) ).toEqual( [ false, false, true ] );
	} );

	it( 'holds what a hidden choice offers for a number: "Yes" stands on every form', () => {
		const answers = new Answers( ( text ) => text === 'Yes' );
		const [ text, parent ] = textIn( '<label>Yes</label>' );
		answers.showed( text.data, parent );
		expect( hides( answers, '<dd class="answer">Yes</dd>', true ) ).toBe( true );
		expect( hides( answers, '<label>Yes</label>', true ) ).toBe( false );
	} );

	it( 'keeps a text hidden in its node as long as the content is the same', () => {
		const answers = new Answers();
		const [ text, parent ] = textIn( '<p>7</p>' );
		expect( answers.hides( text, '7', parent, true ) ).toBe( true );
		expect( answers.hides( text, '7', parent, false ) ).toBe( true );
		expect( answers.hides( text, '8', parent, false ) ).toBe( false );
	} );
} );

describe( 'what came in answer', () => {
	it( 'is a node with all in it, for one look', () => {
		const answers = new Answers();
		const [ text, parent ] = textIn( '<p>x</p>' );
		answers.touch( parent );
		answers.begin();
		expect( [ answers.takes( parent ), answers.takes( text ) ] ).toEqual( [ true, true ] );
		answers.begin();
		expect( [ answers.takes( parent ), answers.takes( text ) ] ).toEqual( [ false, false ] );
	} );

	it( 'is an attribute with the value it had before the first change', () => {
		const answers = new Answers();
		const [ , parent ] = textIn( '<p>x</p>' );
		answers.touchAttribute( parent, 'class', 'a' );
		answers.touchAttribute( parent, 'class', 'b' );
		expect( [ ...answers.takeAttributes( parent )! ] ).toEqual( [ [ 'class', 'a' ] ] );
		expect( answers.takeAttributes( parent ) ).toBeUndefined();
	} );

	it( 'is a place in which a press is editing too', () => {
		const answers = new Answers();
		const [ text, parent ] = textIn( '<ul><li>x</li></ul>' );
		answers.touch( parent.parentElement! );
		expect( [ answers.holds( text ), answers.holds( document.body ) ] ).toEqual( [ true, false ] );
	} );
} );

describe( 'the set of hashes', () => {
	it( 'keeps all it takes and refuses what is too much', () => {
		const set = new HashSet( 5000 );
		const hashes = Array.from( { length: 5000 }, ( _, n ) => hashOfText( `text ${ n }` ) );
		hashes.forEach( ( hash ) => set.add( hash ) );
		expect( hashes.every( ( hash ) => set.has( hash ) ) ).toBe( true );
		expect( set.has( hashOfText( 'another' ) ) ).toBe( false );
		expect( new Set( hashes ).size === 5000 && set.add( hashOfText( 'another' ) ) ).toBe( false );
	} );
} );

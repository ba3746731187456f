// @vitest-environment jsdom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { selectorOf, surveyPage } from '../../../src/picker';
import type { VerdictRules } from '../../../src/privacy';

const RULES: VerdictRules = { preset: 'balanced', inputs: false, blocked: [ '.secret' ] };

describe( 'looking at a page', () => {
	beforeEach( () => {
		document.body.innerHTML = `
			<h1 id="t">Welcome</h1>
			<p id="mail">Write to ana@example.com</p>
			<div class="secret"><p id="inside">Hidden</p><label>Note <input name="note"></label></div>
			<label>Question <textarea name="q"></textarea></label>
			<label>Password <input type="password" name="p"></label>
			<div data-candid-overlay="">drawn by us</div>
			<script>var a = 'not shown';</script>`;
	} );

	const fateOf = ( id: string ) => surveyPage( document, RULES ).findings.find( ( { element } ) => element.id === id )?.fate;

	it( 'tells shown text from text that looks personal', () => {
		expect( fateOf( 't' ) ).toBe( 'recorded' );
		expect( fateOf( 'mail' ) ).toBe( 'masked' );
	} );

	it( 'says a blocked element once and nothing of what is inside', () => {
		const { findings } = surveyPage( document, RULES );
		expect( findings.filter( ( { fate } ) => fate === 'blocked' ).map( ( { element } ) => element.className ) ).toEqual( [ 'secret' ] );
		expect( fateOf( 'inside' ) ).toBeUndefined();
	} );

	it( 'looks into frames of the site, and says that others are an empty box', () => {
		document.body.innerHTML = '<iframe id="own"></iframe><iframe id="other"></iframe><canvas id="drawn"></canvas>';
		const [ own, other ] = document.querySelectorAll( 'iframe' );
		own!.contentDocument!.body.innerHTML = '<p id="framed">Hello</p>';
		Object.defineProperty( other, 'contentDocument', { get: () => null } );
		expect( fateOf( 'framed' ) ).toBe( 'recorded' );
		expect( fateOf( 'other' ) ).toBe( 'blocked' );
		expect( fateOf( 'drawn' ) ).toBe( 'blocked' );
	} );

	it( 'judges text by text, so that two numbers that only touch are not one', () => {
		document.body.innerHTML = '<p id="parts">4111 1111 <b>and</b> 1111 1111</p>';
		expect( fateOf( 'parts' ) ).toBe( 'recorded' );
	} );

	it( 'lists every field with its label and fate, those in blocked elements too', () => {
		expect( surveyPage( document, RULES ).fields.map( ( { name, type, fate } ) => [ name, type, fate ] ) ).toEqual( [
			[ 'Note', 'text', 'blocked' ],
			[ 'Question', 'textarea', 'masked' ],
			[ 'Password', 'password', 'sensitive' ],
		] );
	} );

	it( 'lists a field that stands in what only plays a control’s part', () => {
		document.body.innerHTML = '<ul role="listbox"><li role="option"><label>Red <input type="checkbox" name="red"></label></li></ul>';
		expect( surveyPage( document, RULES ).fields.map( ( { name, type } ) => [ name, type ] ) ).toEqual( [ [ 'Red', 'checkbox' ] ] );
	} );

	it( 'sees neither scripts nor its own drawing', () => {
		const text = surveyPage( document, RULES ).findings.map( ( { element } ) => element.textContent ).join();
		expect( text ).not.toContain( 'not shown' );
		expect( text ).not.toContain( 'drawn by us' );
	} );
} );

describe( 'a selector for an element', () => {
	it( 'matches that element alone and avoids names that come and go', () => {
		// jsdom has no CSS.escape; the names below need none.
		vi.stubGlobal( 'CSS', { escape: ( name: string ) => name } );
		document.body.innerHTML = '<div class="card is-open"><b class="active">a</b></div><div class="card"><b>b</b></div>';
		const element = document.querySelector( 'b.active' ) as Element;
		const selector = selectorOf( element ) ?? '';
		expect( [ ...document.querySelectorAll( selector ) ] ).toEqual( [ element ] );
		expect( selector ).not.toMatch( /is-open|active/ );
	} );

	it( 'is not given for the whole page, which nobody means by a click', () => {
		expect( selectorOf( document.body ) ).toBeNull();
		expect( selectorOf( document.documentElement ) ).toBeNull();
	} );
} );

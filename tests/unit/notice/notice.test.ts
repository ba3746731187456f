// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { registry, type ConsentState } from '../../../src/consent/registry';
import { Notice } from '../../../src/notice/notice';
import { consentConfig } from '../front-config';

const answered: string[] = [];
let consent: ConsentState = 'unanswered';
let notice: Notice;
const host = () => document.querySelector( '[data-candid=block]' );
const focused = () => {
	const { activeElement } = document;
	return activeElement;
};
const shown = ( selector: string ) => [ ...( host()?.shadowRoot?.querySelectorAll<HTMLElement>( selector ) ?? [] ) ];

beforeEach( () => {
	delete ( window as unknown as Record<symbol, unknown> )[ Symbol.for( 'candid' ) ];
	document.body.innerHTML = '<button id="link">Privacy</button>';
	consent = 'unanswered';
	answered.length = 0;
	Object.assign( registry(), { status: () => ( { consent, signal: false, recording: false } ), onAnswer: ( answer: string ) => answered.push( answer ) } );
	notice = new Notice( consentConfig().notice );
} );
afterEach( () => notice.hide() );

it( 'asks with two buttons and no other way out, and leaves the focus where it is', () => {
	document.getElementById( 'link' )!.focus();
	notice.show();
	expect( shown( 'button' ).map( ( { textContent } ) => textContent ) ).toEqual( [ 'No', 'Yes' ] );
	expect( focused()!.id ).toBe( 'link' );
	shown( 'button' ).forEach( ( button ) => button.click() );
	expect( answered ).toEqual( [ 'refused', 'given' ] );
} );

it( 'is announced to screen readers when it comes by itself', () => {
	vi.useFakeTimers();
	notice.show();
	expect( shown( '[role=status]' )[ 0 ]!.textContent ).toBe( '' );
	vi.advanceTimersByTime( 200 );
	expect( shown( '[role=status]' )[ 0 ]!.textContent ).toBe( 'Title' );
	vi.useRealTimers();
} );

it( 'has a name, a text and a link to the privacy policy', () => {
	notice.show();
	const [ box ] = shown( '[role=dialog]' );
	expect( shown( `#${ box!.getAttribute( 'aria-labelledby' ) }` )[ 0 ]!.textContent ).toBe( 'Title' );
	expect( shown( `#${ box!.getAttribute( 'aria-describedby' ) }` )[ 0 ]!.textContent ).toBe( 'Text More' );
	expect( shown( 'a' )[ 0 ]!.getAttribute( 'href' ) ).toBe( '/privacy' );
	expect( host()!.getAttribute( 'lang' ) ).toBe( 'en' );
} );

it( 'opened by the visitor takes the focus, shows the answer there is, and gives the focus back when closed', () => {
	consent = 'given';
	document.getElementById( 'link' )!.focus();
	registry().isAsked = true;
	notice.show();
	expect( focused() ).toBe( host() );
	expect( shown( '[aria-pressed=true]' ).map( ( { textContent } ) => textContent ) ).toEqual( [ 'Yes' ] );
	expect( shown( '.close' )[ 0 ]!.getAttribute( 'aria-label' ) ).toBe( 'Close' );
	shown( 'section' )[ 0 ]!.dispatchEvent( new KeyboardEvent( 'keydown', { key: 'Escape' } ) );
	expect( [ host(), focused()!.id, answered ] ).toEqual( [ null, 'link', [] ] );
} );

it( 'is there once, however often it is shown', () => {
	notice.show();
	const first = host();
	notice.show();
	expect( [ document.querySelectorAll( '[data-candid=block]' ).length, host() ] ).toEqual( [ 1, first ] );
	registry().isAsked = true;
	notice.show();
	expect( document.querySelectorAll( '[data-candid=block]' ).length ).toBe( 1 );
} );

it( 'stands outside the body, whose children the theme may count, and inside at the end of the page when it is part of the page', () => {
	notice.show();
	expect( host()!.nextElementSibling ).toBe( document.body );
	notice.hide();
	notice = new Notice( { ...consentConfig().notice, place: 'inline' } );
	notice.show();
	expect( document.body.lastElementChild ).toBe( host() );
} );

it( 'comes up when the decision asked for it while the script was on its way, and not after an answer', async () => {
	document.head.innerHTML = `<script type="application/json" id="candid-config">${ JSON.stringify( { consent: consentConfig() } ) }</script>`;
	registry().isAsked = undefined;
	await import( '../../../src/notice/index' );
	expect( host() ).toBeNull();
	registry().isAsked = false;
	vi.resetModules();
	await import( '../../../src/notice/index' );
	expect( host() ).not.toBeNull();
	registry().hide!();
	expect( host() ).toBeNull();
} );

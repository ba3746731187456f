// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as natives from '../../../src/privacy/natives';

const NAMES = [ 'childNodes', 'nodeType', 'nodeName', 'parentNode', 'parentElement', 'firstChild', 'nextSibling', 'isConnected', 'ownerDocument', 'textContent', 'getRootNode', 'localName', 'attributes', 'getAttribute', 'getAttributeNames', 'hasAttribute', 'children', 'childElementCount', 'shadowRoot', 'namespaceURI', 'addEventListener' ];

/** An element with the controls in it. The test environment knows no DOM clobbering of properties that exist: this is what a browser makes of a form. */
function clobber( form: Element, names: string[] ): void {
	form.innerHTML = names.map( ( name ) => `<input name="${ name }">` ).join( '' );
	[ ...form.children ].forEach( ( control, at ) => Object.defineProperty( form, names[ at ]!, { value: control } ) );
}

describe( 'A form whose controls bear the names of properties', () => {
	let form: Element;
	beforeEach( () => {
		document.body.innerHTML = '<form class="a" id="f"></form><p id="after"></p>';
		form = document.getElementById( 'f' )!;
		clobber( form, NAMES );
	} );

	it( 'is read as any other element', () => {
		expect( [ natives.nodeTypeOf( form ), natives.nodeNameOf( form ), natives.localNameOf( form ), natives.childCountOf( form ), natives.isConnected( form ) ] ).toEqual( [ 1, 'FORM', 'form', NAMES.length, true ] );
		expect( [ natives.parentOf( form ), natives.parentElementOf( form ), natives.documentOf( form ), natives.rootOf( form ) ] ).toEqual( [ document.body, document.body, document, document ] );
		expect( [ natives.firstChildOf( form ), natives.childElementsOf( form )[ 0 ], natives.nextSiblingOf( form ) ] ).toEqual( [ document.querySelector( 'input' ), document.querySelector( 'input' ), document.getElementById( 'after' ) ] );
		expect( [ natives.attributeNamesOf( form ), natives.attributeOf( form, 'class' ), natives.hasAttribute( form, 'id' ) ] ).toEqual( [ [ 'class', 'id' ], 'a', true ] );
		expect( natives.shadowRootOf( form ) ).toBeNull();
	} );

	it( 'is found by selectors as any other element', () => {
		document.body.innerHTML = '<form class="a"></form>';
		const [ other ] = document.body.children;
		clobber( other!, [ 'matches', 'closest', 'querySelectorAll' ] );
		expect( [ natives.matches( other!, '.a' ), natives.closest( other!, 'body' ), natives.closestTo( other, '.a' ), natives.allIn( other!, 'input' ).length ] ).toEqual( [ true, document.body, other, 3 ] );
	} );

	it( 'is a node and an element, and what only looks like one is neither', () => {
		expect( [ natives.isNode( form ), natives.isElement( form ), natives.isElement( document ) ] ).toEqual( [ true, true, false ] );
		expect( [ {}, null, undefined, 5, { nodeType: 1 }, window ].map( natives.isNode ) ).toEqual( [ false, false, false, false, false, false ] );
	} );

	it( 'is listened to', () => {
		let heard = 0;
		const listener = () => void heard++;
		natives.listen( form, 'x', listener );
		EventTarget.prototype.dispatchEvent.call( form, new Event( 'x' ) );
		natives.unlisten( form, 'x', listener );
		EventTarget.prototype.dispatchEvent.call( form, new Event( 'x' ) );
		expect( heard ).toBe( 1 );
	} );
} );

describe( 'A getter or a method that the page writes over', () => {
	const places: [ object, string ][] = [ [ Node.prototype, 'firstChild' ], [ Node.prototype, 'nodeType' ], [ Element.prototype, 'getAttribute' ], [ Element.prototype, 'querySelectorAll' ], [ Document.prototype, 'documentElement' ] ];
	const own = places.map( ( [ object, name ] ) => Object.getOwnPropertyDescriptor( object, name )! );
	afterEach( () => places.forEach( ( [ object, name ], at ) => Object.defineProperty( object, name, own[ at ]! ) ) );

	it( 'is not asked', () => {
		document.body.innerHTML = '<p id="p"><b>x</b></p>';
		const element = document.getElementById( 'p' )!;
		const { documentElement } = document;
		const child = element.firstChild;
		places.forEach( ( [ object, name ] ) => Object.defineProperty( object, name, { get: () => () => 'the page\'s', configurable: true } ) );
		const seen = [ natives.firstChildOf( element ), natives.nodeTypeOf( element ), natives.attributeOf( element, 'id' ), natives.allIn( element, 'b' )[ 0 ], natives.rootElementOf( document ) ];
		places.forEach( ( [ object, name ], at ) => Object.defineProperty( object, name, own[ at ]! ) );
		expect( seen ).toEqual( [ child, 1, 'p', child, documentElement ] );
	} );
} );

describe( 'The node around a node', () => {
	it( 'is its parent, the host of a shadow root, the frame of a document', () => {
		document.body.innerHTML = '<div></div><iframe></iframe><a href="https://example.org/">x</a>';
		const [ host, frame, link ] = document.body.children as unknown as [ Element, HTMLIFrameElement, Element ];
		const root = host.attachShadow( { mode: 'open' } );
		expect( [ natives.around( host ), natives.around( root ), natives.around( frame.contentDocument! ), natives.around( document ) ] ).toEqual( [ document.body, host, frame, null ] );
		// A link has a host of its own, which is no node.
		expect( [ natives.hostOf( link ), natives.hostOf( document.createDocumentFragment() ) ] ).toEqual( [ null, null ] );
	} );

	it( 'is known of a closed shadow root that was seen when it was attached', () => {
		const host = document.createElement( 'div' );
		const root = host.attachShadow( { mode: 'closed' } );
		expect( natives.shadowRootOf( host ) ).toBeNull();
		natives.closedRoots.set( host, root );
		expect( natives.shadowRootOf( host ) ).toBe( root );
	} );
} );

it( 'What is asked of elements is nothing of a node that is none', () => {
	const text = document.createTextNode( 'x' );
	expect( [ natives.closestTo( text, '*' ), natives.closestTo( null, '*' ), natives.closestTo( document.body, 'html' ) ] ).toEqual( [ null, null, document.documentElement ] );
	expect( [ natives.allIn( text, '*' ).length, natives.allIn( document, 'body' ).length ] ).toEqual( [ 0, 1 ] );
} );

/**
 * Random pages, random changes, random selectors: what was written inside something blocked never leaves,
 * wherever it is moved to afterwards and whatever becomes of the classes. Seeded, so that a failure comes back.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import fc from 'fast-check';
import { openBrowser, openVisitor } from './browser.mjs';
import { startSite, tags } from './collector.mjs';

const SEED = 20261122;
const RUNS = 15;

const letters = 'abcd';
const className = fc.constantFrom( ...letters );
const selector = fc.oneof(
	className.map( ( name ) => `.${ name }` ),
	fc.tuple( className, className, fc.constantFrom( ' ', ' > ', ' + ', ' ~ ' ) ).map( ( [ one, other, between ] ) => `.${ one }${ between }.${ other }` ),
	fc.tuple( className, className ).map( ( [ one, other ] ) => `.${ one }:has( .${ other } )` ),
	className.map( ( name ) => `[data-k=${ name }]` ),
);
/** A page: for each element its parent (an earlier one), its class and its kind. */
const page = fc.array( fc.record( { parent: fc.nat( 1000 ), name: fc.constantFrom( ...letters, '', '' ), kind: fc.constantFrom( 'div', 'p', 'span', 'input', 'shadow' ) } ), { minLength: 6, maxLength: 22 } );
const change = fc.record( { what: fc.constantFrom( 'text', 'text', 'data', 'append', 'append', 'attribute', 'class', 'unclass', 'move', 'moveText', 'remove', 'value', 'block', 'key' ), at: fc.nat( 1000 ), to: fc.nat( 1000 ), name: className } );

/** Builds the page; runs before the recorder. */
function build( elements ) {
	const all = [ document.body ];
	let count = 0;
	window.secret = () => `Vq${ ( count++ ).toString( 26 ).replace( /./g, ( digit ) => 'bcdfghjklmnprstvwzaeiouyxq'[ parseInt( digit, 26 ) ] ) }zk`;
	for ( const { parent, name, kind } of elements ) {
		const element = document.createElement( kind === 'shadow' ? 'div' : kind );
		element.className = name;
		const host = all.filter( ( candidate ) => candidate.localName !== 'input' )[ parent % all.filter( ( candidate ) => candidate.localName !== 'input' ).length ];
		( host.shadowRoot ?? host ).append( element );
		if ( kind === 'shadow' ) {
			element.attachShadow( { mode: 'open' } );
		}
		( element.shadowRoot ?? element ).append( window.secret() );
		element.title = window.secret();
		all.push( element );
	}
	window.all = all;
}

/** Whether something around it is blocked now, as the owner's selectors and candid.block() say. */
function isInside( node ) {
	for ( let at = node; at; at = at.parentNode ?? at.host ) {
		if ( at.nodeType === 1 && ( window.selectors.some( ( one ) => at.matches( one ) ) || window.shut.has( at ) ) ) {
			return true;
		}
	}
	return false;
}

/** One change; answers the value that was written, and whether that was inside something blocked. */
function apply( { what, at, to, name } ) {
	const { all, secret } = window;
	const element = all[ 1 + ( at % ( all.length - 1 ) ) ];
	const place = element.shadowRoot ?? element;
	const target = all[ to % all.length ];
	const value = secret();
	const write = () => {
		switch ( what ) {
			case 'text': place.append( value ); break;
			case 'data': if ( place.firstChild?.nodeType === 3 ) {
				place.firstChild.data = value;
			} break;
			case 'append': { const child = document.createElement( 'b' ); child.className = name; child.innerHTML = `<i>${ value }</i>`; place.append( child ); all.push( child ); return child; }
			case 'attribute': element.setAttribute( 'aria-label', value ); break;
			case 'value': if ( 'value' in element ) {
				element.value = value; element.dispatchEvent( new Event( 'input', { bubbles: true } ) );
			} break;
			case 'class': element.classList.add( name ); break;
			case 'unclass': element.className = ''; break;
			case 'key': element.dataset.k = name; break;
			case 'remove': element.remove(); break;
			case 'move': if ( element !== target && ! element.contains( target ) && ! element.shadowRoot?.contains( target ) ) {
				try {
					( target.shadowRoot ?? target ).append( element );
				} catch {}
			} break;
			case 'moveText': if ( place.firstChild?.nodeType === 3 ) {
				( target.shadowRoot ?? target ).append( place.firstChild );
			} break;
			case 'block': window.candid.block( element ); window.shut.add( element ); break;
		}
		return element;
	};
	const where = write();
	return window.isInside( where ) && [ 'text', 'data', 'append', 'attribute', 'value' ].includes( what ) ? value : null;
}

let browser;
before( async () => {
	browser = await openBrowser();
} );
after( () => browser.close() );

test( 'no value that was written inside a blocked part of a page is in an uploaded byte', { timeout: 600_000 }, async () => {
	await fc.assert( fc.asyncProperty( page, fc.array( selector, { minLength: 1, maxLength: 3 } ), fc.array( change, { minLength: 8, maxLength: 24 } ), fc.constantFrom( 'balanced', 'open' ), fc.boolean(), async ( elements, selectors, changes, preset, inputs ) => {
		const html = `<!doctype html><title>x</title><body><script>( ${ build } )( ${ JSON.stringify( elements ) } );</script>${ tags( { preset, inputs, block: selectors } ) }`;
		const site = await startSite( { page: ( path ) => ( { '/': html, '/end': `<!doctype html>${ tags() }` } )[ path ] } );
		const { context, page: tab } = await openVisitor( browser );
		try {
			await tab.goto( site.origin );
			await site.until( ( segments ) => segments.length > 0, 'the first segment' );
			const hidden = await tab.evaluate( async ( [ given, steps, inside, step ] ) => {
				window.selectors = given;
				window.shut = new Set();
				// eslint-disable-next-line no-eval -- The test's own functions, told to the page.
				window.isInside = ( 0, eval )( `( ${ inside } )` );
				// eslint-disable-next-line no-eval -- As above.
				const run = ( 0, eval )( `( ${ step } )` );
				const found = [];
				const walk = ( root ) => root.childNodes.forEach( ( node ) => {
					if ( node.nodeType === 3 && window.isInside( node ) ) {
						found.push( ...( node.data.match( /Vq\w+zk/g ) ?? [] ) );
					} else if ( node.nodeType === 1 && node.localName !== 'script' ) {
						if ( node.title && window.isInside( node ) ) {
							found.push( node.title );
						}
						walk( node.shadowRoot ?? node );
					}
				} );
				walk( document.body );
				for ( const one of steps ) {
					const value = run( one );
					if ( value ) {
						found.push( value );
					}
					// A task of its own each, as visits have it.
					await new Promise( ( resolve ) => {
						const { port1, port2 } = new MessageChannel();
						port1.onmessage = resolve;
						port2.postMessage( 0 );
					} );
				}
				return found;
			}, [ selectors, changes, String( isInside ), String( apply ) ] );
			await tab.goto( `${ site.origin }/end` );
			await site.until( ( segments ) => segments.some( ( segment ) => segment.envelope.page === 1 ), 'the next page' );
			const text = site.segments.map( ( segment ) => segment.text ).join( '\n' );
			assert.deepEqual( hidden.filter( ( value ) => text.includes( value ) ), [] );
		} finally {
			await context.close();
			await site.close();
		}
	} ), { seed: SEED, numRuns: RUNS, endOnFailure: true } ).catch( ( error ) => {
		throw new Error( `${ error.message.slice( 0, 4000 ) }\n${ error.cause?.message ?? '' }` );
	} );
} );

/**
 * Attributes of an element as rrweb's format has them, before masking: addresses made absolute, what the browser chose
 * of a picture, what a control is set to.
 */
import type { Attributes } from '../../recorded';
import { attributeOf, baseOf, hasAttribute, matches, nodeNameOf, parentOf } from '../../../privacy/natives';

/** Attributes whose values need a look: one address, a list of addresses, a declaration. `action` and the like are masked by name and need no base. */
const KINDS = new Map<string, 1 | 2 | 3>( [
	...[ 'src', 'href', 'xlink:href', 'poster', 'data', 'background' ].map( ( name ): [ string, 1 ] => [ name, 1 ] ),
	...[ 'srcset', 'imagesrcset' ].map( ( name ): [ string, 2 ] => [ name, 2 ] ),
	[ 'style', 3 ],
] );
/** A `url(` in a declaration or a sheet: with quotation marks, and without. */
const CSS_ADDRESS = /url\(\s*(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^)]*?))\s*\)/gi;
/** An address that needs no base: it has a scheme, or points into its own document. */
const WHOLE = /^(?:[a-z][a-z\d+.-]*:|#|$)/i;

/** An address below the origin that the URL parser leaves as it is: no dot segments, no character to encode. */
const BELOW_ORIGIN = /^\/(?![/\\])(?!.*\/\.)[\w\-./~%?=&+:@!$,;*()]*$/;

/** The base of a document with its origin, read once for many addresses. */
let lastBase = '';
let lastOrigin = '';

/** An address as an absolute one; one that cannot be resolved stays as it is. */
export function absolute( address: string, base: string ): string {
	const plain = address.trim();
	if ( WHOLE.test( plain ) ) {
		return plain;
	}
	try {
		if ( base !== lastBase ) {
			lastOrigin = new URL( base ).origin;
			lastBase = base;
		}
		return BELOW_ORIGIN.test( plain ) && lastOrigin !== 'null' ? lastOrigin + plain : new URL( plain, base ).href;
	} catch {
		return plain;
	}
}

const absoluteList = ( value: string, base: string ): string =>
	value.split( /,\s+/ ).map( ( candidate ) => {
		const [ url = '', ...size ] = candidate.trim().split( /\s+/ );
		return [ absolute( url, base ), ...size ].join( ' ' );
	} ).join( ', ' );

/** A style sheet or declaration with absolute addresses: the replay has another base than the sheet. */
export function absoluteCss( css: string, base: string ): string {
	return /url\(/i.test( css )
		? css.replace( CSS_ADDRESS, ( whole, double?: string, single?: string, bare?: string ) => {
			const address = double ?? single ?? bare ?? '';
			return WHOLE.test( address ) ? whole : `url("${ absolute( address, base ) }")`;
		} )
		: css;
}

/** One attribute of an element, its addresses absolute. */
export function attributeFor( element: Element, name: string, value: string ): string {
	switch ( KINDS.get( name ) ) {
		case 1:
			return absolute( value, baseOf( element ) );
		case 2:
			return absoluteList( value, baseOf( element ) );
		case 3:
			return absoluteCss( value, baseOf( element ) );
		default:
			return value;
	}
}

/** Whether a popover is open: null where it is not, as rrweb's format writes an attribute that is not there. */
export const popoverOf = ( element: Element ): string | null => ( matches( element, ':popover-open' ) ? 'open' : null );

/**
 * Source that the browser chose for a picture: the replay has neither the same window nor the same screen.
 * Empty where there is no choice, or none is made yet.
 */
export function chosenSource( element: Element, tag: string ): string {
	const parent = tag === 'img' ? parentOf( element ) : null;
	return parent && ( nodeNameOf( parent ) === 'PICTURE' || hasAttribute( element, 'srcset' ) ) ? ( element as HTMLImageElement ).currentSrc : '';
}

/** State of a control, which no attribute holds. */
function readControl( tag: string, element: Element, given: Attributes ): void {
	const control = element as HTMLInputElement;
	if ( tag === 'option' ) {
		const option = element as HTMLOptionElement;
		if ( option.selected ) {
			given.selected = true;
		}
		return;
	}
	const { type, value, checked } = control;
	if ( type === 'radio' || type === 'checkbox' ) {
		if ( checked ) {
			given.checked = true;
		} else {
			delete given.checked;
		}
	} else if ( type !== 'submit' && type !== 'button' && type !== 'reset' && type !== 'image' && value ) {
		given.value = value;
	} else if ( ! value ) {
		delete given.value;
	}
}

/**
 * Attributes that a replay must not have, by tag: it plays nothing and loads no frame by itself (the document of a frame
 * is told), and options are read by what is selected.
 */
const UNTOLD = new Map<string, RegExp>( Object.entries( { video: /^(autoplay|controls)$/, audio: /^(autoplay|controls)$/, iframe: /^(src|srcdoc)$/, option: /^selected$/ } ) );

/** Whether the change of an attribute is told. */
export const isTold = ( tag: string, name: string ): boolean => ! UNTOLD.get( tag )?.test( name );

export function isModal( dialog: Element ): boolean {
	try {
		return matches( dialog, ':modal' );
	} catch {
		// A browser without the pseudo-class.
		return false;
	}
}

/** How an open dialog was opened, in rrweb's words. */
export const openModeOf = ( dialog: Element ): string => ( isModal( dialog ) ? 'modal' : 'non-modal' );

const CONTROLS = new Set( [ 'input', 'textarea', 'select', 'option' ] );

/**
 * All attributes of an element.
 *
 * @param tag   Local name in lower case.
 * @param names Names of the attributes.
 */
export function readAttributes( element: Element, tag: string, names: readonly string[] ): Attributes {
	const given: Attributes = {};
	const untold = UNTOLD.get( tag );
	for ( const name of names ) {
		const value = untold?.test( name ) ? null : attributeOf( element, name );
		if ( value !== null ) {
			given[ name ] = value === '' ? value : attributeFor( element, name, value );
		}
	}
	if ( given.popover !== undefined && popoverOf( element ) ) {
		given.rr_popover = 'open';
	}
	if ( CONTROLS.has( tag ) ) {
		readControl( tag, element, given );
	} else if ( tag === 'img' ) {
		const chosen = chosenSource( element, tag );
		if ( chosen ) {
			given.src = chosen;
			delete given.srcset;
			delete given.sizes;
		}
	} else if ( tag === 'dialog' && given.open !== undefined ) {
		given.rr_open_mode = openModeOf( element );
	}
	return given;
}

/** The present value of one attribute for an attribute change; null when the element has it no longer. */
export function readAttribute( element: Element, name: string ): unknown {
	const value = attributeOf( element, name );
	return value === null ? null : attributeFor( element, name, value );
}

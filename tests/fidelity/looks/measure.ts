/** What is measured of an element, in the visitor's page and in the stage alike. */

/** What an element must look like. */
export interface Look {
	/** Whether the element is seen: it has a box and is neither hidden nor transparent. */
	shown?: boolean;
	/** Computed styles, by CSS name. */
	style?: Readonly<Record<string, string>>;
	/** Computed styles of its pseudo-elements, by name such as `::before`. */
	pseudo?: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** Properties of the element object. */
	is?: Readonly<Record<string, unknown>>;
	/** Selectors that the element must match. */
	matches?: readonly string[];
	/** Selectors that the element must not match. */
	differs?: readonly string[];
	/** Text of the element, white space trimmed. */
	text?: string;
	/** Whether the element's box need not be that of the visitor's page. */
	anyBox?: boolean;
}

export interface Measured {
	look: Look;
	box: [ number, number, number, number ];
}

/** Runs in a page: what of a look is there. The answer has the shape of what was asked for. */
export function measure( element: Element, asked: Look ): Measured {
	const css = getComputedStyle( element );
	const { x, y, width, height } = element.getBoundingClientRect();
	const pick = ( from: CSSStyleDeclaration, names: Readonly<Record<string, string>> ) => Object.fromEntries( Object.keys( names ).map( ( name ) => [ name, from.getPropertyValue( name ) ] ) );
	const look: Look = {};
	if ( asked.shown !== undefined ) {
		look.shown = height > 0 && element.checkVisibility( { visibilityProperty: true, opacityProperty: true } );
	}
	if ( asked.style ) {
		look.style = pick( css, asked.style );
	}
	if ( asked.pseudo ) {
		look.pseudo = Object.fromEntries( Object.entries( asked.pseudo ).map( ( [ name, names ] ) => [ name, pick( getComputedStyle( element, name ), names ) ] ) );
	}
	if ( asked.is ) {
		look.is = Object.fromEntries( Object.keys( asked.is ).map( ( name ) => [ name, ( element as unknown as Record<string, unknown> )[ name ] ] ) );
	}
	if ( asked.matches ) {
		look.matches = asked.matches.filter( ( selector ) => element.matches( selector ) );
	}
	if ( asked.differs ) {
		look.differs = asked.differs.filter( ( selector ) => ! element.matches( selector ) );
	}
	if ( asked.text !== undefined ) {
		look.text = ( element.textContent ?? '' ).trim();
	}
	if ( asked.anyBox !== undefined ) {
		look.anyBox = asked.anyBox;
	}
	return { look, box: [ x, y, width, height ] };
}

/**
 * A page or its replay as lines of text: elements with their attributes, texts, what controls are set to, how far boxes
 * are scrolled. What no recording has (scripts, comments) and what both sides write differently (a linked sheet is a
 * style element in a replay) is written alike.
 */
export interface Side {
	/** Whether a node belongs to the replayed page; a replayer adds sheets of its own. */
	isOwn: ( node: Node ) => boolean;
	/** Tags alone: where masking changes attributes and texts by design. */
	isOutline: boolean;
	/** Whether rrweb's virtual DOM replays, which cannot take a closed dialog out of the top layer. */
	isVirtual: boolean;
	/** Whether a replayed element is a placeholder. */
	isBlocked?: ( element: Element ) => boolean;
}

/** Ends the line of a placeholder. */
export const BLOCKED = ' (blocked)';
/** Only the place of these is recorded. */
const EMPTY = /^(script|base|template|noscript|noframes|noembed|object|embed|source|track|param|meta)$/;
const UNSEEN = /^(on|_on|rr_|xmlns$)|^(srcdoc|src|srcset|value|checked|selected|autocomplete|nonce|style|xlink:href|autoplay|controls|_csstext|csp-content)$/i;
/** rrweb's format knows no namespace but that of SVG, and no open popover: their styles are others in a replay. */
const UNKNOWN = /^(math|mi)$/;
/** Computed properties that are compared. */
const STYLES = [ 'color', 'background-color', 'display', 'opacity', 'font-size', 'padding-left', 'border-top-width', 'border-top-style', '--shade', 'visibility' ];

/** A replayer that stands still says so by a class of its own. */
const tidyClass = ( value: string ): string => value.replace( /\s*rrweb-paused/, '' );

const tidy = ( style: string ): string => style.replace( /\s+/g, '' ).replace( /;$/, '' ).toLowerCase();

function tagOf( element: Element ): string {
	const tag = element.localName.toLowerCase();
	return tag === 'link' ? 'style' : tag;
}

function settings( element: Element, tag: string, isVirtual: boolean ): string {
	const control = element as HTMLInputElement;
	if ( tag === 'select' ) {
		return ` @selected=${ ( element as HTMLSelectElement ).selectedIndex }`;
	}
	if ( tag === 'textarea' ) {
		return ` @value=${ control.value }`;
	}
	if ( tag !== 'input' ) {
		return tag === 'dialog' && ! ( isVirtual && ! ( element as HTMLDialogElement ).open ) ? ` @modal=${ element.matches( ':modal' ) }` : '';
	}
	return /^(checkbox|radio)$/.test( control.type ) ? ` @checked=${ control.checked }` : ` @value=${ control.value }`;
}

function attributes( element: Element, tag: string, isVirtual: boolean ): string {
	const shown = tag === 'style' || tag === 'link' ? [] : [ ...element.attributes ].filter( ( { name } ) => ! UNSEEN.test( name ) ).map( ( { name, value } ) => ` ${ name }=${ name === 'class' ? tidyClass( value ) : value }` ).filter( ( text ) => text !== ' class=' ).sort();
	const style = tidy( element.getAttribute( 'style' ) ?? '' );
	// What is shown otherwise in a replay has another height there.
	const isAlike = ! element.closest( '[popover]' ) && ! element.querySelector( '[popover], math' );
	const scroll = isAlike && ( element.scrollTop || element.scrollLeft ) ? ` @scroll=${ element.scrollLeft },${ element.scrollTop }` : '';
	return shown.join( '' ) + ( style && tag !== 'style' ? ` style=${ style }` : '' ) + settings( element, tag, isVirtual ) + ( tag === 'html' ? '' : scroll );
}

/** Selectors and conditions of a sheet as far as it applies. */
function rulesOf( sheet: CSSStyleSheet | null ): string {
	const write = ( rules: CSSRuleList ): string => [ ...rules ].map( ( rule ) => {
		const { selectorText, cssRules, media } = rule as CSSStyleRule & CSSMediaRule;
		if ( selectorText ) {
			return `${ selectorText }{${ ( rule as CSSStyleRule ).style.length }}`;
		}
		return media && ! matchMedia( media.mediaText ).matches ? '' : write( cssRules );
	} ).join( '' );
	return sheet && ! sheet.disabled && matchMedia( sheet.media.mediaText ).matches ? write( sheet.cssRules ) : '';
}

export function canonical( document: Document, side: Side ): { lines: string[]; elements: Element[] } {
	const lines: string[] = [];
	const elements: Element[] = [];
	const inside = ( parent: Node, depth: number, isHead: boolean ) => {
		let text = '';
		const flush = () => {
			if ( text && ! isHead && ! side.isOutline ) {
				lines.push( `${ ' '.repeat( depth ) }"${ text }"` );
			}
			text = '';
		};
		for ( let child = parent.firstChild; child; child = child.nextSibling ) {
			if ( child.nodeType === 3 ) {
				text += ( child as Text ).data;
			} else if ( ( child.nodeType === 1 || child.nodeType === 10 ) && side.isOwn( child ) ) {
				flush();
				node( child, depth );
			}
		}
		flush();
	};
	const node = ( child: Node, depth: number ) => {
		const indent = ' '.repeat( depth );
		if ( child.nodeType === 10 ) {
			lines.push( `${ indent }!${ ( child as DocumentType ).name }` );
			return;
		}
		const element = child as Element;
		const tag = tagOf( element );
		const isBlocked = side.isBlocked?.( element );
		const rules = tag === 'style' && ! side.isOutline ? ` @rules=${ rulesOf( ( element as HTMLStyleElement ).sheet ) }` : '';
		lines.push( indent + tag + rules + ( isBlocked ? BLOCKED : '' ) + ( EMPTY.test( tag ) || side.isOutline ? '' : attributes( element, tag, side.isVirtual ) ) );
		if ( EMPTY.test( tag ) || tag === 'style' || tag === 'textarea' || isBlocked ) {
			return;
		}
		elements.push( element );
		if ( element.shadowRoot ) {
			const { adoptedStyleSheets } = element.shadowRoot;
			lines.push( `${ indent } #root${ side.isOutline ? '' : adoptedStyleSheets.map( rulesOf ).join( '|' ) }` );
			inside( element.shadowRoot, depth + 2, false );
		}
		if ( tag === 'iframe' ) {
			const inner = ( element as HTMLIFrameElement ).contentDocument;
			lines.push( `${ indent } #document` );
			if ( inner ) {
				inside( inner, depth + 2, false );
			}
			return;
		}
		inside( element, depth + 1, tag === 'head' );
	};
	inside( document, 0, false );
	return { lines, elements };
}

/** Computed styles of some elements, named by their place. */
export function styles( elements: Element[], every: number ): string[] {
	return elements.filter( ( element, at ) => at % every === 0 && ! UNKNOWN.test( element.localName ) && ! element.closest( '[popover], math' ) ).map( ( element ) => {
		const view = element.ownerDocument.defaultView;
		const style = view?.getComputedStyle( element );
		return `${ element.localName } ${ STYLES.map( ( name ) => `${ name }:${ style?.getPropertyValue( name ) }` ).join( ';' ) }`;
	} );
}

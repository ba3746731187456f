/**
 * Scrubs what the page is made of: nodes, their attributes and texts.
 */
import { MASK as MASKED_VALUE, maskText, scrubAttribute, scrubCss, scrubStyle, scrubText, type Preset } from '../../privacy';
import { ALLOW, BLOCK, CONTROL, IGNORE, MASK, SENSITIVE, type Boundary } from './element-states';
import { hideRuns, type Echo } from './typed-values';
import { NODE, type Attributes, type Mirror, type SerializedNode } from '../recorded';
import { COPIES, hush } from './state-attributes';

export interface ShowSettings {
	preset: Preset;
	/** Whether form inputs are recorded. */
	inputs: boolean;
	/** Query keys that may stay in addresses. */
	keep: ReadonlySet<string>;
	mirror: Mirror;
	boundary: Boundary;
	echo: Echo;
}

export interface Scrubber {
	/** The tree of a full snapshot, in place. False: it cannot be placed and must not leave. */
	document: ( root: SerializedNode ) => boolean;
	/** One node with what is under it, in place. False: it must not leave at all. */
	node: ( node: SerializedNode, parentState: number, parent: Element | null ) => boolean;
	/** Says of all fields under a node that they are there. Call before text beside them is looked at. */
	meet: ( node: SerializedNode ) => void;
	/** The same of all fields below a document, shadow root or element. */
	meetIn: ( root: ParentNode ) => void;
	/** What may be shown of attributes, new or changed since the element was recorded (null: removed). */
	attributes: ( element: Element, attributes: Attributes, state: number, isLater: boolean ) => Attributes;
	/** What may be shown of a text in `parent`. */
	text: ( parent: Element, text: string, state: number ) => string;
	/** A style sheet, or a part of one, of a place with this state. */
	css: ( css: string, state: number ) => string;
	/** The value of a property, of a place with this state. */
	declaration: ( property: string, value: unknown, state: number ) => unknown;
	/** What may be shown of a control's value where inputs are recorded. */
	value: ( field: Element, value: string ) => string;
	/** Whether a place with this state shows a mask and nothing else. */
	hides: ( state: number ) => boolean;
	/** Whether a masked text is shown differently from before: that it changed again would tell how much is typed. */
	isNews: ( node: Node, shown: string ) => boolean;
}

/** Blocked boxes are rounded, so that a size does not tell what is inside. */
const GRID_PX = 8;
/** Buttons: their value is a label. */
const BUTTON = /^(submit|button|reset|image)$/;
/** Controls whose type must become text, or a mask could not be shown in them. */
const UNMASKABLE = /^(number|date|datetime-local|month|week|time)$/;
/** What a control is set to. */
const SETTING = /^(value|checked|selected|label|list|multiple|rr_scroll.*)$/;
/** All that a link or meta needs to be rebuilt. */
const LINK_KEEPS = /^(rel|href|media|type|disabled|_cssText)$/;

/** Elements whose content nobody sees. */
const UNSEEN = /^(noscript|template|script|iframe|noframes|noembed)$/;

/** Attributes with texts that a page could copy from a field, and what a bar beside it shows. */
const SPOKEN = /^(title|alt|label|placeholder|value|(aria|data)-.*)$/;

const round = ( px: number ) => `${ Math.round( px / GRID_PX ) * GRID_PX }px`;

export function createScrubber( settings: ShowSettings ): Scrubber {
	const { mirror, boundary, keep, inputs, echo } = settings;
	const presetOf = ( state: number ): Preset => ( state & ALLOW ? 'open' : settings.preset );
	const hides = ( state: number ) =>
		( state & ( MASK | SENSITIVE ) ) !== 0 || ( ( state & CONTROL ) !== 0 && ( ! inputs || ( state & IGNORE ) !== 0 || settings.preset === 'strict' ) );

	/** A field into which a secret was written once is sensitive from then on, half a card number too. */
	const held = new WeakSet<Element>();
	const value = ( field: Element, text: string ): string => {
		const shown = scrubText( echo.hide( text, field ), settings.preset );
		if ( shown !== text ) {
			held.add( field );
		}
		return text && held.has( field ) ? MASKED_VALUE : shown;
	};

	const presetOfCss = ( state: number ): Preset => ( hides( state ) ? 'strict' : settings.preset );
	// An address in CSS tells as much as the src of a picture. On a page that is masked wholly the theme's sheets keep those
	// of its icons, but not where the whole site shows no media.
	const css = ( raw: string, state: number ): string =>
		scrubCss( raw, keep, presetOfCss( state ), settings.preset === 'strict' || ( state & MASK & ~boundary.stateOf( document ) ) !== 0 );

	const text = ( parent: Element, raw: string, state: number ): string => {
		const tag = parent.nodeName.toLowerCase();
		if ( state & BLOCK || UNSEEN.test( tag ) ) {
			// Empty, not left out: what comes after it is told by its id.
			return '';
		}
		if ( tag === 'style' ) {
			return css( raw, state );
		}
		if ( ! /\S/.test( raw ) || raw === '' ) {
			return hides( state ) && state & CONTROL ? '' : raw;
		}
		if ( hides( state ) ) {
			return state & CONTROL ? MASKED_VALUE : maskText( raw );
		}
		const shown = scrubText( echo.hide( raw, parent ), presetOf( state ) );
		return ( parent as HTMLElement ).isContentEditable ? hideRuns( shown ) : shown;
	};

	/** What was last shown of masked texts. */
	const masked = new WeakMap<Node, string>();
	const isNews = ( node: Node, shown: string ): boolean => {
		const before = masked.get( node );
		masked.set( node, shown );
		return before !== shown;
	};

	/** The attributes of a control that say what it holds. Answers undefined for one that may not be shown. */
	const setting = ( field: HTMLInputElement, name: string, raw: unknown, state: number ): unknown => {
		const type = field.type;
		if ( BUTTON.test( type ) && name === 'value' ) {
			return typeof raw === 'string' ? text( field, raw, state & ~CONTROL ) : raw;
		}
		if ( hides( state ) ) {
			const typed = name === 'value' && raw && ! /^(radio|checkbox|range|color|file|hidden|select-.*)$/.test( type ?? 'radio' );
			return typed ? MASKED_VALUE : undefined;
		}
		return typeof raw === 'string' && name === 'value' ? value( field, raw ) : raw;
	};

	const attributes = ( element: Element, given: Attributes, state: number, isLater: boolean ): Attributes => {
		const tag = element.nodeName.toLowerCase();
		const field = element as HTMLInputElement;
		if ( tag === 'input' && /^(hidden|file)$/.test( field.type ) ) {
			return 'type' in given ? { type: field.type } : {};
		}
		if ( tag === 'meta' || ( tag === 'link' && ! ( '_cssText' in given || /stylesheet/i.test( ( element as HTMLLinkElement ).rel ) ) ) ) {
			return given.name === 'viewport' ? { name: given.name, content: given.content } : {};
		}
		if ( hides( state | CONTROL ) ) {
			hush( element, given, ( state & CONTROL ) !== 0, isLater );
		}
		const shown: Attributes = {};
		const isControl = ( state & CONTROL ) !== 0;
		const hidden = hides( state );
		const context = { preset: presetOf( state ), masked: hidden, control: isControl, inputs, keep, type: field.type, sensitive: ( state & SENSITIVE ) !== 0 };
		for ( const name in given ) {
			const raw = given[ name ];
			let result: unknown;
			if ( name === 'srcdoc' || name === 'nonce' || name === 'rr_dataURL' || ( tag === 'link' && ! LINK_KEEPS.test( name ) ) ) {
				continue;
			} else if ( isControl && SETTING.test( name ) ) {
				result = setting( field, name, raw, state );
			} else if ( name === '_cssText' ) {
				result = css( String( raw ), state );
			} else if ( name === 'type' && hidden && tag === 'input' && UNMASKABLE.test( String( raw ) ) ) {
				result = 'text';
			} else if ( name === 'style' && raw && typeof raw === 'object' ) {
				result = Object.fromEntries( Object.entries( raw ).map( ( [ key, part ] ) => [ key, declaration( key, part, state ) ] ) );
			} else if ( typeof raw === 'string' ) {
				result = scrubAttribute( tag, name, SPOKEN.test( name ) ? echo.hide( raw, element ) : raw, context ) ?? undefined;
			} else {
				// Numbers and booleans of rrweb, and null for an attribute that was removed.
				result = raw;
			}
			if ( result !== undefined ) {
				shown[ name ] = result;
			}
		}
		return shown;
	};

	const declaration = ( property: string, part: unknown, state: number ): unknown => {
		if ( Array.isArray( part ) ) {
			return part.map( ( piece ) => declaration( property, piece, state ) );
		}
		if ( typeof part !== 'string' ) {
			return part;
		}
		return scrubStyle( `${ property }:${ part }`, keep, presetOfCss( state ) ).slice( property.length + 1 );
	};

	const children = ( node: SerializedNode, state: number, element: Element | null ) => {
		if ( node.childNodes?.length ) {
			node.childNodes = node.childNodes.filter( ( child ) => scrubNode( child, state, element ) );
		}
	};

	const watch = ( field: Element, state: number ) => echo.watch( field, ! ( state & BLOCK ) && ! hides( state | CONTROL ), boundary.isSecret( field as HTMLInputElement ) );
	const watchIn = ( root: ParentNode | null | undefined ) => root?.querySelectorAll( 'input,textarea' ).forEach( ( field ) => watch( field, boundary.stateOf( field ) ) );
	const meet = ( node: SerializedNode ) => {
		const element = mirror.getNode( node.id ) as HTMLIFrameElement | null;
		if ( element && /^(input|textarea)$/.test( node.tagName! ) ) {
			watch( element, boundary.stateOf( element ) );
		}
		// A frame's own snapshot comes later, a blocked box has none.
		watchIn( node.attributes?.rr_width ? element : element?.contentDocument );
		node.childNodes?.forEach( meet );
	};

	const scrubElement = ( node: SerializedNode, parentState: number ): void => {
		const element = mirror.getNode( node.id ) as Element | null;
		const state = element ? boundary.within( element, parentState ) : BLOCK;
		if ( element ) {
			boundary.note( element, state );
		}
		if ( state & BLOCK ) {
			const box = element?.getBoundingClientRect();
			node.attributes = { rr_width: round( box?.width ?? 0 ), rr_height: round( box?.height ?? 0 ) };
			node.childNodes = [];
			return;
		}
		node.attributes = attributes( element!, node.attributes ?? {}, state, false );
		isNews( element!, String( node.attributes.value ?? '' ) );
		if ( UNSEEN.test( node.tagName ?? '' ) || ( hides( state | CONTROL ) && element!.matches( COPIES ) ) ) {
			node.childNodes = [];
			return;
		}
		children( node, state, element );
	};

	const scrubTextNode = ( node: SerializedNode, parentState: number, parent: Element, real: Node | null ): boolean => {
		if ( ! real ) {
			return false;
		}
		const state = boundary.ofText( real, parentState );
		node.textContent = text( parent, node.textContent ?? '', state );
		if ( hides( state ) ) {
			isNews( real, node.textContent );
		}
		return true;
	};

	const scrubNode = ( node: SerializedNode, parentState: number, parent: Element | null ): boolean => {
		switch ( node.type ) {
			case NODE.element:
				scrubElement( node, parentState );
				return true;
			case NODE.text:
				if ( ! parent ) {
					return false;
				}
				return scrubTextNode( node, parentState, parent, mirror.getNode( node.id ) );
			case NODE.document:
				// A frame's document may be edited as a whole.
				children( node, boundary.stateOf( mirror.getNode( node.id ) ), null );
				return true;
			case NODE.doctype:
				return true;
			default:
				// Comments, CDATA and what is not known.
				return false;
		}
	};

	return {
		document( root ) {
			// Fields first: what they hold may stand anywhere before them.
			watchIn( document );
			meet( root );
			return scrubNode( root, boundary.stateOf( mirror.getNode( root.id ) ), null );
		},
		node: scrubNode,
		meet,
		meetIn: watchIn,
		attributes,
		text,
		css,
		declaration,
		value,
		hides,
		isNews,
	};
}

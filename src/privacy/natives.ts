/**
 * The DOM's own getters and methods, taken from their prototypes once.
 *
 * A form control named "childNodes" or "attributes" shadows the property of its form, and an image named so that of
 * the document (DOM clobbering: [LegacyOverrideBuiltIns] in HTML). A getter that is called with the node as its
 * receiver is not shadowed, nor is one that the page puts into a prototype later. The getters work on nodes of every
 * same-origin document, because the brand check of a platform object knows no realm.
 */
import { builtIn, uncurried } from './realm';

/** A getter of a prototype as a function of its receiver. */
function getter<R, T>( holder: string, name: string ): ( receiver: R ) => T {
	const get = builtIn( holder, true, name )?.get;
	return get ? uncurried( get ) : ( receiver ) => ( receiver as Record<string, T> )[ name ]!;
}

/** Kinds of nodes: a page may have a class of its own under the name Node. */
export const ELEMENT = 1;
export const TEXT = 3;
export const DOCUMENT = 9;
export const DOCTYPE = 10;
export const FRAGMENT = 11;
/** Kinds of nodes that a tree walker shows (DOM, NodeFilter). */
export const SHOW_ELEMENTS = 1;
export const SHOW_TEXTS = 4;

type AnyMethod = ( ...args: never[] ) => unknown;

/** A method of a prototype as a function whose first argument is its receiver. */
function method<F extends AnyMethod>( holder: string, name: string ): F {
	const value = builtIn( holder, true, name )?.value as object | undefined;
	return value ? uncurried( value ) : ( ( ( receiver: Record<string, F>, ...args: never[] ) => receiver[ name ]!( ...args ) ) as unknown as F );
}

type Selecting<T> = ( receiver: T, selector: string ) => NodeListOf<Element>;

export const nodeTypeOf = getter<Node, number>( 'Node', 'nodeType' );
export const nodeNameOf = getter<Node, string>( 'Node', 'nodeName' );
export const parentOf = getter<Node, Node | null>( 'Node', 'parentNode' );
export const parentElementOf = getter<Node, Element | null>( 'Node', 'parentElement' );
export const firstChildOf = getter<Node, Node | null>( 'Node', 'firstChild' );
export const nextSiblingOf = getter<Node, Node | null>( 'Node', 'nextSibling' );
export const isConnected = getter<Node, boolean>( 'Node', 'isConnected' );
export const documentOf = getter<Node, Document | null>( 'Node', 'ownerDocument' );
export const textOf = getter<Node, string | null>( 'Node', 'textContent' );
export const baseOf = getter<Node, string>( 'Node', 'baseURI' );
export const rootOf = method<( receiver: Node ) => Node>( 'Node', 'getRootNode' );
export const dataOf = getter<CharacterData, string>( 'CharacterData', 'data' );

/** Names alone: a look into `attributes` makes an Attr node of each, which the element keeps. */
export const attributeNamesOf = method<( receiver: Element ) => string[]>( 'Element', 'getAttributeNames' );
export const localNameOf = getter<Element, string>( 'Element', 'localName' );
export const namespaceOf = getter<Element, string | null>( 'Element', 'namespaceURI' );
/** Closed shadow roots that were seen when they were attached, by host: the page keeps them from everybody else. */
export const closedRoots = new WeakMap<Element, ShadowRoot>();
const openRootOf = getter<Element, ShadowRoot | null>( 'Element', 'shadowRoot' );
export const shadowRootOf = ( host: Element ): ShadowRoot | null => openRootOf( host ) ?? closedRoots.get( host ) ?? null;
export const slotOf = getter<Element, HTMLSlotElement | null>( 'Element', 'assignedSlot' );
export const slotOfText = getter<Text, HTMLSlotElement | null>( 'Text', 'assignedSlot' );
export const scrollTopOf = getter<Element, number>( 'Element', 'scrollTop' );
export const scrollLeftOf = getter<Element, number>( 'Element', 'scrollLeft' );
export const childCountOf = getter<Element, number>( 'Element', 'childElementCount' );
export const childElementsOf = getter<Element, HTMLCollection>( 'Element', 'children' );
export const labelledBy = getter<Element, string | null>( 'Element', 'ariaLabel' );
export const isEditable = getter<Element, boolean | undefined>( 'HTMLElement', 'isContentEditable' );
export const attributeOf = method<( receiver: Element, name: string ) => string | null>( 'Element', 'getAttribute' );
export const hasAttribute = method<( receiver: Element, name: string ) => boolean>( 'Element', 'hasAttribute' );
export const matches = method<( receiver: Element, selector: string ) => boolean>( 'Element', 'matches' );
export const closest = method<( receiver: Element, selector: string ) => Element | null>( 'Element', 'closest' );
export const boxesOf = method<( receiver: Element ) => DOMRectList>( 'Element', 'getClientRects' );
export const boxOf = method<( receiver: Element ) => DOMRect>( 'Element', 'getBoundingClientRect' );
export const tagsIn = method<( receiver: Element, name: string ) => HTMLCollectionOf<Element>>( 'Element', 'getElementsByTagName' );

export const sheetsOf = getter<Document, StyleSheetList>( 'Document', 'styleSheets' );
export const adoptedBy = getter<Document, readonly CSSStyleSheet[] | undefined>( 'Document', 'adoptedStyleSheets' );
export const rootElementOf = getter<Document, Element | null>( 'Document', 'documentElement' );
export const windowOf = getter<Document, ( Window & typeof globalThis ) | null>( 'Document', 'defaultView' );
export const activeOf = getter<Document, Element | null>( 'Document', 'activeElement' );
export const designModeOf = getter<Document, string>( 'Document', 'designMode' );
export const readyStateOf = getter<Document, string>( 'Document', 'readyState' );
export const compatModeOf = getter<Document, string>( 'Document', 'compatMode' );
export const visibilityOf = getter<Document, string>( 'Document', 'visibilityState' );
export const cookiesOf = getter<Document, string>( 'Document', 'cookie' );
export const referrerOf = getter<Document, string>( 'Document', 'referrer' );
export const scrollerOf = getter<Document, Element | null>( 'Document', 'scrollingElement' );
export const selectionIn = method<( receiver: Document ) => Selection | null>( 'Document', 'getSelection' );
export const elementById = method<( receiver: Document, id: string ) => Element | null>( 'Document', 'getElementById' );
export const newElement = method<( receiver: Document, name: string ) => Element>( 'Document', 'createElement' );
export const treeIn = method<( receiver: Document, root: Node, show: number, filter?: ( node: Node ) => number ) => TreeWalker>( 'Document', 'createTreeWalker' );

export const listen = method<( receiver: EventTarget, type: string, listener: ( event: never ) => void, options?: AddEventListenerOptions ) => void>( 'EventTarget', 'addEventListener' );
export const unlisten = method<( receiver: EventTarget, type: string, listener: ( event: never ) => void, options?: EventListenerOptions ) => void>( 'EventTarget', 'removeEventListener' );

const inElement = method<Selecting<Element>>( 'Element', 'querySelectorAll' );
const inDocument = method<Selecting<Document>>( 'Document', 'querySelectorAll' );

/** All elements below a node that match; none in a node without elements. */
export function allIn( root: Node, selector: string ): Element[] | NodeListOf<Element> {
	switch ( nodeTypeOf( root ) ) {
		case ELEMENT:
			return inElement( root as Element, selector );
		case DOCUMENT:
			return inDocument( root as Document, selector );
		default:
			// No control stands in the way of a fragment's own properties.
			return ( root as DocumentFragment ).querySelectorAll?.( selector ) ?? [];
	}
}

/** Whether something is a node, of whatever realm: each node has a kind by the getter that all nodes share. */
export function isNode( value: unknown ): value is Node {
	try {
		return nodeTypeOf( value as Node ) > 0;
	} catch {
		return false;
	}
}

export const isElement = ( value: unknown ): value is Element => isNode( value ) && nodeTypeOf( value ) === ELEMENT;

/** The nearest element around a node that matches, the node itself included; null for a node that is no element. */
export const closestTo = ( node: Node | null | undefined, selector: string ): Element | null => ( node && nodeTypeOf( node ) === ELEMENT ? closest( node as Element, selector ) : null );

/** The element with this id in a document or shadow root. */
export const idIn = ( root: Node, id: string ): Element | null | undefined => ( nodeTypeOf( root ) === DOCUMENT ? elementById( root as Document, id ) : ( root as ShadowRoot ).getElementById?.( id ) );

/** Whether the text of an element is edited where it stands. Elements of a drawing or a formula have no such property. */
export function isEdited( element: Element ): boolean {
	return namespaceOf( element ) === 'http://www.w3.org/1999/xhtml' && isEditable( element ) === true;
}

/** The host of a shadow root; null for any other node. Asked by kind: a link has a "host" too. */
export const hostOf = ( root: Node ): Element | null => ( nodeTypeOf( root ) === FRAGMENT ? ( root as ShadowRoot ).host ?? null : null );

/** The node around a node: its parent, the host of a shadow root, the frame of a document. */
export const around = ( node: Node ): Node | null => ( nodeTypeOf( node ) === DOCUMENT ? windowOf( node as Document )?.frameElement ?? null : parentOf( node ) ?? hostOf( node ) );

/** The element that has the focus in a document or shadow root. */
export const focusedIn = ( root: Node ): Element | null => ( nodeTypeOf( root ) === DOCUMENT ? activeOf( root as Document ) : ( root as ShadowRoot ).activeElement ?? null );

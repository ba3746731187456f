/**
 * The DOM's own getters, taken from their prototypes once.
 *
 * A form control named "childNodes" or "attributes" shadows the property of its form, and an image named so that of
 * the document (DOM clobbering: [LegacyOverrideBuiltIns] in HTML). A getter that is called with the node as its
 * receiver is not shadowed. The getters work on nodes of every same-origin document, because the brand check of a
 * platform object knows no realm.
 */

const call = Function.prototype.call;

/** A getter of a prototype as a function of its receiver. */
function getter<R, T>( prototype: object, name: string ): ( receiver: R ) => T {
	return call.bind( Object.getOwnPropertyDescriptor( prototype, name )!.get! );
}

type AnyMethod = ( ...args: never[] ) => unknown;

/** A method of a prototype as a function whose first argument is its receiver. */
function method<F extends AnyMethod>( prototype: object, name: string ): F {
	return call.bind( Object.getOwnPropertyDescriptor( prototype, name )!.value ) as unknown as F;
}

const node = Node.prototype;
const element = Element.prototype;

export const nodeTypeOf = getter<Node, number>( node, 'nodeType' );
export const nodeNameOf = getter<Node, string>( node, 'nodeName' );
export const parentOf = getter<Node, Node | null>( node, 'parentNode' );
export const firstChildOf = getter<Node, Node | null>( node, 'firstChild' );
export const nextSiblingOf = getter<Node, Node | null>( node, 'nextSibling' );
export const isConnected = getter<Node, boolean>( node, 'isConnected' );
export const documentOf = getter<Node, Document | null>( node, 'ownerDocument' );
export const rootOf = method<( receiver: Node ) => Node>( node, 'getRootNode' );
export const dataOf = getter<CharacterData, string>( CharacterData.prototype, 'data' );

/** Names alone: a look into `attributes` makes an Attr node of each, which the element keeps. */
export const attributeNamesOf = method<( receiver: Element ) => string[]>( element, 'getAttributeNames' );
export const localNameOf = getter<Element, string>( element, 'localName' );
export const namespaceOf = getter<Element, string | null>( element, 'namespaceURI' );
export const shadowRootOf = getter<Element, ShadowRoot | null>( element, 'shadowRoot' );
export const scrollTopOf = getter<Element, number>( element, 'scrollTop' );
export const scrollLeftOf = getter<Element, number>( element, 'scrollLeft' );
export const attributeOf = method<( receiver: Element, name: string ) => string | null>( element, 'getAttribute' );
export const matches = method<( receiver: Element, selector: string ) => boolean>( element, 'matches' );
export const closest = method<( receiver: Element, selector: string ) => Element | null>( element, 'closest' );
export const boxesOf = method<( receiver: Element ) => DOMRectList>( element, 'getClientRects' );
export const boxOf = method<( receiver: Element ) => DOMRect>( element, 'getBoundingClientRect' );
export const allIn = method<( receiver: Element, selector: string ) => NodeListOf<Element>>( element, 'querySelectorAll' );
export const sheetsOf = getter<Document, StyleSheetList>( Document.prototype, 'styleSheets' );

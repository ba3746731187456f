/**
 * Property names of a form element, from browsers and from the DOM's own type definitions; a test in the
 * browser says when one is missing. No control of a recording may carry one as its name or id, so that an
 * element of the stage that is asked for its own property gives the browser's answer.
 */
const PROPERTIES: ReadonlySet< string > = new Set( `
	ATTRIBUTE_NODE CDATA_SECTION_NODE COMMENT_NODE DOCUMENT_FRAGMENT_NODE DOCUMENT_NODE DOCUMENT_POSITION_CONTAINED_BY
	DOCUMENT_POSITION_CONTAINS DOCUMENT_POSITION_DISCONNECTED DOCUMENT_POSITION_FOLLOWING
	DOCUMENT_POSITION_IMPLEMENTATION_SPECIFIC DOCUMENT_POSITION_PRECEDING DOCUMENT_TYPE_NODE ELEMENT_NODE ENTITY_NODE
	ENTITY_REFERENCE_NODE NOTATION_NODE PROCESSING_INSTRUCTION_NODE TEXT_NODE acceptCharset accessKey accessKeyLabel
	activeViewTransition addEventListener after animate append appendChild assignedSlot attachInternals attachShadow
	attributeStyleMap attributes autocapitalize autocomplete autocorrect autofocus baseURI before blur checkValidity
	checkVisibility childElementCount childNodes children classList className click clientHeight clientLeft clientTop
	clientWidth cloneNode closest compareDocumentPosition computedStyleMap constructor contains contentEditable
	currentCSSZoom customElementRegistry dataset dir dispatchEvent draggable editContext elementTiming elements encoding
	enterKeyHint firstChild firstElementChild focus focusGroup focusGroupStart getAnimations getAttribute getAttributeNS
	getAttributeNames getAttributeNode getAttributeNodeNS getBoundingClientRect getClientRects getElementsByClassName
	getElementsByTagName getElementsByTagNameNS getHTML getRootNode hasAttribute hasAttributeNS hasAttributes
	hasChildNodes hasOwnProperty hasPointerCapture hidden hidePopover id inert innerHTML innerText inputMode
	insertAdjacentElement insertAdjacentHTML insertAdjacentText insertBefore isConnected isContentEditable
	isDefaultNamespace isEqualNode isPrototypeOf isSameNode lang lastChild lastElementChild length localName
	lookupNamespaceURI lookupPrefix matches moveBefore namespaceURI nextElementSibling nextSibling noValidate nodeName
	nodeType nodeValue nonce normalize offsetHeight offsetLeft offsetParent offsetTop offsetWidth outerHTML outerText
	ownerDocument parentElement parentNode part popover prefix prepend previousElementSibling previousSibling
	propertyIsEnumerable pseudo querySelector querySelectorAll rel relList releasePointerCapture remove removeAttribute
	removeAttributeNS removeAttributeNode removeChild removeEventListener replaceChild replaceChildren replaceWith
	reportValidity requestFullscreen requestPointerLock requestSubmit role scroll scrollBy scrollHeight scrollIntoView
	scrollIntoViewIfNeeded scrollLeft scrollTo scrollTop scrollWidth setAttribute setAttributeNS setAttributeNode
	setAttributeNodeNS setHTML setHTMLUnsafe setPointerCapture shadowRoot showPopover slot spellcheck startViewTransition
	style tabIndex tagName textContent toLocaleString toString toggleAttribute togglePopover translate valueOf
	virtualKeyboardPolicy when writingSuggestions`.trim().split( /\s+/ ) );

/** Families of names that grow with every browser. No event has one of the words that sites use for their own. */
const FAMILIES = /^(?:aria[A-Z]|on(?!(?:e|ce|ly|line|going)?$)[a-z]+$|webkit|moz|ms[A-Z]|rr|RR|_)/;

/**
 * Not in the list: no code of the stage reads these properties of an element, and shops use the names for their fields.
 */
export const HARMLESS: ReadonlySet< string > = new Set( [ 'name', 'title', 'submit', 'action', 'method', 'target', 'reset', 'enctype' ] );

/** Whether an element's own property could be taken for a field of this name. */
export function isElementProperty( name: string ): boolean {
	return PROPERTIES.has( name ) || FAMILIES.test( name );
}

/** Runs inside a page, live or replayed: its elements with texts, boxes and computed styles, as plain data. */

/** A rectangle in the page's window, px: left, top, right, bottom. */
export type Box = [ number, number, number, number ];

export interface SeenElement {
	tag: string;
	depth: number;
	/** The element's own visible text, white space collapsed. */
	text: string;
	/** What a field holds, where its content can be seen. */
	value: string;
	box: Box;
	/** Whether the element, or the field of which it is the label, is a radio button or a check box. */
	isChoice: boolean;
	/** Boxes of a choice's labels. */
	labels: Box[];
	/** Whether a recording has a placeholder of the element's size in its place. */
	isBlocked: boolean;
	/** The type of an input. */
	type: string;
	/** Values of the computed properties, in the order of `names`, where they were asked for. */
	style?: string[];
}

type WithClosedRoots = Window & { closedRoots?: WeakMap<Element, ShadowRoot> };

/** Elements without a box, whose place no replay has to keep. */
const UNSEEN = /^(script|style|link|meta|head|template|noscript|source|track|param|base|title|candid-none)$/;
/** What these hold is drawn by the browser and is no part of the page. */
const CLOSED = /^(textarea|select|object|embed|video|audio|canvas|datalist)$/;
/** Elements that have computed styles to compare. */
const STYLED = 50;

const rootOf = ( within?: string ): Document => ( within ? ( document.querySelector( within ) as HTMLIFrameElement ).contentDocument! : document );

/** All elements that belong to the picture of the page, in document order: of shadow roots and frames too. */
function elementsOf( root: Document ): { element: Element; depth: number; offset: [ number, number ] }[] {
	const found: { element: Element; depth: number; offset: [ number, number ] }[] = [];
	const { closedRoots } = window as WithClosedRoots;
	const walk = ( parent: ParentNode, depth: number, offset: [ number, number ] ) => {
		for ( const element of parent.children ) {
			const tag = element.localName;
			if ( UNSEEN.test( tag ) || element.hasAttribute( 'data-candid-stage' ) ) {
				continue;
			}
			found.push( { element, depth, offset } );
			const shadow = element.shadowRoot ?? closedRoots?.get( element );
			if ( shadow ) {
				walk( shadow, depth + 1, offset );
			}
			const inner = tag === 'iframe' ? ( element as HTMLIFrameElement ).contentDocument : null;
			if ( inner ) {
				const { left, top } = element.getBoundingClientRect();
				walk( inner, depth + 1, [ offset[ 0 ] + left + element.clientLeft, offset[ 1 ] + top + element.clientTop ] );
			}
			if ( ! CLOSED.test( tag ) ) {
				walk( element, depth + 1, offset );
			}
		}
	};
	walk( root, 0, [ 0, 0 ] );
	return found;
}

const isShown = ( element: Element ): boolean => element.checkVisibility( { visibilityProperty: true, contentVisibilityAuto: true } );

function ownText( element: Element ): string {
	if ( CLOSED.test( element.localName ) || ! isShown( element ) ) {
		return '';
	}
	let text = '';
	for ( const child of element.childNodes ) {
		text += child.nodeType === Node.TEXT_NODE ? ( child as Text ).data : '';
	}
	return text.replace( /\s+/g, ' ' ).trim();
}

function shownValue( element: Element ): string {
	const field = element as HTMLInputElement;
	switch ( element.localName ) {
		case 'input':
			if ( /^(checkbox|radio)$/.test( field.type ) ) {
				return String( field.checked );
			}
			// A date cannot be a mask: the attribute alone is.
			return /^(hidden|file|image|range|color)$/.test( field.type ) ? '' : field.value || ( field.getAttribute( 'value' ) === '***' ? '***' : field.placeholder );
		case 'textarea':
			return field.value || field.placeholder;
		case 'select':
			return String( ( element as HTMLSelectElement ).selectedOptions[ 0 ]?.text ?? '' );
		default:
			return '';
	}
}

/** Properties of a replay itself, which stands still, scrolls only where the visitor did and names the one color scheme that applied, and of the visitor's kind of device. */
const REPLAY = /^(animation-play-state|overflow-anchor|color-scheme|-webkit-tap-highlight-color)$/;

/** Names of every computed property that is compared. */
const names = (): string[] => [ ...getComputedStyle( document.documentElement ) ].filter( ( name ) => ! REPLAY.test( name ) );

/** Every computed property. Addresses are others in a replay, which has the files as blobs. */
function styleOf( element: Element, properties: string[] ): string[] {
	const style = element.ownerDocument.defaultView!.getComputedStyle( element );
	return properties.map( ( name ) => style.getPropertyValue( name ).replace( /url\([^)]*\)/g, 'url()' ) );
}

function boxOf( element: Element, [ left, top ]: [ number, number ] ): Box {
	const box = element.getBoundingClientRect();
	return [ box.left + left, box.top + top, box.right + left, box.bottom + top ];
}

/**
 * What is to be seen, as JSON of { elements, names }.
 *
 * @param styled Numbers of the elements whose styles are wanted; null: evenly over those that are shown.
 * @param given  Names of the properties; null: all there are, those that the page defines among them.
 * @param within Selector of the frame in which the page is replayed; a document without scripts paints no frames for any.
 */
export function look( styled: number[] | null, given: string[] | null, within?: string ): string {
	const elements = elementsOf( rootOf( within ) );
	const shown = elements.flatMap( ( { element }, at ) => ( isShown( element ) ? [ at ] : [] ) );
	const every = Math.max( 1, shown.length / STYLED );
	const wanted = new Set( styled ?? Array.from( { length: Math.min( STYLED, shown.length ) }, ( _, n ) => shown[ Math.floor( n * every ) ]! ) );
	const properties = given ?? names();
	const seen = elements.map( ( { element, depth, offset }, at ): SeenElement => ( {
		tag: element.localName,
		depth,
		text: ownText( element ),
		value: isShown( element ) ? shownValue( element ) : '',
		box: boxOf( element, offset ),
		isChoice: isChoice( element ),
		labels: isChoice( element ) ? [ ...( element as HTMLInputElement ).labels ?? [] ].map( ( label ) => boxOf( label, offset ) ) : [],
		isBlocked: element.getAttribute( 'data-candid-box' ) === 'blocked',
		type: element.localName === 'input' ? ( element as HTMLInputElement ).type : '',
		...( wanted.has( at ) ? { style: styleOf( element, properties ) } : {} ),
	} ) );
	return JSON.stringify( { elements: seen, names: properties } );
}

const isChoice = ( element: Element ): boolean => /^(checkbox|radio)$/.test( ( element as HTMLInputElement ).type ) || ( element.localName === 'label' && isChoice( ( element as HTMLLabelElement ).control ?? document.body ) );

/** Every document of the page: of its frames too. */
function documents( root: Document ): Document[] {
	const inner = elementsOf( root ).flatMap( ( { element } ) => ( element.localName === 'iframe' ? [ ( element as HTMLIFrameElement ).contentDocument ] : [] ) );
	return [ root, ...inner.filter( ( one ) => one !== null ) ];
}

/** Where animations without an end are stopped for a picture, ms. */
const STILL_MS = 400;

/** Brings every animation to its end, or to one known moment where it has none. */
export function freeze( within?: string ): void {
	for ( const animation of documents( rootOf( within ) ).flatMap( ( one ) => one.getAnimations() ) ) {
		if ( animation.effect?.getComputedTiming().endTime === Infinity ) {
			animation.pause();
			animation.currentTime = STILL_MS;
		} else {
			animation.finish();
		}
	}
}

/** Lets animations go on that were stopped for a picture. */
export function thaw(): void {
	documents( document ).flatMap( ( one ) => one.getAnimations() ).filter( ( { playState } ) => playState === 'paused' ).forEach( ( animation ) => animation.play() );
}

/** Whether a picture is there, or will not come before somebody scrolls to it. */
function isThere( image: HTMLImageElement ): boolean {
	const { top, bottom } = image.getBoundingClientRect();
	return image.complete || ( image.loading === 'lazy' && ( bottom < 0 || top > innerHeight || ! isShown( image ) ) );
}

/** How long a picture or font may take, ms: one that a page never gets holds nothing up. */
const WITHIN_MS = 5_000;

/** Resolves when fonts and pictures of every document are there and two frames have been painted since. */
export async function painted( within?: string ): Promise<void> {
	const frame = () => new Promise( ( resolve ) => requestAnimationFrame( resolve ) );
	const isComplete = () => documents( rootOf( within ) ).every( ( one ) => one.fonts.status === 'loaded' && [ ...one.images ].every( isThere ) );
	for ( const end = performance.now() + WITHIN_MS; performance.now() < end && ! isComplete(); ) {
		await frame();
	}
	await frame();
	await frame();
}

import type { Finding } from './survey';

/** Draws over a page without touching any of its elements. */
export interface Painter {
	/** Replaces all boxes. */
	paint: ( findings: readonly Finding[] ) => void;
	/** Rings one element and writes beside it; null takes the ring away. */
	mark: ( element: Element | null, words?: string ) => void;
	/** Outlines what is chosen, until something else is; `mark` does not touch these outlines. */
	choose: ( elements: readonly Element[] ) => void;
	dispose: () => void;
}

/** More boxes than this cost more than they show. */
const MAX_BOXES = 3000;

const LOOK = `
:host { all: initial; position: absolute; top: 0; left: 0; z-index: 2147483647; pointer-events: none; }
.box { position: absolute; box-sizing: border-box; border-radius: 2px; }
.recorded { border: 1px dotted rgba(0, 110, 30, .55); }
.masked { border: 1px dashed #8a6100; background: rgba(219, 166, 23, .22); }
.blocked { border: 2px solid #3c434a; background: repeating-linear-gradient(45deg, rgba(60, 67, 74, .78) 0 6px, rgba(80, 87, 94, .78) 6px 12px); }
.sensitive { border: 2px solid #7a1fa2; background: rgba(122, 31, 162, .24); }
.ring, .chosen { position: absolute; box-sizing: border-box; border-radius: 2px; border: 3px solid #2271b1; box-shadow: 0 0 0 2px #fff; }
.chosen { background: rgba(34, 113, 177, .16); }
.words { position: absolute; inset-block-end: calc(100% + 5px); left: -3px; inline-size: max-content; max-inline-size: 260px;
	padding: 4px 8px; border-radius: 3px; background: #1e1e1e; color: #fff; font: 12px/1.4 system-ui, sans-serif; }
.words.is-below { inset-block: calc(100% + 5px) auto; }
.words.is-left { left: auto; right: -3px; }
`;

/**
 * Sets up the drawing layer of a page.
 *
 * @param page The document; may be of another frame.
 */
export function createPainter( page: Document ): Painter {
	const view = page.defaultView;
	if ( ! view ) {
		throw new Error( 'The page is not shown in any window.' );
	}
	const host = page.createElement( 'div' );
	host.setAttribute( 'data-candid-overlay', '' );
	host.setAttribute( 'aria-hidden', 'true' );
	const root = host.attachShadow( { mode: 'closed' } );
	// A sheet made by script is not subject to the page's content security policy; a style tag is.
	const sheet = new ( view as Window & typeof globalThis ).CSSStyleSheet();
	sheet.replaceSync( LOOK );
	root.adoptedStyleSheets = [ sheet ];
	const boxes = page.createElement( 'div' );
	const outlines = page.createElement( 'div' );
	const ring = page.createElement( 'div' );
	const words = page.createElement( 'div' );
	ring.className = 'ring';
	ring.hidden = true;
	ring.append( words );
	words.className = 'words';
	root.append( boxes, outlines, ring );
	page.documentElement.append( host );

	let painted: { element: Element; box: HTMLElement }[] = [];
	let chosen: { element: Element; box: HTMLElement }[] = [];
	let marked: Element | null = null;
	let waiting = 0;

	const boxIn = ( layer: HTMLElement, look: string ): HTMLElement => {
		const box = page.createElement( 'div' );
		box.className = look;
		layer.append( box );
		return box;
	};
	/** Where an element is in the page's own window, through the frames it stands in. */
	const placeOf = ( element: Element ) => {
		const { left, top, width, height } = element.getBoundingClientRect();
		const at = { left, top, width, height };
		for ( let frame = frameOf( element ); frame; frame = frameOf( frame ) ) {
			const edge = frame.getBoundingClientRect();
			at.left += edge.left + frame.clientLeft;
			at.top += edge.top + frame.clientTop;
		}
		return at;
	};
	const frameOf = ( { ownerDocument }: Element ): Element | null => ( ownerDocument === page ? null : ownerDocument.defaultView?.frameElement ?? null );
	const place = ( element: Element, box: HTMLElement, origin: DOMRect ): boolean => {
		const { left, top, width, height } = placeOf( element );
		const seen = width > 0 && height > 0;
		box.style.display = seen ? '' : 'none';
		box.style.transform = `translate(${ left - origin.left }px, ${ top - origin.top }px)`;
		box.style.width = `${ width }px`;
		box.style.height = `${ height }px`;
		return seen;
	};
	const placeAll = () => {
		waiting = 0;
		const origin = host.getBoundingClientRect();
		[ ...painted, ...chosen ].forEach( ( { element, box } ) => place( element, box, origin ) );
		if ( marked ) {
			place( marked, ring, origin );
			const { left, top } = placeOf( marked );
			words.classList.toggle( 'is-below', top < 48 );
			words.classList.toggle( 'is-left', left > view.innerWidth / 2 );
		}
	};
	const soon = () => {
		waiting ||= view.requestAnimationFrame( placeAll );
	};
	view.addEventListener( 'scroll', soon, { capture: true, passive: true } );
	view.addEventListener( 'resize', soon );

	return {
		paint( findings ) {
			boxes.replaceChildren();
			painted = findings.slice( 0, MAX_BOXES ).map( ( { element, fate } ) => ( { element, box: boxIn( boxes, `box ${ fate }` ) } ) );
			placeAll();
		},
		choose( elements ) {
			outlines.replaceChildren();
			chosen = elements.slice( 0, MAX_BOXES ).map( ( element ) => ( { element, box: boxIn( outlines, 'chosen' ) } ) );
			placeAll();
		},
		mark( element, said = '' ) {
			marked = element;
			ring.hidden = element === null;
			ring.style.display = element === null ? 'none' : '';
			words.textContent = said;
			words.style.display = said ? '' : 'none';
			placeAll();
		},
		dispose() {
			view.cancelAnimationFrame( waiting );
			view.removeEventListener( 'scroll', soon, { capture: true } );
			view.removeEventListener( 'resize', soon );
			host.remove();
		},
	};
}

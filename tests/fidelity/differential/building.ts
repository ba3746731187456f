/** Random pieces of pages: every kind of node that a page may have. */
import type { World } from './world';

const SVG = 'http://www.w3.org/2000/svg';
const MATH = 'http://www.w3.org/1998/Math/MathML';
const DOT = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const COLORS = [ 'red', 'green', 'blue', 'teal', 'navy', 'olive' ];
const CLASSES = [ 'one', 'two', 'three', 'wide', 'tall' ];

type Maker = ( world: World, depth: number ) => Node;

const make = ( name: string, attributes: Record<string, string> = {}, ...content: ( Node | string )[] ): HTMLElement => {
	const element = document.createElement( name );
	Object.entries( attributes ).forEach( ( [ key, value ] ) => element.setAttribute( key, value ) );
	element.append( ...content );
	return element;
};

export const color = ( { random }: World ): string => random.pick( COLORS );
export const className = ( { random }: World ): string => random.pick( CLASSES );

/** A rule that applies to some elements of programs. */
export function rule( world: World ): string {
	const { random } = world;
	const selector = random.pick( [ `.${ className( world ) }`, 'p', 'span', 'li', `.${ className( world ) } > *`, 'td', 'div:first-child', '::slotted(*)', ':host' ] );
	const declaration = random.pick( [ `color: ${ color( world ) }`, `background-color: ${ color( world ) }`, `padding-left: ${ random.below( 9 ) }px`, `opacity: 0.${ 1 + random.below( 9 ) }`, `font-size: ${ 8 + random.below( 9 ) }px`, 'display: inline-block', `--shade: ${ color( world ) }`, 'border: 3px solid', 'color: var(--shade, teal)' ] );
	const plain = `${ selector } { ${ declaration } }`;
	return random.chance( 0.15 ) ? `@media (min-width: ${ random.pick( [ 1, 9000 ] ) }px) { ${ plain } }` : plain;
}

export const css = ( world: World ): string => Array.from( { length: 1 + world.random.below( 3 ) }, () => rule( world ) ).join( '\n' );

function children( world: World, depth: number ): Node[] {
	return depth > 0 ? Array.from( { length: world.random.below( 4 ) }, () => build( world, depth - 1 ) ) : [ document.createTextNode( world.random.words() ) ];
}

function box( world: World, depth: number ): Node {
	const { random } = world;
	const element = make( random.pick( [ 'div', 'p', 'span', 'section', 'article', 'h2', 'a', 'label', 'pre', 'blockquote', 'em' ] ), {}, ...children( world, depth ) );
	decorate( world, element );
	return element;
}

/** Gives an element some attributes, and a marked one in masked programs its mark and its secret. */
export function decorate( world: World, element: Element ): void {
	const { random } = world;
	if ( random.chance( 0.5 ) ) {
		element.setAttribute( 'class', `${ className( world ) } ${ className( world ) }` );
	}
	if ( random.chance( 0.2 ) ) {
		element.setAttribute( 'style', `color: ${ color( world ) }` );
	}
	if ( random.chance( 0.2 ) ) {
		element.setAttribute( random.pick( [ 'title', 'lang', 'data-state', 'aria-label' ] ), random.pick( [ 'ready', 'open', 'busy' ] ) );
	}
	if ( world.plants && random.chance( 0.15 ) ) {
		// By the page's own mark, by a selector of the owner, or by a call of the page.
		const mark = () => element.setAttribute( 'data-candid', random.pick( [ 'mask', 'block' ] ) );
		( world.isWide ? random.pick( [ mark, () => element.classList.add( 'hushed' ), () => element.classList.add( 'whispered' ) ] ) : mark )();
		element.append( world.secret() );
		element.setAttribute( 'title', world.secret() );
	}
}

function host( world: World, depth: number ): Node {
	const { random } = world;
	const element = make( random.pick( [ 'div', 'section', 'x-plain', 'span' ] ), {}, ...children( world, depth ) );
	fillRoot( world, element.attachShadow( { mode: 'open' } ), depth );
	return element;
}

/** What a shadow root begins with. */
export function fillRoot( world: World, root: ShadowRoot, depth: number ): void {
	const { random } = world;
	if ( random.chance( 0.5 ) ) {
		root.append( make( 'style', {}, css( world ) ) );
	}
	root.append( ...children( world, depth ), make( 'slot' ) );
	if ( random.chance( 0.3 ) ) {
		root.append( make( 'slot', { name: 'side' } ) );
	}
}

function drawing( world: World ): Node {
	const { random } = world;
	const svg = document.createElementNS( SVG, 'svg' );
	svg.setAttribute( 'viewBox', '0 0 10 10' );
	svg.setAttribute( 'width', '20' );
	for ( let count = random.below( 4 ); count >= 0; count-- ) {
		const part = document.createElementNS( SVG, random.pick( [ 'path', 'rect', 'g', 'text', 'linearGradient', 'use', 'style' ] ) );
		if ( part.localName === 'path' ) {
			part.setAttribute( 'd', 'M1 1L5 5zM2 2h3' );
		} else if ( part.localName === 'use' ) {
			part.setAttributeNS( 'http://www.w3.org/1999/xlink', 'xlink:href', '#shape' );
		} else if ( part.localName === 'text' ) {
			part.append( random.words() );
		} else if ( part.localName === 'style' ) {
			part.append( css( world ) );
		}
		svg.append( part );
	}
	return svg;
}

function formula( world: World ): Node {
	const math = document.createElementNS( MATH, 'math' );
	const sign = document.createElementNS( MATH, 'mi' );
	sign.append( world.random.words( 1 ) );
	math.append( sign );
	return math;
}

function control( world: World ): Node {
	const { random } = world;
	const name = random.pick( [ 'text', 'checkbox', 'radio', 'number', 'range', 'search', 'button', 'textarea', 'select', 'color', 'submit' ] );
	if ( name === 'textarea' ) {
		return make( 'textarea', { rows: '2' }, random.words() );
	}
	if ( name === 'select' ) {
		return make( 'select', {}, ...Array.from( { length: 2 + random.below( 3 ) }, ( _, at ) => make( 'option', { value: `v${ at }`, ...( random.chance( 0.2 ) ? { selected: '' } : {} ) }, random.words() ) ) );
	}
	const values: Record<string, string> = { number: '7', range: '30', color: '#00ff00' };
	return make( 'input', { type: name, value: values[ name ] ?? random.words( 1 ), ...( random.chance( 0.3 ) && /^(checkbox|radio)$/.test( name ) ? { checked: '' } : {} ), ...( name === 'radio' ? { name: random.pick( [ 'left', 'right' ] ) } : {} ) } );
}

function table( world: World ): Node {
	const rows = Array.from( { length: 1 + world.random.below( 3 ) }, () => make( 'tr', {}, ...Array.from( { length: 1 + world.random.below( 3 ) }, () => make( 'td', {}, world.random.words() ) ) ) );
	return make( 'table', {}, make( 'tbody', {}, ...rows ) );
}

function frame( world: World ): Node {
	const { random } = world;
	const kind = random.pick( [ 'blank', 'srcdoc', 'file' ] );
	const attributes: Record<string, string> = {};
	if ( kind === 'srcdoc' ) {
		attributes.srcdoc = `<!doctype html><style>${ css( world ) }</style><p class="one">${ random.words() }</p>`;
	} else if ( kind === 'file' ) {
		attributes.src = `/frame.html?${ random.below( 3 ) }`;
	}
	return make( 'iframe', { width: '90', height: '60', ...attributes } );
}

const comment = ( words: string ): Node => document.createComment( words );
/** Kinds of nodes that come from XML alone. */
const foreign = (): Node => document.adoptNode( new DOMParser().parseFromString( '<a><![CDATA[far]]></a>', 'text/xml' ).documentElement.firstChild! );
const instruction = (): Node => document.createProcessingInstruction( 'candid', 'river' );

function scroller( world: World, depth: number ): Node {
	const inner = make( 'div', { style: 'height: 400px; width: 400px' }, ...children( world, depth ) );
	return make( 'div', { class: 'scroller', style: 'height: 60px; width: 90px; overflow: auto; overflow-anchor: none' }, inner );
}

const MAKERS: [ Maker, number ][] = [
	[ box, 12 ],
	[ ( { random } ) => document.createTextNode( random.words() ), 5 ],
	[ ( { isWide, random } ) => ( isWide ? random.pick( [ comment, foreign, instruction ] ) : comment )( random.words() ), 2 ],
	[ ( world ) => make( 'ul', {}, ...Array.from( { length: world.random.below( 5 ) }, () => make( 'li', {}, world.random.words() ) ) ), 3 ],
	[ host, 3 ],
	[ ( world ) => make( world.random.pick( [ 'x-card', world.late, 'x-plain' ] ), {}, ...children( world, 0 ) ), 2 ],
	[ drawing, 2 ],
	[ formula, 1 ],
	[ control, 4 ],
	[ table, 2 ],
	[ frame, 2 ],
	[ scroller, 1 ],
	[ ( world ) => make( 'style', {}, css( world ) ), 2 ],
	[ ( { random } ) => make( 'link', { rel: 'stylesheet', href: `/sheet-${ random.below( 4 ) }.css` } ), 1 ],
	[ () => make( 'img', { src: DOT, alt: 'A dot' } ), 1 ],
	[ ( world, depth ) => make( 'dialog', {}, ...children( world, depth ) ), 1 ],
	[ ( world, depth ) => make( 'details', {}, make( 'summary', {}, world.random.words() ), ...children( world, depth ) ), 1 ],
	[ ( world ) => make( 'div', { popover: '' }, world.random.words() ), 1 ],
	[ ( { random } ) => make( random.pick( [ 'br', 'hr', 'canvas', 'video', 'progress', 'template', 'noscript' ] ) ), 1 ],
	[ ( world ) => make( 'fieldset', {}, make( 'legend', {}, world.random.words() ), control( world ), control( world ) ), 1 ],
];
const BAG = MAKERS.flatMap( ( [ maker, weight ] ) => Array.from( { length: weight }, () => maker ) );

/** A random piece of a page. */
export function build( world: World, depth: number ): Node {
	const maker = world.random.pick( BAG );
	const node = ( maker === frame && ! world.frames ? box : maker )( world, depth );
	if ( node.nodeType === 1 && world.random.chance( 0.1 ) ) {
		( node as Element ).setAttribute( 'slot', 'side' );
	}
	return node;
}

/** The same as markup, declarative shadow roots included. */
export function markup( world: World ): string {
	const { random } = world;
	const holder = document.createElement( 'div' );
	// The parser closes a paragraph before a box in it: what is written inside a mark may come out beside the mark.
	world.plants = false;
	holder.append( build( world, 2 ), build( world, 1 ) );
	world.plants = world.masked;
	const html = holder.innerHTML;
	return random.chance( 0.3 ) ? `${ html }<section><template shadowrootmode="open"><style>${ css( world ) }</style><p class="two">${ random.words() }</p><slot></slot></template>${ random.words() }</section>` : html;
}

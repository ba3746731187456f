/** What a program does to its page: one random change. */
import { build, className, color, css, decorate, fillRoot, markup, rule } from './building';
import { HIDDEN, documentIn, type Root, type World } from './world';

type Operation = ( world: World ) => void;

/** With more nodes than this a program takes away instead of adding. */
const MOST_NODES = 110;

const isFull = ( world: World ): boolean => world.nodes().length > MOST_NODES;

const insert: Operation = ( world ) => {
	if ( isFull( world ) ) {
		return remove( world );
	}
	const { random, attic } = world;
	const old = attic.length > 0 && random.chance( 0.3 ) ? random.pick( attic ) : null;
	world.place( old && ! old.isConnected ? old : build( world, 2 ), random.pick( world.containers() ) );
};

const remove: Operation = ( world ) => {
	const node = world.random.pick( world.movable() );
	if ( node ) {
		node.remove();
		world.keep( node );
	}
};

const move: Operation = ( world ) => {
	if ( world.isWide && world.random.chance( 0.1 ) ) {
		return adoptElsewhere( world );
	}
	const node = world.random.pick( world.movable() );
	if ( node ) {
		world.place( node, world.random.pick( world.containers() ) );
	}
};

/** Takes a node into another document, where it is not put anywhere yet. */
const adoptElsewhere: Operation = ( world ) => {
	const { random } = world;
	const node = random.pick( world.movable() );
	const documents = world.roots().filter( ( root ) => root.nodeType === 9 ) as Document[];
	if ( node ) {
		world.keep( random.pick( documents ).adoptNode( node ) );
	}
};

const reorder: Operation = ( world ) => {
	const parent = world.random.pick( world.containers() );
	const children = [ ...parent.childNodes ];
	const order = world.random.pick( [ () => world.random.shuffled( children ), () => children.reverse(), () => [ ...children.slice( 1 ), ...children.slice( 0, 1 ) ] ] )();
	order.forEach( ( child ) => parent.appendChild( child ) );
};

const swapWithin: Operation = ( world ) => {
	const parent = world.random.pick( world.containers() );
	if ( parent.childNodes.length > 1 ) {
		parent.insertBefore( world.random.pick( [ ...parent.childNodes ] ), parent.firstChild );
	}
};

const replaceAll: Operation = ( world ) => {
	const { random } = world;
	const parent = random.pick( world.containers().filter( ( node ) => ( node as Element ).localName !== 'body' ) );
	if ( parent ) {
		const kept = [ ...parent.childNodes ].filter( () => random.chance( 0.5 ) );
		parent.replaceChildren( ...random.shuffled( [ ...kept, build( world, 1 ), random.words() ] ) );
	}
};

const setMarkup: Operation = ( world ) => {
	const { random } = world;
	const parent = random.pick( world.containers().filter( ( node ) => ( node as Element ).localName !== 'body' ) ) as Element | undefined;
	if ( ! parent || isFull( world ) ) {
		return remove( world );
	}
	const html = markup( world );
	if ( random.chance( 0.4 ) && 'setHTMLUnsafe' in parent ) {
		( parent as unknown as { setHTMLUnsafe: ( html: string ) => void } ).setHTMLUnsafe( html );
	} else {
		parent.innerHTML = html;
	}
};

const wrap: Operation = ( world ) => {
	const node = world.random.pick( world.movable() );
	// Of an element inside a sheet nothing is seen.
	if ( node && node.parentElement?.localName !== 'style' ) {
		const box = document.createElement( 'div' );
		node.replaceWith( box );
		box.append( node );
	}
};

const unwrap: Operation = ( world ) => {
	const box = world.some<HTMLElement>( 'div, span, section' );
	if ( box && ! world.isUnseenSecret( box ) ) {
		box.replaceWith( ...box.childNodes );
	}
};

const changeText: Operation = ( world ) => {
	const { random } = world;
	const text = random.pick( world.nodes().filter( ( node ) => node.nodeType === 3 ) ) as Text | undefined;
	if ( ! text ) {
		return;
	}
	random.pick( [
		() => ( text.data = random.words() ),
		() => text.appendData( ` ${ random.words( 1 ) }` ),
		() => text.length > 3 && text.splitText( 2 ),
		() => text.parentNode?.normalize(),
		() => ( text.parentNode!.textContent = random.words() ),
	] )();
};

const changeAttribute: Operation = ( world ) => {
	const { random } = world;
	const element = random.pick( world.elements() ) as HTMLElement;
	random.pick( [
		() => element.setAttribute( random.pick( [ 'title', 'lang', 'data-state', 'aria-label', 'dir' ] ), random.pick( [ 'ready', 'rtl', 'busy' ] ) ),
		() => element.removeAttribute( random.pick( [ 'title', 'lang', 'data-state', element.matches( HIDDEN ) ? 'dir' : 'class', 'style' ] ) ),
		() => element.classList.toggle( className( world ) ),
		() => element.style?.setProperty( random.pick( [ 'color', 'background-color' ] ), color( world ) ),
		() => element.style?.setProperty( 'font-size', `${ 8 + random.below( 9 ) }px` ),
		() => element.toggleAttribute( 'hidden' ),
		() => element.setAttribute( 'slot', random.pick( [ 'side', '' ] ) ),
		() => decorate( world, element.matches( 'div, span, p, section' ) ? element : document.createElement( 'div' ) ),
	] )();
};

const changeSheet: Operation = ( world ) => {
	const { random } = world;
	const element = world.some<HTMLStyleElement>( 'style, link' );
	const sheet = element?.sheet;
	if ( ! element || ! sheet ) {
		return;
	}
	const isStyle = element.localName === 'style';
	random.pick( [
		() => isStyle && ( element.textContent = css( world ) ),
		() => isStyle && element.append( css( world ) ),
		() => sheet.insertRule( rule( world ), random.below( sheet.cssRules.length + 1 ) ),
		() => sheet.cssRules.length > 0 && sheet.deleteRule( random.below( sheet.cssRules.length ) ),
		() => ( sheet.cssRules[ 0 ] as CSSStyleRule | undefined )?.style?.setProperty( 'color', color( world ) ),
		() => ( sheet.disabled = ! sheet.disabled ),
		() => ( element.media = random.pick( [ '', 'print', 'screen' ] ) ),
	] )();
};

const adopt: Operation = ( world ) => {
	const { random, sheets } = world;
	const root = random.pick( world.roots() );
	const view = ( root.ownerDocument ?? ( root as Document ) ).defaultView as ( Window & typeof globalThis ) | null;
	if ( ! view ) {
		return;
	}
	const mine = sheets.filter( ( sheet ) => sheet instanceof view.CSSStyleSheet );
	if ( mine.length === 0 || random.chance( 0.4 ) ) {
		const sheet = new view.CSSStyleSheet();
		sheet.replaceSync( css( world ) );
		sheets.push( sheet );
		mine.push( sheet );
	}
	const sheet = random.pick( mine );
	random.pick( [
		() => ( root.adoptedStyleSheets = [ ...root.adoptedStyleSheets, sheet ] ),
		() => ( root.adoptedStyleSheets = random.shuffled( mine ).slice( 0, 2 ) ),
		() => ( root.adoptedStyleSheets = [] ),
		() => sheet.replaceSync( css( world ) ),
		() => sheet.insertRule( rule( world ) ),
		() => root.adoptedStyleSheets.push( sheet ),
	] )();
};

const setControl: Operation = ( world ) => {
	const { random } = world;
	const field = world.some<HTMLInputElement & { options?: HTMLOptionsCollection; selectedIndex: number }>( 'input, select, textarea' );
	if ( ! field ) {
		return;
	}
	if ( /^(checkbox|radio)$/.test( field.type ) ) {
		field.checked = ! field.checked;
	} else if ( field.options ) {
		// One that the parser made of foreign markup has none.
		field.selectedIndex = random.below( Math.max( 1, field.options.length ) );
	} else if ( /^(text|search|textarea)$/.test( field.type ) ) {
		field.value = random.words();
	} else if ( /^(number|range)$/.test( field.type ) ) {
		field.value = String( random.below( 99 ) );
	}
	if ( random.chance( 0.5 ) ) {
		field.dispatchEvent( new Event( 'input', { bubbles: true, composed: true } ) );
		field.dispatchEvent( new Event( 'change', { bubbles: true } ) );
	}
};

const scroll: Operation = ( world ) => {
	const element = world.some( '.scroller' );
	element?.scrollTo( world.random.below( 200 ), world.random.below( 200 ) );
};

const open: Operation = ( world ) => {
	const { random } = world;
	const element = world.some<HTMLElement>( 'dialog, details, [popover]' );
	// A dialog that the parser made inside a drawing is none.
	if ( ! element || ! ( 'togglePopover' in element ) ) {
		return;
	}
	if ( element.localName === 'dialog' ) {
		const dialog = element as HTMLDialogElement;
		dialog.close();
		random.pick( [ () => dialog.show(), () => dialog.showModal(), () => {} ] )();
	} else if ( element.localName === 'details' ) {
		( element as HTMLDetailsElement ).open = random.chance( 0.5 );
	} else {
		element.togglePopover();
	}
};

const changeFrame: Operation = ( world ) => {
	const { random } = world;
	const frame = world.some<HTMLIFrameElement>( 'iframe' );
	const inner = frame && documentIn( frame );
	if ( ! frame || ! inner ) {
		return;
	}
	const isWritten = frame.hasAttribute( 'srcdoc' );
	random.pick( [
		() => {
			world.expectLoad( frame );
			frame.setAttribute( 'srcdoc', `<p>${ random.words() }</p>` );
		},
		() => {
			if ( ! isWritten ) {
				world.expectLoad( frame );
			}
			frame.setAttribute( 'src', `/frame.html?${ random.below( 3 ) }` );
		},
		() => {
			if ( isWritten ) {
				world.expectLoad( frame );
			}
			frame.removeAttribute( 'srcdoc' );
		},
		() => frame.parentNode!.append( frame ),
		() => {
			inner.open();
			inner.write( `<!doctype html><title>New</title><p>${ random.words() }</p>` );
			inner.close();
		},
		() => inner.body?.append( build( world, 1 ) ),
		() => inner.body?.replaceWith( inner.createElement( 'body' ) ),
	] )();
};

const attach: Operation = ( world ) => {
	const host = world.random.pick( world.elements().filter( ( element ) => ! element.shadowRoot && element.matches( 'div, section, span, p, x-plain' ) ) );
	if ( host ) {
		fillRoot( world, host.attachShadow( { mode: 'open' } ), 1 );
	}
};

const upgrade: Operation = ( world ) => {
	const name = world.late;
	if ( ! customElements.get( name ) ) {
		customElements.define( name, class extends HTMLElement {
			public constructor() {
				super();
				this.attachShadow( { mode: 'open' } ).innerHTML = '<p>late</p><slot></slot>';
			}
		} );
	}
};

const replaceBody: Operation = ( world ) => {
	const { random } = world;
	if ( ! document.body || random.chance( 0.6 ) ) {
		document.title = random.words();
		return;
	}
	const body = document.createElement( 'body' );
	if ( random.chance( 0.5 ) ) {
		body.append( ...document.body.childNodes );
	}
	body.append( build( world, 2 ) );
	document.body.replaceWith( body );
};

const rewrite: Operation = ( world ) => {
	const { random } = world;
	if ( random.chance( 0.3 ) ) {
		document.open();
		document.write( `<!doctype html><html><head><title>Again</title><style>${ css( world ) }</style></head><body><p class="one">${ random.words() }</p></body></html>` );
		document.close();
	} else if ( random.chance( 0.4 ) ) {
		const html = document.createElement( 'html' );
		html.append( document.createElement( 'head' ), document.createElement( 'body' ) );
		html.lastElementChild!.append( build( world, 2 ) );
		document.documentElement.replaceWith( html );
	}
};

/** Operations by the name of their class, with how often they come. */
export const OPERATIONS: Record<string, [ Operation, number ]> = {
	insert: [ insert, 14 ],
	remove: [ remove, 8 ],
	move: [ move, 10 ],
	reorder: [ reorder, 4 ],
	swap: [ swapWithin, 4 ],
	replace: [ replaceAll, 4 ],
	markup: [ setMarkup, 4 ],
	wrap: [ wrap, 2 ],
	unwrap: [ unwrap, 2 ],
	text: [ changeText, 6 ],
	attribute: [ changeAttribute, 8 ],
	sheet: [ changeSheet, 5 ],
	adopt: [ adopt, 4 ],
	control: [ setControl, 5 ],
	scroll: [ scroll, 2 ],
	open: [ open, 2 ],
	frame: [ changeFrame, 4 ],
	attach: [ attach, 2 ],
	upgrade: [ upgrade, 1 ],
	body: [ replaceBody, 1 ],
	rewrite: [ rewrite, 1 ],
};

export const BAG = Object.entries( OPERATIONS ).flatMap( ( [ name, [ , weight ] ] ) => Array.from( { length: weight }, () => name ) );

export type { Root };

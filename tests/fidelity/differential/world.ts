/** The page of a program: what is in it now, and what has been in it. */
import type { Random } from './random';

export type Root = Document | ShadowRoot;

/** Elements into which a program puts no children of its own. */
const CLOSED = /^(area|base|br|canvas|col|embed|hr|iframe|img|input|link|math|meta|mi|noscript|optgroup|option|script|select|style|template|textarea|title|video|head|datalist|audio|progress|meter)$/;

/** What masked programs hide: by marks, by selectors of the owner, and by calls. */
export const HIDDEN = '[data-candid], .tall, .hushed, .whispered';

export class World {
	/** Operations done so far. */
	public readonly done: string[] = [];
	/** Nodes taken out of the page, which may come back. */
	public readonly attic: Node[] = [];
	public readonly sheets: CSSStyleSheet[] = [];
	/** Secrets planted in masked and blocked places. */
	public readonly secrets: string[] = [];

	/** Frames that were sent elsewhere and have not loaded yet. */
	public readonly expected = new WeakSet<Element>();

	/** Whether what is built has marks and secrets. */
	public plants: boolean;

	/** Whether what is built has frames: they take most of the time of a program, and every fourth has them. */
	public frames = false;

	/** Whether the program has what programs had not at first: seeds from 5,001 on, so that the others stay what they were. */
	public isWide = false;

	/** @param late Name of a custom element that is defined while the program runs. */
	public constructor( public random: Random, public readonly masked: boolean, public readonly late: string ) {
		this.plants = masked;
	}

	/** All nodes of the page: of its shadow roots and of the documents of its frames too. */
	public nodes(): Node[] {
		const found: Node[] = [];
		const walk = ( node: Node ) => {
			found.push( node );
			const { shadowRoot } = node as Element;
			if ( shadowRoot ) {
				walk( shadowRoot );
			}
			const inner = ( node as Element ).localName === 'iframe' ? documentIn( node as HTMLIFrameElement ) : null;
			if ( inner ) {
				walk( inner );
			}
			for ( let child = node.firstChild; child; child = child.nextSibling ) {
				walk( child );
			}
		};
		walk( document );
		return found;
	}

	public elements(): Element[] {
		return this.nodes().filter( ( node ) => node.nodeType === 1 ) as Element[];
	}

	/** Documents and shadow roots. */
	public roots(): Root[] {
		return this.nodes().filter( ( node ) => node.nodeType === 9 || node.nodeType === 11 ) as Root[];
	}

	/** Places for children: elements and shadow roots. */
	public containers(): ( Element | ShadowRoot )[] {
		return this.nodes().filter( ( node ) => node.nodeType === 11 || ( node.nodeType === 1 && ! CLOSED.test( ( node as Element ).localName ) && ( node as Element ).localName !== 'html' ) ) as Element[];
	}

	/** Nodes that a program may take away or move. */
	public movable(): ChildNode[] {
		return this.nodes().filter( ( node ) => node.parentNode && node.parentNode.nodeType !== 9 && ! /^(body|head)$/.test( ( node as Element ).localName ?? '' ) && ! this.isUnseenSecret( node ) ) as ChildNode[];
	}

	/**
	 * Whether a node may be in a closed place that no recorder has seen yet: nobody is told of what leaves a shadow root or
	 * a frame before it is recorded, and what is in an open place by then is open.
	 */
	public isUnseenSecret( node: Node ): boolean {
		const element = node.nodeType === 1 ? node as Element : node.parentElement;
		return this.masked && node.getRootNode() !== document && element?.closest( HIDDEN ) !== null;
	}

	/** A random one that matches a selector. */
	public some<E extends Element>( selector: string ): E | null {
		const found = this.elements().filter( ( element ) => element.matches( selector ) );
		return found.length > 0 ? this.random.pick( found ) as E : null;
	}

	/** Puts a node somewhere into a container. */
	public place( node: Node, container: Node ): void {
		const children = [ ...container.childNodes ];
		const before = this.random.chance( 0.4 ) ? null : children[ this.random.below( children.length + 1 ) ] ?? null;
		if ( ! node.contains( container ) && before !== node ) {
			container.insertBefore( node, before );
		}
	}

	/** A frame was sent elsewhere; its document stays what it is for a while. */
	public expectLoad( frame: Element ): void {
		this.expected.add( frame );
		frame.addEventListener( 'load', () => this.expected.delete( frame ), { once: true } );
	}

	public keep( node: Node ): void {
		this.attic.push( node );
		if ( this.attic.length > 12 ) {
			this.attic.shift();
		}
	}

	/** A text that must not be recorded. */
	public secret(): string {
		const secret = `zqx${ this.random.pick( [ 'velvet', 'saffron', 'juniper' ] ) }${ this.secrets.length }zqx`;
		this.secrets.push( secret );
		return secret;
	}
}

export function documentIn( frame: HTMLIFrameElement ): Document | null {
	try {
		return frame.contentDocument;
	} catch {
		return null;
	}
}

/**
 * Follows closed parts of a page: a node that is taken out of one stays closed. Where it was taken from may itself have
 * been moved or have gone by the time the browser tells of it, so each observer knows how closed its places are.
 */
import { BLOCKED } from '../../privacy';
import { ELEMENT, SHOW_ELEMENTS, listen, nodeNameOf, nodeTypeOf, shadowRootOf, treeIn, unlisten } from '../../privacy/natives';
import { task } from '../tasks/task';

/** Answers of a tree walker's filter (DOM, NodeFilter). */
const ACCEPT = 1;
const REJECT = 2;

export interface DepartureSettings {
	/** The state that the followed places have in common. */
	bit: number;
	stateOf: ( node: Node ) => number;
	/** Keeps a node closed from now on. */
	close: ( node: Node, bits: number ) => void;
}

export class Departures {
	private isStarted = false;
	/** Shadow roots and documents of frames that are followed, and the frames. */
	private followed = new WeakSet<Node>();
	private frames = new Set<HTMLIFrameElement>();
	private readonly observer = new MutationObserver( task( ( records: MutationRecord[] ) => this.keepClosed( records ) ) );

	constructor( private readonly settings: DepartureSettings ) {}

	start(): void {
		this.isStarted = true;
	}

	stop(): void {
		this.isStarted = false;
		this.observer.disconnect();
		this.frames.forEach( ( frame ) => unlisten( frame, 'load', this.onLoad ) );
		this.frames.clear();
		this.followed = new WeakSet();
	}

	/** Follows what happens under a node, in shadow roots and frames too. */
	follow( root: Node ): void {
		if ( this.isStarted ) {
			this.observer.observe( root, { childList: true, subtree: true } );
			this.enter( root, new Set() );
		}
	}

	/** The same for a shadow root or a document, which is told of more than once. */
	followOnce( root: Node | null | undefined ): void {
		if ( root && ! this.followed.has( root ) ) {
			this.followed.add( root );
			this.follow( root );
		}
	}

	/** Deals with what has happened and was not told of yet. */
	take(): void {
		this.keepClosed( this.observer.takeRecords() );
	}

	private keepClosed( records: MutationRecord[] ): void {
		const { bit, stateOf, close } = this.settings;
		const entered = new Set<Node>();
		for ( const { target, addedNodes, removedNodes } of records ) {
			removedNodes.forEach( ( node ) => close( node, bit | ( stateOf( target ) & BLOCKED ) ) );
			addedNodes.forEach( ( node ) => this.enter( node, entered ) );
		}
	}

	/**
	 * No observer looks into a shadow root or a frame from outside: each gets looked into by itself.
	 *
	 * @param entered Nodes that have been gone through already; a node that moved several times is told of several times.
	 */
	private enter( place: Node, entered: Set<Node> ): void {
		if ( entered.has( place ) ) {
			return;
		}
		const isNew = ( node: Node ) => ( entered.has( node ) ? REJECT : ACCEPT );
		const walker = treeIn( document, place, SHOW_ELEMENTS, isNew );
		for ( let node: Node | null = place; node; node = walker.nextNode() ) {
			entered.add( node );
			const element = node as HTMLIFrameElement;
			this.followOnce( nodeTypeOf( node ) === ELEMENT ? shadowRootOf( element ) : null );
			if ( nodeNameOf( node ).toLowerCase() === 'iframe' && ! this.followed.has( element ) ) {
				this.followed.add( element );
				this.frames.add( element );
				listen( element, 'load', this.onLoad );
				this.followOnce( element.contentDocument );
			}
		}
	}

	private readonly onLoad = task( ( event: Event ) => this.followOnce( ( event.currentTarget as HTMLIFrameElement ).contentDocument ) );
}

/**
 * How far boxes are scrolled: told some times a second, and once more where the browser has scrolled a box without an
 * event. A box that is taken out of the page and put back is at its beginning again.
 */
import { Timer } from '../tasks/timer';
import { DETAIL } from '../recorded';
import type { Entries } from './dom/entry';
import { SLOW_MS, type Detail } from './settings';
import { DOCUMENT, boxesOf, hostOf, isConnected, nodeTypeOf, parentOf, scrollLeftOf, scrollTopOf, scrollerOf } from '../../privacy/natives';

/** A scroll position is kept this often (ms). */
const SCROLL_MS = 100;
/** A box that is not recorded after so many looks stands in something blocked. */
const LOOKS = 3;

/** Takes the position of a box (px) and when the box got there. */
export type TellScroll = ( node: Node, at: number, x: number, y: number ) => void;

export class Scrolls {
	/** Boxes with positions that are not told yet, and when they got there. */
	private readonly scrolled = new Map<Node, number>();
	/** Scrolled boxes that are not recorded yet, with the looks that may still record them. */
	private readonly unplaced = new Map<Node, number>();
	/** Positions as told last, of boxes that are not at their beginning. */
	private readonly offsets = new Map<Element, string>();
	/** Boxes that may have other positions than those told. */
	private readonly doubted = new Set<Element>();
	private readonly timer = new Timer();

	/** @param ask Takes a box whose position is to be compared once the browser has laid out the page. */
	public constructor( private readonly entries: Entries, private readonly detail: Detail, private readonly ask: ( box: Element ) => void, private readonly tell: TellScroll ) {}

	public readonly onScroll = ( node: Node ): void => {
		if ( this.scrolled.size === 0 ) {
			this.timer.set( this.detail.level >= DETAIL.fewerScrolls ? SLOW_MS : SCROLL_MS, () => this.flush() );
		}
		this.scrolled.set( node, Date.now() );
	};

	/** An element was recorded once more: in a replay it is at its beginning. */
	public recordedAgain( element: Element ): void {
		if ( this.offsets.has( element ) ) {
			this.offsets.set( element, '0,0' );
			this.doubted.add( element );
		}
	}

	/** Nodes were taken out of the page and put back. */
	public putBack( nodes: ReadonlySet<Node> ): void {
		for ( const box of nodes.size > 0 ? this.offsets.keys() : [] ) {
			for ( let at: Node | null = box; at; at = parentOf( at ) ?? hostOf( at ) ) {
				if ( nodes.has( at ) ) {
					this.doubted.add( box );
					break;
				}
			}
		}
	}

	/** Tells what waits. */
	public flush(): void {
		this.timer.cancel();
		const scrolled = [ ...this.scrolled ];
		this.scrolled.clear();
		for ( const [ node, at ] of scrolled ) {
			if ( ! this.tellPosition( node, at ) ) {
				this.unplaced.set( node, LOOKS );
			}
		}
	}

	/** A look has been made: boxes that were scrolled before they were recorded may be recorded now. */
	public looked(): void {
		for ( const [ node, looks ] of this.unplaced ) {
			if ( this.tellPosition( node, Date.now() ) || looks === 1 ) {
				this.unplaced.delete( node );
			} else {
				this.unplaced.set( node, looks - 1 );
			}
		}
		this.doubted.forEach( this.ask );
	}

	/** Tells the position of a box if it is another than the one told last. */
	public compare( box: Element ): void {
		if ( ! isConnected( box ) ) {
			this.offsets.delete( box );
		} else if ( this.doubted.has( box ) && boxesOf( box ).length === 0 ) {
			// A box that is not drawn keeps its position for later, and answers none.
			return;
		} else if ( positionOf( box ) !== ( this.offsets.get( box ) ?? '0,0' ) ) {
			this.tellPosition( box, Date.now() );
		}
		this.doubted.delete( box );
	}

	public stop(): void {
		this.timer.cancel();
		this.scrolled.clear();
		this.unplaced.clear();
		this.offsets.clear();
		this.doubted.clear();
	}

	private tellPosition( node: Node, at: number ): boolean {
		if ( ! this.entries.of( node ) ) {
			return false;
		}
		const box = ( ( nodeTypeOf( node ) === DOCUMENT && scrollerOf( node as Document ) ) || node ) as Element;
		const x = scrollLeftOf( box );
		const y = scrollTopOf( box );
		this.tell( node, at, x, y );
		if ( box === node && ( x || y ) ) {
			this.offsets.set( box, positionOf( box ) );
		} else {
			this.offsets.delete( box );
		}
		return true;
	}
}

const positionOf = ( box: Element ): string => `${ scrollLeftOf( box ) },${ scrollTopOf( box ) }`;

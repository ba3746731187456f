/**
 * Signs of the visitor: pointer, clicks, scrolling, size of the window, selection, fields. Every sign says where and
 * when; which node it met is looked up when the sign is told, for a node may be new.
 */
import { DETAIL, EVENT, SOURCE, type RecordedEvent } from '../recorded';
import { DOCUMENT, boxOf, documentOf, hostOf, isNode, listen, nodeTypeOf, parentOf, selectionIn, unlisten, windowOf } from '../../privacy/natives';
import type { Entries, Entry } from './dom/entry';
import { Scrolls } from './scrolls';
import { SLOW_MS, type Detail } from './settings';
import { task } from '../tasks/task';
import { Timer } from '../tasks/timer';

/** A position of the pointer is kept this often (ms): smooth to the eye, at a third of what browsers tell. */
const POINTER_MS = 50;
/** Positions are told together this often (ms). */
const POSITIONS_MS = 500;
/** Kinds of rrweb's MouseInteractions by the name of their event. */
const INTERACTIONS: Record<string, number> = { mouseup: 0, mousedown: 1, click: 2, contextmenu: 3, dblclick: 4, focus: 5, blur: 6, touchstart: 7, touchend: 9, touchcancel: 10 };

export interface SignSettings {
	entries: Entries;
	detail: Detail;
	/** Takes an event with the recorded nodes that the event names. */
	tell: ( event: RecordedEvent, nodes: Node[] ) => void;
	/** A field may have changed; finished: what was written in it stays for now. */
	onField: ( field: Element, isFinished: boolean ) => void;
	/** See Scrolls. */
	askPosition: ( box: Element ) => void;
}

/** Recorded entry of a node, or of the nearest node around it that is recorded. */
export function entryAround( entries: Entries, node: Node | null ): Entry | null {
	for ( let at = node; at; at = parentOf( at ) ?? hostOf( at ) ) {
		const entry = entries.of( at );
		if ( entry ) {
			return entry;
		}
	}
	return null;
}

interface Position {
	x: number;
	y: number;
	node: Node;
	at: number;
}

export class Signs {
	private readonly targets = new Set<EventTarget>();
	private positions: Position[] = [];
	private lastPosition = 0;
	private isTouch = false;
	private readonly pointerTimer = new Timer();
	public readonly scrolls: Scrolls;

	public constructor( private readonly settings: SignSettings ) {
		const { entries, detail, askPosition } = settings;
		this.scrolls = new Scrolls( entries, detail, askPosition, ( node, at, x, y ) => this.tell( at, { source: SOURCE.scroll, id: entries.of( node )!.id, x, y }, [ node ] ) );
	}

	/** Listens in a document, its window, or a shadow root. */
	public listen( root: Document | ShadowRoot ): void {
		const options = { capture: true, passive: true };
		const add = ( target: EventTarget, names: string, listener: ( event: Event ) => void ) => {
			this.targets.add( target );
			names.split( ' ' ).forEach( ( name ) => listen( target, name, listener, options ) );
		};
		add( root, 'scroll', this.onScroll );
		add( root, 'input change', this.onInput );
		if ( nodeTypeOf( root ) === DOCUMENT ) {
			add( root, Object.keys( INTERACTIONS ).join( ' ' ), this.onInteraction );
			add( root, 'mousemove touchmove drag', this.onMove );
			add( root, 'selectionchange', this.onSelection );
			const view = windowOf( root as Document );
			if ( view === window ) {
				add( view, 'resize', this.onResize );
			}
		}
	}

	/** Removes the listeners from a document or shadow root that is no longer in the page. */
	public leave( target: EventTarget ): void {
		const all: [ string, ( event: Event ) => void ][] = [ ...Object.keys( INTERACTIONS ).map( ( name ): [ string, ( event: Event ) => void ] => [ name, this.onInteraction ] ), [ 'scroll', this.onScroll ], [ 'input', this.onInput ], [ 'change', this.onInput ], [ 'mousemove', this.onMove ], [ 'touchmove', this.onMove ], [ 'drag', this.onMove ], [ 'selectionchange', this.onSelection ], [ 'resize', this.onResize ] ];
		all.forEach( ( [ name, listener ] ) => unlisten( target, name, listener, { capture: true } ) );
		this.targets.delete( target );
	}

	/** Removes every listener and forgets what waits. */
	public stop(): void {
		this.targets.forEach( ( target ) => this.leave( target ) );
		this.pointerTimer.cancel();
		this.scrolls.stop();
		this.positions = [];
	}

	/** Tells what waits. */
	public flush(): void {
		this.tellPositions();
		this.scrolls.flush();
	}

	private readonly onMove = task( ( event: Event ): void => {
		const now = Date.now();
		if ( now - this.lastPosition < ( this.settings.detail.level >= DETAIL.fewerPositions ? SLOW_MS : POINTER_MS ) ) {
			return;
		}
		const touch = ( event as TouchEvent ).changedTouches?.[ 0 ];
		const { clientX, clientY } = touch ?? ( event as MouseEvent );
		const node = targetOf( event );
		if ( ! node ) {
			return;
		}
		this.lastPosition = now;
		this.isTouch = !! touch;
		this.positions.push( { x: clientX, y: clientY, node, at: now } );
		if ( this.positions.length === 1 ) {
			this.pointerTimer.set( POSITIONS_MS, () => this.tellPositions() );
		}
	} );

	private tellPositions(): void {
		const { positions } = this;
		this.pointerTimer.cancel();
		this.positions = [];
		const last = positions[ positions.length - 1 ];
		if ( ! last ) {
			return;
		}
		const told = [];
		const nodes: Node[] = [];
		for ( const { x, y, node, at } of positions ) {
			const entry = entryAround( this.settings.entries, node );
			if ( entry ) {
				const [ left, top ] = offsetOf( node );
				nodes.push( entry.node );
				told.push( { x: x + left, y: y + top, id: entry.id, timeOffset: at - last.at } );
			}
		}
		if ( told.length > 0 ) {
			this.tell( last.at, { source: this.isTouch ? SOURCE.touchMove : SOURCE.mouseMove, positions: told }, nodes );
		}
	}

	private readonly onInteraction = task( ( event: Event ): void => {
		const node = targetOf( event );
		const entry = entryAround( this.settings.entries, node );
		if ( ! node || ! entry ) {
			return;
		}
		this.tellPositions();
		if ( this.settings.detail.level >= DETAIL.fewerScrolls ) {
			// A click is on what the box shows now.
			this.scrolls.flush();
		}
		const touch = ( event as TouchEvent ).changedTouches?.[ 0 ];
		const { clientX, clientY } = touch ?? ( event as MouseEvent );
		const place = clientX === undefined ? {} : { x: clientX + offsetOf( node )[ 0 ], y: clientY + offsetOf( node )[ 1 ] };
		this.tell( Date.now(), { source: SOURCE.mouseInteraction, type: INTERACTIONS[ event.type ], id: entry.id, ...place }, [ entry.node ] );
	} );

	private readonly onScroll = task( ( event: Event ): void => {
		const node = targetOf( event );
		if ( node ) {
			this.scrolls.onScroll( node );
		}
	} );

	private readonly onResize = task( (): void => {
		this.tell( Date.now(), { source: SOURCE.viewportResize, width: innerWidth, height: innerHeight }, [] );
	} );

	private readonly onInput = task( ( event: Event ): void => {
		const field = targetOf( event );
		if ( field ) {
			this.settings.onField( field as Element, event.type === 'change' );
		}
	} );

	private readonly onSelection = task( (): void => {
		const selection = selectionIn( document );
		const ranges = [];
		const nodes: Node[] = [];
		for ( let at = 0; selection && ! selection.isCollapsed && at < selection.rangeCount; at++ ) {
			const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt( at );
			const start = this.settings.entries.of( startContainer );
			const end = this.settings.entries.of( endContainer );
			if ( start && end ) {
				nodes.push( startContainer, endContainer );
				ranges.push( { start: start.id, startOffset, end: end.id, endOffset } );
			}
		}
		this.tell( Date.now(), { source: SOURCE.selection, ranges }, nodes );
	} );

	private tell( timestamp: number, data: Record<string, unknown>, nodes: Node[] ): void {
		this.settings.tell( { type: EVENT.incremental, timestamp, data }, nodes );
	}
}

function targetOf( event: Event ): Node | null {
	const target = event.composedPath()[ 0 ] ?? event.target;
	return isNode( target ) ? target : null;
}

/** Where the frame of a node stands in the page's window (px); frames inside frames add up. */
function offsetOf( node: Node ): [ number, number ] {
	let left = 0;
	let top = 0;
	for ( let view = windowOf( documentOf( node ) ?? ( node as Document ) ); view && view !== window; view = view.parent as Window & typeof globalThis ) {
		const frame = view.frameElement;
		if ( ! frame ) {
			break;
		}
		const box = boxOf( frame );
		left += box.left;
		top += box.top;
	}
	return [ left, top ];
}

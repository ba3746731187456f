/** What may be shown of the nodes of a snapshot, or of nodes that came later. */
import { BLOCKED, CONTROL } from '../../privacy';
import { NODE, type Mirror, type SerializedNode } from '../recorded';
import type { AttributeScrubber } from './attribute-scrubber';
import { UNSEEN, type ContentScrubber, type ShowSettings } from './content-scrubber';
import { COPIES } from './state-attributes';

/** Blocked boxes are rounded, so that a size does not tell what is inside. */
const GRID_PX = 8;
const round = ( px: number ) => `${ Math.round( px / GRID_PX ) * GRID_PX }px`;

export class NodeScrubber {
	constructor(
		private readonly settings: ShowSettings,
		private readonly mirror: Mirror,
		private readonly content: ContentScrubber,
		private readonly attributes: AttributeScrubber,
	) {}

	/** The tree of a full snapshot, in place. False: it cannot be placed and must not leave. */
	document( root: SerializedNode ): boolean {
		// Fields first: the page may show what they hold anywhere before them.
		this.watchIn( document );
		this.meet( root );
		return this.node( root, this.settings.boundary.stateOf( this.mirror.getNode( root.id ) ), null );
	}

	/** Takes note of all fields under a node. Call before text beside them is looked at. */
	meet( node: SerializedNode ): void {
		const element = this.mirror.getNode( node.id ) as HTMLIFrameElement | null;
		if ( element && /^(input|textarea)$/.test( node.tagName! ) ) {
			this.watch( element );
		}
		// A frame's own snapshot comes later, a blocked box has none.
		this.watchIn( node.attributes?.rr_width ? element : element?.contentDocument );
		node.childNodes?.forEach( ( child ) => this.meet( child ) );
	}

	/** One node with what is under it, in place. False: it must not leave at all. */
	node( node: SerializedNode, parentState: number, parent: Element | null ): boolean {
		const { boundary } = this.settings;
		const real = this.mirror.getNode( node.id );
		switch ( node.type ) {
			case NODE.element:
				this.element( node, real as Element | null, parentState );
				return true;
			case NODE.text:
				return !! parent && !! real && this.text( node, real, parent, parentState );
			case NODE.document:
				// A frame's document may be edited as a whole.
				this.children( node, boundary.stateOf( real ), null );
				return true;
			case NODE.doctype:
				return true;
			default:
				// Comments, CDATA and what is not known.
				return false;
		}
	}

	private element( node: SerializedNode, element: Element | null, parentState: number ): void {
		const { boundary } = this.settings;
		const state = element ? boundary.within( element, parentState ) : BLOCKED;
		if ( element ) {
			boundary.note( element, state );
		}
		if ( ! element || state & BLOCKED ) {
			const box = element?.getBoundingClientRect();
			node.attributes = { rr_width: round( box?.width ?? 0 ), rr_height: round( box?.height ?? 0 ) };
			node.childNodes = [];
			return;
		}
		node.attributes = this.attributes.scrub( element, node.attributes ?? {}, state, false );
		this.content.isNews( element, String( node.attributes.value ?? '' ) );
		if ( UNSEEN.test( node.tagName ?? '' ) || ( this.content.hides( state | CONTROL ) && element.matches( COPIES ) ) ) {
			node.childNodes = [];
			return;
		}
		this.children( node, state, element );
	}

	private text( node: SerializedNode, real: Node, parent: Element, parentState: number ): true {
		const state = this.settings.boundary.ofText( real, parentState );
		node.textContent = this.content.text( parent, node.textContent ?? '', state );
		if ( this.content.hides( state ) ) {
			this.content.isNews( real, node.textContent );
		}
		return true;
	}

	private children( node: SerializedNode, state: number, element: Element | null ): void {
		if ( node.childNodes?.length ) {
			node.childNodes = node.childNodes.filter( ( child ) => this.node( child, state, element ) );
		}
	}

	private watch( field: Element ): void {
		const { boundary, typed } = this.settings;
		const state = boundary.stateOf( field );
		typed.watch( field, ! ( state & BLOCKED ) && ! this.content.hides( state | CONTROL ), boundary.isSecret( field as HTMLInputElement ) );
	}

	/** Takes note of all fields below a document, shadow root or element. */
	watchIn( root: ParentNode | null | undefined ): void {
		const element = root as Element | null | undefined;
		if ( element?.nodeType === 1 && element.matches( 'input,textarea' ) ) {
			this.watch( element );
		}
		root?.querySelectorAll( 'input,textarea' ).forEach( ( field ) => this.watch( field ) );
	}
}

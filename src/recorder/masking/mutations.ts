/** What may be told of changes to the page's tree. */
import { BLOCKED, GONE, MASK } from '../../privacy';
import type { Mirror, Mutation } from '../recorded';
import type { AttributeScrubber } from './attribute-scrubber';
import type { ContentScrubber, ShowSettings } from './content-scrubber';
import type { NodeScrubber } from './node-scrubber';
import type { Places } from './places';

/** Whether what is written in the element is being written now. */
export const isFocused = ( element: Element ) => ( element.getRootNode() as Document ).activeElement === element;

export class MutationScrubber {
	/** Whether something that was recorded open is closed now. */
	private isClosed = false;

	constructor(
		private readonly settings: ShowSettings & { onClosed: () => void },
		private readonly mirror: Mirror,
		private readonly places: Places,
		private readonly content: ContentScrubber,
		private readonly attributes: AttributeScrubber,
		private readonly nodes: NodeScrubber,
	) {}

	/** Scrubs a mutation in place. False: nothing of it may leave. */
	pass( data: Mutation ): boolean {
		this.isClosed = false;
		data.attributes = data.attributes.filter( ( change ) => this.attribute( change ) );
		data.adds.forEach( ( add ) => this.nodes.meet( add.node ) );
		const added = data.adds;
		data.adds = added.filter( ( add ) => {
			const state = this.places.stateOf( add.parentId );
			return add.parentId > 0 && ! ( state & ( BLOCKED | GONE ) ) && this.nodes.node( add.node, state, this.mirror.getNode( add.parentId ) as Element );
		} );
		added.forEach( ( add ) => this.relabel( this.mirror.getNode( add.node.id ) ) );
		data.texts = data.texts.filter( ( change ) => this.text( change ) );
		data.removes = data.removes.filter( ( remove ) => ! ( this.places.stateOf( remove.parentId ) & BLOCKED ) );
		if ( this.isClosed ) {
			this.settings.onClosed();
			return false;
		}
		return data.adds.length + data.attributes.length + data.texts.length + data.removes.length > 0;
	}

	private attribute( change: Mutation[ 'attributes' ][ number ] ): boolean {
		const { boundary } = this.settings;
		const element = this.mirror.getNode( change.id ) as Element | null;
		const state = boundary.stateOf( element );
		if ( ! element || state & GONE ) {
			return false;
		}
		if ( ! ( boundary.stateOf( element.parentNode ) & BLOCKED ) && boundary.closedSince( element, Object.keys( change.attributes ) ) ) {
			this.isClosed = true;
		}
		this.relabel( element );
		if ( state & BLOCKED ) {
			return false;
		}
		// What is being written comes with its own event, when it is finished.
		if ( isFocused( element ) ) {
			delete change.attributes.value;
		}
		change.attributes = this.attributes.scrub( element, change.attributes, state, true );
		if ( change.attributes.value === MASK && ! this.content.isNews( element, MASK ) ) {
			delete change.attributes.value;
		}
		return Object.keys( change.attributes ).length > 0;
	}

	private text( change: Mutation[ 'texts' ][ number ] ): boolean {
		const node = this.mirror.getNode( change.id );
		const state = this.settings.boundary.stateOf( node );
		this.relabel( node );
		if ( ! node || state & ( BLOCKED | GONE ) || change.value === null ) {
			return false;
		}
		change.value = this.content.text( node.parentNode as Element, change.value, state );
		return ! this.content.hides( state ) || this.content.isNews( node, change.value );
	}

	/** A label that came or changed may close its field, where inputs are recorded. */
	private relabel( node: Node | null ): void {
		const element = this.settings.inputs && node && ( node.nodeType === 1 ? node : node.parentElement );
		// DOM clobbering: a form gives a field named "closest" instead of its method.
		const field = element && ( Element.prototype.closest.call( element, 'label' ) as HTMLLabelElement | null )?.control;
		if ( field && this.settings.boundary.closedSince( field ) ) {
			this.isClosed = true;
		}
	}
}

import type { Mirror, RecordedEvent, SerializedNode } from '../../../src/recorder/recorded';

/** A page as the recording library tells of it: ids for its nodes, and the tree of a full snapshot. */
export class SerializedPage implements Mirror {
	private readonly nodes: Node[] = [];
	private readonly ids = new Map<Node, number>();

	getNode = ( id: number ): Node | null => this.nodes[ id - 1 ] ?? null;

	getId = ( node: Node | null ): number => {
		if ( node && ! this.ids.has( node ) ) {
			this.ids.set( node, this.nodes.push( node ) );
		}
		return node ? this.ids.get( node )! : -1;
	};

	/** A node with what is under it, shadow roots included. */
	serialize( node: Node ): SerializedNode {
		const element = node as HTMLInputElement;
		const children = [ ...( element.shadowRoot?.childNodes ?? [] ), ...node.childNodes ].map( ( child ) => this.serialize( child ) );
		const id = this.getId( node );
		switch ( node.nodeType ) {
			case 1:
				return { type: 2, id, tagName: element.localName, attributes: { ...Object.fromEntries( Array.from( element.attributes, ( { name, value } ) => [ name, value ] ) ), ...( /^(input|textarea|option)$/.test( element.localName ) && element.value ? { value: element.value } : {} ) }, childNodes: children };
			case 3:
				return { type: 3, id, textContent: ( node as Text ).data };
			case 10:
				return { type: 1, id };
			default:
				return { type: 0, id, childNodes: children };
		}
	}

	snapshot(): RecordedEvent {
		return { type: 2, timestamp: 1, data: { node: this.serialize( document ) } };
	}

	mutation( change: object ): RecordedEvent {
		return { type: 3, timestamp: 1, data: { source: 0, adds: [], removes: [], texts: [], attributes: [], ...change } };
	}
}

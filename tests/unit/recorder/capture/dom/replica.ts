import type { Mutation, SerializedNode } from '../../../../../src/recorder/recorded';

interface Part {
	node: SerializedNode;
	parent: Part | null;
	children: Part[];
}

/** A page built of what was told of it. Stricter than a replay: what names a node that is not there throws. */
export class Replica {
	private readonly parts = new Map<number, Part>();
	private readonly top: Part;

	public constructor( root: SerializedNode ) {
		this.top = this.build( root, null );
	}

	public apply( { adds, removes, texts }: Mutation ): void {
		removes.forEach( ( { parentId, id } ) => this.remove( this.part( parentId ), this.part( id ) ) );
		for ( const { parentId, nextId, node } of adds ) {
			const parent = this.part( parentId );
			const at = nextId === null ? parent.children.length : parent.children.indexOf( this.part( nextId ) );
			if ( at < 0 || this.parts.has( node.id ) ) {
				throw new Error( `${ node.id } cannot be added before ${ nextId }.` );
			}
			parent.children.splice( at, 0, this.build( node, parent ) );
		}
		texts.forEach( ( { id, value } ) => {
			this.part( id ).node.textContent = value ?? '';
		} );
	}

	public toString(): string {
		const write = ( { node, children }: Part ): string => ( node.type === 3 ? node.textContent! : `<${ node.tagName }>${ children.map( write ).join( '' ) }</${ node.tagName }>` );
		return write( this.top );
	}

	private part( id: number ): Part {
		const part = this.parts.get( id );
		if ( ! part ) {
			throw new Error( `There is no ${ id }.` );
		}
		return part;
	}

	private build( node: SerializedNode, parent: Part | null ): Part {
		const part: Part = { node, parent, children: [] };
		this.parts.set( node.id, part );
		part.children = ( node.childNodes ?? [] ).map( ( child ) => this.build( child, part ) );
		return part;
	}

	private remove( parent: Part, part: Part ): void {
		if ( part.parent !== parent ) {
			throw new Error( `${ part.node.id } is not in ${ parent.node.id }.` );
		}
		parent.children.splice( parent.children.indexOf( part ), 1 );
		const forget = ( gone: Part ) => {
			this.parts.delete( gone.node.id );
			gone.children.forEach( forget );
		};
		forget( part );
	}
}

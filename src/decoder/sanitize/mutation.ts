import { EventNode, EventSource } from '../../contracts/generated/event';
import { LIMITS } from '../limits';
import { asArray, asObject, asString } from '../parse';
import { cleanAttributes } from './attributes';
import { cleanNode, cleanText, mayHostShadow, type CleanNode, type Place } from './nodes';
import type { KnownNode } from './known-nodes';
import type { PageContext } from './page';
import { SVG_DRAWN_ELSEWHERE, TEXT_ONLY } from './vocabulary';

interface CleanMutation {
	source: EventSource.mutation;
	adds: Array< { parentId: number; nextId: number | null; node: CleanNode } >;
	removes: Array< { parentId: number; id: number; isShadow?: true } >;
	texts: Array< { id: number; value: string } >;
	attributes: Array< { id: number; attributes: Record< string, unknown > } >;
	isAttachIframe?: true;
}

/** A change of the page that names only nodes that are there; null when nothing of it is left. */
export function cleanMutation( data: Record< string, unknown >, page: PageContext ): CleanMutation | null {
	const clean: CleanMutation = { source: EventSource.mutation, adds: [], removes: [], texts: [], attributes: [] };
	for ( const raw of asArray( data.removes ) ) {
		cleanRemove( asObject( raw ), clean, page );
	}
	cleanAdds( asArray( data.adds ), clean, page );
	for ( const raw of asArray( data.texts ) ) {
		const text = asObject( raw );
		const node = page.nodes.get( text?.id );
		const value = asString( text?.value ?? '', LIMITS.text );
		if ( ! node || node.kind !== 'text' || value === null ) {
			// The text of a comment or of an emptied element is left out silently: the stage does not show it anyway.
			if ( ! node || node.kind === 'text' || node.kind === 'document' ) {
				page.drop();
			}
			continue;
		}
		if ( page.nodes.get( node.parent )?.kind !== 'emptied' ) {
			clean.texts.push( { id: text?.id as number, value: cleanText( value, page.nodes.get( node.parent )?.tag ?? '', page ) } );
		}
	}
	for ( const raw of asArray( data.attributes ) ) {
		cleanAttributeChange( asObject( raw ), clean, page );
	}
	if ( data.isAttachIframe === true ) {
		clean.isAttachIframe = true;
	}
	return clean.adds.length + clean.removes.length + clean.texts.length + clean.attributes.length > 0 ? clean : null;
}

function cleanRemove( remove: Record< string, unknown > | null, clean: CleanMutation, page: PageContext ): void {
	const node = page.nodes.get( remove?.id );
	if ( ! remove || ! node || node.parent === 0 ) {
		page.drop();
		return;
	}
	const parent = page.nodes.get( node.parent );
	const id = remove.id as number;
	page.nodes.remove( id );
	if ( parent && parent.kind !== 'emptied' ) {
		clean.removes.push( remove.isShadow === true ? { parentId: node.parent, id, isShadow: true } : { parentId: node.parent, id } );
	}
}

/** Adds come in any order: each is taken as soon as its parent and the node after it are there. */
function cleanAdds( raws: readonly unknown[], clean: CleanMutation, page: PageContext ): void {
	const waiting: Array< Record< string, unknown > > = [];
	for ( const raw of raws.slice( 0, LIMITS.adds ) ) {
		const add = asObject( raw );
		if ( add && asObject( add.node ) && page.id( add.parentId ) !== null ) {
			waiting.push( add );
		} else {
			page.drop();
		}
	}
	if ( raws.length > LIMITS.adds ) {
		page.drop();
	}
	const ids = new Set( waiting.map( ( add ) => asObject( add.node )?.id ) );
	/** Adds by the node each is still waiting for. */
	const byNode = new Map< number, Array< Record< string, unknown > > >();
	const take = ( first: Record< string, unknown >, patient: boolean ): void => {
		const ready = [ first ];
		for ( let add = ready.pop(); add !== undefined; add = ready.pop() ) {
			const next = page.id( add.nextId );
			const awaited = [ add.parentId as number, patient ? next : null ].find( ( id ) => id !== null && ! page.nodes.get( id ) && ids.has( id ) );
			if ( awaited !== undefined && awaited !== null ) {
				const others = byNode.get( awaited );
				if ( others ) {
					others.push( add );
				} else {
					byNode.set( awaited, [ add ] );
				}
				continue;
			}
			cleanAdd( add, next, clean, page );
			const id = asObject( add.node )?.id as number;
			ready.push( ...( byNode.get( id ) ?? [] ).reverse() );
			byNode.delete( id );
		}
	};
	waiting.forEach( ( add ) => take( add, true ) );
	// The remaining adds wait for each other, or for a node that could not be added.
	const left = [ ...byNode.values() ].flat();
	byNode.clear();
	left.forEach( ( add ) => take( add, false ) );
	[ ...byNode.values() ].flat().forEach( () => page.drop() );
}

function cleanAdd( add: Record< string, unknown >, next: number | null, clean: CleanMutation, page: PageContext ): void {
	const parentId = add.parentId as number;
	const raw = asObject( add.node ) as Record< string, unknown >;
	const id = page.id( raw.id );
	if ( id === null || page.nodes.isWithin( parentId, id ) ) {
		page.drop();
		return;
	}
	const before = page.nodes.get( id );
	if ( before ) {
		if ( before.parent === 0 ) {
			page.drop();
			return;
		}
		// The node moves: it is removed from its old place first, so that its id is never on the stage twice.
		page.nodes.remove( id );
		clean.removes.push( { parentId: before.parent, id } );
	}
	const parent = page.nodes.get( parentId );
	if ( ! parent || ! mayHold( parent, raw ) ) {
		page.drop();
		return;
	}
	const isDocument = raw.type === EventNode.document;
	if ( isDocument ) {
		[ ...parent.children ].forEach( ( child ) => page.nodes.remove( child ) );
	}
	const node = cleanNode( isDocument ? raw : { ...raw, childNodes: [] }, placeIn( parentId, parent, page ), page );
	if ( ! node || parent.kind === 'emptied' ) {
		return;
	}
	const shadow = raw.isShadow === true && mayHostShadow( parent.tag );
	const nextNode = next === null ? null : page.nodes.get( next );
	clean.adds.push( { parentId, nextId: nextNode && nextNode.parent === parentId ? next : null, node: shadow ? { ...node, isShadow: true } : node } );
}

function mayHold( parent: KnownNode, raw: Record< string, unknown > ): boolean {
	if ( parent.kind === 'emptied' ) {
		return true;
	}
	if ( raw.isShadow === true && ! mayHostShadow( parent.tag ) ) {
		return false;
	}
	if ( parent.kind === 'document' ) {
		return raw.type === EventNode.doctype || raw.type === EventNode.comment || ( raw.type === EventNode.element && raw.tagName === 'html' );
	}
	return parent.kind === 'element' && ! ( TEXT_ONLY.has( parent.tag ) && raw.type === EventNode.element ) && ( raw.type === EventNode.document ) === ( parent.tag === 'iframe' );
}

function placeIn( parentId: number, parent: KnownNode, page: PageContext ): Place {
	return {
		parent: parentId,
		parentTag: parent.tag,
		inDocument: parent.kind === 'document',
		document: parent.document,
		depth: parent.depth + 1,
		named: page.nodes.someAbove( parentId, canBeNamed ),
		drawnElsewhere: page.nodes.someAbove( parentId, isDrawnElsewhere ),
		emptied: parent.kind === 'emptied',
	};
}

const canBeNamed = ( node: KnownNode ): boolean => node.named;
const isDrawnElsewhere = ( node: KnownNode ): boolean => node.svg && SVG_DRAWN_ELSEWHERE.has( node.tag );

/** Notes a new id and class, or leaves both as they are when the page cannot bear them. */
function rename( node: KnownNode, attributes: Record< string, unknown >, page: PageContext ): void {
	const text = ( value: unknown ): string => ( typeof value === 'string' ? value : '' );
	const name = attributes.id === undefined ? node.name : text( attributes.id );
	const classes = attributes.class === undefined ? node.classes : text( attributes.class );
	if ( ( name !== node.name || classes !== node.classes ) && ! page.nodes.rename( node, name, classes ) ) {
		page.drop();
		delete attributes.id;
		delete attributes.class;
	}
}

function cleanAttributeChange( change: Record< string, unknown > | null, clean: CleanMutation, page: PageContext ): void {
	const node = page.nodes.get( change?.id );
	if ( ! change || ! node || ( node.kind !== 'element' && node.kind !== 'emptied' ) ) {
		page.drop();
		return;
	}
	const id = change.id as number;
	if ( node.kind === 'emptied' ) {
		return;
	}
	const drawnElsewhere = node.drawn && page.nodes.someAbove( node.parent, isDrawnElsewhere );
	const named = node.drawn && page.nodes.someAbove( node.parent, canBeNamed );
	const attributes = cleanAttributes( change.attributes, { tag: node.tag, svg: node.svg, named, drawnElsewhere }, page );
	if ( node.svg && typeof attributes.id === 'string' && ! node.named ) {
		// With an id, `use` can refer to this element; then no element in it may be a `use`.
		if ( node.uses > 0 ) {
			delete attributes.id;
		} else {
			node.named = true;
		}
	}
	rename( node, attributes, page );
	if ( node.tag === 'style' && node.children.size === 0 && typeof asObject( change.attributes )?._cssText === 'string' ) {
		attributes._cssText = page.sheet( asObject( change.attributes )?._cssText as string );
	}
	if ( Object.keys( attributes ).length > 0 ) {
		clean.attributes.push( { id, attributes } );
	}
}

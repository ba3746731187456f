import { EventNode } from '../../contracts/generated/event';
import { LIMITS } from '../limits';
import { asArray, asObject, asString } from '../parse';
import { cleanAttributes, type CleanAttributes } from './attributes';
import { STAND_IN } from '../stage-words';
import type { PageContext } from './page';
import { EMPTIED_TAGS, HTML_TAGS, SHADOW_HOSTS, SVG_DRAWN_ELSEWHERE, SVG_TAGS, TEXT_ONLY, UNKNOWN, isCustomName } from './vocabulary';

/** Where the recorder joined the text nodes of one style element. */
const SPLIT = '/* rr_split */';

const isElement = ( raw: unknown ): boolean => asObject( raw )?.type === EventNode.element;

export interface CleanNode {
	type: number;
	id: number;
	rootId?: number;
	isShadow?: true;
	isShadowHost?: true;
	[ key: string ]: unknown;
}

/** Where a node is about to be put. */
export interface Place {
	parent: number;
	parentTag: string;
	/** Whether the parent is a document, so that only its own kinds of children fit. */
	inDocument: boolean;
	/** Id of the document; 0 when the node is a document itself. */
	document: number;
	depth: number;
	/** Inside an SVG element that has an id, or is a symbol, however far up. */
	named: boolean;
	/** Inside a pattern, mask or the like. */
	drawnElsewhere: boolean;
	/** Nothing that is put here will be seen. */
	emptied: boolean;
}

/**
 * Rebuilds a node and its descendants from allowed parts only, and enters every kept node into `page.nodes`.
 * Null when no part of it can be used.
 */
export function cleanNode( raw: unknown, place: Place, page: PageContext ): CleanNode | null {
	const given = asObject( raw );
	const id = page.id( given?.id );
	if ( ! given || id === null || page.nodes.get( id ) || page.nodes.size >= LIMITS.nodes || place.depth > LIMITS.depth ) {
		return page.drop();
	}
	const base = { parent: place.parent, document: place.document, depth: place.depth, svg: false, named: place.named, tag: '' };
	// Derived from the known tree, never taken from the recording.
	const rootId = place.document === page.nodes.root ? undefined : place.document;
	switch ( given.type ) {
		case EventNode.document:
			return cleanDocument( given, id, place, page );
		case EventNode.doctype:
			if ( ! place.inDocument ) {
				return page.drop();
			}
			return ! page.nodes.add( id, { ...base, kind: 'doctype' } ) ? page.drop() : { type: EventNode.doctype, id, rootId, name: 'html', publicId: cleanName( given.publicId ), systemId: cleanName( given.systemId ) };
		case EventNode.element:
			return cleanElement( given, id, rootId, place, page );
		case EventNode.text:
		case EventNode.cdata: {
			const text = asString( given.textContent, LIMITS.text );
			if ( text === null || place.inDocument ) {
				return page.drop();
			}
			if ( ! page.nodes.add( id, { ...base, kind: 'text' } ) ) {
				return page.drop();
			}
			return { type: EventNode.text, id, rootId, textContent: place.emptied || place.parentTag === 'style' ? '' : text };
		}
		case EventNode.comment:
			// Kept for its position among its siblings; the stage has no use for its text.
			return ! page.nodes.add( id, { ...base, kind: 'comment' } ) ? page.drop() : { type: EventNode.comment, id, rootId, textContent: '' };
		default:
			return page.drop();
	}
}

/** Text that is put into an element by itself; it may be a piece of a style sheet. */
export function cleanText( text: string, parentTag: string, page: PageContext ): string {
	return parentTag === 'style' ? page.sheets( [ text ] )[ 0 ] ?? '' : text;
}

/**
 * The text nodes of a style element form one sheet and are cleaned as one. The sheet that the recorder noted
 * (`_cssText`) is put into the text nodes, so that the replay engine does not split it; an element without
 * text nodes keeps the attribute.
 */
function fillStyle( childNodes: readonly CleanNode[], raw: readonly unknown[], attributes: CleanAttributes, page: PageContext ): void {
	const texts = childNodes.filter( ( child ) => child.type === EventNode.text );
	const noted = attributes._cssText;
	if ( texts.length === 0 ) {
		if ( typeof noted === 'string' ) {
			attributes._cssText = page.sheet( noted.replaceAll( SPLIT, '' ) );
		}
		return;
	}
	delete attributes._cssText;
	const own = new Map( raw.map( ( child ) => [ asObject( child )?.id, asObject( child )?.textContent ] ) );
	const pieces = typeof noted === 'string' ? noted.split( SPLIT ) : [];
	const most = Math.min( texts.length, LIMITS.sheetPieces );
	const given = pieces.length > most ? [ ...pieces.slice( 0, most - 1 ), pieces.slice( most - 1 ).join( '' ) ] : pieces;
	const clean = page.sheets( texts.map( ( text, index ) => given[ index ] ?? asString( own.get( text.id ), LIMITS.text ) ?? '' ) );
	texts.forEach( ( text, index ) => {
		text.textContent = clean[ index ];
	} );
}

function cleanName( value: unknown ): string {
	const name = asString( value, 200 ) ?? '';
	return /^[\w+\-/:. ]*$/.test( name ) ? name : '';
}

function cleanDocument( given: Record< string, unknown >, id: number, place: Place, page: PageContext ): CleanNode | null {
	const root = place.parent === 0;
	if ( ! root && ( place.parentTag !== 'iframe' || place.emptied ) ) {
		return page.drop();
	}
	if ( root ) {
		page.nodes.root = id;
	}
	page.nodes.add( id, { kind: 'document', tag: '', svg: false, parent: place.parent, document: id, depth: place.depth, named: false } );
	const inside: Place = { parent: id, parentTag: '', inDocument: true, document: id, depth: place.depth + 1, named: false, drawnElsewhere: false, emptied: false };
	const childNodes: CleanNode[] = [];
	let hasRootElement = false;
	for ( const child of asArray( given.childNodes ) ) {
		const element = isElement( child );
		if ( element && ( hasRootElement || asObject( child )?.tagName !== 'html' ) ) {
			page.drop();
			continue;
		}
		const clean = cleanNode( child, inside, page );
		if ( clean ) {
			hasRootElement ||= element;
			childNodes.push( clean );
		}
	}
	if ( ! hasRootElement ) {
		page.nodes.remove( id );
		return page.drop();
	}
	return { type: EventNode.document, id, childNodes, compatMode: given.compatMode === 'BackCompat' ? 'BackCompat' : 'CSS1Compat' };
}

/** What becomes of an element: its name on the stage, and whether its content stays. */
function cleanTag( given: Record< string, unknown >, svg: boolean, page: PageContext ): string {
	const tag = ( asString( given.tagName, 64 ) ?? '' ).toLowerCase();
	if ( tag === 'link' && ! svg ) {
		const attributes = asObject( given.attributes );
		const rel = asString( attributes?.rel, 200 ) ?? '';
		return typeof attributes?._cssText === 'string' || /(?:^|\s)stylesheet(?:\s|$)/i.test( rel ) ? 'style' : STAND_IN;
	}
	if ( EMPTIED_TAGS.has( tag ) ) {
		return STAND_IN;
	}
	if ( ( svg ? SVG_TAGS : HTML_TAGS ).has( tag ) || ( ! svg && isCustomName( tag ) && page.mayUseName( tag ) ) ) {
		return tag;
	}
	if ( ! /^[a-z][a-z0-9-]*$/.test( tag ) ) {
		page.drop();
	}
	return UNKNOWN;
}

function cleanElement( given: Record< string, unknown >, id: number, rootId: number | undefined, place: Place, page: PageContext ): CleanNode | null {
	let svg = given.isSVG === true;
	let tag = cleanTag( given, svg, page );
	if ( tag === STAND_IN || tag === UNKNOWN ) {
		svg = false;
	}
	if ( place.emptied || ( tag === 'iframe' && ! page.mayAddFrame() ) ) {
		tag = STAND_IN;
		svg = false;
	}
	const emptied = tag === STAND_IN;
	const attributes = cleanAttributes( given.attributes, { tag, svg, named: place.named, drawnElsewhere: place.drawnElsewhere }, page );
	const name = typeof attributes.id === 'string' ? attributes.id : '';
	const named = place.named || ( svg && ( tag === 'symbol' || name !== '' ) );
	const classes = typeof attributes.class === 'string' ? attributes.class : '';
	if ( ! page.nodes.add( id, { kind: emptied ? 'emptied' : 'element', tag, svg, parent: place.parent, document: place.document, depth: place.depth, named, name, classes } ) ) {
		return page.drop();
	}
	if ( tag === 'style' ) {
		attributes._cssText = asString( asObject( given.attributes )?._cssText, LIMITS.sheetNoted ) ?? ( given.tagName === 'link' ? '' : null );
	}
	const host = given.isShadowHost === true && mayHostShadow( tag );
	const inside: Place = {
		parent: id,
		parentTag: tag,
		inDocument: false,
		document: place.document,
		depth: place.depth + 1,
		named,
		drawnElsewhere: place.drawnElsewhere || ( svg && SVG_DRAWN_ELSEWHERE.has( tag ) ),
		emptied,
	};
	const childNodes: CleanNode[] = [];
	for ( const child of asArray( given.childNodes ) ) {
		const shadow = asObject( child )?.isShadow === true;
		if ( shadow && ! host ) {
			page.drop();
			continue;
		}
		const clean = TEXT_ONLY.has( tag ) && isElement( child ) ? page.drop() : cleanNode( child, inside, page );
		if ( clean && ! emptied ) {
			childNodes.push( shadow ? { ...clean, isShadow: true } : clean );
		}
	}
	if ( tag === 'style' ) {
		fillStyle( childNodes, asArray( given.childNodes ), attributes, page );
	}
	return withoutUndefined( {
		type: EventNode.element,
		id,
		rootId,
		tagName: tag,
		attributes: stripNulls( attributes ),
		childNodes,
		isSVG: svg ? true : undefined,
		isShadowHost: host ? true : undefined,
		isCustom: given.isCustom === true && ! svg && isCustomName( tag ) ? true : undefined,
	} );
}

export function mayHostShadow( tag: string ): boolean {
	return SHADOW_HOSTS.has( tag ) || isCustomName( tag );
}

function stripNulls( attributes: CleanAttributes ): CleanAttributes {
	for ( const name of Object.keys( attributes ) ) {
		if ( attributes[ name ] === null ) {
			delete attributes[ name ];
		}
	}
	return attributes;
}

function withoutUndefined( node: CleanNode ): CleanNode {
	for ( const name of Object.keys( node ) ) {
		if ( node[ name ] === undefined ) {
			delete node[ name ];
		}
	}
	return node;
}

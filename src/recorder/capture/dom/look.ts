/**
 * One look at what changed in the page: compares it with what was recorded and tells the difference as one event.
 */
import { BLOCKED, DRAWINGS, GONE } from '../../../privacy';
import type { Boundary } from '../../masking/boundary';
import { EVENT, SOURCE, type Attributes, type RecordedEvent, type SerializedNode } from '../../recorded';
import { chosenSource, isModal, isTold, openModeOf, popoverOf, readAttribute } from './attributes';
import type { Calm } from './calm';
import { POPOVER, SHEET, type Dirt } from './changes';
import { Comparison, type Remove } from './comparison';
import { hashOf, type Entries, type Entry } from './entry';
import { ELEMENT, closest, firstChildOf, hostOf, isConnected, isElement, localNameOf, nextSiblingOf, nodeNameOf, nodeTypeOf, parentOf, shadowRootOf } from '../../../privacy/natives';
import type { Masking, Reader, SheetText } from './reader';
import { Walk, type Add, type Found, type Steps } from './walk';

export interface LookSettings {
	entries: Entries;
	reader: Reader;
	masking: Masking;
	found: Found;
	sheetText: SheetText;
	calm: Calm;
	/** Says of fields that came that they are there, before any text beside them is read. */
	meet: ( node: Node ) => void;
	/** A control may be set to something else. */
	onField: ( field: Element ) => void;
}

/** Attributes that say what a control begins with, not what the control is set to (HTML, dirty value flag). */
const INITIAL = /^(value|checked)$/;
/** Attributes that decide which picture is shown. */
const SOURCES = /^(src|srcset|sizes)$/;
const BUTTON = /^(submit|button|reset|image)$/;

/** Entries from the root down. Each ancestor is counted once, however deep the page. */
function fromTheRoot( entries: readonly Entry[] ): Entry[] {
	const depths = new Map<Entry, number>();
	const depthOf = ( entry: Entry ): number => {
		const path: Entry[] = [];
		let at: Entry | null = entry;
		for ( ; at && ! depths.has( at ); at = at.parent ) {
			path.push( at );
		}
		let depth = at ? depths.get( at )! : 0;
		while ( path.length > 0 ) {
			depths.set( path.pop()!, ++depth );
		}
		return depth;
	};
	return entries.map( ( entry ) => [ depthOf( entry ), entry ] as const ).sort( ( a, b ) => a[ 0 ] - b[ 0 ] ).map( ( [ , entry ] ) => entry );
}
/** Yields after each small step; ends with the event, null when nothing is to be told, or 'closed' when what was recorded before must not leave. */
export function* look( dirt: Dirt, settings: LookSettings, timestamp: number ): Generator<Steps | void, RecordedEvent | null | 'closed'> {
	const { entries, reader, masking, found, meet } = settings;
	const { boundary } = masking;
	const adds: Add[] = [];
	const removes: Remove[] = [];
	const lastId = entries.lastId;
	const stale = new Set( dirt.strays );
	let isClosed = false;

	for ( const [ element, names ] of dirt.attributes ) {
		const entry = entries.of( element );
		if ( entry?.parent && ! isOut( entry, found ) ) {
			isClosed = ( ! ( entry.parent.state & BLOCKED ) && boundary.closedSince( element, [ ...names ] ) ) || isClosed;
			if ( names.has( 'd' ) || names.has( 'src' ) ) {
				markDrawing( element, dirt, stale, settings );
			}
			if ( boundary.within( element, entry.parent.state ) !== entry.state || ( names.has( SHEET ) && isStyle( element ) && hasOtherSheet( element, entry, settings ) ) ) {
				stale.add( entry );
				dirt.children.add( entry.parent.node );
			}
			yield;
		}
	}
	for ( const node of dirt.children ) {
		// All that came, before any of it is read: a text may say what a field after it holds.
		meetNew( node, entries, meet );
		markDrawing( node, dirt, stale, settings );
		yield;
		const entry = entries.of( node );
		if ( entry?.parent && hasUntoldEmptyRoot( entry ) ) {
			stale.add( entry );
			dirt.children.add( entry.parent.node );
		}
	}
	for ( const text of dirt.texts ) {
		const parent = parentOf( text );
		isClosed = ( isElement( parent ) && boundary.closedSince( parent ) ) || isClosed;
	}
	if ( isClosed ) {
		return 'closed';
	}

	const walk = new Walk( entries, reader, found, adds );
	// From the root down: what a parent drops or tells anew is no longer compared below.
	for ( const entry of fromTheRoot( [ ...dirt.children ].flatMap( ( node ) => entries.of( node ) ?? [] ) ) ) {
		if ( entry.isGone || isOut( entry, found ) ) {
			continue;
		}
		yield new Comparison( entry, entries, walk, stale, removes, found.stray );
		if ( ! entry.isLeaf ) {
			walk.enterShadow( entry.node, entry );
		}
	}
	yield* walk.toEnd();
	if ( closedByLabel( dirt, adds, boundary ) ) {
		return 'closed';
	}
	const texts = yield* lookAtTexts( dirt, settings );
	const attributes = yield* lookAtAttributes( dirt, settings, lastId );
	const told = { adds: toldOf( adds ), removes: removes.filter( ( { id } ) => id <= lastId ), texts, attributes };
	if ( told.adds.length + told.removes.length + texts.length + attributes.length === 0 ) {
		return null;
	}
	return { type: EVENT.incremental, timestamp, data: { source: SOURCE.mutation, ...told } };
}

/** Whether a recorded node is out of the page; should it come back, it is told anew. */
function isOut( entry: Entry, found: Found ): boolean {
	const isOutside = ! isConnected( entry.node );
	if ( isOutside ) {
		found.stray( entry );
	}
	return isOutside;
}

/** A drawing that is a QR code since its last change is told anew, as a box. */
function markDrawing( node: Node, dirt: Dirt, stale: Set<Entry>, { entries, masking }: LookSettings ): void {
	const drawing = nodeTypeOf( node ) === Node.ELEMENT_NODE ? closest( node as Element, DRAWINGS ) : null;
	const entry = drawing && entries.of( drawing );
	if ( entry?.parent && ! ( entry.state & BLOCKED ) && masking.boundary.closeDrawing( drawing! ) ) {
		stale.add( entry );
		dirt.children.add( entry.parent.node );
	}
}

/** Takes note of the fields that came among the children of a recorded node. */
export function meetNew( parent: Node, entries: Entries, meet: ( node: Node ) => void ): void {
	const entry = entries.of( parent );
	for ( let child = entry && ! entry.isLeaf ? firstChildOf( parent ) : null; child; child = nextSiblingOf( child ) ) {
		if ( ! entries.of( child ) ) {
			meet( child );
		}
	}
}

/** Whether a label that came or changed closes a field that was recorded open. Fields that came are known by now. */
function closedByLabel( { attributes, children, texts }: Dirt, adds: readonly Add[], boundary: Boundary ): boolean {
	const came = adds.flatMap( ( { entry, node } ) => ( node.tagName === 'label' ? entry.node : [] ) );
	let isClosed = false;
	for ( const label of labelsAround( [ ...came, ...texts, ...children, ...attributes.keys() ] ) ) {
		isClosed = ( isConnected( label ) && boundary.closedByLabel( label as HTMLLabelElement ) ) || isClosed;
	}
	return isClosed;
}

/** The labels that these nodes are, or stand in. Each ancestor is visited once, however deep the page. */
function labelsAround( nodes: readonly Node[] ): Node[] {
	const visited = new Set<Node>();
	const labels: Node[] = [];
	for ( const node of nodes ) {
		for ( let at: Node | null = node; at && ! visited.has( at ); at = parentOf( at ) ) {
			visited.add( at );
			if ( /^label$/i.test( nodeNameOf( at ) ) ) {
				labels.push( at );
			}
		}
	}
	return labels;
}

/**
 * Added nodes, as the event has them. The page went on while the look was made: what came and left again is not told, and a
 * sibling that left in the meantime gives its part to the one after it.
 */
function toldOf( adds: readonly Add[] ): { parentId: number; nextId: number | null; node: SerializedNode }[] {
	return adds.filter( ( { entry } ) => ! entry.isGone ).map( ( { entry, next, node } ) => ( { parentId: entry.parent!.id, nextId: ( next?.isGone ? siblingAfter( entry ) : next )?.id ?? null, node } ) );
}

function siblingAfter( entry: Entry ): Entry | null {
	const { children } = entry.parent!;
	return children.slice( children.indexOf( entry ) + 1 ).find( ( sibling ) => ! sibling.isGone ) ?? null;
}

/** The element that shows a child of this node. */
const elementAt = ( parent: Node ): Element => ( hostOf( parent ) ?? ( parent as Element ) );

const isStyle = ( element: Element ): boolean => /^style$/i.test( nodeNameOf( element ) );

/** A replay changes the sheet of an HTML element alone, and rrweb's virtual DOM only once: a sheet is told anew with its element. */
function hasOtherSheet( element: Element, entry: Entry, { sheetText }: LookSettings ): boolean {
	const css = sheetText( element );
	return ( css === null ? 0 : hashOf( css ) ) !== entry.hash;
}

/** A root that came later is told with what is in it; of one with nothing in it only a new description of its host can tell. */
function hasUntoldEmptyRoot( { node, inner, isLeaf }: Entry ): boolean {
	const root = ! inner && ! isLeaf && nodeTypeOf( node ) === ELEMENT ? shadowRootOf( node as Element ) : null;
	return root !== null && ! firstChildOf( root );
}

function* lookAtTexts( dirt: Dirt, { entries, reader, masking, found }: LookSettings ): Generator<void, { id: number; value: string }[]> {
	const texts: { id: number; value: string }[] = [];
	for ( const text of dirt.texts ) {
		const entry = entries.of( text );
		const parent = parentOf( text );
		if ( entry?.parent && parent && ! isOut( entry, found ) ) {
			const state = masking.boundary.ofText( text, entry.parent.state );
			if ( ! ( state & ( BLOCKED | GONE ) ) ) {
				const shown = reader.shownText( text, elementAt( parent ), state );
				const hash = hashOf( shown );
				if ( hash !== entry.hash ) {
					entry.hash = hash;
					texts.push( { id: entry.id, value: shown } );
				}
			}
		}
		yield;
	}
	return texts;
}

function* lookAtAttributes( dirt: Dirt, settings: LookSettings, lastId: number ): Generator<void, { id: number; attributes: Attributes }[]> {
	const { entries, found, calm } = settings;
	const changes: { id: number; attributes: Attributes }[] = [];
	for ( const [ element, names ] of dirt.attributes ) {
		const entry = entries.of( element );
		// Nodes that came with this look have been read whole.
		if ( entry && entry.id <= lastId && ! ( entry.state & ( BLOCKED | GONE ) ) && ! isOut( entry, found ) && ! calm.keeps( element, names ) ) {
			const wasModal = entry.hash === 1;
			const attributes = shownChange( element, entry, names, settings );
			if ( wasModal && attributes.open === null && entry.hash === 0 && nodeNameOf( element ) === 'DIALOG' ) {
				// A replay removes the attribute alone, and the dialog would stay in the top layer.
				changes.push( { id: entry.id, attributes: { open: '', rr_open_mode: 'non-modal' } } );
			}
			if ( Object.keys( attributes ).length > 0 ) {
				changes.push( { id: entry.id, attributes } );
			}
		}
		yield;
	}
	return changes;
}

function shownChange( element: Element, entry: Entry, names: ReadonlySet<string>, { masking, sheetText, onField }: LookSettings ): Attributes {
	const tag = localNameOf( element ).toLowerCase();
	const isField = tag === 'textarea' || ( tag === 'input' && ! BUTTON.test( ( element as HTMLInputElement ).type ) );
	const given: Attributes = {};
	for ( const name of names ) {
		const isSheet = name === SHEET || ( tag === 'link' && /^(href|rel|disabled)$/.test( name ) ) || ( ( tag === 'link' || tag === 'style' ) && name === 'media' );
		if ( isSheet ) {
			const css = sheetText( element, name === 'disabled' );
			const hash = css === null ? 0 : hashOf( css );
			if ( hash !== entry.hash ) {
				entry.hash = hash;
				given[ SHEET ] = css ?? '';
			}
		}
		const source = SOURCES.test( name ) ? chosenSource( element, tag ) : '';
		if ( source ) {
			const hash = hashOf( source );
			if ( hash !== entry.hash ) {
				entry.hash = hash;
				given.src = source;
			}
		} else if ( isField && INITIAL.test( name ) ) {
			onField( element );
		} else if ( name !== SHEET && ! ( isSheet && name === 'media' ) && isTold( tag, name ) ) {
			given[ name ] = name === POPOVER ? popoverOf( element ) : readAttribute( element, name );
		}
		if ( tag === 'dialog' && name === 'open' && given.open !== null ) {
			given.rr_open_mode = openModeOf( element );
		}
		if ( tag === 'dialog' ) {
			entry.hash = Number( isModal( element ) );
		}
	}
	const { content, attributes } = masking;
	const shown = attributes.scrub( element, given, entry.state, true, masking.answers.takeAttributes( element ) );
	if ( content.hides( entry.state ) && typeof shown.value === 'string' && ! content.isNews( element, shown.value ) ) {
		delete shown.value;
	}
	return shown;
}

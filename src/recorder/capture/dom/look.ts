/**
 * One look at what changed in the page: compares it with what was recorded and tells the difference as one event.
 */
import { BLOCKED, GONE } from '../../../privacy';
import { EVENT, SOURCE, type Attributes, type RecordedEvent, type SerializedNode } from '../../recorded';
import { isTold, readAttribute } from './attributes';
import { SHEET, type Changes, type Dirt } from './changes';
import { Comparison, type Remove } from './comparison';
import { hashOf, type Entries, type Entry } from './entry';
import { allIn, firstChildOf, isConnected, localNameOf, matches, namespaceOf, nodeTypeOf, parentOf, shadowRootOf } from './natives';
import type { Masking, Reader, SheetText } from './reader';
import { Walk, type Add, type Found } from './walk';

export interface LookSettings {
	/** Takes what cannot be told now: of a node that is out of the page for a moment, and may come back as it was recorded. */
	changes: Changes;
	entries: Entries;
	reader: Reader;
	masking: Masking;
	found: Found;
	sheetText: SheetText;
	/** Whether the element, or a label in it, closes a place that was recorded open. */
	closes: ( element: Element, changed: readonly string[] ) => boolean;
	/** Says of fields that came that they are there, before any text beside them is read. */
	meet: ( node: Node ) => void;
	/** A control may be set to something else. */
	onField: ( field: Element ) => void;
}

/** Attributes that say what a control begins with, not what the control is set to (HTML, dirty value flag). */
const INITIAL = /^(value|checked)$/;
const BUTTON = /^(submit|button|reset|image)$/;

const depthOf = ( entry: Entry ): number => {
	let depth = 0;
	for ( let at = entry.parent; at; at = at.parent ) {
		depth++;
	}
	return depth;
};

/** Yields after each small step; ends with the event, null when nothing is to be told, or 'closed' when what was recorded before must not leave. */
export function* look( dirt: Dirt, settings: LookSettings, timestamp: number ): Generator<void, RecordedEvent | null | 'closed'> {
	const { entries, reader, masking, found, meet } = settings;
	const { boundary } = masking;
	const adds: Add[] = [];
	const removes: Remove[] = [];
	const lastId = entries.lastId;
	const stale = new Set<Entry>();
	let isClosed = false;

	for ( const element of dirt.takenOut ) {
		// A modal dialog that was taken out and put back is modal no longer.
		for ( const dialog of isConnected( element ) ? [ element, ...allIn( element, 'dialog' ) ] : [] ) {
			if ( localNameOf( dialog ) === 'dialog' ) {
				dirt.attribute( dialog, 'open' );
			}
		}
	}
	for ( const [ element, names ] of dirt.attributes ) {
		const entry = entries.of( element );
		if ( entry?.parent && isConnected( element ) ) {
			isClosed = ( ! ( entry.parent.state & BLOCKED ) && settings.closes( element, [ ...names ] ) ) || isClosed;
			if ( boundary.within( element, entry.parent.state ) !== entry.state || ( names.has( SHEET ) && isDrawn( element ) && hasOtherSheet( element, entry, settings ) ) ) {
				stale.add( entry );
				dirt.children.add( entry.parent.node );
			}
			yield;
		}
	}
	for ( const node of dirt.children ) {
		const entry = entries.of( node );
		if ( entry?.parent && hasUntoldEmptyRoot( entry ) ) {
			stale.add( entry );
			dirt.children.add( entry.parent.node );
		}
	}
	for ( const text of dirt.texts ) {
		const parent = parentOf( text );
		isClosed = ( parent?.nodeType === 1 && settings.closes( parent as Element, [] ) ) || isClosed;
	}
	if ( isClosed ) {
		return 'closed';
	}

	const walk = new Walk( entries, reader, found, adds );
	// From the root down: what a parent drops or tells anew is no longer compared below.
	const parents = [ ...dirt.children ].flatMap( ( node ) => entries.of( node ) ?? [] ).map( ( entry ) => [ depthOf( entry ), entry ] as const ).sort( ( a, b ) => a[ 0 ] - b[ 0 ] );
	for ( const [ , entry ] of parents ) {
		if ( entry.isGone ) {
			continue;
		}
		if ( ! isConnected( entry.node ) ) {
			settings.changes.markChildren( entry.node );
			continue;
		}
		const comparison = new Comparison( entry, entries, walk, stale, removes, meet, found.unsettled );
		while ( comparison.step() ) {
			yield;
		}
		if ( ! entry.isLeaf ) {
			walk.enterShadow( entry.node, entry, null );
		}
	}
	while ( walk.step() ) {
		yield;
	}
	const texts = yield* lookAtTexts( dirt, settings );
	const attributes = yield* lookAtAttributes( dirt, settings, lastId );
	const told = { adds: toldOf( adds ), removes: removes.filter( ( { id } ) => id <= lastId ), texts, attributes };
	if ( told.adds.length + told.removes.length + texts.length + attributes.length === 0 ) {
		return null;
	}
	return { type: EVENT.incremental, timestamp, data: { source: SOURCE.mutation, ...told } };
}

/**
 * What came, as the event has it. The page went on while the look was made: what came and left again is not told, and a
 * sibling that left in the meantime gives its part to the one after it.
 */
function toldOf( adds: readonly Add[] ): { parentId: number; nextId: number | null; node: SerializedNode }[] {
	return adds.filter( ( { entry } ) => ! entry.isGone ).map( ( { entry, next, node } ) => ( { parentId: entry.parent!.id, nextId: ( next?.isGone ? siblingAfter( entry ) : next )?.id ?? null, node } ) );
}

function siblingAfter( entry: Entry ): Entry | null {
	const { children } = entry.parent!;
	return children.slice( children.indexOf( entry ) + 1 ).find( ( sibling ) => ! sibling.isGone ) ?? null;
}

/** The element that shows a child of this node. Asked by kind: a link has a "host" too. */
const elementAt = ( parent: Node ): Element => ( nodeTypeOf( parent ) === Node.DOCUMENT_FRAGMENT_NODE ? ( parent as ShadowRoot ).host : ( parent as Element ) );

const isDrawn = ( element: Element ): boolean => namespaceOf( element ) === 'http://www.w3.org/2000/svg';

/** A replay changes the sheet of an HTML element alone: one inside a drawing is told anew with its element. */
function hasOtherSheet( element: Element, entry: Entry, { sheetText }: LookSettings ): boolean {
	const css = sheetText( element );
	return ( css === null ? 0 : hashOf( css ) ) !== entry.hash;
}

/** A root that came later is told with what is in it; of one with nothing in it only a new description of its host can tell. */
function hasUntoldEmptyRoot( { node, inner, isLeaf }: Entry ): boolean {
	const root = ! inner && ! isLeaf && nodeTypeOf( node ) === Node.ELEMENT_NODE ? shadowRootOf( node as Element ) : null;
	return root !== null && ! firstChildOf( root );
}

function* lookAtTexts( dirt: Dirt, { entries, reader, masking, changes }: LookSettings ): Generator<void, { id: number; value: string }[]> {
	const texts: { id: number; value: string }[] = [];
	for ( const text of dirt.texts ) {
		const entry = entries.of( text );
		const parent = parentOf( text );
		if ( entry && ! isConnected( text ) ) {
			changes.markText( text );
		} else if ( entry?.parent && parent ) {
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
	const { entries } = settings;
	const changed: { id: number; attributes: Attributes }[] = [];
	for ( const [ element, names ] of dirt.attributes ) {
		const entry = entries.of( element );
		if ( entry && ! isConnected( element ) ) {
			names.forEach( ( name ) => settings.changes.mark( element, name ) );
		} else if ( entry && entry.id <= lastId && ! ( entry.state & ( BLOCKED | GONE ) ) ) {
			// What came with this look has been read whole.
			const attributes = shownChange( element, entry, names, settings );
			if ( Object.keys( attributes ).length > 0 ) {
				changed.push( { id: entry.id, attributes } );
			}
		}
		yield;
	}
	return changed;
}

function shownChange( element: Element, entry: Entry, names: ReadonlySet<string>, { masking, sheetText, onField }: LookSettings ): Attributes {
	const tag = localNameOf( element ).toLowerCase();
	const isField = tag === 'textarea' || ( tag === 'input' && ! BUTTON.test( ( element as HTMLInputElement ).type ) );
	const given: Attributes = {};
	for ( const name of names ) {
		if ( name === SHEET || ( tag === 'link' && ( name === 'href' || name === 'rel' || name === 'media' || name === 'disabled' ) ) ) {
			const css = sheetText( element );
			const hash = css === null ? 0 : hashOf( css );
			if ( hash !== entry.hash ) {
				entry.hash = hash;
				given[ SHEET ] = css ?? '';
			}
		}
		if ( isField && INITIAL.test( name ) ) {
			onField( element );
		} else if ( name !== SHEET && isTold( tag, name ) ) {
			given[ name ] = readAttribute( element, tag, name );
		}
		if ( tag === 'dialog' && name === 'open' && given.open !== null ) {
			given.rr_open_mode = matches( element, ':modal' ) ? 'modal' : 'non-modal';
		}
	}
	const { content, attributes } = masking;
	const shown = attributes.scrub( element, given, entry.state, true );
	if ( content.hides( entry.state ) && typeof shown.value === 'string' && ! content.isNews( element, shown.value ) ) {
		delete shown.value;
	}
	return shown;
}

import { EventType, IncrementalSource, NodeType } from '../event-kinds';
import { LIMITS } from '../limits';
import { asNumber, asObject, asString } from '../parse';
import { cleanAdoptedSheets, cleanDeclarationChange, cleanInput, cleanInteraction, cleanPointer, cleanScroll, cleanSelection, cleanSheetChange, cleanSize, noteFont } from './interaction';
import { cleanMutation } from './mutation';
import { cleanNode } from './nodes';
import type { PageContext } from './page';

/** An honest recorder sends these; the stage has no use for them. */
const SILENT_TYPES = new Set< unknown >( [ EventType.DomContentLoaded, EventType.Load, EventType.Custom ] );
const SILENT_SOURCES = new Set< unknown >( [ IncrementalSource.MediaInteraction, IncrementalSource.Log, IncrementalSource.CustomElement ] );

/** Something the visitor did, unlike a change of the page. */
const ACTIVE_SOURCES = new Set< unknown >( [
	IncrementalSource.MouseMove,
	IncrementalSource.MouseInteraction,
	IncrementalSource.Scroll,
	IncrementalSource.ViewportResize,
	IncrementalSource.Input,
	IncrementalSource.TouchMove,
	IncrementalSource.Drag,
	IncrementalSource.Selection,
] );

/** An event the stage may play; the time line gives the time. */
export interface CleanEvent {
	type: typeof EventType.FullSnapshot | typeof EventType.Incremental | typeof EventType.Meta;
	data: Record< string, unknown >;
}

/** An event with the facts the time line needs. */
export interface Sanitized {
	event: CleanEvent;
	/** Unix time by the visitor's clock, as recorded. */
	raw: number;
	/** The visitor did something. */
	active: boolean;
}

/**
 * One event of a stranger → one event the stage may play, or null.
 *
 * Built as a list of what is allowed: what is not known is left out. `page.dropped` counts what an honest
 * recorder would not have sent.
 */
export function sanitizeEvent( value: unknown, page: PageContext ): Sanitized | null {
	const given = asObject( value );
	// 1e11 ms is 1973: below is a clock that counts something else.
	const raw = asNumber( given?.timestamp, -Infinity, Infinity );
	if ( ! given || raw === null || raw < 1e11 || raw > 1e14 ) {
		return page.drop();
	}
	if ( SILENT_TYPES.has( given.type ) ) {
		return null;
	}
	const data = asObject( given.data );
	if ( ! data ) {
		return page.drop();
	}
	switch ( given.type ) {
		case EventType.Meta: {
			const size = cleanSize( data.width, data.height );
			page.base = asString( data.href, 4096 ) ?? page.base;
			return size ? { raw, active: true, event: { type: EventType.Meta, data: { href: '', ...size } } } : page.drop();
		}
		case EventType.FullSnapshot:
			return sanitizeSnapshot( data, raw, page );
		case EventType.Incremental: {
			const clean = page.nodes.root === 0 ? null : sanitizeIncremental( data, page );
			return clean ? { raw, active: ACTIVE_SOURCES.has( data.source ), event: { type: EventType.Incremental, data: clean } } : null;
		}
		default:
			return page.drop();
	}
}

function sanitizeSnapshot( data: Record< string, unknown >, raw: number, page: PageContext ): Sanitized | null {
	page.startSnapshot();
	const node = cleanNode( data.node, { parent: 0, parentTag: '', inDocument: false, document: 0, depth: 0, named: false, drawnElsewhere: false, emptied: false }, page );
	if ( ! node || node.type !== NodeType.Document ) {
		page.nodes.clear();
		return page.drop();
	}
	const offset = asObject( data.initialOffset );
	const top = asNumber( offset?.top, 0, LIMITS.offset ) ?? 0;
	const left = asNumber( offset?.left, 0, LIMITS.offset ) ?? 0;
	return { raw, active: true, event: { type: EventType.FullSnapshot, data: { node, initialOffset: { top, left } } } };
}

function sanitizeIncremental( data: Record< string, unknown >, page: PageContext ): Record< string, unknown > | null {
	switch ( data.source ) {
		case IncrementalSource.Mutation:
			return cleanMutation( data, page ) as unknown as Record< string, unknown > | null;
		case IncrementalSource.MouseMove:
		case IncrementalSource.TouchMove:
		case IncrementalSource.Drag:
			return cleanPointer( data, page );
		case IncrementalSource.MouseInteraction:
			return cleanInteraction( data, page );
		case IncrementalSource.Scroll:
			return cleanScroll( data, page );
		case IncrementalSource.ViewportResize: {
			const size = cleanSize( data.width, data.height );
			return size ? { source: IncrementalSource.ViewportResize, ...size } : page.drop();
		}
		case IncrementalSource.Input:
			return cleanInput( data, page );
		case IncrementalSource.StyleSheetRule:
			return cleanSheetChange( data, page );
		case IncrementalSource.Font:
			return noteFont( data, page );
		case IncrementalSource.StyleDeclaration:
			return cleanDeclarationChange( data, page );
		case IncrementalSource.Selection:
			return cleanSelection( data, page );
		case IncrementalSource.AdoptedStyleSheet:
			return cleanAdoptedSheets( data, page );
		default:
			return SILENT_SOURCES.has( data.source ) ? null : page.drop();
	}
}

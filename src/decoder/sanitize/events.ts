import { EventNode, EventSource, EventType } from '../../contracts/generated/event';
import { LIMITS } from '../limits';
import { cleanDisplay } from './display';
import { asNumber, asObject, asString } from '../parse';
import { cleanAdoptedSheets, cleanDeclarationChange, cleanInput, cleanInteraction, cleanPointer, cleanScroll, cleanSelection, cleanSheetChange, cleanSize, noteFont } from './interaction';
import { cleanMutation } from './mutation';
import { cleanNode } from './nodes';
import type { PageContext } from './page';

/** An honest recorder sends these; the stage has no use for them. */
const SILENT_TYPES = new Set< unknown >( [ EventType.domReady, EventType.load, EventType.custom ] );
const SILENT_SOURCES = new Set< unknown >( [ EventSource.media, EventSource.log, EventSource.customElement ] );

/** Something the visitor did, unlike a change of the page. */
const ACTIVE_SOURCES = new Set< unknown >( [
	EventSource.mouseMove,
	EventSource.mouseInteraction,
	EventSource.scroll,
	EventSource.viewportResize,
	EventSource.input,
	EventSource.touchMove,
	EventSource.drag,
	EventSource.selection,
] );

/** An event the stage may play; the time line gives the time. */
export interface CleanEvent {
	type: EventType.fullSnapshot | EventType.incremental | EventType.meta;
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
 * Turns one untrusted event into one event the stage may play, or null.
 *
 * Works by allow-lists: unknown parts are left out. `page.dropped` counts the parts that an honest recorder
 * would not have sent.
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
		case EventType.meta: {
			const size = cleanSize( data.width, data.height );
			page.base = asString( data.href, 4096 ) ?? page.base;
			page.display = cleanDisplay( data.display );
			return size ? { raw, active: true, event: { type: EventType.meta, data: { href: '', ...size } } } : page.drop();
		}
		case EventType.fullSnapshot:
			return sanitizeSnapshot( data, raw, page );
		case EventType.incremental: {
			const clean = page.nodes.root === 0 ? null : sanitizeIncremental( data, page );
			return clean ? { raw, active: ACTIVE_SOURCES.has( data.source ), event: { type: EventType.incremental, data: clean } } : null;
		}
		default:
			return page.drop();
	}
}

function sanitizeSnapshot( data: Record< string, unknown >, raw: number, page: PageContext ): Sanitized | null {
	page.startSnapshot();
	const node = cleanNode( data.node, { parent: 0, parentTag: '', inDocument: false, document: 0, depth: 0, named: false, drawnElsewhere: false, emptied: false }, page );
	if ( ! node || node.type !== EventNode.document ) {
		page.nodes.clear();
		return page.drop();
	}
	const offset = asObject( data.initialOffset );
	const top = asNumber( offset?.top, 0, LIMITS.offset ) ?? 0;
	const left = asNumber( offset?.left, 0, LIMITS.offset ) ?? 0;
	return { raw, active: true, event: { type: EventType.fullSnapshot, data: { node, initialOffset: { top, left } } } };
}

function sanitizeIncremental( data: Record< string, unknown >, page: PageContext ): Record< string, unknown > | null {
	switch ( data.source ) {
		case EventSource.mutation:
			return cleanMutation( data, page ) as unknown as Record< string, unknown > | null;
		case EventSource.mouseMove:
		case EventSource.touchMove:
		case EventSource.drag:
			return cleanPointer( data, page );
		case EventSource.mouseInteraction:
			return cleanInteraction( data, page );
		case EventSource.scroll:
			return cleanScroll( data, page );
		case EventSource.viewportResize: {
			const size = cleanSize( data.width, data.height );
			return size ? { source: EventSource.viewportResize, ...size } : page.drop();
		}
		case EventSource.input:
			return cleanInput( data, page );
		case EventSource.styleSheetRule:
			return cleanSheetChange( data, page );
		case EventSource.font:
			return noteFont( data, page );
		case EventSource.styleDeclaration:
			return cleanDeclarationChange( data, page );
		case EventSource.selection:
			return cleanSelection( data, page );
		case EventSource.adoptedStyleSheet:
			return cleanAdoptedSheets( data, page );
		default:
			return SILENT_SOURCES.has( data.source ) ? null : page.drop();
	}
}

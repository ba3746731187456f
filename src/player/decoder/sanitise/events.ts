import { LIMITS } from '../limits';
import { asNumber, asObject, asString } from '../parse';
import { cleanAdoptedSheets, cleanDeclarationChange, cleanInput, cleanInteraction, cleanPointer, cleanScroll, cleanSelection, cleanSheetChange, cleanSize, noteFont } from './interaction';
import { cleanMutation } from './mutation';
import { cleanNode } from './nodes';
import type { PageContext } from './page';

/** Event types and incremental sources of rrweb that can come onto the stage. */
export const EventType = { Full: 2, Incremental: 3, Meta: 4 } as const;
const SILENT_TYPES = new Set< unknown >( [ 0, 1, 5 ] );
const SILENT_SOURCES = new Set< unknown >( [ 7, 11, 16 ] );

/** An event that may come onto the stage; its time is given by the time line. */
export interface CleanEvent {
	type: 2 | 3 | 4;
	data: Record< string, unknown >;
}

/** An event with what the time line needs to know of it. */
export interface Sanitised {
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
export function sanitiseEvent( value: unknown, page: PageContext ): Sanitised | null {
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
		case EventType.Full:
			return sanitiseSnapshot( data, raw, page );
		case EventType.Incremental: {
			const clean = page.nodes.root === 0 ? null : sanitiseIncremental( data, page );
			const source = data.source as number;
			return clean ? { raw, active: ( source >= 1 && source <= 6 ) || source === 12 || source === 14, event: { type: EventType.Incremental, data: clean } } : null;
		}
		default:
			return page.drop();
	}
}

function sanitiseSnapshot( data: Record< string, unknown >, raw: number, page: PageContext ): Sanitised | null {
	page.startSnapshot();
	const node = cleanNode( data.node, { parent: 0, parentTag: '', inDocument: false, document: 0, depth: 0, named: false, drawnElsewhere: false, emptied: false }, page );
	if ( ! node || node.type !== 0 ) {
		page.nodes.clear();
		return page.drop();
	}
	const offset = asObject( data.initialOffset );
	const top = asNumber( offset?.top, 0, LIMITS.offset ) ?? 0;
	const left = asNumber( offset?.left, 0, LIMITS.offset ) ?? 0;
	return { raw, active: true, event: { type: EventType.Full, data: { node, initialOffset: { top, left } } } };
}

function sanitiseIncremental( data: Record< string, unknown >, page: PageContext ): Record< string, unknown > | null {
	switch ( data.source ) {
		case 0:
			return cleanMutation( data, page ) as unknown as Record< string, unknown > | null;
		case 1:
		case 6:
		case 12:
			return cleanPointer( data, page );
		case 2:
			return cleanInteraction( data, page );
		case 3:
			return cleanScroll( data, page );
		case 4: {
			const size = cleanSize( data.width, data.height );
			return size ? { source: 4, ...size } : page.drop();
		}
		case 5:
			return cleanInput( data, page );
		case 8:
			return cleanSheetChange( data, page );
		case 10:
			return noteFont( data, page );
		case 13:
			return cleanDeclarationChange( data, page );
		case 14:
			return cleanSelection( data, page );
		case 15:
			return cleanAdoptedSheets( data, page );
		default:
			return SILENT_SOURCES.has( data.source ) ? null : page.drop();
	}
}

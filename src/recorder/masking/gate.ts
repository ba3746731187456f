/**
 * Decides of an event that describes no nodes whether it may leave the page: signs of the visitor, fields, adopted
 * sheets. Nodes are masked where they are read (capture/dom). What the gate does not know, or cannot place, does not
 * come out.
 */
import { BLOCKED, CONTROL, GONE, IGNORED, MASK, scrubUrl } from '../../privacy';
import { EVENT, SOURCE, type NodeOf, type RecordedEvent } from '../recorded';
import { AttributeScrubber } from './attribute-scrubber';
import { ContentScrubber, type ShowSettings } from './content-scrubber';
import { TYPED, isFocused } from './focus';
import { hideRuns } from './occurrences';
import { Places } from './places';
import { StyleEvents } from './style-events';

export interface GateSettings extends ShowSettings {
	nodeOf: NodeOf;
}

/** Whether an event tells content of the page, and not only a place in it. */
const tellsContent = ( { type, data }: RecordedEvent ) =>
	type !== EVENT.incremental || ! ( [ SOURCE.mouseMove, SOURCE.touchMove, SOURCE.drag, SOURCE.mouseInteraction, SOURCE.scroll, SOURCE.viewportResize, SOURCE.selection ] as unknown[] ).includes( data.source );

export class Gate {
	readonly content: ContentScrubber;
	readonly attributes: AttributeScrubber;
	private readonly places: Places;
	private readonly styles: StyleEvents;

	constructor( private readonly settings: GateSettings ) {
		this.content = new ContentScrubber( settings );
		this.attributes = new AttributeScrubber( settings, this.content );
		this.places = new Places( settings, settings.nodeOf, this.content );
		this.styles = new StyleEvents( this.content, settings.isEditing );
	}

	/** An event as it may leave the page, changed in place; null for one that must not leave. */
	readonly pass = ( event: RecordedEvent ): RecordedEvent | null => {
		const { data } = event;
		this.settings.boundary.forget( tellsContent( event ) );
		this.settings.typed.forget();
		this.places.forget();
		switch ( event.type ) {
			case EVENT.meta:
				data.href = scrubUrl( this.settings.address( String( data.href ) ), this.settings.keep );
				return event;
			case EVENT.custom:
				// Only the recorder's own, which are scrubbed where they are made.
				return /^candid:/.test( String( data.tag ) ) ? event : null;
			case EVENT.incremental:
				return this.incremental( data ) ? event : null;
			default:
				return null;
		}
	};

	private incremental( data: RecordedEvent[ 'data' ] ): boolean {
		switch ( data.source ) {
			case SOURCE.mouseMove:
			case SOURCE.touchMove:
			case SOURCE.drag:
				data.positions = ( data.positions as { id: number }[] ).filter( ( position ) => ! this.places.isSilent( position.id ) );
				return ( data.positions as unknown[] ).length > 0;
			case SOURCE.mouseInteraction:
				return ! this.places.isSilent( data.id );
			case SOURCE.scroll:
				return this.places.isScrollTold( data.id );
			case SOURCE.viewportResize:
				return true;
			case SOURCE.input:
				return this.input( data );
			case SOURCE.selection:
				return this.selection( data );
			case SOURCE.adoptedStyleSheet:
				return this.styles.pass( data, this.places.stateOf( data.id ) );
			default:
				return false;
		}
	}

	private input( data: RecordedEvent[ 'data' ] ): boolean {
		const { nodeOf, boundary, typed } = this.settings;
		const field = nodeOf( data.id as number ) as HTMLInputElement | null;
		const state = boundary.stateOf( field );
		if ( ! field || state & ( BLOCKED | IGNORED | GONE ) || /^(hidden|file)$/.test( field.type ) ) {
			return false;
		}
		const text = String( data.text ?? '' );
		if ( this.content.hides( state | CONTROL ) ) {
			typed.saw( field );
			data.text = text && MASK;
			data.isChecked = false;
			return TYPED.test( field.type ) && this.content.isNews( field, data.text as string );
		}
		data.text = isFocused( field ) && hideRuns( text ) !== text ? MASK : this.content.value( field, text );
		return true;
	}

	private selection( data: RecordedEvent[ 'data' ] ): boolean {
		const ranges = data.ranges as { start: number; end: number }[];
		data.ranges = ranges.filter( ( range ) => this.places.isSelectable( range.start ) && this.places.isSelectable( range.end ) );
		return ranges.length === 0 || ( data.ranges as unknown[] ).length > 0;
	}
}

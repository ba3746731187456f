/**
 * The last pass. Every event goes through here just before it is queued; what comes out holds nothing
 * that may not leave the page. What the gate does not know, or cannot place, does not come out.
 */
import { BLOCKED, CONTROL, GONE, IGNORED, MASK, scrubUrl } from '../../privacy';
import { EVENT, SOURCE, type Mirror, type Mutation, type RecordedEvent } from '../recorded';
import { AttributeScrubber } from './attribute-scrubber';
import { ContentScrubber, type ShowSettings } from './content-scrubber';
import { MutationScrubber, isFocused } from './mutations';
import { NodeScrubber } from './node-scrubber';
import { hideRuns } from './occurrences';
import { Places } from './places';
import { StyleEvents } from './style-events';

/** Controls whose value can be shown as a text: in them a mask shows that something was typed. */
const TYPED = /^(text|search|email|tel|url|password|textarea|number|date|datetime-local|month|week|time)$/;

export interface GateSettings extends ShowSettings {
	mirror: Mirror;
	/** Called when something that was recorded open is closed now: what is queued must not leave. */
	onClosed: () => void;
}

/** Whether an event tells content of the page, and not only a place in it. */
const tellsContent = ( { type, data }: RecordedEvent ) =>
	type !== EVENT.incremental || ! ( [ SOURCE.mouseMove, SOURCE.touchMove, SOURCE.drag, SOURCE.mouseInteraction, SOURCE.scroll, SOURCE.viewportResize, SOURCE.selection ] as unknown[] ).includes( data.source );

export class Gate {
	readonly content: ContentScrubber;
	readonly attributes: AttributeScrubber;
	readonly nodes: NodeScrubber;
	private readonly places: Places;
	private readonly mutations: MutationScrubber;
	private readonly styles: StyleEvents;

	constructor( private readonly settings: GateSettings ) {
		const { mirror } = settings;
		this.content = new ContentScrubber( settings );
		this.attributes = new AttributeScrubber( settings, this.content );
		this.nodes = new NodeScrubber( settings, mirror, this.content, this.attributes );
		this.places = new Places( settings, mirror, this.content );
		this.mutations = new MutationScrubber( settings, mirror, this.places, this.content, this.attributes, this.nodes );
		this.styles = new StyleEvents( this.content );
	}

	/** An event as it may leave the page, changed in place; null for one that must not leave. */
	readonly pass = ( event: RecordedEvent ): RecordedEvent | null => {
		const { data } = event;
		this.settings.boundary.forget( tellsContent( event ) );
		this.settings.typed.forget( event.type === EVENT.fullSnapshot );
		this.places.forget();
		switch ( event.type ) {
			case EVENT.domReady:
			case EVENT.load:
				return event;
			case EVENT.meta:
				data.href = scrubUrl( String( data.href ), this.settings.keep );
				return event;
			case EVENT.custom:
				// Only the recorder's own, which are scrubbed where they are made.
				return /^candid:/.test( String( data.tag ) ) ? event : null;
			case EVENT.fullSnapshot:
				return this.nodes.document( data.node as never ) ? event : null;
			case EVENT.incremental:
				return this.incremental( data ) ? event : null;
			default:
				return null;
		}
	};

	private incremental( data: RecordedEvent[ 'data' ] ): boolean {
		switch ( data.source ) {
			case SOURCE.mutation:
				return this.mutations.pass( data as unknown as Mutation );
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
			case SOURCE.customElement:
				return true;
			case SOURCE.input:
				return this.input( data );
			case SOURCE.selection:
				return this.selection( data );
			case SOURCE.styleSheetRule:
			case SOURCE.styleDeclaration:
			case SOURCE.adoptedStyleSheet:
				return this.styles.pass( data, data.id ? this.places.stateOf( data.id ) : this.settings.boundary.stateOf( document ) );
			default:
				return false;
		}
	}

	private input( data: RecordedEvent[ 'data' ] ): boolean {
		const { mirror, boundary, typed } = this.settings;
		const field = mirror.getNode( data.id as number ) as HTMLInputElement | null;
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

/**
 * The last pass. Every event goes through here just before it is queued; what comes out holds nothing
 * that may not leave the page. What the gate does not know, or cannot place, does not come out.
 */
import { MASK as MASKED_VALUE, scrubText, scrubUrl } from '../privacy';
import { BLOCK, CONTROL, GONE, IGNORE, type Boundary } from './boundary';
import { createScrubber, type Scrubber, type ShowSettings } from './scrubber';
import { passStyle } from './style-events';
import { EVENT, SOURCE, type Mirror, type Mutation, type RecordedEvent } from './recorded';

/** Controls whose value can be shown as a text: in them a mask shows that something was typed. */
export const TYPED = /^(text|search|email|tel|url|password|textarea|number|date|datetime-local|month|week|time)$/;

/** What is chosen by pointing at it. */
const CHOICES = `option,${ [ 'radio', 'checkbox', 'range', 'color' ].map( ( type ) => `input[type=${ type }]` ) },${ [ 'option', 'radio', 'checkbox', 'switch', 'slider', 'menuitemradio', 'menuitemcheckbox' ].map( ( role ) => `[role=${ role }]` ) }`;

export interface GateSettings extends ShowSettings {
	mirror: Mirror;
	boundary: Boundary;
	/** Called when something that was recorded open is closed now: what is queued must not leave. */
	onClosed: () => void;
}

export type Gate = ( event: RecordedEvent ) => RecordedEvent | null;

/** Builds the gate. It changes events in place and answers null for one that must not leave. */
export function createGate( settings: GateSettings ): Gate {
	const { mirror, boundary, keep, echo } = settings;
	const scrubber: Scrubber = createScrubber( settings );
	const stateOfId = ( id: unknown ) => boundary.stateOf( mirror.getNode( id as number ) );
	const isShut = ( id: unknown ) => ( stateOfId( id ) & ( BLOCK | GONE ) ) !== 0;
	/** Whether a position over the element would tell a choice or a key: sliders, options, key pads. */
	const isSilent = ( id: unknown ) => {
		const element = mirror.getNode( id as number ) as Element | null;
		const choice = ( element?.closest?.( 'label' )?.control ?? element )?.closest?.( CHOICES );
		// Inside something blocked no node has an id.
		return isShut( id ) || ( !! choice && scrubber.hides( boundary.stateOf( choice ) | CONTROL ) );
	};

	function passMutation( data: Mutation ): boolean {
		let closed = false;

		data.attributes = data.attributes.filter( ( change ) => {
			const element = mirror.getNode( change.id ) as Element | null;
			const state = boundary.stateOf( element );
			if ( ! element || state & GONE ) {
				return false;
			}
			closed = ( ! ( boundary.stateOf( element.parentNode ) & BLOCK ) && boundary.closedSince( element ) ) || closed;
			if ( state & BLOCK ) {
				return false;
			}
			change.attributes = scrubber.attributes( element, change.attributes, state );
			return Object.keys( change.attributes ).length > 0;
		} );
		data.adds = data.adds.filter( ( add ) => {
			const state = stateOfId( add.parentId );
			return add.parentId > 0 && ! ( state & ( BLOCK | GONE ) ) && scrubber.node( add.node, state, mirror.getNode( add.parentId ) as Element );
		} );
		data.texts = data.texts.filter( ( change ) => {
			const node = mirror.getNode( change.id );
			const parent = node?.parentNode as Element | null | undefined;
			const state = boundary.stateOf( node );
			if ( ! node || state & ( BLOCK | GONE ) || change.value === null ) {
				return false;
			}
			change.value = scrubber.text( parent!, change.value, state );
			return ! scrubber.hides( state ) || scrubber.isNews( node, change.value );
		} );
		data.removes = data.removes.filter( ( remove ) => ! ( stateOfId( remove.parentId ) & BLOCK ) );
		if ( closed ) {
			settings.onClosed();
			return false;
		}
		return data.adds.length + data.attributes.length + data.texts.length + data.removes.length > 0;
	}

	function passInput( data: RecordedEvent[ 'data' ] ): boolean {
		const field = mirror.getNode( data.id as number ) as HTMLInputElement | null;
		const state = boundary.stateOf( field );
		if ( ! field || state & ( BLOCK | IGNORE | GONE ) || /^(hidden|file)$/.test( field.type ) ) {
			return false;
		}
		const text = String( data.text ?? '' );
		if ( scrubber.hides( state | CONTROL ) ) {
			data.text = text && MASKED_VALUE;
			data.isChecked = false;
			return TYPED.test( field.type );
		}
		data.text = scrubber.value( field, text );
		return true;
	}

	function passSelection( data: RecordedEvent[ 'data' ] ): boolean {
		const isOpen = ( id: number ) => {
			const node = mirror.getNode( id );
			const state = boundary.stateOf( node );
			const text = ( node as Text | null )?.data ?? '';
			// Offsets into a text that was replaced would tell its length.
			return ! ( state & ( BLOCK | GONE | CONTROL ) ) && ! scrubber.hides( state ) && scrubText( text, settings.preset ) === text;
		};
		const ranges = data.ranges as { start: number; end: number }[];
		data.ranges = ranges.filter( ( range ) => isOpen( range.start ) && isOpen( range.end ) );
		return ranges.length === 0 || ( data.ranges as unknown[] ).length > 0;
	}

	function passIncremental( data: RecordedEvent[ 'data' ] ): boolean {
		switch ( data.source ) {
			case SOURCE.mutation:
				return passMutation( data as unknown as Mutation );
			case SOURCE.mouseMove:
			case SOURCE.touchMove:
			case SOURCE.drag:
				data.positions = ( data.positions as { id: number }[] ).filter( ( position ) => ! isSilent( position.id ) );
				return ( data.positions as unknown[] ).length > 0;
			case SOURCE.mouseInteraction:
				return ! isSilent( data.id );
			case SOURCE.scroll:
				return ! isShut( data.id ) && ! ( scrubber.hides( stateOfId( data.id ) ) && stateOfId( data.id ) & CONTROL );
			case SOURCE.media:
				return ! isShut( data.id );
			case SOURCE.viewportResize:
			case SOURCE.customElement:
				return true;
			case SOURCE.input:
				return passInput( data );
			case SOURCE.selection:
				return passSelection( data );
			case SOURCE.styleSheetRule:
			case SOURCE.styleDeclaration:
			case SOURCE.adoptedStyleSheet:
				return passStyle( data, data.id ? stateOfId( data.id ) : boundary.stateOf( document ), scrubber );
			default:
				return false;
		}
	}

	return ( event ) => {
		const { data } = event;
		boundary.forget();
		echo.forget( event.type === EVENT.fullSnapshot );
		switch ( event.type ) {
			case EVENT.domReady:
			case EVENT.load:
				return event;
			case EVENT.meta:
				data.href = scrubUrl( String( data.href ), keep );
				return event;
			case EVENT.custom:
				// Only the recorder's own, which are scrubbed where they are made.
				return /^candid:/.test( String( data.tag ) ) ? event : null;
			case EVENT.fullSnapshot:
				return scrubber.document( data.node as never ) ? event : null;
			case EVENT.incremental:
				return passIncremental( data ) ? event : null;
			default:
				return null;
		}
	};
}


/**
 * The last pass. Every event goes through here just before it is queued; what comes out holds nothing
 * that may not leave the page. What the gate does not know, or cannot place, does not come out.
 */
import { MASK as MASKED_VALUE, scrubUrl } from '../../privacy';
import { BLOCK, CONTROL, GONE, IGNORE, type Boundary } from './element-states';
import { hideRuns } from './typed-values';
import { createScrubber, type Scrubber, type ShowSettings } from './scrubber';
import { passStyle } from './style-events';
import { EVENT, SOURCE, type Mirror, type Mutation, type RecordedEvent } from '../recorded';
import { CHOICES, COPIES, KEY } from './state-attributes';

/** Controls whose value can be shown as a text: in them a mask shows that something was typed. */
export const TYPED = /^(text|search|email|tel|url|password|textarea|number|date|datetime-local|month|week|time)$/;

/** A longer text is not looked through for every step of a selection (characters). */
const LONGEST_SELECTED = 20_000;

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
	const stateOfId = ( id: unknown ) => {
		const node = mirror.getNode( id as number ) as Element | null;
		const state = boundary.stateOf( node );
		// How the copy of an option looks tells which one is picked.
		return state & CONTROL && scrubber.hides( state ) && node!.closest?.( COPIES ) ? state | BLOCK : state;
	};
	const isShut = ( id: unknown ) => ( stateOfId( id ) & ( BLOCK | GONE ) ) !== 0;
	/** Whether the element is a key that could write into a secret field of the page. */
	const isKey = ( element: Element | null | undefined ) => {
		const key = echo.hasSecret() && ( ( element?.closest?.( 'button,[role=button]' ) ?? element ) as HTMLInputElement | null );
		// The pointer moves often: of anything larger the text is not put together.
		return !! key && ! key.getElementsByTagName( '*' )[ 9 ] && [ key.textContent, key.ariaLabel, key.type === 'button' && key.value ].some( ( text ) => KEY.test( text as string ) );
	};
	/** Whether a position over the element would tell a choice or a key: sliders, options, key pads. */
	const isSilent = ( id: unknown ) => {
		const element = mirror.getNode( id as number ) as Element | null;
		const choice = element?.closest?.( CHOICES ) ?? ( element?.closest?.( 'label' ) as HTMLLabelElement | null | undefined )?.control?.closest( CHOICES );
		// Inside something blocked no node has an id.
		return isShut( id ) || isKey( element ) || ( !! choice && scrubber.hides( boundary.stateOf( choice ) | CONTROL ) );
	};

	const isFocused = ( element: Element ) => ( element.getRootNode() as Document ).activeElement === element;
	/** Whether a label that came or changed closes its field. */
	const relabels = ( node: Node | null ): boolean => {
		const element = settings.inputs && node && ( node.nodeType === 1 ? node : node.parentElement );
		// A form answers with its fields where their names are those of methods.
		const field = element && ( Element.prototype.closest.call( element, 'label' ) as HTMLLabelElement | null )?.control;
		return !! field && boundary.closedSince( field );
	};

	function passMutation( data: Mutation ): boolean {
		let closed = false;

		data.attributes = data.attributes.filter( ( change ) => {
			const element = mirror.getNode( change.id ) as Element | null;
			const state = boundary.stateOf( element );
			if ( ! element || state & GONE ) {
				return false;
			}
			closed = ( ! ( boundary.stateOf( element.parentNode ) & BLOCK ) && boundary.closedSince( element ) ) || relabels( element ) || closed;
			if ( state & BLOCK ) {
				return false;
			}
			// What is being written comes with its own event, when it is finished.
			if ( isFocused( element ) ) {
				delete change.attributes.value;
			}
			change.attributes = scrubber.attributes( element, change.attributes, state, true );
			if ( change.attributes.value === MASKED_VALUE && ! scrubber.isNews( element, MASKED_VALUE ) ) {
				delete change.attributes.value;
			}
			return Object.keys( change.attributes ).length > 0;
		} );
		data.adds.forEach( ( add ) => scrubber.meet( add.node ) );
		const added = data.adds;
		data.adds = added.filter( ( add ) => {
			const state = stateOfId( add.parentId );
			return add.parentId > 0 && ! ( state & ( BLOCK | GONE ) ) && scrubber.node( add.node, state, mirror.getNode( add.parentId ) as Element );
		} );
		closed = added.some( ( add ) => relabels( mirror.getNode( add.node.id ) ) ) || closed;
		data.texts = data.texts.filter( ( change ) => {
			const node = mirror.getNode( change.id );
			const parent = node?.parentNode as Element | null | undefined;
			const state = boundary.stateOf( node );
			closed = relabels( node ) || closed;
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
			echo.saw( field );
			data.text = text && MASKED_VALUE;
			data.isChecked = false;
			return TYPED.test( field.type ) && scrubber.isNews( field, data.text as string );
		}
		data.text = isFocused( field ) && hideRuns( text ) !== text ? MASKED_VALUE : scrubber.value( field, text );
		return true;
	}

	function passSelection( data: RecordedEvent[ 'data' ] ): boolean {
		const isOpen = ( id: number ) => {
			const node = mirror.getNode( id );
			const state = boundary.stateOf( node );
			const text = ( node as Text | null )?.data ?? '';
			// Offsets into a text that was replaced would tell its length.
			return ! ( state & ( BLOCK | GONE | CONTROL ) ) && ! scrubber.hides( state ) && ! isKey( node!.parentElement ) && text.length < LONGEST_SELECTED && ( ! text || scrubber.text( node!.parentNode as Element, text, state ) === text );
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


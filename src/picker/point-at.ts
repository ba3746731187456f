export interface PointingOptions {
	/** The pointer or the focus is on an element; null when it left the page. */
	onPoint: ( element: Element | null ) => void;
	/** An element was clicked. */
	onPick: ( element: Element ) => void;
}

/** What a click must not do while elements are pointed at. */
const HELD = [ 'click', 'auxclick', 'dblclick', 'mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'submit' ];

/**
 * Lets a person point at elements of a page instead of using it: nothing on the page reacts.
 *
 * @param page    The document; may be of another frame.
 * @param options What to tell.
 * @return Gives the page back.
 */
export function pointAt( page: Document, { onPoint, onPick }: PointingOptions ): () => void {
	const elementOf = ( event: Event ): Element | null => {
		// The first entry of the path is the element itself, also inside open shadow roots.
		const target = event.composedPath()[ 0 ] as Node | undefined;
		return target?.nodeType === 1 ? ( target as Element ) : null;
	};
	const hold = ( event: Event ) => {
		event.preventDefault();
		event.stopImmediatePropagation();
		const element = elementOf( event );
		if ( event.type === 'click' && element ) {
			onPick( element );
		}
	};
	const over = ( event: Event ) => onPoint( elementOf( event ) );
	const leave = () => onPoint( null );

	HELD.forEach( ( type ) => page.addEventListener( type, hold, { capture: true, passive: false } ) );
	page.addEventListener( 'mouseover', over, true );
	page.addEventListener( 'focusin', over, true );
	page.documentElement.addEventListener( 'mouseleave', leave );
	return () => {
		HELD.forEach( ( type ) => page.removeEventListener( type, hold, { capture: true } ) );
		page.removeEventListener( 'mouseover', over, true );
		page.removeEventListener( 'focusin', over, true );
		page.documentElement.removeEventListener( 'mouseleave', leave );
	};
}

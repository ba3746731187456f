/** Opens and closes popovers as the recording says: an attribute alone does not bring an element into the top layer. */
import { POPOVER_ATTRIBUTE } from '../../decoder/stage-words';

export class Popovers {
	private readonly built = new Set< Element >();

	/** An element was built; the elements around it may still be on their way. */
	public add( element: Element ): void {
		if ( element.hasAttribute( POPOVER_ATTRIBUTE ) ) {
			this.built.add( element );
			queueMicrotask( () => {
				this.built.forEach( show );
				this.built.clear();
			} );
		}
	}

	/** The attribute of an element has changed. */
	public change( element: Element ): void {
		show( element );
	}
}

function show( element: Element ): void {
	const isWanted = element.hasAttribute( POPOVER_ATTRIBUTE );
	if ( element instanceof ( element.ownerDocument.defaultView as typeof globalThis & Window | null ?? globalThis ).HTMLElement && element.isConnected && element.popover !== null && element.matches( ':popover-open' ) !== isWanted ) {
		element.togglePopover( isWanted );
	}
}

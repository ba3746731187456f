/**
 * Scrolls the page of an element so that the element is in the middle of its window, where it is outside. An element
 * without a size is nowhere: the page stays. `scrollIntoView()` would also scroll the admin page around the frame.
 *
 * @param element An element of a page; its page may be another document.
 */
export function bringIntoView( element: Element ): void {
	const view = element.ownerDocument.defaultView;
	const { top, bottom, width, height } = element.getBoundingClientRect();
	if ( view && width > 0 && height > 0 && ( top < 0 || bottom > view.innerHeight ) ) {
		view.scrollBy( { top: top - view.innerHeight / 2 } );
	}
}

import { useCallback, useEffect, useState } from '@wordpress/element';
import type { RefObject } from 'react';

/** Elements beside `element` and beside what it stands in, up to the page's own children: everything but portals, which are children of the page. */
function everythingBeside( element: Element ): Element[] {
	const beside: Element[] = [];
	const { body } = element.ownerDocument;
	for ( let at = element; at.parentElement && at.parentElement !== body; at = at.parentElement ) {
		beside.push( ...[ ...at.parentElement.children ].filter( ( other ) => other !== at && ! other.hasAttribute( 'inert' ) ) );
	}
	return beside;
}

export interface FullScreen {
	isFull: boolean;
	toggle: () => void;
}

/**
 * Full screen for the player.
 *
 * The whole page is the full-screen element, and the player lies over the rest of it: dialogs, tooltips and
 * popovers are portals at the end of the page, and anything outside the full-screen element is neither
 * painted nor focusable. The focus does not move, so keys go on working. The covered parts are inert.
 *
 * @param viewer The element that covers the screen while `isFull`.
 */
export function useFullScreen( viewer: RefObject< HTMLElement > ): FullScreen {
	const [ isFull, setFull ] = useState( false );

	const toggle = useCallback( () => {
		const page = viewer.current?.ownerDocument;
		if ( page?.fullscreenElement ) {
			void page.exitFullscreen();
			return;
		}
		// A browser that refuses, or has no full screen for pages (iPhone), leaves the screen as it is.
		page?.documentElement.requestFullscreen?.().then( () => setFull( true ), () => undefined );
	}, [ viewer ] );

	useEffect( () => {
		const page = viewer.current?.ownerDocument;
		const onChange = () => page?.fullscreenElement ?? setFull( false );
		page?.addEventListener( 'fullscreenchange', onChange );
		return () => page?.removeEventListener( 'fullscreenchange', onChange );
	}, [ viewer ] );

	useEffect( () => {
		const box = viewer.current;
		if ( ! isFull || ! box ) {
			return;
		}
		const covered = everythingBeside( box );
		covered.forEach( ( element ) => element.setAttribute( 'inert', '' ) );
		return () => {
			covered.forEach( ( element ) => element.removeAttribute( 'inert' ) );
			// Another screen has no button to leave full screen with.
			if ( box.ownerDocument.fullscreenElement ) {
				void box.ownerDocument.exitFullscreen();
			}
		};
	}, [ viewer, isFull ] );

	return { isFull, toggle };
}

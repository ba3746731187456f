import { useEffect, useState } from '@wordpress/element';
import { judge, matchesOf, pointAt, selectorOf } from '../../../picker';
import type { Finding } from '../../../picker';
import type { VerdictRules } from '../../../privacy';
import { fateText, reasonText } from '../../text/reason-text';
import type { FramedPage } from './use-framed-page';

export interface Picked {
	element: Element;
	/** Selector that would be blocked; null when none that lasts was found. */
	selector: string | null;
	/** Elements of the page that the selector matches. */
	matches: Element[];
}

/**
 * Pointing at elements of the framed page and choosing one. What a selector would block stays outlined on the page as
 * long as the element is chosen, wherever the pointer is.
 *
 * @param page  The page in the frame; null while it loads.
 * @param rules Rules that decide; null while they are not known.
 * @param on    Whether elements are pointed at; else the page works as usual.
 */
export function usePointing( page: FramedPage | null, rules: ( VerdictRules & { page: Document } ) | null, on: boolean ) {
	const [ picked, setPicked ] = useState< Picked | null >( null );

	const pick = ( element: Element | null ) => {
		// Looking for a selector may take half a second.
		const selector = element && selectorOf( element );
		setPicked( element && { element, selector, matches: selector ? matchesOf( element, selector ) : [ element ] } );
	};

	useEffect( () => setPicked( null ), [ page ] );
	useEffect( () => {
		page?.painter.choose( picked?.matches ?? [] );
	}, [ page, picked ] );
	useEffect( () => {
		if ( ! page || ! rules || ! on ) {
			return;
		}
		const stop = pointAt( page.document, {
			onPoint: ( element ) => {
				const finding = element && judge( element, rules );
				page.painter.mark( element, finding ? said( finding ) : '' );
			},
			onPick: pick,
		} );
		return () => {
			stop();
			page.painter.mark( null );
		};
	}, [ page, rules, on ] );

	/** Rings an element; null takes the ring away. */
	const show = ( element: Element | null ) => {
		const finding = element && rules && judge( element, rules );
		const view = page?.document.defaultView;
		if ( element && view ) {
			// Not scrollIntoView: it would scroll the admin page around the frame too.
			view.scrollBy( { top: element.getBoundingClientRect().top - view.innerHeight / 2 } );
		}
		page?.painter.mark( element, finding ? said( finding ) : '' );
	};

	return { picked, pick, show };
}

/** What is written beside a ring, in the page itself. */
function said( finding: Finding ): string {
	return `${ fateText( finding.fate ) }: ${ reasonText( finding ) }`;
}

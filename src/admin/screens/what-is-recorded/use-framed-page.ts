import { useCallback, useEffect, useMemo, useRef, useState } from '@wordpress/element';
import { createPainter, surveyPage } from '../../../picker';
import type { Painter, Survey } from '../../../picker';
import type { Settings } from '../../../contracts/generated/settings';
import { pageRulesOf, rulesOn } from './page-rules';
import type { PageRules } from './page-rules';

/** Waits this long after the page's last change before looking again, ms. */
const SETTLE = 300;

export interface FramedPage {
	document: Document;
	painter: Painter;
	/** What the server said of it; null when it said nothing. */
	said: PageRules | null;
}

/**
 * The page in the frame: looked at when it has loaded, when it changes, and when the rules change.
 *
 * @param settings The owner's settings; null while they are not known, and then nothing is shown.
 * @param url      Address the frame was given; a new one forgets the page before.
 */
export function useFramedPage( settings: Settings | null, url: string | null ) {
	const frame = useRef< HTMLIFrameElement >( null );
	const [ page, setPage ] = useState< FramedPage | null >( null );
	const [ survey, setSurvey ] = useState< Survey | null >( null );
	const [ closed, setClosed ] = useState( false );
	const rules = useMemo( () => page && settings && { ...rulesOn( settings, page.said ), page: page.document }, [ page, settings ] );

	useEffect( () => {
		setPage( null );
		setSurvey( null );
		setClosed( false );
	}, [ url ] );

	const onLoad = useCallback( () => {
		setSurvey( null );
		const shown = readable( frame.current );
		setClosed( shown === null );
		if ( ! shown ) {
			setPage( null );
			return;
		}
		hideToolbar( shown );
		setPage( { document: shown, painter: createPainter( shown ), said: pageRulesOf( shown ) } );
	}, [] );

	useEffect( () => {
		if ( ! page || ! rules ) {
			return;
		}
		let timer: ReturnType< typeof setTimeout > | undefined;
		const look = () => {
			const seen = surveyPage( page.document, rules );
			page.painter.paint( seen.findings );
			setSurvey( seen );
		};
		const observer = new MutationObserver( ( records ) => {
			if ( records.some( ( { target } ) => ! ( target as Element ).closest?.( '[data-candid-overlay]' ) ) ) {
				clearTimeout( timer );
				timer = setTimeout( look, SETTLE );
			}
		} );
		look();
		observer.observe( page.document.body, { subtree: true, childList: true, attributes: true, characterData: true } );
		return () => {
			observer.disconnect();
			clearTimeout( timer );
		};
	}, [ page, rules ] );

	useEffect( () => () => page?.painter.dispose(), [ page ] );

	return { frame, onLoad, page, rules, survey, closed };
}

/** The document in the frame, or null when the browser does not let this page look into it. */
function readable( frame: HTMLIFrameElement | null ): Document | null {
	try {
		const shown = frame?.contentDocument ?? null;
		return shown?.body && shown.URL !== 'about:blank' ? shown : null;
	} catch {
		return null;
	}
}

/** WordPress' toolbar is there only because an administrator looks; visitors have none. */
function hideToolbar( page: Document ): void {
	page.getElementById( 'wpadminbar' )?.remove();
	page.body.classList.remove( 'admin-bar' );
	page.documentElement.style.setProperty( 'margin-top', '0', 'important' );
	page.documentElement.style.setProperty( '--wp-admin--admin-bar--height', '0px' );
}

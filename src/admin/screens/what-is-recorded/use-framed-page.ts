import { useCallback, useEffect, useMemo, useRef, useState } from '@wordpress/element';
import { createPainter, surveyPage } from '../../../picker';
import type { Painter, Survey } from '../../../picker';
import type { Settings } from '../../../contracts/generated/settings';
import { pageRulesOf, rulesOn } from './page-rules';
import type { PageRules } from './page-rules';

/** Waits this long after the page's last change before looking again, ms. */
const SETTLE = 300;

/** A page that never stops changing is looked at again after this time, ms. */
const LONGEST_WAIT = 3_000;

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
 * @param shown    Which page the frame was given; another one forgets the page before.
 */
export function useFramedPage( settings: Settings | null, shown: string | null ) {
	const frame = useRef< HTMLIFrameElement >( null );
	const [ page, setPage ] = useState< FramedPage | null >( null );
	const [ survey, setSurvey ] = useState< Survey | null >( null );
	const [ closed, setClosed ] = useState( false );
	const rules = useMemo( () => page && settings && { ...rulesOn( settings, page.said ), page: page.document }, [ page, settings ] );

	useEffect( () => {
		setPage( null );
		setSurvey( null );
		setClosed( false );
	}, [ shown ] );

	const onLoad = useCallback( () => {
		setSurvey( null );
		const loaded = readable( frame.current );
		setClosed( loaded === null );
		if ( ! loaded ) {
			setPage( null );
			return;
		}
		hideToolbar( loaded );
		setPage( { document: loaded, painter: createPainter( loaded ), said: pageRulesOf( loaded ) } );
	}, [] );

	useEffect( () => {
		if ( ! page || ! rules ) {
			return;
		}
		let timer: ReturnType< typeof setTimeout > | undefined;
		/** When the page changed first since it was looked at, ms; null when it has not. */
		let changed: number | null = null;
		const look = () => {
			changed = null;
			const seen = surveyPage( page.document, rules );
			page.painter.paint( seen.findings );
			setSurvey( seen );
		};
		const observer = new MutationObserver( ( records ) => {
			if ( records.some( ( { target } ) => ! ( target as Element ).closest?.( '[data-candid-overlay]' ) ) ) {
				clearTimeout( timer );
				changed ??= performance.now();
				timer = setTimeout( look, Math.max( 0, Math.min( SETTLE, changed + LONGEST_WAIT - performance.now() ) ) );
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

import { useCallback, useEffect, useState } from '@wordpress/element';
import { fetchRecordings } from '../../data/recordings';
import type { RecordingPage } from '../../data/recordings';
import { useRequest } from '../../data/use-request';
import { newerThan } from './newer-than';

/** How often the list looks for something new, ms. Only while the tab is looked at. */
const LOOK_EVERY = 20_000;

/**
 * One page of the list, and how many recordings have come since it was loaded.
 *
 * New recordings are announced, never pushed in: rows do not move under the pointer.
 * What is already shown (length, live mark) is brought up to date in place.
 *
 * @param before Cursor of the page; null for the newest.
 */
export function useRecordings( before: string | null ) {
	const list = useRequest( `recordings before ${ before ?? 'now' }`, ( signal ) => fetchRecordings( before, signal ) );
	const [ news, setNews ] = useState( { count: 0, more: false } );
	const { data, setData, reload: ask } = list;

	useEffect( () => setNews( { count: 0, more: false } ), [ before ] );

	useEffect( () => {
		if ( ! data ) {
			return;
		}
		const abort = new AbortController();
		const timer = setInterval( () => {
			if ( document.visibilityState !== 'visible' ) {
				return;
			}
			// The newest page, whichever page is open: that is where new recordings appear.
			fetchRecordings( null, abort.signal ).then(
				( newest ) => {
					if ( abort.signal.aborted ) {
						return;
					}
					setNews( before === null ? newerThan( data, newest ) : { count: 0, more: false } );
					if ( before === null ) {
						setData( refreshed( data, newest ) );
					}
				},
				// A missed look is not worth a message: the next one follows, and "Refresh" reports errors.
				() => undefined,
			);
		}, LOOK_EVERY );
		return () => {
			abort.abort();
			clearInterval( timer );
		};
	}, [ data, setData, before ] );

	const reload = useCallback( () => {
		setNews( { count: 0, more: false } );
		ask();
	}, [ ask ] );

	return { ...list, reload, news };
}

/** The rows that are shown, with what has changed about them. */
function refreshed( shown: RecordingPage, newest: RecordingPage ): RecordingPage {
	const byId = new Map( newest.items.map( ( item ) => [ item.id, item ] ) );
	return { ...shown, items: shown.items.map( ( item ) => byId.get( item.id ) ?? item ) };
}

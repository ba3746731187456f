import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { Recording } from '../../../contracts/generated/recording';
import { fetchRecordings } from '../../data/recordings';
import { useRequest } from '../../data/use-request';
import { afterLook, newerThan } from './new-arrivals';

/** How often the list looks for something new, ms. Only while the tab is looked at. */
const LOOK_EVERY = 20_000;

/** As above, while nothing is there yet: somebody is waiting for the first visit. */
const LOOK_EVERY_WHILE_EMPTY = 5_000;

/**
 * One page of the list, and how many recordings have come since it was loaded.
 *
 * New recordings are announced, never pushed in: rows do not move under the pointer. Only an empty list fills by itself.
 * What is already shown (length, live mark) is brought up to date in place.
 *
 * @param before Cursor of the page; null for the newest.
 */
export function useRecordings( before: string | null ) {
	const list = useRequest( `recordings before ${ before ?? 'now' }`, ( signal ) => fetchRecordings( before, signal ) );
	const [ news, setNews ] = useState( { count: 0, more: false } );
	const { data, setData, reload: ask } = list;

	useEffect( () => setNews( { count: 0, more: false } ), [ before ] );

	// Looks go on while the rows change: a ref, so that an answer does not break off the look that was begun after it.
	const latest = useRef( data );
	latest.current = data;
	const isLoaded = data !== null;
	const isEmpty = data?.items.length === 0;

	useEffect( () => {
		// New recordings appear on the newest page; the older ones stay as they are.
		if ( ! isLoaded || before !== null ) {
			return;
		}
		const abort = new AbortController();
		const look = () => {
			if ( document.visibilityState !== 'visible' ) {
				return;
			}
			fetchRecordings( null, abort.signal ).then(
				( newest ) => {
					if ( abort.signal.aborted || ! latest.current ) {
						return;
					}
					const shown = afterLook( latest.current, newest );
					setNews( newerThan( shown, newest ) );
					setData( shown );
				},
				// A missed look is not worth a message: the next one follows, and "Refresh" reports errors.
				() => undefined,
			);
		};
		const timer = setInterval( look, isEmpty ? LOOK_EVERY_WHILE_EMPTY : LOOK_EVERY );
		// Whoever comes back from a visit to the site wants to see it now.
		document.addEventListener( 'visibilitychange', look );
		return () => {
			abort.abort();
			clearInterval( timer );
			document.removeEventListener( 'visibilitychange', look );
		};
	}, [ isLoaded, isEmpty, setData, before ] );

	const reload = useCallback( () => {
		setNews( { count: 0, more: false } );
		ask();
	}, [ ask ] );

	/** Takes rows off the screen that have just been deleted, before the server is asked again. */
	const drop = ( gone: Recording[] ) => {
		if ( data ) {
			const items = data.items.filter( ( { id } ) => ! gone.some( ( one ) => one.id === id ) );
			setData( { ...data, items, total: Math.max( items.length, data.total - ( data.items.length - items.length ) ) } );
		}
	};

	return { ...list, reload, drop, news };
}

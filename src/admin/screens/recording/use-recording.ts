import { useCallback, useEffect, useRef } from '@wordpress/element';
import { RequestError } from '../../data/request-error';
import { useRequest, type RequestState } from '../../data/use-request';
import { fetchRecording } from './fetch-recording';
import { LiveWatch } from './live-watch';
import type { ReadRecording } from './read-recording';

/**
 * One recording; while its visit is live, the newest answer about it.
 *
 * @param id Recording id.
 */
export function useRecording( id: string ): RequestState< ReadRecording > {
	const load = useCallback( ( signal: AbortSignal ) => fetchRecording( id, signal ), [ id ] );
	const request = useRequest( `recording ${ id }`, load );
	const { data, setData } = request;
	const latest = useRef( data );
	latest.current = data;
	const live = data?.recording.live === true;

	useEffect( () => {
		if ( ! live ) {
			return;
		}
		const abort = new AbortController();
		const ask = async (): Promise< boolean > => {
			const news = await fetchRecording( id, abort.signal ).catch( ( reason: unknown ) => {
				// Erased meanwhile: what has been loaded can be watched to its end.
				if ( reason instanceof RequestError && reason.kind === 'missing' && latest.current ) {
					return { ...latest.current, recording: { ...latest.current.recording, live: false } };
				}
				throw reason;
			} );
			if ( ! abort.signal.aborted ) {
				setData( news );
			}
			return news.recording.live;
		};
		const watch = new LiveWatch( ask, document );
		watch.start();
		return () => {
			abort.abort();
			watch.stop();
		};
	}, [ id, live, setData ] );

	return request;
}

import { useCallback, useEffect, useRef, useState } from '@wordpress/element';
import type { RequestError } from './request-error';
import { requestErrorFrom } from './request-error';
import { isAbort } from './request';

export interface RequestState< T > {
	/** The last good answer; kept while a newer one is on its way. */
	data: T | null;
	error: RequestError | null;
	loading: boolean;
	/** Asks again. */
	reload: () => void;
	/** Replaces the answer, for what the screen itself has just changed. */
	setData: ( data: T ) => void;
}

/**
 * Loads something when the screen opens and whenever `key` changes.
 *
 * @param key  Names what is loaded; null loads nothing. A new key forgets the old answer.
 * @param load Starts the request; must be the same function for the same key.
 */
export function useRequest< T >( key: string | null, load: ( signal: AbortSignal ) => Promise< T > ): RequestState< T > {
	const [ state, setState ] = useState< { key: string | null; data: T | null; error: RequestError | null; loading: boolean } >( {
		key,
		data: null,
		error: null,
		loading: key !== null,
	} );
	const [ turn, setTurn ] = useState( 0 );
	const latestLoad = useRef( load );
	latestLoad.current = load;

	useEffect( () => {
		if ( key === null ) {
			return;
		}
		const abort = new AbortController();
		setState( ( before ) => ( { key, data: before.key === key ? before.data : null, error: null, loading: true } ) );
		latestLoad.current( abort.signal ).then(
			( data ) => {
				if ( ! abort.signal.aborted ) {
					setState( { key, data, error: null, loading: false } );
				}
			},
			( reason: unknown ) => {
				if ( ! abort.signal.aborted && ! isAbort( reason ) ) {
					setState( ( before ) => ( { ...before, error: requestErrorFrom( reason ), loading: false } ) );
				}
			},
		);
		return () => abort.abort();
	}, [ key, turn ] );

	const reload = useCallback( () => setTurn( ( n ) => n + 1 ), [] );
	const setData = useCallback( ( data: T ) => setState( ( before ) => ( { ...before, data } ) ), [] );
	const current = state.key === key ? state : { data: null, error: null, loading: key !== null };
	return { data: current.data, error: current.error, loading: current.loading, reload, setData };
}

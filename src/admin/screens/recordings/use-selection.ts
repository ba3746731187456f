import { useCallback, useMemo, useState } from '@wordpress/element';
import type { Recording } from '../../../contracts/generated/recording';

export interface Selection {
	/** What is selected, in the order of the list; only what is on the screen can be. */
	recordings: Recording[];
	has: ( id: string ) => boolean;
	all: boolean;
	toggle: ( id: string, on: boolean ) => void;
	toggleAll: ( on: boolean ) => void;
	clear: () => void;
}

/**
 * Which rows are selected. A row that leaves the screen (deleted, pushed to the next page, another page opened) leaves
 * the selection with it: a count never speaks of rows that nobody sees.
 *
 * @param shown The rows on the screen.
 */
export function useSelection( shown: Recording[] ): Selection {
	const [ ids, setIds ] = useState< ReadonlySet< string > >( new Set() );
	const recordings = useMemo( () => shown.filter( ( { id } ) => ids.has( id ) ), [ shown, ids ] );
	const toggle = useCallback(
		( id: string, on: boolean ) => setIds( ( before ) => new Set( on ? [ ...before, id ] : [ ...before ].filter( ( one ) => one !== id ) ) ),
		[],
	);
	const toggleAll = ( on: boolean ) => setIds( new Set( on ? shown.map( ( { id } ) => id ) : [] ) );
	const clear = useCallback( () => setIds( new Set() ), [] );
	return { recordings, has: ( id ) => ids.has( id ), all: shown.length > 0 && recordings.length === shown.length, toggle, toggleAll, clear };
}

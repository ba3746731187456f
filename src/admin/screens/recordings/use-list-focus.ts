import { useEffect, useLayoutEffect, useRef } from '@wordpress/element';
import type { RefObject } from 'react';
import type { Recording } from '../../../contracts/generated/recording';
import type { RecordingPage } from '../../data/recordings';
import { takeOpened } from './last-opened';

export interface ListFocus {
	table: RefObject< HTMLTableElement >;
	count: RefObject< HTMLSpanElement >;
	older: RefObject< HTMLButtonElement >;
	/** To be called before the rows of these recordings go. */
	afterDeletion: ( gone: Recording[] ) => void;
}

/**
 * Keeps the focus and the place in the list where the person left them: beside a row that was deleted, at the row whose
 * recording was watched, and in the bar when the first recording fills an empty list.
 *
 * @param data    The page on the screen.
 * @param isEmpty Whether the empty state stands in place of the list.
 */
export function useListFocus( data: RecordingPage | null, isEmpty: boolean ): ListFocus {
	const table = useRef< HTMLTableElement >( null );
	const count = useRef< HTMLSpanElement >( null );
	const older = useRef< HTMLButtonElement >( null );
	/** Row to be focused when those beside it are gone; -1 for none. */
	const beside = useRef( -1 );
	const wasEmpty = useRef( false );

	const afterDeletion = ( gone: Recording[] ) => {
		const first = gone.length === 1 ? gone[ 0 ]?.id : undefined;
		beside.current = data && first ? data.items.findIndex( ( { id } ) => id === first ) : Infinity;
	};

	useEffect( () => {
		if ( beside.current < 0 ) {
			return;
		}
		const links = table.current?.querySelectorAll< HTMLElement >( '.candid-table__title' );
		const link = Number.isFinite( beside.current ) ? ( links?.[ beside.current ] ?? links?.[ links.length - 1 ] ) : undefined;
		beside.current = -1;
		( link ?? count.current )?.focus( { preventScroll: true } );
	}, [ data ] );

	// The empty state goes with whatever button of it had the focus.
	useEffect( () => {
		const bar = count.current;
		if ( wasEmpty.current && bar && bar.ownerDocument.activeElement === bar.ownerDocument.body ) {
			bar.focus( { preventScroll: true } );
		}
		wasEmpty.current = isEmpty;
	}, [ isEmpty ] );

	const isLoaded = data !== null;
	useLayoutEffect( () => {
		const opened = isLoaded ? takeOpened() : null;
		const row = opened && table.current?.querySelector( `[data-recording="${ opened }"]` );
		if ( row ) {
			row.scrollIntoView( { block: 'nearest' } );
		}
	}, [ isLoaded ] );

	return { table, count, older, afterDeletion };
}

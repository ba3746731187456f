import type { Recording } from '../../contracts/generated/recording';
import isRecording from '../../contracts/generated/recording.validate';
import { request } from './request';

/** How many recordings one page of the list shows. */
export const PER_PAGE = 25;

export interface RecordingPage {
	items: Recording[];
	/** What to pass as `before` for the page with older recordings; null on the last page. */
	next: string | null;
	total: number;
	/** Whether counting stopped at `total`, so that there are at least this many. */
	total_capped: boolean;
}

function isRecordingPage( value: unknown ): value is RecordingPage {
	const page = value as Partial< RecordingPage > | null;
	return (
		typeof page === 'object' &&
		page !== null &&
		Array.isArray( page.items ) &&
		page.items.every( ( item ) => isRecording( item ) ) &&
		( page.next === null || typeof page.next === 'string' ) &&
		typeof page.total === 'number' &&
		typeof page.total_capped === 'boolean'
	);
}

function isDeletion( value: unknown ): value is { deleted: number } {
	return typeof ( value as { deleted?: unknown } | null )?.deleted === 'number';
}

/**
 * One page of recordings, newest first.
 *
 * @param before The `next` of the page before, or null for the newest.
 * @param signal Aborts the request.
 */
export function fetchRecordings( before: string | null, signal?: AbortSignal ): Promise< RecordingPage > {
	const query: Record< string, string | number > = { per_page: PER_PAGE };
	if ( before !== null ) {
		query.before = before;
	}
	return request( '/recordings', isRecordingPage, { query, signal } );
}

/**
 * Deletes recordings for good.
 *
 * @param ids Recording ids.
 * @return How many were deleted; fewer than asked when some were gone already.
 */
export async function deleteRecordings( ids: string[] ): Promise< number > {
	return ( await request( '/recordings', isDeletion, { method: 'DELETE', data: { ids } } ) ).deleted;
}

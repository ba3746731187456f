import type { Recording } from '../../contracts/generated/recording';
import isRecording from '../../contracts/generated/recording.validate';
import { request } from './request';
import { sift } from './sift';

/** How many recordings one page of the list shows. */
export const PER_PAGE = 25;

export interface RecordingPage {
	items: Recording[];
	/** What to pass as `before` for the page with older recordings; null on the last page. */
	next: string | null;
	total: number;
	/** Whether counting stopped at `total`, so that there are at least this many. */
	total_capped: boolean;
	/** Recordings of this page that are not what the contract says and are not among `items`. */
	left_out: number;
}

type Answer = Omit< RecordingPage, 'items' | 'left_out' > & { items: unknown[] };

function isAnswer( value: unknown ): value is Answer {
	const page = value as Partial< Answer > | null;
	return (
		typeof page === 'object' &&
		page !== null &&
		Array.isArray( page.items ) &&
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
export async function fetchRecordings( before: string | null, signal?: AbortSignal ): Promise< RecordingPage > {
	const query: Record< string, string | number > = { per_page: PER_PAGE };
	if ( before !== null ) {
		query.before = before;
	}
	const answer = await request( '/recordings', isAnswer, { query, signal } );
	const { good, leftOut } = sift( answer.items, ( item ): item is Recording => isRecording( item ) );
	return { ...answer, items: good, left_out: leftOut };
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

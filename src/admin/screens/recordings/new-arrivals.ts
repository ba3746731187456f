import type { RecordingPage } from '../../data/recordings';

/**
 * How many recordings of the newest page are not among those shown.
 *
 * @param shown  The first page as it stands on the screen.
 * @param newest The first page as the server has it now.
 * @return The count, and whether there may be more than one page of them.
 */
export function newerThan( shown: RecordingPage, newest: RecordingPage ): { count: number; more: boolean } {
	const known = new Set( shown.items.map( ( item ) => item.id ) );
	const latest = shown.items[ 0 ]?.started ?? 0;
	// Rows that moved up because others were deleted are older than the first row shown: no news.
	const fresh = newest.items.filter( ( item ) => ! known.has( item.id ) && item.started >= latest );
	return { count: fresh.length, more: fresh.length > 0 && fresh.length === newest.items.length && newest.next !== null };
}

/**
 * What a screen shows once the newest page was looked at: its rows, with what has changed about them. Rows that are
 * new are left out, so that nothing moves under the pointer; a list that was empty has nothing to move and takes them.
 *
 * @param shown  The first page as it stands on the screen.
 * @param newest The first page as the server has it now.
 */
export function afterLook( shown: RecordingPage, newest: RecordingPage ): RecordingPage {
	if ( shown.items.length === 0 ) {
		return newest;
	}
	const byId = new Map( newest.items.map( ( item ) => [ item.id, item ] ) );
	return { ...shown, items: shown.items.map( ( item ) => byId.get( item.id ) ?? item ) };
}

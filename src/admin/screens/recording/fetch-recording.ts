import apiFetch from '@wordpress/api-fetch';
import type { Recording } from '../../../contracts/generated/recording';
import isRecording from '../../../contracts/generated/recording.validate';
import { request } from '../../data/request';

/**
 * One recording with its page views and segments.
 *
 * @param id     Recording id.
 * @param signal Aborts the request.
 */
export function fetchRecording( id: string, signal?: AbortSignal ): Promise< Recording > {
	return request( `/recordings/${ id }`, isRecording, { signal } );
}

/**
 * Bytes of one segment, for the player only.
 *
 * @param id       Recording id.
 * @param sequence Number of the segment.
 * @return Null when the site does not have it (any more).
 * @throws Whatever else stopped it; the player tries again and then plays on without it.
 */
export async function fetchSegment( id: string, sequence: number ): Promise< ArrayBuffer | null > {
	try {
		const response = ( await apiFetch( { path: `/candid/v1/recordings/${ id }/segments/${ sequence }`, parse: false } ) ) as unknown as Response;
		return await response.arrayBuffer();
	} catch ( reason ) {
		// Unparsed requests are rejected with the bare answer.
		if ( reason instanceof Response && reason.status === 404 ) {
			return null;
		}
		throw reason;
	}
}

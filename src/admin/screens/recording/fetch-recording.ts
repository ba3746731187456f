import apiFetch from '@wordpress/api-fetch';
import { request } from '../../data/request';
import { readRecording, type ReadRecording } from './read-recording';

const isReadable = ( value: unknown ): value is object => readRecording( value ) !== null;

/**
 * One recording with its page views and segments. Unusable values are left out and counted.
 *
 * @param id     Recording id.
 * @param signal Aborts the request.
 * @throws {RequestError} Kind `shape` when the answer is no recording.
 */
export async function fetchRecording( id: string, signal?: AbortSignal ): Promise< ReadRecording > {
	// The guard has read it once already: null is impossible here.
	return readRecording( await request( `/recordings/${ id }`, isReadable, { signal } ) ) as ReadRecording;
}

/**
 * Bytes of one segment, for the player only.
 *
 * @param id       Recording id.
 * @param sequence Number of the segment.
 * @return Null when the site does not have it (any more).
 * @throws Any other failure; the player tries again and then plays on without the segment.
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

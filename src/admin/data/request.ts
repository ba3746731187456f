import apiFetch from '@wordpress/api-fetch';
import { __ } from '@wordpress/i18n';
import { addQueryArgs } from '@wordpress/url';
import { RequestError, requestErrorFrom } from './request-error';

export interface RequestOptions {
	method?: 'GET' | 'PUT' | 'DELETE' | 'POST';
	data?: unknown;
	query?: Record< string, string | number >;
	signal?: AbortSignal;
}

/** Tells whether an answer has the shape it must have. */
export type Guard< T > = ( value: unknown ) => value is T;

/**
 * One request to Candid's REST routes.
 *
 * @param route   Below `candid/v1`, with a slash in front, e.g. `/settings`.
 * @param guard   What the answer must be.
 * @param options Method, body, query and abort signal.
 * @throws {RequestError} Always this class, except that an aborted request rejects with AbortError.
 */
export async function request< T >( route: string, guard: Guard< T >, options: RequestOptions = {} ): Promise< T > {
	const { query, ...rest } = options;
	const path = `/candid/v1${ route }`;
	let answer: unknown;
	try {
		answer = await apiFetch( { path: query ? addQueryArgs( path, query ) : path, ...rest } );
	} catch ( reason ) {
		if ( isAbort( reason ) ) {
			throw reason;
		}
		throw requestErrorFrom( reason );
	}
	if ( ! guard( answer ) ) {
		throw new RequestError(
			'shape',
			__(
				'The site’s answer is not what this screen expects. Reload the page; after an update of the plugin an old copy may still be open.',
				'candid',
			),
			`${ options.method ?? 'GET' } ${ route }`,
		);
	}
	return answer;
}

/** @param reason What a promise was rejected with. */
export function isAbort( reason: unknown ): boolean {
	return reason instanceof Error && reason.name === 'AbortError';
}

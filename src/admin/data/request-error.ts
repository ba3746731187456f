import { __ } from '@wordpress/i18n';

/**
 * Why a request failed, in the few kinds a screen treats differently.
 *
 * - `login`: nobody is logged in any more; logging in again in another tab repairs it.
 * - `capability`: logged in, but not allowed.
 * - `missing`: the thing is not there (any more).
 * - `invalid`: the server refused a value; `field` names it when it can.
 * - `offline`: no answer came.
 * - `shape`: an answer came that is not what the contract says.
 * - `server`: everything else.
 */
export type RequestErrorKind =
	| 'login'
	| 'capability'
	| 'missing'
	| 'invalid'
	| 'offline'
	| 'shape'
	| 'server';

export class RequestError extends Error {
	constructor(
		readonly kind: RequestErrorKind,
		message: string,
		/** The server's code or status, for "Copy details". */
		readonly detail: string = '',
		readonly field: string | null = null,
	) {
		super( message );
		this.name = 'RequestError';
	}
}

interface RestError {
	code?: unknown;
	message?: unknown;
	data?: { status?: unknown; field?: unknown; params?: unknown };
}

/**
 * Turns whatever `apiFetch` rejects with into a RequestError.
 *
 * A lost login comes in two forms: a REST error 401 or `rest_cookie_invalid_nonce`, and, when
 * apiFetch tried to fetch a new nonce and was refused, the bare Response of that attempt.
 *
 * @param reason What the promise was rejected with.
 */
export function requestErrorFrom( reason: unknown ): RequestError {
	if ( reason instanceof RequestError ) {
		return reason;
	}
	if ( typeof Response !== 'undefined' && reason instanceof Response ) {
		return loginLost( `HTTP ${ reason.status }` );
	}
	const error: RestError = typeof reason === 'object' && reason !== null ? reason : {};
	const code = typeof error.code === 'string' ? error.code : '';
	const status = typeof error.data?.status === 'number' ? error.data.status : 0;
	const message = typeof error.message === 'string' ? error.message : '';
	const detail = [ code, status || '' ].filter( Boolean ).join( ' ' );

	if ( code === 'rest_cookie_invalid_nonce' || status === 401 ) {
		return loginLost( detail );
	}
	if ( code === 'fetch_error' || code === 'offline_error' ) {
		return new RequestError(
			'offline',
			__( 'The site did not answer. Check your connection and try again.', 'candid' ),
			detail,
		);
	}
	if ( status === 403 ) {
		return new RequestError(
			'capability',
			message || __( 'You are not allowed to do this.', 'candid' ),
			detail,
		);
	}
	if ( status === 404 || status === 410 ) {
		return new RequestError( 'missing', message || __( 'This is no longer there.', 'candid' ), detail );
	}
	if ( status === 400 || status === 422 ) {
		const field = typeof error.data?.field === 'string' ? error.data.field : null;
		return new RequestError(
			'invalid',
			message || __( 'The site refused what was sent.', 'candid' ),
			detail,
			field,
		);
	}
	if ( code === 'invalid_json' ) {
		return new RequestError(
			'server',
			__(
				'The site’s answer could not be read. Another plugin may print text where it should not; the server’s error log may say more.',
				'candid',
			),
			detail,
		);
	}
	return new RequestError(
		'server',
		message || __( 'Something went wrong on the site.', 'candid' ),
		detail || ( reason instanceof Error ? reason.name : '' ),
	);
}

function loginLost( detail: string ): RequestError {
	return new RequestError(
		'login',
		__(
			'You are no longer logged in. Log in again in another tab, then try again here. Nothing is lost.',
			'candid',
		),
		detail,
	);
}

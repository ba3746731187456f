/** A door that names a longer wait, or a date far ahead by a wrong clock, is asked again after this long. */
export const LONGEST_RETRY_AFTER_MS = 5 * 60 * 1000;

/**
 * How long a `Retry-After` header asks to wait, in ms. HTTP allows seconds or a date (RFC 9110, 10.2.3); a header that
 * is missing, in the past or not understood is no wait.
 */
export function retryAfterMs( header: string | null, now: number ): number {
	const value = header?.trim() ?? '';
	const wait = /^\d+$/.test( value ) ? Number( value ) * 1000 : Date.parse( value ) - now;
	return wait > 0 ? Math.min( wait, LONGEST_RETRY_AFTER_MS ) : 0;
}

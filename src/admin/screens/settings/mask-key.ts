/**
 * A key with its middle hidden: enough to recognize it, not enough to copy it off a shared screen.
 *
 * @param key Account key.
 */
export function maskKey( key: string ): string {
	const prefix = key.startsWith( 'cnd_' ) ? 'cnd_' : '';
	return `${ prefix }${ '•'.repeat( 12 ) }${ key.slice( -4 ) }`;
}

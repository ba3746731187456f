/** The segment needs more than the limits allow. */
export class TooLarge extends Error {}

/**
 * Inflates a segment and splits the text into lines.
 *
 * @param bytes    gzip, or plain NDJSON (a tail sealed at `pagehide` may be plain).
 * @param maxBytes Inflated bytes at which to give up.
 * @param onBytes  Told how many bytes every step inflated, also when the segment fails later.
 * @throws TooLarge  above `maxBytes`.
 * @throws TypeError when the gzip is damaged; the lines before the damage are lost too.
 */
export async function segmentLines( bytes: ArrayBuffer, maxBytes: number, onBytes: ( count: number ) => void = () => undefined ): Promise< string[] > {
	const head = new Uint8Array( bytes, 0, Math.min( 2, bytes.byteLength ) );
	const source = new Blob( [ bytes ] ).stream() as ReadableStream< Uint8Array< ArrayBuffer > >;
	const stream: ReadableStream< Uint8Array > = head[ 0 ] === 0x1f && head[ 1 ] === 0x8b ? source.pipeThrough( new DecompressionStream( 'gzip' ) ) : source;
	const reader = stream.getReader();
	const decoder = new TextDecoder();
	let text = '';
	let total = 0;
	for ( ;; ) {
		const { done, value } = await reader.read();
		if ( done ) {
			break;
		}
		total += value.byteLength;
		onBytes( value.byteLength );
		if ( total > maxBytes ) {
			await reader.cancel();
			throw new TooLarge( `More than ${ maxBytes } bytes.` );
		}
		text += decoder.decode( value, { stream: true } );
	}
	text += decoder.decode();
	return text.split( '\n' ).filter( ( line ) => line !== '' );
}

let table: Int32Array | undefined;

function makeTable(): Int32Array {
	// Signed: a number beyond 31 bits is an object until the function is optimized.
	const made = new Int32Array( 256 );
	for ( let n = 0; n < 256; n++ ) {
		let c = n;
		for ( let bit = 0; bit < 8; bit++ ) {
			c = c & 1 ? ( c >>> 1 ) ^ 0xedb88320 : c >>> 1;
		}
		made[ n ] = c;
	}
	return made;
}

/**
 * CRC-32 (IEEE 802.3, the one of gzip and PHP's crc32b).
 *
 * @param parts Byte runs, taken one after the other.
 */
export function crc32( ...parts: Uint8Array[] ): number {
	table ??= makeTable();
	let c = -1;
	for ( const part of parts ) {
		for ( let i = 0; i < part.length; i++ ) {
			c = table[ ( c ^ part[ i ]! ) & 255 ]! ^ ( c >>> 8 );
		}
	}
	return ~c >>> 0;
}

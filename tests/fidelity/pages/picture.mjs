/** Pictures in PNG as Chromium writes them (8 bit, RGB or RGBA, not interlaced), and how far two of them differ. */
import { inflateSync } from 'node:zlib';

/** A channel that differs by less is no difference that is seen: 8 % of its range, for soft edges of letters. */
const SOFT = 20;

/** Pixels as bytes, as PNG (W3C, "Filtering") filters them by line. */
function unfilter( bytes, width, height, channels ) {
	const line = width * channels;
	const out = new Uint8Array( line * height );
	for ( let y = 0; y < height; y++ ) {
		const kind = bytes[ y * ( line + 1 ) ];
		const from = y * ( line + 1 ) + 1;
		const to = y * line;
		for ( let x = 0; x < line; x++ ) {
			const a = x >= channels ? out[ to + x - channels ] : 0;
			const b = y > 0 ? out[ to + x - line ] : 0;
			let guess = 0;
			if ( kind === 1 ) {
				guess = a;
			} else if ( kind === 2 ) {
				guess = b;
			} else if ( kind === 3 ) {
				guess = ( a + b ) >> 1;
			} else if ( kind === 4 ) {
				const c = x >= channels && y > 0 ? out[ to + x - line - channels ] : 0;
				const [ pa, pb, pc ] = [ Math.abs( b - c ), Math.abs( a - c ), Math.abs( a + b - c - c ) ];
				guess = pa <= pb && pa <= pc ? a : pb <= pc ? b : c; // eslint-disable-line no-nested-ternary
			}
			out[ to + x ] = bytes[ from + x ] + guess;
		}
	}
	return out;
}

/**
 * @param {Buffer} png
 * @return {{width: number, height: number, channels: number, pixels: Uint8Array}} The picture's pixels, line by line.
 */
export function readPng( png ) {
	const parts = [];
	let [ width, height, channels ] = [ 0, 0, 0 ];
	for ( let at = 8; at < png.length; ) {
		const length = png.readUInt32BE( at );
		const type = png.toString( 'latin1', at + 4, at + 8 );
		const data = png.subarray( at + 8, at + 8 + length );
		if ( type === 'IHDR' ) {
			[ width, height ] = [ data.readUInt32BE( 0 ), data.readUInt32BE( 4 ) ];
			channels = { 2: 3, 6: 4 }[ data[ 9 ] ];
			if ( data[ 8 ] !== 8 || ! channels || data[ 12 ] !== 0 ) {
				throw new Error( 'A PNG of another kind than Chromium writes.' );
			}
		} else if ( type === 'IDAT' ) {
			parts.push( data );
		}
		at += length + 12;
	}
	return { width, height, channels, pixels: unfilter( inflateSync( Buffer.concat( parts ) ), width, height, channels ) };
}

/**
 * How many of the pixels that count differ.
 *
 * @param {Object}     one    What readPng() gives.
 * @param {Object}     other  The same.
 * @param {number[][]} hidden Boxes that do not count: left, top, right, bottom, px of the picture.
 * @return {{share: number, hidden: number}} Shares from 0 to 1: of the pixels that count, those that differ; of all, those that do not count.
 */
export function compare( one, other, hidden ) {
	if ( one.width !== other.width || one.height !== other.height ) {
		return { share: 1, hidden: 0 };
	}
	const { width, height } = one;
	const skip = new Uint8Array( width * height );
	for ( const [ left, top, right, bottom ] of hidden ) {
		for ( let y = Math.max( 0, Math.floor( top ) ); y < Math.min( height, Math.ceil( bottom ) ); y++ ) {
			skip.fill( 1, y * width + Math.max( 0, Math.floor( left ) ), y * width + Math.max( 0, Math.min( width, Math.ceil( right ) ) ) );
		}
	}
	let counted = 0;
	let differ = 0;
	for ( let at = 0; at < skip.length; at++ ) {
		if ( skip[ at ] ) {
			continue;
		}
		counted++;
		const a = at * one.channels;
		const b = at * other.channels;
		if ( Math.abs( one.pixels[ a ] - other.pixels[ b ] ) > SOFT || Math.abs( one.pixels[ a + 1 ] - other.pixels[ b + 1 ] ) > SOFT || Math.abs( one.pixels[ a + 2 ] - other.pixels[ b + 2 ] ) > SOFT ) {
			differ++;
		}
	}
	return { share: counted ? differ / counted : 0, hidden: 1 - counted / skip.length };
}

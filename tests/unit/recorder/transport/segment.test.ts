import { gunzipSync, crc32 as zlibCrc32 } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { crc32 } from '../../../../src/recorder/transport/crc32';
import { encodeSegment, gzip } from '../../../../src/recorder/transport/segment';

const bytes = ( text: string ) => new TextEncoder().encode( text );

describe( 'crc32', () => {
	it( 'gives the published check value', () => {
		expect( crc32( bytes( '123456789' ) ).toString( 16 ) ).toBe( 'cbf43926' );
	} );

	it( 'takes several runs of bytes as one', () => {
		expect( crc32( bytes( '1234' ), bytes( '' ), bytes( '56789' ) ) ).toBe( crc32( bytes( '123456789' ) ) );
	} );
} );

describe( 'a segment', () => {
	const recordingKey = Uint8Array.from( { length: 16 }, ( _, i ) => i );
	const segment = Buffer.from( encodeSegment( { recordingKey, sequence: 0x01020304, accountKey: 'cnd_x', body: [ bytes( 'bo' ), bytes( 'dy' ) ], gzip: true, pageEnd: true } ) );

	it( 'starts with magic, version, flags and lengths, big-endian', () => {
		expect( segment.subarray( 0, 8 ).toString( 'hex' ) ).toBe( Buffer.from( 'CND' ).toString( 'hex' ) + '01' + '03' + '05' + '0000' );
		expect( segment.subarray( 8, 24 ) ).toEqual( Buffer.from( recordingKey ) );
		expect( segment.subarray( 24, 32 ).toString( 'hex' ) ).toBe( '0102030400000004' );
	} );

	it( 'carries the checksum of every byte but its own', () => {
		const covered = Buffer.concat( [ segment.subarray( 0, 32 ), segment.subarray( 36 ) ] );
		const expected = zlibCrc32 ? zlibCrc32( covered ) : crc32( covered );
		expect( segment.readUInt32BE( 32 ) ).toBe( expected );
		expect( segment.subarray( 36 ).toString() ).toBe( 'cnd_xbody' );
	} );

	it( 'says in its flags when it is neither compressed nor the last of a page', () => {
		expect( encodeSegment( { recordingKey, sequence: 0, accountKey: '', body: [ bytes( '' ) ], gzip: false, pageEnd: false } )[ 4 ] ).toBe( 0 );
	} );

	it( 'is compressed to what any gunzip reads', async () => {
		const text = 'Grüße, žluťoučký kůň '.repeat( 100 );
		const compressed = await gzip( [ bytes( text ) ] );
		expect( compressed!.length ).toBeLessThan( 300 );
		expect( gunzipSync( compressed! ).toString() ).toBe( text );
	} );
} );

import { SEGMENT_HEADER } from '../../contracts/generated/segment';
import * as SEGMENT_LIMITS from '../../contracts/generated/segment/limits';
import { crc32 } from './crc32';

export type Bytes = Uint8Array<ArrayBuffer>;

export interface SegmentParts {
	/** 16 bytes. */
	recordingKey: Uint8Array;
	sequence: number;
	accountKey: string;
	/** NDJSON in pieces, gzipped when `gzip` is set. */
	body: readonly Bytes[];
	gzip: boolean;
	/** Whether the page view ends with this segment, as far as the page can know. */
	pageEnd: boolean;
}

/** Bytes of all pieces. */
export const sizeOf = ( pieces: readonly Bytes[] ): number => pieces.reduce( ( sum, { length } ) => sum + length, 0 );

/** The text of UTF-8 in pieces. */
export function textOf( pieces: readonly Bytes[] ): string {
	const decoder = new TextDecoder();
	return pieces.map( ( piece ) => decoder.decode( piece, { stream: true } ) ).join( '' );
}

/**
 * One segment as plugin/schemas/segment.json describes it: header, account key, body.
 */
export function encodeSegment( parts: SegmentParts ): Uint8Array<ArrayBuffer> {
	const { bytes: headerBytes, magic, offsets, flags } = SEGMENT_HEADER;
	const { body } = parts;
	const account = new TextEncoder().encode( parts.accountKey );
	const bodyBytes = sizeOf( body );
	const segment = new Uint8Array( headerBytes + account.length + bodyBytes );
	const view = new DataView( segment.buffer );
	for ( let i = 0; i < magic.length; i++ ) {
		segment[ i ] = magic.charCodeAt( i );
	}
	segment[ offsets.version ] = SEGMENT_LIMITS.protocolVersion;
	segment[ offsets.flags ] = ( parts.gzip ? flags.gzip : 0 ) | ( parts.pageEnd ? flags.pageEnd : 0 );
	segment[ offsets.accountKeyBytes ] = account.length;
	segment.set( parts.recordingKey, offsets.recordingKey );
	view.setUint32( offsets.sequence, parts.sequence );
	view.setUint32( offsets.bodyBytes, bodyBytes );
	view.setUint32( offsets.crc32, crc32( segment.subarray( 0, offsets.crc32 ), account, ...body ) );
	segment.set( account, headerBytes );
	let at = headerBytes + account.length;
	for ( const piece of body ) {
		segment.set( piece, at );
		at += piece.length;
	}
	return segment;
}

/**
 * Bytes that are read out of a Blob: compressing is work of the main thread, and a Blob is read in parts. Fewer are
 * written to the compressor at once, for a Blob is made by another process, which the main thread waits for.
 */
const BLOB_FROM = 65_536;

const bytesIn = async ( stream: ReadableStream<Bytes> ): Promise<Bytes> => new Uint8Array( await new Response( stream ).arrayBuffer() );

/**
 * Gzips with the browser's own compressor.
 *
 * @param pieces Text as UTF-8.
 * @return The compressed bytes, or null where the browser has no compressor.
 */
export async function gzip( pieces: Bytes[] ): Promise<Bytes | null> {
	try {
		const compressor = new CompressionStream( 'gzip' );
		if ( sizeOf( pieces ) > BLOB_FROM ) {
			return await bytesIn( new Blob( pieces ).stream().pipeThrough( compressor ) );
		}
		const writer = compressor.writable.getWriter();
		const ignore = () => {};
		pieces.forEach( ( piece ) => writer.write( piece ).catch( ignore ) );
		writer.close().catch( ignore );
		return await bytesIn( compressor.readable );
	} catch {
		return null;
	}
}

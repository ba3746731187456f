/** Describes whole documents, a step at a time: that of the page for a snapshot, and those of its frames. */
import type { Masking } from '../masking/masking';
import { EVENT, SOURCE, type RecordedEvent } from '../recorded';
import type { Entries, Entry } from './dom/entry';
import type { Reader } from './dom/reader';
import { Walk, type Found, type Steps } from './dom/walk';
import { Writer } from './dom/writer';
import { displayNow } from './display';
import type { Emission } from './emission';
import type { Frames } from './frames';
import type { Roots } from './roots';
import { rootElementOf } from '../../privacy/natives';
import { toJson } from '../tasks/json';

export interface DescriptionParts {
	entries: Entries;
	reader: Reader;
	found: Found;
	roots: Roots;
	masking: Masking;
	frames: Frames;
	emission: Emission;
}

/**
 * Writes the description of a document. Where a field was met on the way, in a shadow root or a frame, a text that was
 * written before may say what the field holds: then the description is made once more. Fields are known after that, so
 * that the second is the last nearly always.
 *
 * @param head What is written before the description.
 * @return Null where the document was rewritten meanwhile and nothing is left of what was described.
 */
function* describe( content: Document, frame: Entry | null, head: string, { entries, reader, found }: DescriptionParts ): Generator<Steps | void, Writer | null> {
	for ( ;; ) {
		const writer = new Writer( head );
		const walk = new Walk( entries, reader, found, writer );
		walk.enter( content, frame, false, null, frame ? ( inner ) => void ( frame.inner = inner ) : undefined );
		const entry = entries.of( content )!;
		yield* walk.toEnd();
		const element = rootElementOf( content );
		const isThere = element && entries.of( element );
		if ( isThere && ! walk.isStale ) {
			return writer;
		}
		entries.remove( entry );
		if ( ! isThere || frame?.isGone ) {
			return null;
		}
	}
}

/**
 * Tells the page's document. False where the document was rewritten meanwhile.
 *
 * @param offset How far the page is scrolled (px).
 */
export function* describePage( parts: DescriptionParts, offset: () => { left: number; top: number } ): Generator<Steps | void, boolean> {
	const { masking, emission } = parts;
	const timestamp = Date.now();
	masking.meet( document );
	const writer = yield* describe( document, null, '{"node":', parts );
	if ( writer ) {
		emission.isDescribed = true;
		emission.emit( emission.pass( { type: EVENT.meta, timestamp, data: { href: location.href, width: innerWidth, height: innerHeight, display: displayNow() } }, [] )! );
		writer.write( `,"initialOffset":${ toJson( offset() ) }}` );
		emission.emit( { type: EVENT.fullSnapshot, timestamp, data: {}, written: writer.end() } );
	}
	return !! writer;
}

/** Tells the documents of frames that wait to be described. One that was rewritten meanwhile is found by the next comparison of frames. */
export function* describeFrames( parts: DescriptionParts ): Generator<Steps | void, void> {
	const { frames, masking, roots, emission } = parts;
	for ( let next = frames.take(); next; next = frames.take() ) {
		const { entry, content } = next;
		masking.meet( content );
		roots.add( content );
		const timestamp = Date.now();
		const writer = yield* describe( content, entry, `{"source":${ SOURCE.mutation },"adds":[{"parentId":${ entry.id },"nextId":null,"node":`, parts );
		if ( writer ) {
			writer.write( '}],"removes":[],"texts":[],"attributes":[],"isAttachIframe":true}' );
			emission.emit( { type: EVENT.incremental, timestamp, data: { source: SOURCE.mutation }, written: writer.end() } );
		}
	}
}

/** Lists of a mutation, of which each may be long. */
const LISTS = [ 'adds', 'removes', 'texts', 'attributes' ] as const;

/** Writes the data of a mutation piece by piece: one that tells thousands of nodes takes longer than a slice. */
export function* writeMutation( { data }: RecordedEvent ): Generator<void, Uint8Array<ArrayBuffer>[]> {
	const writer = new Writer( `{"source":${ SOURCE.mutation }` );
	for ( const name of LISTS ) {
		writer.open( `,"${ name }":` );
		for ( const item of data[ name ] as unknown[] ) {
			writer.item( toJson( item ) );
			yield;
		}
		writer.close( '' );
	}
	writer.write( '}' );
	return writer.end();
}

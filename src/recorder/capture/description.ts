/** Describes whole documents, a step at a time: that of the page for a snapshot, and those of its frames. */
import type { Masking } from '../masking/masking';
import { EVENT, SOURCE, type RecordedEvent, type SerializedNode } from '../recorded';
import type { Entries, Entry } from './dom/entry';
import type { Reader } from './dom/reader';
import { Walk, type Found } from './dom/walk';
import type { Emission } from './emission';
import type { Frames } from './frames';
import type { Roots } from './roots';
import { rootElementOf } from '../../privacy/natives';

export interface DescriptionParts {
	entries: Entries;
	reader: Reader;
	found: Found;
	roots: Roots;
	masking: Masking;
	frames: Frames;
	emission: Emission;
}

/** The page's document; null where the page was rewritten meanwhile and nothing is left of what was described. */
export function* describeDocument( { entries, reader, found, masking }: DescriptionParts ): Generator<void, SerializedNode | null> {
	masking.meet( document );
	const walk = new Walk( entries, reader, found, null );
	const node = walk.enter( document, null, false, null )!;
	yield* walk.toEnd();
	const element = rootElementOf( document );
	return element && entries.of( element ) ? node : null;
}

/** The event that tells the document of a frame; null where the document was rewritten meanwhile: the next comparison of frames finds it. */
function* describeFrame( frame: Entry, content: Document, { entries, reader, found, roots, masking }: DescriptionParts ): Generator<void, RecordedEvent | null> {
	reader.readsScroll = true;
	masking.meet( content );
	roots.add( content );
	const timestamp = Date.now();
	const walk = new Walk( entries, reader, found, null );
	const node = walk.enter( content, frame, false, [], null, ( inner ) => {
		frame.inner = inner;
	} );
	yield* walk.toEnd();
	const element = rootElementOf( content );
	const isThere = element && entries.of( element );
	if ( ! isThere ) {
		entries.remove( frame.inner! );
	}
	return isThere && { type: EVENT.incremental, timestamp, data: { source: SOURCE.mutation, adds: [ { parentId: frame.id, nextId: null, node } ], removes: [], texts: [], attributes: [], isAttachIframe: true } };
}

/** Tells the documents of frames that wait to be described. */
export function* describeFrames( parts: DescriptionParts ): Generator<void, void> {
	const { frames, emission } = parts;
	for ( let next = frames.take(); next; next = frames.take() ) {
		const event = yield* describeFrame( next.entry, next.content, parts );
		if ( event ) {
			emission.emit( event );
		}
	}
}

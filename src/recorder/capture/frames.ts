/**
 * Frames whose documents belong to the page: of the same origin, from `srcdoc`, or `about:blank`. A frame gets another
 * document when it loads, navigates or is moved, and the document of a frame is told by an event of its own.
 */
import type { Entries, Entry } from './dom/entry';
import { localNameOf, rootElementOf } from '../../privacy/natives';

export class Frames {
	/** Recorded frames, those that have gone since the last checkAll() included. */
	private readonly known = new Set<Element>();
	/** Frames with a document that is not recorded yet. */
	private readonly waiting = new Set<Entry>();

	/** @param onNext Told of a document that came into a recorded frame. */
	public constructor( private readonly entries: Entries, private readonly onNext: ( content: Document ) => void ) {}

	/** A frame was recorded. */
	public met( entry: Entry ): void {
		this.known.add( entry.node as Element );
		this.waiting.add( entry );
	}

	/** Compares the document of a frame with the one that was recorded. */
	public check( frame: Element ): void {
		const entry = this.known.has( frame ) ? this.entries.of( frame ) : null;
		const content = entry && documentIn( frame );
		if ( entry && content && rootElementOf( content ) && entry.inner?.node !== content ) {
			this.onNext( content );
			this.waiting.add( entry );
		}
	}

	/** Compares the documents of all frames, and forgets frames that have gone. */
	public checkAll(): void {
		for ( const frame of this.known ) {
			if ( this.entries.of( frame ) ) {
				this.check( frame );
			} else {
				this.known.delete( frame );
			}
		}
	}

	public get isWaiting(): boolean {
		return this.waiting.size > 0;
	}

	/** The next frame to be described, with its document; what was recorded in the frame before is let go. */
	public take(): { entry: Entry; content: Document } | null {
		for ( const entry of this.waiting ) {
			this.waiting.delete( entry );
			const content = entry.isGone ? null : documentIn( entry.node as Element );
			if ( content && rootElementOf( content ) ) {
				if ( entry.inner ) {
					this.entries.remove( entry.inner );
				}
				return { entry, content };
			}
		}
		return null;
	}
}

/** The document of a frame where scripts may read it; null for any other element. */
export function documentIn( frame: Element ): Document | null {
	try {
		return localNameOf( frame ) === 'iframe' ? ( frame as HTMLIFrameElement ).contentDocument : null;
	} catch {
		return null;
	}
}

import { look } from '../../../src/recorder/capture/dom/look';
import { Changes } from '../../../src/recorder/capture/dom/changes';
import { Entries, type Entry } from '../../../src/recorder/capture/dom/entry';
import { Reader } from '../../../src/recorder/capture/dom/reader';
import { Walk } from '../../../src/recorder/capture/dom/walk';
import type { Masking } from '../../../src/recorder/masking/masking';
import type { Mutation, RecordedEvent, SerializedNode } from '../../../src/recorder/recorded';

/** The page of the test environment as the recorder reads it, without slices and timers. */
export class RecordedPage {
	private readonly entries = new Entries();
	private readonly changes = new Changes( this.entries, () => {}, () => {}, ( records ) => this.masking.onRecords( records ) );
	private readonly reader: Reader;
	private readonly found = {
		frame() {},
		root: ( root: Node ) => {
			this.masking.meet( root );
			this.changes.observe( root );
		},
		field() {},
		again() {},
		unsettled: ( parent: Node ) => this.changes.markChildren( parent ),
		stray: ( entry: Entry ) => this.changes.markStray( entry ),
		filled: () => this.masking.typed.met,
	};

	constructor( private readonly masking: Masking ) {
		this.reader = new Reader( masking, () => null );
		masking.follow( () => this.changes );
	}

	/** The tree of a full snapshot. */
	snapshot(): SerializedNode {
		this.forget();
		this.masking.meet( document );
		this.changes.observe( document );
		const walk = new Walk( this.entries, this.reader, this.found, null );
		const node = walk.enter( document, null, false, null )!;
		Array.from( walk.toEnd() );
		return node;
	}

	/** What a look tells of what has changed since. */
	look(): Mutation | 'closed' | null {
		this.forget();
		const work = look( this.changes.take(), { entries: this.entries, reader: this.reader, masking: this.masking, found: this.found, sheetText: () => null, meet: ( node ) => this.masking.meet( node ), onField() {} }, 0 );
		let step = work.next();
		while ( ! step.done ) {
			step = work.next();
		}
		const event = step.value;
		return event && event !== 'closed' ? ( event.data as unknown as Mutation ) : event;
	}

	/** Number of a recorded node; 0 for one that is not recorded. */
	idOf( node: Node ): number {
		return this.entries.of( node )?.id ?? 0;
	}

	/** What the gate lets out of an incremental event that names these nodes. */
	pass( data: Record<string, unknown>, nodes: Node[] ): RecordedEvent | null {
		nodes.forEach( ( node ) => this.masking.named.set( this.idOf( node ), node ) );
		const passed = this.masking.pass( { type: 3, timestamp: 1, data } );
		this.masking.named.clear();
		return passed;
	}

	private forget(): void {
		this.masking.answers.begin();
		this.masking.boundary.forget();
		this.masking.typed.forget();
	}
}

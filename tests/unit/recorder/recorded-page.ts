import { look } from '../../../src/recorder/capture/dom/look';
import { Calm } from '../../../src/recorder/capture/dom/calm';
import { Changes } from '../../../src/recorder/capture/dom/changes';
import { Entries, type Entry } from '../../../src/recorder/capture/dom/entry';
import { Reader } from '../../../src/recorder/capture/dom/reader';
import { Walk, type Steps } from '../../../src/recorder/capture/dom/walk';
import { Writer } from '../../../src/recorder/capture/dom/writer';
import type { Masking } from '../../../src/recorder/masking/masking';
import type { Mutation, RecordedEvent, SerializedNode } from '../../../src/recorder/recorded';

/** Does a work of slices in one go. */
function finish<T>( work: Generator<Steps | void, T> ): T {
	for ( let next = work.next(); ; next = work.next() ) {
		if ( next.done ) {
			return next.value;
		}
		while ( next.value?.step() ) {
			// One step after another.
		}
	}
}

/** The tree that was written. */
export const treeOf = ( writer: Writer ): SerializedNode => JSON.parse( Buffer.concat( writer.end() ).toString() );

/** The page of the test environment as the recorder reads it, without slices and timers. */
export class RecordedPage {
	private readonly entries = new Entries();
	private readonly changes = new Changes( this.entries, () => {}, () => {}, { onRecords: ( records ) => this.masking.onRecords( records ) } );
	/** How much is told. */
	readonly detail = { level: 0 };
	private readonly calm = new Calm( this.detail, () => this.masking.isEditing );
	private readonly reader: Reader;
	private readonly found = {
		frame() {},
		root: ( root: Node ) => {
			this.masking.meet( root );
			this.changes.observe( root );
		},
		field() {},
		dialog() {},
		again() {},
		box() {},
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
		const writer = new Writer( '' );
		const walk = new Walk( this.entries, this.reader, this.found, writer );
		walk.enter( document, null, false );
		finish( walk.toEnd() );
		return treeOf( writer );
	}

	/** What a look tells of what has changed since. */
	look(): Mutation | 'closed' | null {
		this.forget();
		const work = look( this.changes.take(), { entries: this.entries, reader: this.reader, masking: this.masking, calm: this.calm, found: this.found, sheetText: () => null, meet: ( node ) => this.masking.meet( node ), onField() {} }, 0 );
		const event = finish( work );
		return event && event !== 'closed' ? ( event.data as unknown as Mutation ) : event;
	}

	/** Marks what waits at the lowest detail, see Calm. */
	release( isAll = false ): void {
		this.calm.release( this.changes, isAll );
	}

	stop(): void {
		this.calm.stop();
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

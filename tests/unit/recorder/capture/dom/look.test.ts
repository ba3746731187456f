// @vitest-environment jsdom
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { Changes } from '../../../../../src/recorder/capture/dom/changes';
import { Entries, type Entry } from '../../../../../src/recorder/capture/dom/entry';
import { look, type LookSettings } from '../../../../../src/recorder/capture/dom/look';
import { Walk, type Steps } from '../../../../../src/recorder/capture/dom/walk';
import { Writer } from '../../../../../src/recorder/capture/dom/writer';
import type { Mutation, SerializedNode } from '../../../../../src/recorder/recorded';
import { treeOf } from '../../recorded-page';
import { Replica } from './replica';

/** A recorder of plain elements and texts, nothing of them hidden. */
class Recorder {
	readonly entries = new Entries();
	readonly changes = new Changes( this.entries, () => {}, () => {} );
	private readonly found = { frame() {}, root: ( root: Node ) => this.changes.observe( root ), field() {}, dialog() {}, again() {}, box() {}, unsettled: ( parent: Node ) => this.changes.markChildren( parent ), stray: ( entry: Entry ) => this.changes.markStray( entry ), filled: () => 0 };
	private readonly reader = {
		read: ( node: Node ) => {
			const isText = node.nodeType === 3;
			return { node: ( isText ? { type: 3, textContent: ( node as Text ).data } : { type: 2, tagName: ( node as Element ).localName, attributes: {} } ) as unknown as SerializedNode, state: 0, goesInside: ! isText, hash: 0 };
		},
		shownText: ( { data }: Text ) => data,
	};
	private readonly settings = {
		entries: this.entries,
		reader: this.reader,
		masking: { boundary: { within: () => 0, ofText: () => 0, closedSince: () => false, closedByLabel: () => false }, attributes: { scrub: ( _: Element, given: object ) => given }, content: { hides: () => false } },
		found: this.found,
		calm: { keeps: () => false },
		sheetText: () => null,
		meet() {},
		onField() {},
	} as unknown as LookSettings;

	/** Walks the page; `between` is called between two steps. */
	*snapshot( root: Element ): Generator<void, SerializedNode> {
		this.changes.observe( root );
		const writer = new Writer( '' );
		const walk = new Walk( this.entries, this.reader as never, this.found, writer );
		walk.enter( root, null, false );
		while ( walk.step() ) {
			yield;
		}
		return treeOf( writer );
	}

	*look(): Generator<Steps | void, Mutation | null> {
		const event = yield* look( this.changes.take(), this.settings, 0 );
		return event as null | never && ( event as unknown as { data: Mutation } ).data;
	}
}

/** Runs a generator to its end, something between any two steps. */
function drive<T>( work: Generator<Steps | void, T>, between: () => void = () => {} ): T {
	for ( let step = work.next(); ; step = work.next() ) {
		if ( step.done ) {
			return step.value;
		}
		do {
			between();
		} while ( step.value?.step() );
	}
}

let root: Element;
beforeEach( () => {
	document.body.innerHTML = '<main></main>';
	root = document.body.firstElementChild!;
} );

/** What a page may do to its nodes; numbers choose which. */
function change( pool: Node[], [ kind, first, second ]: number[] ): void {
	const elements = [ root, ...root.querySelectorAll( '*' ) ];
	const parent = elements[ first! % elements.length ]!;
	const node = kind! % 5 === 0 ? document.createElement( 'p' ) : pool[ second! % pool.length ]!;
	if ( kind! % 5 === 0 ) {
		pool.push( node );
	}
	if ( kind! % 5 === 1 ) {
		node.parentNode?.removeChild( node );
	} else if ( kind! % 5 === 2 ) {
		[ ...parent.childNodes ].reverse().forEach( ( child ) => parent.appendChild( child ) );
	} else if ( kind! % 5 === 3 && node.nodeType === 3 ) {
		( node as Text ).data = `text ${ second }`;
	} else if ( ! node.contains( parent ) ) {
		parent.insertBefore( node, parent.childNodes[ second! % ( parent.childNodes.length + 1 ) ] ?? null );
	}
}

const changes = fc.array( fc.tuple( fc.nat( 20 ), fc.nat( 50 ), fc.nat( 50 ) ), { maxLength: 30 } );

describe( 'What is told of a page', () => {
	it( 'is the page, whatever the page does between any two steps of a snapshot and of a look', () => {
		fc.assert( fc.property( changes, changes, changes, ( before, during, later ) => {
			root.textContent = '';
			const pool: Node[] = [ document.createTextNode( 'a' ), document.createTextNode( 'b' ), document.createElement( 'ul' ) ];
			const next = ( list: number[][] ) => () => {
				const one = list.shift();
				if ( one ) {
					change( pool, one );
				}
			};
			before.forEach( ( one ) => change( pool, one ) );
			const recorder = new Recorder();
			const replica = new Replica( drive( recorder.snapshot( root ), next( [ ...during ] ) ) );
			const waiting = [ ...later ];
			// Three looks without a change tell all that was left.
			for ( let quiet = 0; quiet < 3; quiet += waiting.length === 0 ? 1 : 0 ) {
				next( waiting )();
				const told = drive( recorder.look(), next( waiting ) );
				if ( told ) {
					replica.apply( told );
				}
			}
			recorder.changes.stop();
			expect( replica.toString() ).toBe( root.outerHTML );
		} ), { numRuns: 300 } );
	} );

	it( 'is one child where one of many moved', () => {
		root.innerHTML = '<i></i>'.repeat( 50 );
		const recorder = new Recorder();
		drive( recorder.snapshot( root ) );
		root.append( root.firstChild! );
		const told = drive( recorder.look() )!;
		expect( [ told.removes.length, told.adds.length ] ).toEqual( [ 1, 1 ] );
	} );

	it( 'has what became of a node while it was out of the page', async () => {
		root.innerHTML = '<p>before</p>';
		const recorder = new Recorder();
		const replica = new Replica( drive( recorder.snapshot( root ) ) );
		const paragraph = root.firstElementChild!;
		paragraph.remove();
		await Promise.resolve();
		( paragraph.firstChild as Text ).data = 'meanwhile';
		await Promise.resolve();
		root.append( paragraph );
		replica.apply( drive( recorder.look() )! );
		recorder.changes.stop();
		expect( replica.toString() ).toBe( root.outerHTML );
	} );

	it( 'is nothing where the page put everything back', () => {
		root.innerHTML = '<i></i><b></b>';
		const recorder = new Recorder();
		drive( recorder.snapshot( root ) );
		const [ first ] = root.children;
		first!.remove();
		root.prepend( first! );
		expect( drive( recorder.look() ) ).toBeNull();
	} );

	it( 'has a new text of a link, which has a host of its own', () => {
		root.innerHTML = '<a href="https://example.org/">one</a>';
		const recorder = new Recorder();
		drive( recorder.snapshot( root ) );
		( root.firstChild!.firstChild as Text ).data = 'two';
		expect( drive( recorder.look() )!.texts ).toMatchObject( [ { value: 'two' } ] );
	} );

	it( 'takes steps in proportion to what is in the page', () => {
		const steps = ( count: number ) => {
			root.innerHTML = '<i></i>'.repeat( count );
			const recorder = new Recorder();
			let made = 0;
			drive( recorder.snapshot( root ), () => made++ );
			root.replaceChildren( ...[ ...root.children ].reverse() );
			drive( recorder.look(), () => made++ );
			return made;
		};
		expect( steps( 2000 ) / steps( 200 ) ).toBeLessThan( 12 );
	} );

	it( 'reaches nodes 1,000 levels deep', () => {
		let at = root;
		for ( let level = 0; level < 1000; level++ ) {
			at = at.appendChild( document.createElement( 'i' ) );
		}
		const recorder = new Recorder();
		drive( recorder.snapshot( root ) );
		// A snapshot is nested, and goes as deep as the server reads; a look tells the rest.
		drive( recorder.look() );
		expect( recorder.entries.of( at )?.id ).toBe( 1001 );
	} );
} );

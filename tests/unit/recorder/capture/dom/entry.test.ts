// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { Entries, hashOf, type Entry } from '../../../../../src/recorder/capture/dom/entry';

function family(): { entries: Entries; parent: Entry; child: Entry; grandchild: Entry } {
	const entries = new Entries();
	const add = ( under: Entry | null ) => {
		const entry = entries.add( document.createElement( 'p' ), under, 0, 0 );
		under?.append( entry );
		return entry;
	};
	const parent = add( null );
	const child = add( parent );
	return { entries, parent, child, grandchild: add( child ) };
}

describe( 'Entries', () => {
	it( 'number nodes in the order in which they are recorded', () => {
		const { parent, child, grandchild, entries } = family();
		expect( [ parent.id, child.id, grandchild.id, entries.lastId ] ).toEqual( [ 1, 2, 3, 3 ] );
	} );

	it( 'let go of everything below a node that is gone', () => {
		const { entries, parent, child, grandchild } = family();
		entries.remove( child );
		expect( entries.of( child.node ) ).toBeNull();
		expect( entries.of( grandchild.node ) ).toBeNull();
		expect( entries.of( parent.node ) ).toBe( parent );
		expect( entries.had( grandchild.node ) ).toBe( true );
	} );

	it( 'keep no neighbor of a node that is gone', () => {
		const { entries, child, grandchild } = family();
		entries.remove( child );
		expect( [ child.parent, child.children.length, grandchild.parent ] ).toEqual( [ null, 0, null ] );
	} );

	it( 'let go of the document of a frame and of a shadow root', () => {
		const entries = new Entries();
		const host = entries.add( document.createElement( 'div' ), null, 0, 0 );
		const root = document.createElement( 'div' ).attachShadow( { mode: 'open' } );
		host.inner = entries.addShadow( root, host );
		expect( host.inner.id ).toBe( host.id );
		entries.remove( host.inner );
		expect( host.inner ).toBeNull();
		expect( entries.of( root ) ).toBeNull();
	} );

	it( 'take apart a tree of 100,000 levels', () => {
		const entries = new Entries();
		const top = entries.add( document.createTextNode( '' ), null, 0, 0 );
		let entry = top;
		for ( let level = 0; level < 100_000; level++ ) {
			const child = new ( entry.constructor as new ( ...given: unknown[] ) => Entry )( level, entry.node, entry, 0, 0 );
			entry.append( child );
			entry = child;
		}
		entries.remove( top );
		expect( entry.isGone ).toBe( true );
	} );
} );

describe( 'The hash of a text', () => {
	it( 'is another for another text, and never 0', () => {
		expect( hashOf( 'one' ) ).not.toBe( hashOf( 'two' ) );
		expect( hashOf( '' ) ).not.toBe( 0 );
	} );
} );

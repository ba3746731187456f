import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Segment } from '../../../../src/contracts/generated/segment';
import { Outbox } from '../../../../src/recorder/transport/outbox';

const event = { type: 3, timestamp: 1, data: {} };
const page = { v: 1, page: 0, url: '/' } as unknown as Segment;

function setUp( fails: { envelope: boolean; delivery: boolean } ) {
	const sent: { lines: { ended?: string }[]; pageEnd?: boolean }[] = [];
	const outbox = new Outbox( {
		delivery: {
			add( pieces, pageEnd ) {
				if ( fails.delivery ) {
					throw new Error( 'no' );
				}
				sent.push( { lines: Buffer.concat( pieces ).toString().trim().split( '\n' ).map( ( line ) => JSON.parse( line ) ), pageEnd } );
			},
		},
		makeEnvelope() {
			if ( fails.envelope ) {
				throw new Error( 'document.title is a form' );
			}
			return page;
		},
	} );
	return { outbox, sent };
}

beforeEach( () => {
	vi.useFakeTimers();
} );
afterEach( () => {
	vi.useRealTimers();
} );

it( 'ends with an error, and throws nothing at the page, when the page cannot be described any more', () => {
	const fails = { envelope: false, delivery: false };
	const { outbox, sent } = setUp( fails );
	outbox.add( event, true );
	outbox.add( event, false );
	fails.envelope = true;
	vi.runAllTimers();
	outbox.sealPage();
	outbox.end( 'stopped' );
	expect( sent.map( ( { lines, pageEnd } ) => [ lines.length, lines[ 0 ]!.ended, pageEnd ] ) ).toEqual( [ [ 2, undefined, false ], [ 1, 'error', true ] ] );
	// The visit ends by this.
	expect( () => outbox.add( event, false ) ).toThrow();
} );

it( 'sends nothing of a page that could never be described', () => {
	const { outbox, sent } = setUp( { envelope: true, delivery: false } );
	outbox.add( event, true );
	outbox.end( 'error' );
	expect( sent ).toEqual( [] );
} );

it( 'throws nothing at the page when a segment cannot be handed over', () => {
	const { outbox, sent } = setUp( { envelope: false, delivery: true } );
	outbox.add( event, false );
	vi.runAllTimers();
	outbox.sealPage();
	expect( sent ).toEqual( [] );
} );

/** The capture alone: the recording library is the test's own, and tells what it is asked to. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createCapture } from '../../../../src/recorder/capture/capture';
import type { RecordedEvent } from '../../../../src/recorder/recorded';

interface Options {
	emit: ( event: RecordedEvent ) => void;
	errorHandler: ( error: Error ) => unknown;
	maskInputFn: ( text: string ) => string;
	maskInputOptions: Record<string, boolean>;
}

const library = vi.hoisted( () => ( { options: [] as unknown[], ended: 0, snapshots: 0, snapshot: () => {}, begins: true } ) );
vi.mock( '@rrweb/record', () => ( {
	record: Object.assign( ( options: unknown ) => {
		library.options.push( options );
		return library.begins ? () => library.ended++ : undefined;
	}, {
		mirror: {},
		takeFullSnapshot() {
			library.snapshots++;
			library.snapshot();
		},
	} ),
} ) );

const snapshot = { type: 2, timestamp: 1, data: {} };
const move = { type: 3, timestamp: 1, data: { source: 1 } };

function setUp( { pass = ( event: RecordedEvent ): RecordedEvent | null => event, inputs = false } = {} ) {
	const told = { events: [] as RecordedEvent[], lost: 0, broken: 0 };
	const capture = createCapture( { isBlocked: () => false, inputs, pass: ( event ) => pass( event ), onEvent: ( event ) => told.events.push( event ), onLost: () => told.lost++, onBroken: () => told.broken++ } );
	const latest = () => library.options.at( -1 ) as Options;
	return { capture, told, latest, emit: ( event: RecordedEvent ) => latest().emit( event ) };
}

beforeEach( () => {
	Object.assign( library, { options: [], ended: 0, snapshots: 0, snapshot: () => {}, begins: true } );
} );

describe( 'The capture', () => {
	it( 'begins to watch with its first snapshot, and watches once', () => {
		const { capture } = setUp();
		expect( library.options ).toHaveLength( 0 );
		capture.snapshot();
		capture.snapshot();
		expect( [ library.options.length, library.snapshots ] ).toEqual( [ 1, 1 ] );
	} );

	it( 'hands on what the gate lets out, and nothing else', () => {
		const { capture, told, emit } = setUp( { pass: ( event ) => ( event.type === 2 ? { ...event, data: { scrubbed: true } } : null ) } );
		capture.snapshot();
		emit( snapshot );
		emit( move );
		expect( told ).toEqual( { events: [ { ...snapshot, data: { scrubbed: true } } ], lost: 0, broken: 0 } );
	} );

	it( 'asks the gate nothing and hands on nothing while it is paused, until the next snapshot', () => {
		const pass = vi.fn( ( event: RecordedEvent ) => event );
		const { capture, told, emit } = setUp( { pass } );
		capture.snapshot();
		capture.pause();
		emit( move );
		expect( [ told.events, pass.mock.calls ] ).toEqual( [ [], [] ] );
		capture.snapshot();
		emit( move );
		expect( told.events ).toEqual( [ move ] );
	} );

	it( 'hands on nothing of an event at which the gate has paused it', () => {
		const { capture, told, emit } = setUp( { pass: ( event ) => {
			capture.pause();
			return event;
		} } );
		capture.snapshot();
		emit( move );
		expect( told.events ).toEqual( [] );
	} );

	it( 'stops watching, hands on nothing more, and can begin again', () => {
		const { capture, told, emit } = setUp();
		capture.snapshot();
		capture.stop();
		capture.stop();
		emit( move );
		expect( [ library.ended, told.events ] ).toEqual( [ 1, [] ] );
		capture.snapshot();
		expect( library.options ).toHaveLength( 2 );
	} );
} );

describe( 'An error', () => {
	const fails = () => {
		throw new Error( 'A form field is named like a method.' );
	};

	it( 'of the gate is kept from the page, and the loss of the event is told', () => {
		const { capture, told, emit } = setUp( { pass: fails } );
		capture.snapshot();
		expect( () => emit( move ) ).not.toThrow();
		expect( told ).toEqual( { events: [], lost: 1, broken: 0 } );
	} );

	it( 'of a snapshot, or a snapshot that may not leave, is told as a loss', () => {
		const { capture, told, emit } = setUp( { pass: () => null } );
		capture.snapshot();
		emit( snapshot );
		library.snapshot = fails;
		capture.snapshot();
		expect( told ).toEqual( { events: [], lost: 2, broken: 0 } );
	} );

	it( 'too many of them are told once, whoever makes them', () => {
		const { capture, told, emit, latest } = setUp( { pass: fails } );
		capture.snapshot();
		for ( let i = 0; i < 20; i++ ) {
			emit( move );
			expect( latest().errorHandler( new Error() ) ).toBe( true );
		}
		expect( told.broken ).toBe( 1 );
	} );

	it( 'a library that does not begin is told', () => {
		library.begins = false;
		const { capture, told } = setUp();
		capture.snapshot();
		expect( told.broken ).toBe( 1 );
	} );
} );

it.each( [
	[ 'are not recorded', false, { password: true, text: true, select: true, checkbox: false, button: false } ],
	[ 'are recorded', true, { password: true, text: false, select: false, checkbox: false, button: false } ],
] as const )( 'The library masks what is typed where inputs %s', ( _what, inputs, masked ) => {
	const { capture, latest } = setUp( { inputs } );
	capture.snapshot();
	const { maskInputOptions, maskInputFn } = latest();
	expect( Object.fromEntries( Object.keys( masked ).map( ( type ) => [ type, maskInputOptions[ type ] ] ) ) ).toEqual( masked );
	expect( [ maskInputFn( '' ), maskInputFn( 'Anna' ) ] ).toEqual( [ '', expect.not.stringContaining( 'Anna' ) ] );
} );

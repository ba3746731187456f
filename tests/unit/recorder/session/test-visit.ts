/**
 * A visit with its real outbox, delivery and masking; the capture of the page and the door are the test's own. What
 * is counted are full snapshots: each walks the whole page of a visitor.
 */
import { randomBytes } from 'node:crypto';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, vi } from 'vitest';
import type { FrontConfig } from '../../../../src/contracts/generated/front-config';
import { windowOf } from '../../../../src/privacy/natives';
import { consentConfig } from '../../front-config';
import type { CaptureSettings } from '../../../../src/recorder/capture/capture';
import type { RecordedEvent } from '../../../../src/recorder/recorded';
import { Visit } from '../../../../src/recorder/session/visit';

export const config: FrontConfig = { v: 1, door: '/door', key: 'cnd_' + 'a'.repeat( 32 ), recorder: '/visit.js', inputs: false, preset: 'balanced', block: [], keep: [], maskPage: false, consent: consentConfig() };

type Answer = () => Promise<Response>;
export const answer = ( status: number, headers?: Record<string, string> ): Answer => async () => new Response( null, { status, headers } );
export const offline: Answer = () => Promise.reject( new TypeError( 'Failed to fetch' ) );
/** The door that the visits send to. */
export const door = {
	/** A door behind a server that takes no body above so many bytes. */
	limit: Infinity,
	/** Everything that the door was sent. */
	arrived: [] as { envelope: { ended?: string }; events: RecordedEvent[] }[],
	respond: null as unknown as Answer,
};
const visits: Visit[] = [];
/** What the visitor wants. */
export const consent = { isGiven: true };

export function setUp( { snapshotBytes = 1000, settings = config, random = false, isSnapshotLost = false } = {} ) {
	const capture = { snapshots: 0, isStopped: false, isPaused: true, taken: [] as number[], emit: ( event: RecordedEvent ) => emit( event ) };
	let given: CaptureSettings;
	const emit = ( event: RecordedEvent ) => {
		if ( ! capture.isPaused ) {
			given.onEvent( event );
		}
	};
	const visit = new Visit( settings, {
		sensitiveWord: () => 'unknown',
		mayRecord: () => consent.isGiven,
		createCapture: ( captureSettings ) => {
			given = captureSettings;
			return {
				snapshot() {
					capture.isPaused = false;
					capture.snapshots++;
					capture.taken.push( Date.now() );
					if ( isSnapshotLost ) {
						return given.onLost();
					}
					emit( { type: 2, timestamp: Date.now(), data: { node: random ? randomBytes( snapshotBytes ).toString( 'base64' ) : 'x'.repeat( snapshotBytes ) } } );
				},
				pause() {
					capture.isPaused = true;
				},
				hurry() {},
				stop() {
					capture.isPaused = capture.isStopped = true;
				},
			};
		},
	} );
	visits.push( visit );
	/** The visitor moves, and the page changes by so many bytes. */
	const act = async ( bytes = 100 ) => {
		window.dispatchEvent( new Event( 'pointermove' ) );
		emit( { type: 3, timestamp: Date.now(), data: { source: 0, text: 'y'.repeat( bytes ) } } );
		await settle();
	};
	/** A visitor who is busy for so many seconds. */
	const busy = async ( seconds: number, bytes?: number ) => {
		for ( let i = 0; i < seconds; i++ ) {
			await act( bytes );
			await vi.advanceTimersByTimeAsync( 1000 );
		}
	};
	return { visit, capture, act, busy };
}

export async function settle() {
	for ( let i = 0; i < 10; i++ ) {
		await new Promise( ( resolve ) => setImmediate( resolve ) );
	}
}

export const endings = () => door.arrived.map( ( { envelope } ) => envelope.ended ).filter( Boolean );
/** jsdom has no window to hide: what it says of a document nobody looks at is as good. */
const setVisible = ( isVisible: boolean ) => Object.assign( windowOf( document )!, { _pretendToBeVisual: isVisible } );

export const hide = () => {
	setVisible( false );
	document.dispatchEvent( new Event( 'visibilitychange' ) );
};

beforeEach( () => {
	consent.isGiven = true;
	vi.useFakeTimers( { toFake: [ 'setTimeout', 'clearTimeout', 'Date' ] } );
	sessionStorage.clear();
	door.arrived = [];
	door.limit = Infinity;
	door.respond = answer( 204 );
	vi.stubGlobal( 'matchMedia', () => ( { matches: false } ) );
	vi.stubGlobal( 'fetch', async ( _address: string, init: RequestInit ) => {
		const bytes = Buffer.from( init.body as Uint8Array );
		if ( bytes.length > door.limit ) {
			return new Response( null, { status: 413 } );
		}
		const body = bytes.subarray( 36 + bytes[ 5 ]! );
		const text = ( bytes[ 4 ]! & 1 ? gunzipSync( body ) : body ).toString();
		const response = await door.respond();
		const [ envelope, ...events ] = text.trim().split( '\n' ).map( ( line ) => JSON.parse( line ) );
		door.arrived.push( { envelope, events } );
		return response;
	} );
} );
afterEach( () => {
	visits.splice( 0 ).forEach( ( visit ) => visit.stop( { discard: true } ) );
	setVisible( true );
	vi.unstubAllGlobals();
	vi.useRealTimers();
} );

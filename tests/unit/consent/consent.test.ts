// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Consent } from '../../../src/consent/consent';
import { registry, type Status } from '../../../src/consent/registry';
import type { FrontConfig } from '../../../src/contracts/generated/front-config';
import { consentConfig } from '../front-config';
import { installConsentApi, removeConsentApi } from './consent-plugin';

const KEY = 'ab'.repeat( 16 );
const fetched: string[] = [];
let consent: Consent | undefined;
let told: Status[] = [];
let receipts: string[] = [];
let server: () => Promise<Response>;
let sent: string[] = [];
const onStatus = ( event: Event ) => told.push( ( event as CustomEvent<Status> ).detail );
const onErased = ( event: Event ) => receipts.push( ...( event as CustomEvent ).detail.receipts );

/** A recorder in the place of the real one: records when told so, and hands out its key when the visitor withdraws. */
function recorder() {
	let isRecording = false;
	registry().recorder = {
		resume: () => void ( isRecording = registry().allows!() ),
		withdraw: () => {
			const had = isRecording;
			isRecording = false;
			return had ? KEY : '';
		},
		isRecording: () => isRecording,
	};
	registry().recorder!.resume();
	return registry().recorder!;
}

function start( changed: Parameters< typeof consentConfig >[ 0 ] ) {
	consent?.stop();
	consent = new Consent( { recorder: '/visit.js', consent: consentConfig( changed ) } as FrontConfig );
	consent.start();
	return registry();
}
const candid = { consent: ( ...args: unknown[] ) => registry().answer!( ...args ) };

const pages = window as unknown as Record<symbol, unknown>;

beforeEach( () => {
	vi.useFakeTimers();
	localStorage.clear();
	sessionStorage.clear();
	delete pages[ Symbol.for( 'candid' ) ];
	fetched.length = 0;
	told = [];
	receipts = [];
	sent = [];
	server = async () => Response.json( { receipts: [ 'R-1' ] } );
	vi.stubGlobal( 'fetch', ( address: string, { body }: RequestInit ) => {
		sent.push( `${ address } ${ Buffer.from( body as Uint8Array ).toString( 'hex' ) }` );
		return server();
	} );
	registry().fetch = ( address ) => fetched.push( address );
	addEventListener( 'candid:status', onStatus );
	addEventListener( 'candid:erased', onErased );
} );
afterEach( () => {
	consent?.stop();
	consent = undefined;
	removeEventListener( 'candid:status', onStatus );
	removeEventListener( 'candid:erased', onErased );
	removeConsentApi();
	vi.unstubAllGlobals();
	vi.useRealTimers();
} );

describe( 'Where Candid asks', () => {
	it( 'the notice is loaded, and neither a recorder nor anything stored', () => {
		start( { mode: 'ask' } );
		expect( [ fetched, localStorage.length, sessionStorage.length, sent ] ).toEqual( [ [ '/panel.js' ], 0, 0, [] ] );
		expect( told ).toEqual( [ { consent: 'unanswered', signal: false, recording: false } ] );
	} );

	it( 'a yes loads the recorder and is remembered with the version of the texts', () => {
		const page = start( { mode: 'ask' } );
		page.onAnswer!( 'given' );
		expect( fetched ).toEqual( [ '/panel.js', '/visit.js' ] );
		expect( { ...localStorage } ).toEqual( { 'candid-consent': 'given v1' } );
		expect( page.status!() ).toEqual( { consent: 'given', signal: false, recording: false } );
	} );

	it( 'a yes that is remembered loads the recorder alone, and a no nothing', () => {
		localStorage.setItem( 'candid-consent', 'given v1' );
		start( { mode: 'ask' } );
		expect( fetched ).toEqual( [ '/visit.js' ] );
		fetched.length = 0;
		localStorage.setItem( 'candid-consent', 'refused v1' );
		start( { mode: 'ask' } );
		expect( fetched ).toEqual( [] );
	} );

	it( 'a signal of the browser is a no without a question', () => {
		vi.stubGlobal( 'navigator', { globalPrivacyControl: true } );
		start( { mode: 'ask' } );
		expect( fetched ).toEqual( [] );
		expect( told ).toEqual( [ { consent: 'unanswered', signal: true, recording: false } ] );
	} );

	it( 'the visitor may look at the notice again, also after an answer and under a signal', () => {
		vi.stubGlobal( 'navigator', { doNotTrack: '1' } );
		localStorage.setItem( 'candid-consent', 'refused v1' );
		start( { mode: 'ask' } );
		candid.consent();
		expect( [ fetched, registry().isAsked ] ).toEqual( [ [ '/panel.js' ], true ] );
	} );

	it( 'a call that came before the decision is followed', () => {
		registry().waiting = [ 'given' ];
		start( { mode: 'ask' } );
		expect( fetched ).toEqual( [ '/visit.js' ] );
	} );

	it.each( [ [ true, 'given' ], [ 'given', 'given' ], [ false, 'refused' ], [ 'revoke', 'refused' ], [ null, 'refused' ] ] )( 'candid.consent( %s ) is %s', ( said, state ) => {
		start( { mode: 'ask' } );
		candid.consent( said );
		expect( registry().status!().consent ).toBe( state );
	} );
} );

describe( 'A withdrawal', () => {
	it( 'stops the recorder, erases what was sent, and gives a receipt', async () => {
		const page = start( { mode: 'without' } );
		const visit = recorder();
		candid.consent( 'refused' );
		expect( visit.isRecording() ).toBe( false );
		expect( page.allows!() ).toBe( false );
		await vi.advanceTimersByTimeAsync( 0 );
		expect( [ sent, receipts, sessionStorage.length ] ).toEqual( [ [ `/erase ${ KEY }` ], [ 'R-1' ], 0 ] );
		expect( { ...localStorage } ).toEqual( { 'candid-consent': 'refused v1' } );
	} );

	it( 'reaches a recording of an earlier page of the tab, where no recorder is running', async () => {
		sessionStorage.setItem( 'candid', JSON.stringify( { k: KEY, s: 3, p: 1, b: 1, t: 2, l: 0 } ) );
		localStorage.setItem( 'candid-consent', 'refused v1' );
		start( { mode: 'ask' } );
		await vi.advanceTimersByTimeAsync( 0 );
		expect( [ sent, fetched, sessionStorage.length ] ).toEqual( [ [ `/erase ${ KEY }` ], [], 0 ] );
	} );

	it( 'is tried again until the server has answered, also by the next page of the tab', async () => {
		server = () => Promise.reject( new TypeError( 'Failed to fetch' ) );
		start( { mode: 'without' } );
		recorder();
		candid.consent( false );
		await vi.advanceTimersByTimeAsync( 12_000 );
		expect( [ sent.length, receipts, sessionStorage.getItem( 'candid-erase' ) ] ).toEqual( [ 2, [], KEY ] );
		delete registry().recorder;
		server = async () => Response.json( { receipts: [ 'R-2' ] } );
		start( { mode: 'without' } );
		await vi.advanceTimersByTimeAsync( 0 );
		expect( [ receipts, sessionStorage.getItem( 'candid-erase' ) ] ).toEqual( [ [ 'R-2' ], null ] );
		await vi.advanceTimersByTimeAsync( 600_000 );
		expect( sent.length ).toBe( 3 );
	} );

	it( 'takes an answer that is no receipt for none', async () => {
		server = async () => new Response( '<html>Maintenance</html>', { status: 200 } );
		start( { mode: 'without' } );
		recorder();
		candid.consent( false );
		await vi.advanceTimersByTimeAsync( 0 );
		expect( [ receipts, sessionStorage.getItem( 'candid-erase' ) ] ).toEqual( [ [], KEY ] );
	} );

	it( 'in another tab of the visitor counts in this one', async () => {
		start( { mode: 'without' } );
		const visit = recorder();
		localStorage.setItem( 'candid-consent', 'refused v1' );
		window.dispatchEvent( new StorageEvent( 'storage', { key: 'candid-consent' } ) );
		expect( visit.isRecording() ).toBe( false );
	} );

	it( 'counts for a page that comes back from the bfcache', () => {
		start( { mode: 'without' } );
		const visit = recorder();
		localStorage.setItem( 'candid-consent', 'refused v1' );
		window.dispatchEvent( Object.assign( new Event( 'pageshow' ), { persisted: true } ) );
		expect( visit.isRecording() ).toBe( false );
	} );

	it( 'may be followed by a yes, which records anew', () => {
		start( { mode: 'without' } );
		const visit = recorder();
		candid.consent( false );
		candid.consent( true );
		expect( visit.isRecording() ).toBe( true );
		expect( registry().status!() ).toEqual( { consent: 'given', signal: false, recording: true } );
	} );
} );

describe( 'Where a consent plugin is followed', () => {
	it( 'the recorder is loaded when the answer comes, late or at once', () => {
		start( { mode: 'plugin' } );
		expect( fetched ).toEqual( [] );
		const plugin = installConsentApi();
		plugin.define( 'optin' );
		expect( fetched ).toEqual( [] );
		plugin.set( 'statistics', 'allow' );
		expect( fetched ).toEqual( [ '/visit.js' ] );
		expect( told.map( ( { consent: state } ) => state ) ).toEqual( [ 'unmanaged', 'unanswered', 'given' ] );
		expect( localStorage.length + sessionStorage.length ).toBe( 0 );
	} );

	it( 'a no after a yes erases, of the category or of Candid alone', async () => {
		const plugin = installConsentApi( { type: 'optin' } );
		plugin.set( 'statistics', 'allow' );
		start( { mode: 'plugin' } );
		const visit = recorder();
		expect( visit.isRecording() ).toBe( true );
		plugin.set( 'statistics', 'deny' );
		expect( visit.isRecording() ).toBe( false );
		plugin.set( 'statistics', 'allow' );
		expect( visit.isRecording() ).toBe( true );
		plugin.setService( false );
		expect( visit.isRecording() ).toBe( false );
		await vi.advanceTimersByTimeAsync( 0 );
		expect( sent ).toEqual( [ `/erase ${ KEY }`, `/erase ${ KEY }` ] );
	} );

	it( 'the notice never comes by itself; an answer in it is told to the plugin', () => {
		const plugin = installConsentApi( { type: 'optin' } );
		const page = start( { mode: 'plugin' } );
		expect( fetched ).toEqual( [] );
		candid.consent();
		expect( fetched ).toEqual( [ '/panel.js' ] );
		page.onAnswer!( 'refused' );
		expect( [ plugin.service(), localStorage.getItem( 'candid-consent' ) ] ).toEqual( [ false, 'refused v1' ] );
	} );

	it( 'a plugin without the API says its answer to candid.consent(), and it is the plugin that remembers', () => {
		start( { mode: 'plugin' } );
		candid.consent( true );
		expect( [ fetched, localStorage.length ] ).toEqual( [ [ '/visit.js' ], 0 ] );
		candid.consent( false );
		expect( [ registry().status!().consent, localStorage.length ] ).toEqual( [ 'refused', 0 ] );
	} );
} );

it( 'A browser that stores nothing keeps the answer for the page', () => {
	vi.stubGlobal( 'localStorage', undefined );
	const page = start( { mode: 'ask' } );
	page.onAnswer!( 'given' );
	expect( [ fetched, page.allows!() ] ).toEqual( [ [ '/panel.js', '/visit.js' ], true ] );
} );

it( 'After stop() nothing may be recorded and nothing is listened to', () => {
	const plugin = installConsentApi( { type: 'optin' } );
	const page = start( { mode: 'plugin' } );
	consent!.stop();
	plugin.set( 'statistics', 'allow' );
	expect( [ fetched, page.allows!() ] ).toEqual( [ [], false ] );
} );

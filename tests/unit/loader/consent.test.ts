// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FrontConfig } from '../../../src/contracts/generated/front-config';
import { installConsentApi, removeConsentApi } from '../consent/consent-plugin';
import { consentConfig } from '../front-config';

interface Api {
	consent: ( ...args: unknown[] ) => void;
	status: () => unknown;
}
const page = window as unknown as Record<symbol, { waiting?: unknown[]; answer?: unknown } | undefined> & { candid?: Api };
const scripts = () => [ ...document.querySelectorAll( 'script[src]' ) ].map( ( script ) => script.getAttribute( 'src' ) );

async function load( consent: Partial<FrontConfig[ 'consent' ]> ): Promise<Api> {
	const config = { v: 1, door: '/door', key: 'cnd_' + 'a'.repeat( 32 ), recorder: '/visit.js', inputs: false, preset: 'balanced', block: [], keep: [], maskPage: false, consent: consentConfig( consent ) };
	document.head.innerHTML = `<script type="application/json" id="candid-config">${ JSON.stringify( config ) }</script>`;
	vi.resetModules();
	await import( '../../../src/loader/index' );
	await vi.advanceTimersByTimeAsync( 3000 );
	return page.candid!;
}

/** What the loaders of earlier tests listen to: a page has one loader. */
const listening: Parameters< typeof document.addEventListener >[] = [];

beforeEach( () => {
	const listen = document.addEventListener.bind( document ) as ( ...args: ( typeof listening )[ number ] ) => void;
	vi.spyOn( document, 'addEventListener' ).mockImplementation( ( ...args: ( typeof listening )[ number ] ) => {
		listening.push( args );
		listen( ...args );
	} );
	vi.useFakeTimers();
	localStorage.clear();
	sessionStorage.clear();
	Object.defineProperty( document, 'readyState', { value: 'complete', configurable: true } );
} );
afterEach( () => {
	delete page.candid;
	delete page[ Symbol.for( 'candid' ) ];
	listening.splice( 0 ).forEach( ( args ) => document.removeEventListener( ...args ) );
	vi.restoreAllMocks();
	removeConsentApi();
	vi.unstubAllGlobals();
	vi.useRealTimers();
} );

describe( 'Nothing beyond the loader is loaded, and nothing stored', () => {
	it.each( [
		[ 'for a visitor who refused', 'ask', () => localStorage.setItem( 'candid-consent', 'refused v1' ) ],
		[ 'for a visitor who objected', 'without', () => localStorage.setItem( 'candid-consent', 'refused v1' ) ],
		[ 'for a browser that sends Global Privacy Control', 'ask', () => vi.stubGlobal( 'navigator', { globalPrivacyControl: true, userAgent: 'Firefox' } ) ],
		[ 'for a browser that sends Do Not Track', 'without', () => vi.stubGlobal( 'navigator', { doNotTrack: '1', userAgent: 'Firefox' } ) ],
		[ 'where no consent plugin manages consent', 'plugin', () => installConsentApi() ],
		[ 'where a consent plugin has no answer', 'plugin', () => installConsentApi( { type: 'optin' } ) ],
		[ 'where a consent plugin was told no', 'plugin', () => installConsentApi( { type: 'optout' } ).set( 'statistics', 'deny' ) ],
	] as [ string, FrontConfig[ 'consent' ][ 'mode' ], () => void ][] )( '%s', async ( _who, mode, prepare ) => {
		prepare();
		const before = localStorage.length;
		await load( { mode } );
		expect( [ scripts(), localStorage.length - before, sessionStorage.length ] ).toEqual( [ [], 0, 0 ] );
	} );
} );

describe( 'The script that decides is loaded', () => {
	it.each( [
		[ 'where nobody has answered yet', 'ask', () => {} ],
		[ 'where nobody is asked', 'without', () => {} ],
		[ 'where a consent plugin has a yes', 'plugin', () => installConsentApi( { type: 'optin' } ).set( 'statistics', 'allow' ) ],
		[ 'in an opt-out regime', 'plugin', () => installConsentApi( { fallback: 'optout' } ) ],
		[ 'for a yes to Candid alone', 'plugin', () => installConsentApi( { type: 'optin' } ).setService( true ) ],
		[ 'for a visitor who refused on another page while this tab has a recording', 'ask', () => {
			localStorage.setItem( 'candid-consent', 'refused v1' );
			sessionStorage.setItem( 'candid', '{}' );
		} ],
		[ 'where something is still to be erased', 'ask', () => {
			localStorage.setItem( 'candid-consent', 'refused v1' );
			sessionStorage.setItem( 'candid-erase', 'ab'.repeat( 16 ) );
		} ],
	] as [ string, FrontConfig[ 'consent' ][ 'mode' ], () => void ][] )( '%s', async ( _who, mode, prepare ) => {
		prepare();
		await load( { mode } );
		expect( scripts() ).toEqual( [ '/choice.js' ] );
	} );

	it( 'once, when a consent plugin has its answer at last', async () => {
		await load( { mode: 'plugin' } );
		const plugin = installConsentApi();
		plugin.define( 'optin' );
		await vi.advanceTimersByTimeAsync( 3000 );
		expect( scripts() ).toEqual( [] );
		plugin.set( 'statistics', 'allow' );
		plugin.set( 'marketing', 'allow' );
		await vi.advanceTimersByTimeAsync( 3000 );
		expect( scripts() ).toEqual( [ '/choice.js' ] );
	} );

	it( 'at once when a script or a link of the page asks, also for a visitor who refused', async () => {
		localStorage.setItem( 'candid-consent', 'refused v1' );
		const candid = await load( { mode: 'ask' } );
		candid.consent( 'given' );
		expect( [ scripts(), page[ Symbol.for( 'candid' ) ]!.waiting ] ).toEqual( [ [ '/choice.js' ], [ 'given' ] ] );
		document.body.innerHTML = '<button data-candid-consent><b>Privacy</b></button>';
		document.querySelector( 'b' )!.click();
		expect( [ scripts(), page[ Symbol.for( 'candid' ) ]!.waiting ] ).toEqual( [ [ '/choice.js' ], [] ] );
		candid.consent( 'refused' );
		document.body.innerHTML = '<a href="/#candid-consent">Privacy</a>';
		const click = new MouseEvent( 'click', { bubbles: true, cancelable: true } );
		document.querySelector( 'a' )!.dispatchEvent( click );
		expect( [ click.defaultPrevented, page[ Symbol.for( 'candid' ) ]!.waiting ] ).toEqual( [ true, [] ] );
	} );
} );

it( 'Until the script that decides was needed, nothing is recorded and nothing is known', async () => {
	const candid = await load( { mode: 'plugin' } );
	expect( candid.status() ).toEqual( { consent: 'unknown', signal: false, recording: false } );
} );

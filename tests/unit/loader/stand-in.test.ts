// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { consentConfig } from '../front-config';

const page = window as unknown as { candid?: { calls: unknown[]; block: ( what: unknown ) => void; stop: () => void } };

async function load( door: string ) {
	document.head.innerHTML = `<script type="application/json" id="candid-config">${ JSON.stringify( { v: 1, door, key: 'cnd_' + 'a'.repeat( 32 ), recorder: '/visit.js', inputs: false, preset: 'balanced', block: [], keep: [], maskPage: false, consent: consentConfig() } ) }</script>`;
	vi.resetModules();
	await import( '../../../src/loader/index' );
	return page.candid!;
}

beforeEach( () => {
	vi.useFakeTimers();
} );
afterEach( () => {
	delete page.candid;
	vi.useRealTimers();
} );

it( 'Calls of the page wait for the recorder, in order', async () => {
	const candid = await load( '/door' );
	candid.block( '.card' );
	candid.stop();
	expect( candid.calls ).toEqual( [ [ 'block', [ '.card' ] ], [ 'stop', [] ] ] );
} );

it( 'On a page that is not recorded they do nothing, and keep no element of the page in memory', async () => {
	const candid = await load( '' );
	candid.block( document.body );
	expect( candid.calls ).toEqual( [] );
} );

it( 'A page\'s own window.candid stays as it is', async () => {
	const own = { calls: [], block: () => {}, stop: () => {} };
	page.candid = own;
	expect( await load( '/door' ) ).toBe( own );
} );

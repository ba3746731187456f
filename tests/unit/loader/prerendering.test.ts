// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';
import { consentConfig } from '../front-config';

const config = { v: 1, door: '/door', key: 'cnd_' + 'a'.repeat( 32 ), recorder: '/visit.js', inputs: false, preset: 'balanced', block: [], keep: [], maskPage: false, consent: consentConfig() };
const scripts = () => document.querySelectorAll( 'script[src="/choice.js"]' ).length;

async function load( prerendering: boolean ): Promise<void> {
	Object.defineProperty( document, 'prerendering', { value: prerendering, configurable: true } );
	vi.resetModules();
	await import( '../../../src/loader/index' );
	await vi.advanceTimersByTimeAsync( 5000 );
}

beforeEach( () => {
	vi.useFakeTimers();
	document.head.innerHTML = `<script type="application/json" id="candid-config">${ JSON.stringify( config ) }</script>`;
	Object.defineProperty( document, 'readyState', { value: 'complete', configurable: true } );
} );

it( 'fetches the script that decides on a page that is shown', async () => {
	await load( false );
	expect( scripts() ).toBe( 1 );
} );

it( 'fetches nothing on a page that is made ready before anybody asked for it, and that script once the page is shown', async () => {
	await load( true );
	expect( scripts() ).toBe( 0 );
	document.dispatchEvent( new Event( 'prerenderingchange' ) );
	await vi.advanceTimersByTimeAsync( 5000 );
	expect( scripts() ).toBe( 1 );
} );

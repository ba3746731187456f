// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest';

const config = { v: 1, door: '/door', key: 'cnd_' + 'a'.repeat( 32 ), recorder: '/visit.js', inputs: false, preset: 'balanced', block: [], keep: [], maskPage: false };
const recorders = () => document.querySelectorAll( 'script[src="/visit.js"]' ).length;

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

it( 'fetches the recorder on a page that is shown', async () => {
	await load( false );
	expect( recorders() ).toBe( 1 );
} );

it( 'fetches nothing on a page that is made ready before anybody asked for it, and the recorder once it is shown', async () => {
	await load( true );
	expect( recorders() ).toBe( 0 );
	document.dispatchEvent( new Event( 'prerenderingchange' ) );
	await vi.advanceTimersByTimeAsync( 5000 );
	expect( recorders() ).toBe( 1 );
} );

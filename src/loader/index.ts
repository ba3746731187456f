/**
 * Decides whether anything of Candid is needed on this page and, if so, fetches the script that decides about consent when
 * the page is idle. Runs on every page of the site: no dependency, no work before `load`, never an error, nothing stored.
 */
import { PLUGIN_EVENTS } from '../consent/plugin-events';
import { registry, type Registry } from '../consent/registry';
import type { FrontConfig } from '../contracts/generated/front-config';
import { isNeeded } from './is-needed';
import { mayRecord } from './may-record';

type Call = [ name: string, args: unknown[] ];

function readConfig(): FrontConfig | null {
	try {
		return JSON.parse( document.getElementById( 'candid-config' )!.textContent! );
	} catch {
		return null;
	}
}

/**
 * Calls made before the recorder is there wait in `calls`, and the recorder follows them.
 *
 * @param isAwaited Whether a recorder may come. Without one no call is kept: its elements would stay in memory.
 * @param consent   What candid.consent() does.
 */
function installStandIn( isAwaited: boolean, page: Registry, consent: ( ...args: unknown[] ) => void ): void {
	const calls: Call[] = [];
	const standIn: Record<string, unknown> = { calls, consent, status: () => page.status?.() ?? { consent: 'unknown', signal: false, recording: false } };
	for ( const name of [ 'block', 'mask', 'start', 'stop' ] ) {
		standIn[ name ] = ( ...args: unknown[] ) => {
			if ( isAwaited ) {
				calls.push( [ name, args ] );
			}
		};
	}
	( window as unknown as Record<string, unknown> ).candid ??= standIn;
}

/**
 * Loads scripts. On a page that demands Trusted Types the policy `candid` gives the addresses of Candid's own scripts and no
 * other; the page may refuse the policy.
 *
 * @param ours Addresses that may be loaded.
 */
function scriptLoader( ours: string[] ): ( address: string ) => void {
	const trust = ( url: string ) => ( ours.includes( url ) ? url : '' );
	let policy = { createScriptURL: trust };
	try {
		policy = ( window as unknown as { trustedTypes: { createPolicy: ( name: string, rules: object ) => typeof policy } } ).trustedTypes.createPolicy( 'candid', policy );
	} catch {}
	return ( address ) => {
		const script = document.createElement( 'script' );
		script.src = policy.createScriptURL( address );
		script.async = true;
		document.head.append( script );
	};
}

/** Work that is not urgent waits for an idle moment after `load`, so that it never competes with the page. */
function whenIdle( then: () => void ): void {
	const quiet = () => {
		try {
			then();
		} catch {}
	};
	const idle = () => ( 'requestIdleCallback' in window ? requestIdleCallback( quiet, { timeout: 2000 } ) : setTimeout( quiet, 200 ) );
	if ( document.readyState === 'complete' ) {
		idle();
	} else {
		addEventListener( 'load', idle, { once: true } );
	}
}

function start(): void {
	const config = readConfig();
	const isRecorded = mayRecord( config, { framed: window.top !== window, driven: !! navigator.webdriver, userAgent: navigator.userAgent } );
	const page = registry();
	let decide = () => {};
	/** An answer, or without one the wish to see the notice: both need the script that decides, at once. */
	const consent = ( ...args: unknown[] ) => {
		page.waiting = args;
		decide();
		page.answer?.( ...args );
	};
	installStandIn( isRecorded, page, consent );
	if ( ! isRecorded ) {
		return;
	}
	const { script, mode, notice } = config.consent;
	page.fetch = scriptLoader( [ config.recorder, script, notice.script ] );
	decide = () => {
		decide = () => {};
		page.fetch!( script );
	};
	const look = () => whenIdle( () => isNeeded( config.consent ) && decide() );
	document.addEventListener( 'click', ( event ) => {
		// The button of the shortcode, or a link or menu item to its address.
		if ( ( event.target as Element ).closest?.( '[data-candid-consent],[href$="#candid-consent"]' ) ) {
			event.preventDefault();
			consent();
		}
	} );
	if ( mode === 'plugin' ) {
		PLUGIN_EVENTS.forEach( ( name ) => document.addEventListener( name, look ) );
	}
	if ( ( document as Document & { prerendering?: boolean } ).prerendering === true ) {
		document.addEventListener( 'prerenderingchange', look, { once: true } );
	} else {
		look();
	}
}

try {
	start();
} catch {
	// A page where the loader fails behaves as if Candid were not there.
}

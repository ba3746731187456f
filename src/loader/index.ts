/**
 * Decides whether this page is recorded and, if so, fetches the recorder when the page is idle.
 * Runs on every page of the site: no dependency, no work before `load`, never an error.
 */
import type { FrontConfig } from '../contracts/generated/front-config';
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
 * @param isAwaited Whether a recorder will come. Without one no call is kept: its elements would stay in memory.
 */
function installStandIn( isAwaited: boolean ): void {
	const calls: Call[] = [];
	const standIn: Record<string, unknown> = { calls };
	for ( const name of [ 'block', 'mask', 'start', 'stop' ] ) {
		standIn[ name ] = ( ...args: unknown[] ) => {
			if ( isAwaited ) {
				calls.push( [ name, args ] );
			}
		};
	}
	( window as unknown as Record<string, unknown> ).candid ??= standIn;
}

/** On a page that demands Trusted Types the policy `candid` gives the recorder's address and no other; the page may refuse the policy. */
function trusted( address: string ): string {
	try {
		const { trustedTypes } = window as unknown as { trustedTypes: { createPolicy: ( name: string, rules: object ) => { createScriptURL: ( url: string ) => string } } };
		return trustedTypes.createPolicy( 'candid', { createScriptURL: () => address } ).createScriptURL( '' );
	} catch {
		return address;
	}
}

function fetchRecorder( address: string ): void {
	const script = document.createElement( 'script' );
	script.src = trusted( address );
	script.async = true;
	document.head.append( script );
}

/** Recording waits for an idle moment after `load`, so that it never competes with the page. */
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
	installStandIn( isRecorded );
	if ( ! isRecorded ) {
		return;
	}
	const go = () => whenIdle( () => fetchRecorder( config.recorder ) );
	if ( ( document as Document & { prerendering?: boolean } ).prerendering ) {
		document.addEventListener( 'prerenderingchange', go, { once: true } );
	} else {
		go();
	}
}

try {
	start();
} catch {
	// A page where the loader fails behaves as if Candid were not there.
}

/**
 * The recorder: takes over the visitor-page API from the loader's stand-in and begins.
 */
import type { FrontConfig } from '../contracts/generated/front-config';
import { createVisit, type Visit } from './session/visit';

type Name = Exclude<keyof Visit, 'resume'>;
type Api = Record<Name, ( ...args: unknown[] ) => void>;

function run(): void {
	const place = window as unknown as { candid?: Partial<Api> & { calls?: [ Name, unknown[] ][]; isRecorder?: boolean } };
	if ( place.candid?.isRecorder ) {
		return;
	}
	const config: FrontConfig = JSON.parse( document.getElementById( 'candid-config' )!.textContent! );
	const visit = createVisit( config );
	const calls = place.candid?.calls ?? [];
	/** A page that uses the API wrongly must not break for it. */
	const quiet = ( name: Name ) => ( ...args: unknown[] ) => {
		try {
			( visit[ name ] as ( ...given: unknown[] ) => void )( ...args );
		} catch {}
	};
	const api: Api = { block: quiet( 'block' ), mask: quiet( 'mask' ), start: quiet( 'start' ), stop: quiet( 'stop' ) };
	place.candid = { ...api, isRecorder: true };
	// Protections asked for early hold before the first snapshot.
	const isProtection = ( [ name ]: [ Name, unknown[] ] ) => name === 'block' || name === 'mask';
	calls.filter( isProtection ).forEach( ( [ name, args ] ) => api[ name ]( ...args ) );
	visit.resume();
	calls.filter( ( call ) => ! isProtection( call ) ).forEach( ( [ name, args ] ) => api[ name ]?.( ...args ) );
}

try {
	run();
} catch {
	// A page where the recorder fails behaves as if Candid were not there.
}

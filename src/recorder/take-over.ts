/**
 * Takes over the visitor-page API from the loader's stand-in and begins to record.
 */
import { registry } from '../consent/registry';
import type { FrontConfig } from '../contracts/generated/front-config';
import { createCapture } from './capture/capture';
import { elementById, textOf } from '../privacy/natives';
import { Visit } from './session/visit';
import type { VisitParts } from './session/visit-parts';
import { endLoading, run, task } from './tasks/task';
import { watchTimers } from './tasks/timer';

type Name = 'block' | 'mask' | 'start' | 'stop';
type Api = Record<Name, ( what?: unknown ) => void>;
type Call = [ Name, unknown[] ];
/** Values that `window.candid` may have: the loader's stand-in with the calls that wait, the recorder, or something of the page's own. */
type Found = Partial<Api> & { calls?: Call[]; isRecorder?: boolean };

function begin( sensitiveWord: VisitParts[ 'sensitiveWord' ] ): void {
	const place = window as unknown as { candid?: Found };
	const found = place.candid;
	const page = registry();
	// Without the script that decides about consent nobody can say that this page may be recorded.
	if ( page.recorder || ! page.allows?.() ) {
		return;
	}
	const config: FrontConfig = JSON.parse( textOf( elementById( document, 'candid-config' )! )! );
	const visit = new Visit( config, { createCapture, sensitiveWord, mayRecord: () => page.allows!() } );
	page.recorder = { resume: task( () => visit.resume() ), withdraw: () => run( () => visit.withdraw() ) ?? '', isRecording: () => visit.state.isActive };
	/** A page that uses the API wrongly must not break for it. */
	const api: Api = { block: task( ( what ) => visit.block( what ) ), mask: task( ( what ) => visit.mask( what ) ), start: task( () => visit.start() ), stop: task( () => visit.stop() ) };
	// The stand-in has a list of calls; anything else under this name is the page's own, and stays.
	const calls = Array.isArray( found?.calls ) ? found.calls : [];
	if ( ! found || found.calls === calls ) {
		const { calls: followed, ...others } = found ?? {};
		try {
			place.candid = { ...others, ...api, isRecorder: true };
		} catch {
			// The page has frozen the name, and with it the stand-in, whose calls are followed.
		}
	}
	const follow = ( [ name, args ]: Call ) => api[ name ]?.( ...args );
	// Protections asked for early hold before the first snapshot, and a page that was stopped early has none.
	const isProtection = ( [ name ]: Call ) => name === 'block' || name === 'mask';
	calls.filter( isProtection ).forEach( follow );
	calls.filter( ( call ) => ! isProtection( call ) ).slice( -1 ).forEach( follow );
	visit.resume();
	page.tell?.();
	// A script that kept the stand-in, or a function of it, goes on calling it.
	calls.push = ( ...later ) => run( () => later.map( follow ).length ) ?? 0;
}

/**
 * Runs the recorder on this page. A page where it fails behaves as if Candid were not there.
 *
 * @param sensitiveWord Finds the sensitive word in the name or label of a field.
 */
export function takeOver( sensitiveWord: VisitParts[ 'sensitiveWord' ] ): void {
	watchTimers();
	run( () => begin( sensitiveWord ) );
	endLoading();
}

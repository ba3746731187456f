/** Whether a page may be recorded. Pure: what the browser says comes in as facts. */
import type { FrontConfig } from '../contracts/generated/front-config';
import type { ConsentState } from './registry';

export type ConsentConfig = FrontConfig[ 'consent' ];
export type Answer = 'given' | 'refused';

export interface ConsentFacts {
	/** Whether the browser sends a signal, see hasSignal(). */
	signal: boolean;
	/** The remembered answer and the version of its texts, see storedAnswer(). */
	stored: string[];
	/** Answer of a script through candid.consent(), for this page alone. */
	said?: Answer;
	/** Answer of a consent plugin, see pluginAnswer(). Asked only in the mode that follows one. */
	plugin: ConsentState;
}

export interface Decision {
	state: ConsentState;
	/** Whether a signal stands in the way. */
	signal: boolean;
	allowed: boolean;
}

function stateOf( { mode, version }: ConsentConfig, { stored, said, plugin }: ConsentFacts ): ConsentState {
	const [ word, agreed ] = stored;
	if ( word === 'refused' || said === 'refused' ) {
		return 'refused';
	}
	// Visitors who agreed to other texts are asked anew.
	const isGiven = said === 'given' || ( word === 'given' && agreed === version );
	if ( mode === 'plugin' ) {
		return isGiven && ( plugin === 'unmanaged' || plugin === 'unanswered' || plugin === 'opt-out' ) ? 'given' : plugin;
	}
	if ( isGiven ) {
		return 'given';
	}
	return mode === 'without' ? 'opt-out' : 'unanswered';
}

/** The one decision about a page. Of several words about consent a refusal wins. */
export function decide( config: ConsentConfig, facts: ConsentFacts ): Decision {
	const state = stateOf( config, facts );
	const signal = facts.signal && ( config.signals === 'obey' || ( config.signals === 'yes_wins' && state !== 'given' ) );
	return { state, signal, allowed: ! signal && ( state === 'given' || state === 'opt-out' ) };
}

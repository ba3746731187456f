/**
 * Answer of a consent plugin through the WP Consent API, versions 1 and 2 (assets/js/wp-consent-api.js of that plugin).
 *
 * Its own question, wp_has_consent(), answers yes where nobody manages consent at all. So the type is looked at first: no
 * type means that no consent plugin asks anybody, and that is never a yes.
 */
import { SERVICE } from './plugin-events';
import type { ConsentState } from './registry';

interface ConsentApi {
	wp_consent_type?: unknown;
	wp_fallback_consent_type?: unknown;
	/** Whether the type comes later, by the event wp_consent_type_defined: the fallback then decides nothing. */
	waitfor_consent_hook?: unknown;
	wp_has_consent?: ( category: string ) => boolean;
	wp_set_service_consent?: ( service: string, consented: boolean ) => void;
	consent_api?: { cookie_prefix?: string };
	consent_api_get_cookie?: ( name: string ) => string;
}

const api = window as unknown as ConsentApi;

/** A cookie of the API, read by the API's own function; undefined where there is no such function. */
function cookie( name: string ): string | undefined {
	return api.consent_api_get_cookie?.( `${ api.consent_api?.cookie_prefix }_${ name }` );
}

/** Answer of the visitor about Candid alone (version 2); undefined where there is none. */
function serviceAnswer(): boolean | undefined {
	try {
		return JSON.parse( cookie( 'consented_services' ) || '{}' )[ SERVICE ];
	} catch {
		return undefined;
	}
}

function categoryAnswer( category: string ): ConsentState {
	const type = api.wp_consent_type ?? ( api.waitfor_consent_hook ? '' : api.wp_fallback_consent_type );
	if ( typeof api.wp_has_consent !== 'function' || typeof type !== 'string' || ! type ) {
		return 'unmanaged';
	}
	const said = cookie( category );
	if ( ! api.wp_has_consent( category ) ) {
		return said === '' ? 'unanswered' : 'refused';
	}
	// An opt-out regime has no yes until somebody says so.
	return type.includes( 'optout' ) && said !== 'allow' ? 'opt-out' : 'given';
}

/**
 * The state of consent by the plugin. A fault of another script counts as "nobody manages consent".
 *
 * @param category Category of the WP Consent API.
 */
export function pluginAnswer( category: string ): ConsentState {
	try {
		const state = categoryAnswer( category );
		const service = state === 'unmanaged' ? undefined : serviceAnswer();
		if ( service === undefined ) {
			return state;
		}
		return service ? 'given' : 'refused';
	} catch {
		return 'unmanaged';
	}
}

/** Tells the plugin what the visitor answered about Candid; the API can take that since version 2. */
export function tellPlugin( isGiven: boolean ): void {
	try {
		api.wp_set_service_consent?.( SERVICE, isGiven );
	} catch {}
}

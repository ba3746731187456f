import { SERVICE } from '../consent/plugin-events';
import { hasSignal } from '../consent/signal';
import { hasTraces, storedAnswer } from '../consent/stored-answer';
import type { FrontConfig } from '../contracts/generated/front-config';

interface ConsentApi {
	wp_consent_type?: unknown;
	wp_fallback_consent_type?: unknown;
	wp_has_consent?: ( category: string ) => boolean;
	wp_has_service_consent?: ( service: string ) => boolean;
}

/**
 * A first look, which needs no other script: whether the script that decides has anything to do. A page of a visitor who
 * refused, or whom nobody has asked, loads nothing beyond the loader. A "yes" here is no consent.
 */
export function isNeeded( { mode, signals, category }: FrontConfig[ 'consent' ] ): boolean {
	if ( hasTraces() ) {
		// The tab may have to erase what was sent.
		return true;
	}
	const [ word ] = storedAnswer();
	if ( word === 'refused' || ( signals === 'obey' && hasSignal() ) ) {
		return false;
	}
	const api = window as unknown as ConsentApi;
	return mode !== 'plugin' || word === 'given' || !! ( ( api.wp_consent_type ?? api.wp_fallback_consent_type ) && ( api.wp_has_consent?.( category ) || api.wp_has_service_consent?.( SERVICE ) ) );
}

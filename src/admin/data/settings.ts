import type { Settings } from '../../contracts/generated/settings';
import isSettings from '../../contracts/generated/settings.validate';
import { request } from './request';
import { sift } from './sift';

export type AccountKind = 'own' | 'candid' | 'smartsupp';

export interface SettingsAccount {
	/** Key of this site's own account. */
	own_key: string;
	/** Key in force. */
	key: string;
	kind: AccountKind;
	/** Whether the constant CANDID_ACCOUNT_KEY decides. */
	fixed: boolean;
	legal_name: string;
	vat_id: string;
}

/** A value the server did not store, and why. */
export interface Rejection {
	field: string;
	value: string;
	reason: string;
}

export interface ConsentPlugin {
	there: boolean;
	managed: boolean;
}

export interface SettingsResponse {
	settings: Settings;
	account: SettingsAccount;
	/** Whether visits are recorded, by the server's one recording policy; `reason` is empty when they are (PHP: Domain\No_Recording). */
	recording: { allowed: boolean; reason: string };
	/** Consent plugins as PHP knows them: whether the WP Consent API is there, and whether a plugin manages consent by it. */
	consent_plugin?: ConsentPlugin;
	rejected: Rejection[];
}

const KINDS: readonly string[] = [ 'own', 'candid', 'smartsupp' ];

function isSettingsResponse( value: unknown ): value is SettingsResponse {
	const response = value as Partial< SettingsResponse > | null;
	const account = response?.account;
	return (
		isSettings( response?.settings ) &&
		typeof account === 'object' &&
		account !== null &&
		typeof account.own_key === 'string' &&
		typeof account.key === 'string' &&
		typeof account.fixed === 'boolean' &&
		KINDS.includes( account.kind ) &&
		typeof response?.recording?.allowed === 'boolean' &&
		typeof response.recording.reason === 'string' &&
		Array.isArray( response?.rejected )
	);
}

function isRejection( item: unknown ): item is Rejection {
	const { field, value, reason } = ( item ?? {} ) as Partial< Rejection >;
	return typeof field === 'string' && typeof value === 'string' && typeof reason === 'string';
}

/** A refusal that cannot be read is left out: its line stays unsaved all the same. */
function readable( response: SettingsResponse ): SettingsResponse {
	return { ...response, rejected: sift( response.rejected, isRejection ).good };
}

/** @param signal Aborts the request. */
export async function fetchSettings( signal?: AbortSignal ): Promise< SettingsResponse > {
	return readable( await request( '/settings', isSettingsResponse, { signal } ) );
}

/**
 * Stores some settings; those not named stay as they are.
 *
 * @param changes Only what changed, so that two people at work do not undo one another.
 */
export async function saveSettings( changes: Partial< Settings > ): Promise< SettingsResponse > {
	return readable( await request( '/settings', isSettingsResponse, { method: 'PUT', data: changes } ) );
}

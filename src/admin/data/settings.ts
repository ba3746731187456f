import type { Settings } from '../../contracts/generated/settings';
import isSettings from '../../contracts/generated/settings.validate';
import { request } from './request';

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

export interface SettingsResponse {
	settings: Settings;
	account: SettingsAccount;
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
		Array.isArray( response?.rejected )
	);
}

/** @param signal Aborts the request. */
export function fetchSettings( signal?: AbortSignal ): Promise< SettingsResponse > {
	return request( '/settings', isSettingsResponse, { signal } );
}

/**
 * Stores some settings; those not named stay as they are.
 *
 * @param changes Only what changed, so that two people at work do not undo one another.
 */
export function saveSettings( changes: Partial< Settings > ): Promise< SettingsResponse > {
	return request( '/settings', isSettingsResponse, { method: 'PUT', data: changes } );
}

import { __ } from '@wordpress/i18n';
import { handover } from './handover';
import { request } from './request';

export interface Check {
	id: string;
	/** One line that says how it is. */
	label: string;
	status: 'good' | 'recommended' | 'critical';
	/** What it means and what to do. */
	message: string;
}

/** What the fence found and redacted; each place once. Times are Unix times, ms. */
export interface Leak {
	rule: string;
	path: string;
	selector: string;
	count: number;
	first: number;
	last: number;
}

/** Why recorders stopped by themselves; each reason once. */
export interface Stop {
	reason: string;
	/** Page it last happened on. */
	path: string;
	count: number;
	/** Unix time, ms. */
	last: number;
}

export interface Health {
	checks: Check[];
	leaks: Leak[];
	stops: Stop[];
}

const STATUSES: readonly unknown[] = [ 'good', 'recommended', 'critical' ];

function isListOf( list: unknown, texts: readonly string[], numbers: readonly string[] ): boolean {
	return (
		Array.isArray( list ) &&
		list.every( ( one: Record< string, unknown > | null ) => texts.every( ( key ) => typeof one?.[ key ] === 'string' ) && numbers.every( ( key ) => typeof one?.[ key ] === 'number' ) )
	);
}

function isHealth( value: unknown ): value is Health {
	const { checks, leaks, stops } = ( value ?? {} ) as Partial< Health >;
	return (
		isListOf( checks, [ 'id', 'label', 'status', 'message' ], [] ) &&
		( checks as Check[] ).every( ( { status } ) => STATUSES.includes( status ) ) &&
		isListOf( leaks, [ 'rule', 'path', 'selector' ], [ 'count', 'first', 'last' ] ) &&
		isListOf( stops, [ 'reason', 'path' ], [ 'count', 'last' ] )
	);
}

function isForgotten( value: unknown ): value is { forgotten: number } {
	return typeof ( value as { forgotten?: unknown } | null )?.forgotten === 'number';
}

/**
 * Everything the screen shows: the server's checks, and the one that only a browser can make.
 *
 * @param signal Aborts the requests.
 */
export async function fetchHealth( signal?: AbortSignal ): Promise< Health > {
	const [ health, door ] = await Promise.all( [ request( '/health', isHealth, { signal } ), checkDoor( signal ) ] );
	return { ...health, checks: [ ...health.checks, door ] };
}

/** Empties the list of leaks. */
export function forgetLeaks(): Promise< { forgotten: number } > {
	return request( '/health/leaks', isForgotten, { method: 'DELETE' } );
}

/**
 * Knocks at the door as a visitor's browser does, without log-in. An empty body is no segment, so nothing is
 * stored; any answer of Candid's own, a refusal too, shows that recordings can come in.
 *
 * @param signal Aborts the request.
 */
async function checkDoor( signal?: AbortSignal ): Promise< Check > {
	let answered = '';
	try {
		const response = await window.fetch( `${ handover().root }candid/v1/segments`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/octet-stream' },
			body: new Uint8Array( 0 ),
			credentials: 'omit',
			signal,
		} );
		answered = `HTTP ${ response.status }`;
		const { code } = ( await response.json() ) as { code?: unknown };
		if ( typeof code === 'string' && code.startsWith( 'candid_' ) ) {
			return {
				id: 'door',
				label: __( 'Visitors’ browsers reach Candid', 'candid' ),
				status: 'good',
				message: __( 'Tried just now from this browser, without your log-in.', 'candid' ),
			};
		}
	} catch ( reason ) {
		if ( signal?.aborted ) {
			throw reason;
		}
	}
	return {
		id: 'door',
		label: __( 'Visitors’ browsers do not reach Candid', 'candid' ),
		status: 'critical',
		message: `${ __( 'Something answers in its place: a security plugin, a firewall or the server. Allow POST requests to the address /wp-json/candid/v1/segments.', 'candid' ) } ${ answered }`.trim(),
	};
}

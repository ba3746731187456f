import { __, sprintf } from '@wordpress/i18n';
import { handover } from './handover';
import { request } from './request';
import { sift } from './sift';

export interface Check {
	id: string;
	/** One line that says how it is. */
	label: string;
	status: 'good' | 'recommended' | 'critical';
	/** What it means and what to do. */
	message: string;
	/** Where in wp-admin the thing is put right, when the server names a place. */
	remedy?: { label: string; url: string } | null;
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
	/** Entries of each list that are not what they should be and are not shown. */
	leftOut: { checks: number; leaks: number; stops: number };
}

interface Answer {
	checks: unknown[];
	leaks: unknown[];
	stops: unknown[];
}

const STATUSES: readonly unknown[] = [ 'good', 'recommended', 'critical' ];

function has( item: unknown, texts: readonly string[], numbers: readonly string[] ): boolean {
	const fields = ( item ?? {} ) as Record< string, unknown >;
	return texts.every( ( key ) => typeof fields[ key ] === 'string' ) && numbers.every( ( key ) => Number.isFinite( fields[ key ] ) );
}

function isCheck( item: unknown ): item is Check {
	const { status, remedy } = ( item ?? {} ) as Partial< Check >;
	return has( item, [ 'id', 'label', 'message' ], [] ) && STATUSES.includes( status ) && ( ! remedy || has( remedy, [ 'label', 'url' ], [] ) );
}
const isLeak = ( item: unknown ): item is Leak => has( item, [ 'rule', 'path', 'selector' ], [ 'count', 'first', 'last' ] );
const isStop = ( item: unknown ): item is Stop => has( item, [ 'reason', 'path' ], [ 'count', 'last' ] );

function isAnswer( value: unknown ): value is Answer {
	const { checks, leaks, stops } = ( value ?? {} ) as Partial< Answer >;
	return Array.isArray( checks ) && Array.isArray( leaks ) && Array.isArray( stops );
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
	const [ answer, door ] = await Promise.all( [ request( '/health', isAnswer, { signal } ), checkDoor( signal ) ] );
	const checks = sift( answer.checks, isCheck );
	const leaks = sift( answer.leaks, isLeak );
	const stops = sift( answer.stops, isStop );
	return {
		checks: [ ...checks.good, door ],
		leaks: leaks.good,
		stops: stops.good,
		leftOut: { checks: checks.leftOut, leaks: leaks.leftOut, stops: stops.leftOut },
	};
}

/** A list of findings that the owner can empty. */
export type FindingList = 'leaks' | 'stops';

/** Empties a list of findings. */
export function forgetFindings( list: FindingList ): Promise< { forgotten: number } > {
	return request( `/health/${ list }`, isForgotten, { method: 'DELETE' } );
}

/**
 * Knocks at the door as a visitor's browser does, without login. An empty body is no segment, so nothing is
 * stored; any answer of Candid's own, a refusal too, shows that recordings can come in.
 *
 * @param signal Aborts the request.
 */
async function checkDoor( signal?: AbortSignal ): Promise< Check > {
	let answered = 0;
	try {
		const response = await window.fetch( `${ handover().root }candid/v1/segments`, {
			method: 'POST',
			headers: { 'Content-Type': 'application/octet-stream' },
			body: new Uint8Array( 0 ),
			credentials: 'omit',
			signal,
		} );
		answered = response.status;
		const { code } = ( await response.json() ) as { code?: unknown };
		if ( typeof code === 'string' && code.startsWith( 'candid_' ) ) {
			return {
				id: 'door',
				label: __( 'Visitors’ browsers reach Candid', 'candid' ),
				status: 'good',
				message: __( 'Tried just now from this browser, without your login.', 'candid' ),
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
		message: answered
			? sprintf(
				/* translators: %d: status code of HTTP, e.g. 403. */
				__( 'A security plugin, a firewall or the server answers instead of Candid, with HTTP status %d. Allow POST requests to the address /wp-json/candid/v1/segments.', 'candid' ),
				answered,
			)
			: __( 'Nothing answers at the address /wp-json/candid/v1/segments. Check that no security plugin, firewall or server rule stops POST requests to it.', 'candid' ),
	};
}

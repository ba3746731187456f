import type { Settings } from '../../../contracts/generated/settings';
import type { Rejection } from '../../data/settings';
import { checkQueryKey } from './check-query-key';
import { checkSelector } from './check-selector';

/** One line of a list editor. The id keeps a line itself while its text changes. */
export interface Entry {
	id: number;
	value: string;
}

type ListField = 'blocked_selectors' | 'allowed_query_keys';

/** Settings as they stand on the screen: lists are editable lines, some of them possibly bad. */
export type Draft = Omit< Settings, ListField > & Record< ListField, Entry[] >;

/** What has been changed and not been saved. */
export type Edits = Partial< Draft >;

let lastId = 0;

/** @param value Text of the line. */
export function newEntry( value: string ): Entry {
	lastId += 1;
	return { id: lastId, value };
}

/** @param settings As stored. */
export function draftOf( settings: Settings ): Draft {
	return {
		...settings,
		blocked_selectors: settings.blocked_selectors.map( newEntry ),
		allowed_query_keys: settings.allowed_query_keys.map( newEntry ),
	};
}

const isList = ( field: keyof Draft ): field is ListField => field in CHECKS;

const CHECKS = { blocked_selectors: checkSelector, allowed_query_keys: checkQueryKey };

function texts( entries: Entry[] ): string[] {
	return [ ...new Set( entries.map( ( { value } ) => value.trim() ).filter( ( value ) => value !== '' ) ) ];
}

function same( a: unknown, b: unknown ): boolean {
	return JSON.stringify( a ) === JSON.stringify( b );
}

/**
 * Whether the screen holds anything that is not stored, good or bad.
 *
 * @param edits What was changed.
 * @param saved What is stored.
 */
export function isDirty( edits: Edits, saved: Settings ): boolean {
	return ( Object.keys( edits ) as ( keyof Draft )[] ).some( ( field ) => {
		const edit = edits[ field ];
		return ! same( isList( field ) ? texts( edit as Entry[] ) : edit, saved[ field ] );
	} );
}

/**
 * What to send: only fields that differ from what is stored, and of the lists only the lines that
 * hold. The others stay on the screen with their reason.
 *
 * @param edits What was changed.
 * @param saved What is stored.
 */
export function changesOf( edits: Edits, saved: Settings ): { changes: Partial< Settings >; held: number } {
	const changes: Partial< Settings > = {};
	let held = 0;
	for ( const field of Object.keys( edits ) as ( keyof Draft )[] ) {
		const edit = edits[ field ];
		if ( isList( field ) ) {
			const all = texts( edit as Entry[] );
			const good = all.filter( ( value ) => CHECKS[ field ]( value ).problem === null );
			held += all.length - good.length;
			if ( ! same( good, saved[ field ] ) ) {
				changes[ field ] = good;
			}
		} else if ( ! same( edit, saved[ field ] ) ) {
			Object.assign( changes, { [ field ]: edit } );
		}
	}
	return { changes, held };
}

/**
 * What remains unsaved after an answer of the server.
 *
 * @param sent     The edits as they were when they were sent.
 * @param now      The edits now; somebody may have typed on meanwhile.
 * @param rejected What the server did not store.
 */
export function remainingEdits( sent: Edits, now: Edits, rejected: Rejection[] ): Edits {
	const remaining: Edits = {};
	for ( const field of Object.keys( now ) as ( keyof Draft )[] ) {
		const typedOn = now[ field ] !== sent[ field ];
		const refused = rejected.some( ( rejection ) => rejection.field === field );
		const bad =
			isList( field ) &&
			( now[ field ] ?? [] ).some( ( { value } ) => CHECKS[ field ]( value ).problem !== null );
		if ( typedOn || refused || bad ) {
			Object.assign( remaining, { [ field ]: now[ field ] } );
		}
	}
	return remaining;
}

/**
 * Which recording this page belongs to. One recording per tab, through all its pages: the tab's own
 * storage carries the recording key, the next sequence number and the next page ordinal.
 */
import * as SEGMENT_LIMITS from '../../contracts/generated/segment/limits';
import { toJson } from '../tasks/json';

/** A visitor who comes back after this long starts a new recording (the field's usual 30 minutes). */
export const LONGEST_PAUSE_MS = 30 * 60 * 1000;
/** No recording runs longer; what follows is a new one. */
export const LONGEST_RECORDING_MS = 2 * 60 * 60 * 1000;

const STORE = 'candid';
const STOPPED = 'candid-stopped';

interface Stored {
	/** Recording key, 32 hex digits. */
	k: string;
	/** Next sequence number. */
	s: number;
	/** Next page ordinal. */
	p: number;
	/** When the recording began, Unix ms. */
	b: number;
	/** Last sign of life, Unix ms. */
	t: number;
	/** 1 while a page is using the key: a tab that was duplicated starts with a key that is in use. */
	l: 0 | 1;
}

export interface Surroundings {
	/** The tab's storage, or null where it is blocked. */
	storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> | null;
	/** Unix ms. */
	now: () => number;
	/** Fills the array with random bytes. */
	random: ( bytes: Uint8Array<ArrayBuffer> ) => void;
}

export interface Identity {
	/** 16 bytes. */
	readonly key: Uint8Array;
	/** Ordinal of the page view inside the recording, from 0. */
	readonly page: number;
	/** Begins a page view: continues the tab's recording, or starts one. */
	open: () => void;
	/** Begins a page view in a new recording. */
	renew: () => void;
	/** The next sequence number; each is given out once. */
	take: () => number;
	/** Whether the recording must make place for a new one. */
	spent: () => boolean;
	/** Gives the key back to the tab; the next page takes it. */
	close: () => void;
	/** Forgets the tab's recording. Answers its key, 32 hexadecimal digits; empty when there is none. */
	forget: () => string;
	/** Whether stop() was called in this tab. */
	stopped: () => boolean;
	setStopped: ( stopped: boolean ) => void;
}

/** The tab's own storage; null where the browser refuses it. */
export function tabStorage(): Storage | null {
	try {
		return sessionStorage;
	} catch {
		return null;
	}
}

const toHex = ( bytes: Uint8Array ) => Array.from( bytes, ( byte ) => byte.toString( 16 ).padStart( 2, '0' ) ).join( '' );

function isStored( value: unknown ): value is Stored {
	const s = value as Stored | null;
	return !! s && /^[0-9a-f]{32}$/.test( s.k ) && [ s.s, s.p, s.b, s.t ].every( Number.isSafeInteger );
}

/** Reads and keeps the tab's identity. Storage that is missing, full or blocked only means: this page alone. */
export function createIdentity( { storage, now, random }: Surroundings ): Identity {
	const nothing = (): Stored => ( { k: '', s: 0, p: 0, b: 0, t: 0, l: 0 } );
	let state = nothing();
	let key = new Uint8Array( 16 );
	let page = 0;
	let halted = false;

	const save = ( live: 0 | 1 ) => {
		state.l = live;
		state.t = now();
		try {
			storage?.setItem( STORE, toJson( state ) );
		} catch {}
	};
	const load = (): Stored | null => {
		try {
			const value: unknown = JSON.parse( storage?.getItem( STORE ) ?? 'null' );
			return isStored( value ) ? value : null;
		} catch {
			return null;
		}
	};
	const spent = () => {
		const time = now();
		return (
			time - state.t > LONGEST_PAUSE_MS ||
			time - state.b > LONGEST_RECORDING_MS ||
			state.p >= SEGMENT_LIMITS.maxPages ||
			state.s >= SEGMENT_LIMITS.maxSequence
		);
	};
	const begin = () => {
		page = state.p++;
		save( 1 );
	};
	const renew = () => {
		key = new Uint8Array( 16 );
		random( key );
		state = { k: toHex( key ), s: 0, p: 0, b: now(), t: now(), l: 1 };
		begin();
	};

	return {
		get key() {
			return key;
		},
		get page() {
			return page;
		},
		open() {
			const stored = load();
			if ( stored && ! stored.l ) {
				state = stored;
				if ( ! spent() ) {
					key = Uint8Array.from( state.k.match( /../g )!, ( pair ) => parseInt( pair, 16 ) );
					return begin();
				}
			}
			renew();
		},
		renew,
		take() {
			const sequence = state.s++;
			// A number that is taken after close() does not take the key back from the next page.
			save( state.l );
			return sequence;
		},
		spent,
		close: () => save( 0 ),
		forget() {
			const { k } = state.k ? state : load() ?? state;
			state = nothing();
			try {
				storage?.removeItem( STORE );
			} catch {}
			return k;
		},
		stopped() {
			try {
				return halted || !! storage?.getItem( STOPPED );
			} catch {
				return halted;
			}
		},
		setStopped( stopped ) {
			halted = stopped;
			try {
				if ( stopped ) {
					storage?.setItem( STOPPED, '1' );
				} else {
					storage?.removeItem( STOPPED );
				}
			} catch {}
		},
	};
}

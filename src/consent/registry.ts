/**
 * Where the scripts of one page find each other: loader, decision, notice and recorder are separate files. Under a symbol,
 * which no element of the page can clobber (DOM clobbering) and no script of the page has by chance.
 */

/** Decision as `candid.status()` tells it to the page. */
export interface Status {
	/** State of the visitor's consent; `unknown` until the script that decides was needed: nothing is recorded then. */
	consent: ConsentState | 'unknown';
	/** Whether the browser sends Global Privacy Control or Do Not Track, and the site heeds it. */
	signal: boolean;
	recording: boolean;
}

/**
 * given and refused: the visitor said so. opt-out: the law of the place lets recording begin without a yes, and the visitor
 * has not objected. unanswered: nobody has said anything yet. unmanaged: no consent plugin asks anybody.
 */
export type ConsentState = 'given' | 'refused' | 'opt-out' | 'unanswered' | 'unmanaged';

/** Calls of the recorder that the decision needs. */
export interface RecorderControl {
	/** Begins, or goes on. */
	resume: () => void;
	/**
	 * Stops every listener and observer, and discards what was not sent.
	 *
	 * @return The recording key, 32 hex digits; empty where nothing was recorded.
	 */
	withdraw: () => string;
	isRecording: () => boolean;
}

export interface Registry {
	/** Loads one of Candid's scripts. Set by the loader. */
	fetch?: ( address: string ) => void;
	/** The last call of candid.consent() before the decision was there. */
	waiting?: unknown[];
	/** Takes a call of candid.consent(). Set by the decision. */
	answer?: ( ...args: unknown[] ) => void;
	status?: () => Status;
	/** Whether this page may be recorded now. Set by the decision; a recorder without a decision records nothing. */
	allows?: () => boolean;
	recorder?: RecorderControl;
	/** Tells listeners of `candid:status` what has changed. Set by the decision; the recorder calls it when it has begun. */
	tell?: () => void;
	/** Whether the visitor wants to see the notice, also where there is an answer already; undefined: nobody does. */
	isAsked?: boolean;
	/** Shows the notice, as isAsked says. Set by the notice. */
	ask?: () => void;
	/** Takes the notice away. Set by the notice. */
	hide?: () => void;
	/** Takes the visitor's answer in the notice. Set by the decision. */
	onAnswer?: ( answer: 'given' | 'refused' ) => void;
}

/** The registry of this page. */
export function registry(): Registry {
	const page = window as unknown as Record<symbol, Registry | undefined>;
	return ( page[ Symbol.for( 'candid' ) ] ??= {} );
}

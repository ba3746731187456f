/** The visitor's answer, as the browser remembers it: one word and the version of the texts, nothing that identifies anybody. */

/** Entry of the site's localStorage: `given <version>` or `refused <version>`. Written only after an answer. */
export const ANSWER = 'candid-consent';
/** Entries of the tab's sessionStorage: the recording that the tab adds to, and the keys of recordings that are still to be erased. */
export const RECORDING = 'candid';
export const TO_ERASE = 'candid-erase';

/** `[ word, version ]`; empty where there is no answer, or no storage. */
export function storedAnswer(): string[] {
	try {
		return ( localStorage[ ANSWER ] ?? '' ).split( ' ' );
	} catch {
		return [];
	}
}

/** Whether this tab recorded something, or has to erase something. */
export function hasTraces(): boolean {
	try {
		return !! ( sessionStorage[ RECORDING ] ?? sessionStorage[ TO_ERASE ] );
	} catch {
		return false;
	}
}

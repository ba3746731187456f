/**
 * A sentence that one screen leaves for the next: what was done there is said where people arrive. Kept in
 * the page only, so that a reload does not say it again.
 */
let left: string | null = null;

/** @param sentence Translated, for the screen that opens next. */
export function leaveNotice( sentence: string ): void {
	left = sentence;
}

/** The sentence that was left, once; null when there is none. */
export function takeNotice(): string | null {
	const sentence = left;
	left = null;
	return sentence;
}

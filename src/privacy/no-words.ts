/**
 * Stands in for words.ts in the build of the recorder that records no inputs: without the list every
 * field counts as sensitive, so that a page which asks this build to record inputs gets nothing.
 */
export function sensitiveWord(): string {
	return 'unknown';
}

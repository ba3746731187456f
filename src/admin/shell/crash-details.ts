/**
 * What to send along when a fault of a screen is reported.
 *
 * @param error What was thrown.
 * @param where Components it was thrown in.
 */
export function crashDetails( error: Error, where: string ): string {
	return [
		`${ error.name }: ${ error.message }`,
		`Candid ${ window.candidAdmin?.version ?? '?' }`,
		window.navigator.userAgent,
		error.stack ?? '',
		where,
	].join( '\n' );
}

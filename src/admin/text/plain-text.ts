/**
 * Characters that show nothing and change what is around them: controls, and the format characters that turn the
 * direction of the text. Joiners stay: scripts and emoji are written with them.
 */
const UNSEEN = /(?!\u200c|\u200d)[\p{Cc}\p{Cf}\u2028\u2029]/gu;

/**
 * A text of a visitor's page (title, path, selector) that can stand beside our own words without changing how they read.
 *
 * @param text As recorded; anything a stranger may have sent.
 */
export function plainText( text: string ): string {
	return text.replace( UNSEEN, '' );
}

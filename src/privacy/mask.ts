import { mask } from '../contracts/generated/privacy-rules';

/** How much of a page's text is shown; settings.preset. */
export type Preset = 'strict' | 'balanced' | 'open';

/** What stands in place of a hidden value: one constant, so that it says nothing about the value, not even its length. */
export const MASK = mask;

/**
 * Running text with every word replaced by MASK. White space stays, so the page keeps roughly its
 * layout; the number of words is all that can be told. For the value of one field use MASK itself.
 */
export function maskText( text: string ): string {
	return text.replace( /\S+/g, MASK );
}

/** A field's value hidden: MASK if there is one, else nothing; shows that something was typed, not what or how much. */
export function maskValue( value: string ): string {
	return value && MASK;
}

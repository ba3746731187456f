import { __ } from '@wordpress/i18n';
import { maskValue, scrubText, verdict } from '../../../privacy';
import type { Verdict, VerdictRules } from '../../../privacy';

/** What a recording keeps of one field. */
export interface Stored extends Verdict {
	/** The text as it would be stored. */
	text: string;
	/** Whether the field may be recorded but part of what was typed may not. */
	scrubbed: boolean;
}

/**
 * What a recording would keep of a field as it stands now, by the recorder's own rules.
 *
 * @param field A field with something in it.
 * @param rules The settings that decide.
 */
export function storedOf( field: HTMLInputElement, rules: Omit< VerdictRules, 'blocked' > ): Stored {
	const decision = verdict( field, { ...rules, blocked: [] } );
	if ( field.type === 'checkbox' ) {
		const state = field.checked ? __( 'checked', 'candid' ) : __( 'not checked', 'candid' );
		return { ...decision, text: decision.fate === 'recorded' ? state : maskValue( state ), scrubbed: false };
	}
	const text = decision.fate === 'recorded' ? scrubText( field.value, rules.preset ) : maskValue( field.value );
	return { ...decision, text, scrubbed: decision.fate === 'recorded' && text !== field.value };
}

import { isFormControl, isSensitiveField } from './field';
import { markerOf } from './markers';
import type { Preset } from './mask';

/** What becomes of an element, and why, as the "What is recorded" screen shows it. */
export interface Verdict {
	fate: 'recorded' | 'masked' | 'blocked' | 'sensitive';
	/** A stable code: 'selector:…', 'marker', 'inputs-off', 'strict', 'allowed', 'visible', or a reason of isSensitiveField(). */
	reason: string;
}

/** The settings that decide, in the words of the schemas. */
export interface VerdictRules {
	preset: Preset;
	inputs: boolean;
	/** Blocked selectors; one that this browser cannot parse blocks everything, as the recorder would stop. */
	blocked: readonly string[];
}

function blockedBy( el: Element, selectors: readonly string[] ): string | undefined {
	return selectors.find( ( selector ) => {
		try {
			return el.closest( selector );
		} catch {
			return true;
		}
	} );
}

/** What would be recorded of this element under these rules; the same functions the recorder runs. */
export function verdict( el: Element, rules: VerdictRules ): Verdict {
	const marks = new Set< string | null >();
	for ( let at: Element | null = el; at; at = at.parentElement ?? ( ( at.getRootNode() as ShadowRoot ).host as Element | undefined ) ?? null ) {
		marks.add( markerOf( at ) );
	}
	if ( marks.has( 'sensitive' ) ) {
		return { fate: 'sensitive', reason: 'marked' };
	}
	const selector = blockedBy( el, rules.blocked );
	if ( selector !== undefined ) {
		return { fate: 'blocked', reason: `selector:${ selector }` };
	}
	if ( marks.has( 'block' ) ) {
		return { fate: 'blocked', reason: 'marker' };
	}
	const control = isFormControl( el );
	const sensitive = control && isSensitiveField( el, rules.preset );
	if ( sensitive ) {
		return { fate: 'sensitive', reason: sensitive };
	}
	if ( marks.has( 'mask' ) || ( control && marks.has( 'ignore' ) ) ) {
		return { fate: 'masked', reason: 'marker' };
	}
	if ( control && ! rules.inputs && ! el.matches( 'input[type=submit],input[type=button],input[type=reset]' ) ) {
		return { fate: 'masked', reason: 'inputs-off' };
	}
	if ( rules.preset === 'strict' && ! marks.has( 'allow' ) ) {
		return { fate: 'masked', reason: 'strict' };
	}
	return { fate: 'recorded', reason: marks.has( 'allow' ) ? 'allowed' : 'visible' };
}

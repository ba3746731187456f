import { isFormControl, isSensitiveField } from './field';
import { markerOf } from './markers';
import type { Preset } from './mask';

/** What becomes of an element, and why, as the "What is recorded" screen shows it. */
export interface Verdict {
	fate: 'recorded' | 'masked' | 'blocked' | 'sensitive';
	/** A stable code: 'selector:…', 'marker', 'page', 'inputs-off', 'strict', 'allowed', 'visible', or a reason of isSensitiveField(). */
	reason: string;
}

/** The settings that decide, in the words of the schemas. */
export interface VerdictRules {
	preset: Preset;
	inputs: boolean;
	/** Blocked selectors; one that this browser cannot parse blocks everything, as the recorder would stop. */
	blocked: readonly string[];
	/** Whether every text of the page is masked. */
	masked?: boolean;
	/** The document that is recorded; what it is itself framed in decides nothing. */
	page?: Document;
}

/** Buttons: their value is a label, which is text of the page. */
const BUTTON = 'input[type=submit],input[type=button],input[type=reset],input[type=image]';

/** The element and all it stands in, innermost first: through shadow roots, and through frames up to the page. */
function ancestorsOf( el: Element, page?: Document ): Element[] {
	const chain: Element[] = [];
	for ( let at: Node | null = el; at && at !== page; ) {
		if ( at.nodeType === 1 ) {
			chain.push( at as Element );
		}
		at = at.parentNode ?? ( at as ShadowRoot ).host ?? ( page && ( at as Document ).defaultView?.frameElement ) ?? null;
	}
	return chain;
}

/** The same, and what it is shown in besides: what stands in a slot is as closed as the slot. */
function chainOf( el: Element, page?: Document ): Element[] {
	const chain = ancestorsOf( el, page );
	return [ ...chain, ...chain.flatMap( ( { assignedSlot } ) => ( assignedSlot ? chainOf( assignedSlot, page ) : [] ) ) ];
}

function blockedBy( chain: readonly Element[], selectors: readonly string[] ): string | undefined {
	return selectors.find( ( selector ) => {
		try {
			return chain.some( ( at ) => at.matches( selector ) );
		} catch {
			return true;
		}
	} );
}

/** A field under the name or id of a password field on the same page counts as one: forms swap one for the other. */
function hasNameOfPassword( el: Element ): boolean {
	const names = [ el.id, el.getAttribute( 'name' ) ].filter( Boolean );
	const passwords = names.length ? [ ...( el.getRootNode() as ParentNode ).querySelectorAll( 'input[type=password]' ) ] : [];
	return passwords.some( ( field ) => names.includes( field.id ) || names.includes( field.getAttribute( 'name' ) ) );
}

/**
 * What would be recorded of this element under these rules. Says of an element what src/recorder/boundary.ts and
 * scrubber.ts do with it; what only shows in the course of a visit (a field that has once been a password) it cannot know.
 */
export function verdict( el: Element, rules: VerdictRules ): Verdict {
	const chain = chainOf( el, rules.page );
	const marks = new Set( chain.map( markerOf ) );
	if ( marks.has( 'sensitive' ) ) {
		return { fate: 'sensitive', reason: 'marked' };
	}
	const selector = blockedBy( chain, rules.blocked );
	if ( selector !== undefined ) {
		return { fate: 'blocked', reason: `selector:${ selector }` };
	}
	if ( marks.has( 'block' ) ) {
		return { fate: 'blocked', reason: 'marker' };
	}
	// What stands in a control (options, formatted text in an editable region) is its content.
	const controls = chain.filter( isFormControl );
	const isButton = el.matches( BUTTON );
	const isInput = controls.length > 0 && ! isButton;
	if ( isInput || rules.inputs ) {
		for ( const control of controls ) {
			const sensitive = isSensitiveField( control, rules.preset ) ?? ( hasNameOfPassword( control ) ? 'password' : null );
			if ( sensitive ) {
				return { fate: 'sensitive', reason: sensitive };
			}
		}
	}
	if ( marks.has( 'mask' ) || ( isInput && marks.has( 'ignore' ) ) ) {
		return { fate: 'masked', reason: 'marker' };
	}
	if ( isInput && ! rules.inputs ) {
		return { fate: 'masked', reason: 'inputs-off' };
	}
	if ( rules.masked ) {
		return { fate: 'masked', reason: 'page' };
	}
	// Only the page's own place can open a text, not the slot.
	const isAllowed = ancestorsOf( el, rules.page ).some( ( at ) => markerOf( at ) === 'allow' );
	if ( rules.preset === 'strict' && ( isInput || ! isAllowed ) ) {
		return { fate: 'masked', reason: 'strict' };
	}
	return { fate: 'recorded', reason: isAllowed ? 'allowed' : 'visible' };
}

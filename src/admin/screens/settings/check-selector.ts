import { __, sprintf } from '@wordpress/i18n';
import { SETTINGS_LISTS } from '../../../contracts/generated/settings';

const { maxLength } = SETTINGS_LISTS.blocked_selectors;

export interface SelectorCheck {
	/** Why the entry cannot be used; null when it can. */
	problem: string | null;
	/** What is worth knowing about an entry that can be used. */
	hint: string | null;
}

/**
 * Judges one blocked selector alone, with this browser's own CSS parser.
 *
 * `querySelector` alone is not enough: inside `:is()` and `:where()` it forgives mistakes, and such a
 * selector would silently block nothing.
 *
 * @param text One entry as typed.
 */
export function checkSelector( text: string ): SelectorCheck {
	const selector = text.trim();
	if ( selector === '' ) {
		return { problem: null, hint: null };
	}
	if ( selector.length > maxLength ) {
		return problem(
			sprintf(
				/* translators: %d: number of characters. */
				__( 'Too long: at most %d characters. A class or an id of the element is usually enough.', 'candid' ),
				maxLength,
			),
		);
	}
	if ( /[{}<]/.test( selector ) ) {
		return problem( __( 'Enter only the selector, without braces, styles or HTML. For example: .my-class', 'candid' ) );
	}
	if ( /::|:(?:before|after|first-line|first-letter)(?![\w-])/i.test( withoutStrings( selector ) ) ) {
		return problem( __( 'A pseudo-element cannot be blocked by itself. Block the element it belongs to.', 'candid' ) );
	}
	if ( isOpen( selector ) ) {
		// CSS would close it silently at the end; joined with other selectors it would swallow them.
		return problem( __( 'A bracket or a quotation mark is not closed.', 'candid' ) );
	}
	if ( ! parses( selector ) ) {
		return problem( mistake( selector ) );
	}
	const forgiven = forgivenParts( selector ).find( ( part ) => ! parses( part ) );
	if ( forgiven !== undefined ) {
		/* translators: %s: part of a CSS selector. */
		return problem( sprintf( __( 'This part is not valid and would never match: %s', 'candid' ), forgiven || '( )' ) );
	}
	if ( splitList( selector ).some( ( part ) => /^(?:\*|html|:root|body)$/i.test( part ) ) ) {
		return { problem: null, hint: __( 'This blocks every page completely: recordings will show nothing.', 'candid' ) };
	}
	return { problem: null, hint: null };
}

function problem( reason: string ): SelectorCheck {
	return { problem: reason, hint: null };
}

function parses( selector: string ): boolean {
	try {
		document.createDocumentFragment().querySelector( selector );
		return true;
	} catch {
		return false;
	}
}

/** What most likely went wrong, for the slips people make. */
function mistake( selector: string ): string {
	if ( /,\s*$|^\s*,|,\s*,/.test( selector ) ) {
		return __( 'This is not a valid CSS selector: there is one comma too many.', 'candid' );
	}
	if ( /[.#]\d/.test( withoutStrings( selector ) ) ) {
		return __( 'This is not a valid CSS selector: a class or an id that starts with a digit must be written as [id="1abc"].', 'candid' );
	}
	return __( 'This is not a valid CSS selector.', 'candid' );
}

function isOpen( selector: string ): boolean {
	const bare = withoutStrings( selector ).replace( /\\./g, '' ).replaceAll( '""', '' );
	const count = ( sign: string ) => bare.split( sign ).length - 1;
	return /["']/.test( bare ) || count( '[' ) !== count( ']' ) || count( '(' ) !== count( ')' );
}

function withoutStrings( selector: string ): string {
	return selector.replace( /"[^"]*"|'[^']*'/g, '""' );
}

/** The entries of every `:is()` and `:where()`, innermost included. */
function forgivenParts( selector: string ): string[] {
	const parts: string[] = [];
	const opening = /:(?:is|where)\(/gi;
	let match = opening.exec( selector );
	while ( match ) {
		const inside = upToClosing( selector, match.index + match[ 0 ].length );
		parts.push( ...splitList( inside ) );
		match = opening.exec( selector );
	}
	return parts;
}

function upToClosing( text: string, start: number ): string {
	let depth = 1;
	for ( let at = start; at < text.length; at += 1 ) {
		depth += text[ at ] === '(' ? 1 : 0;
		depth -= text[ at ] === ')' ? 1 : 0;
		if ( depth === 0 ) {
			return text.slice( start, at );
		}
	}
	return text.slice( start );
}

/** The entries of a selector list, split at the commas outside brackets and strings. */
function splitList( list: string ): string[] {
	const parts = [ '' ];
	let depth = 0;
	let quote = '';
	for ( const sign of list ) {
		if ( quote ) {
			quote = sign === quote ? '' : quote;
		} else if ( sign === '"' || sign === "'" ) {
			quote = sign;
		} else if ( sign === '(' || sign === '[' ) {
			depth += 1;
		} else if ( sign === ')' || sign === ']' ) {
			depth -= 1;
		} else if ( sign === ',' && depth === 0 ) {
			parts.push( '' );
			continue;
		}
		parts[ parts.length - 1 ] += sign;
	}
	return parts.map( ( part ) => part.trim() );
}

import * as autocomplete from '../contracts/generated/privacy-rules/autocomplete';
import * as patterns from '../contracts/generated/privacy-rules/patterns';
import type { FieldLabels } from './labels';
import { MARKER_SELECTOR } from './markers';
import type { Preset } from './mask';
import { attributeOf, closest, hasAttribute, idIn, localNameOf, rootOf } from './natives';

const SENSITIVE = new RegExp( autocomplete.sensitive, 'i' );
const PERSONAL = new RegExp( autocomplete.personal, 'i' );
const NAMES = [ 'name', 'id', 'data-name', 'aria-label', 'placeholder', 'title', 'autocomplete' ];
/** The first of them are written by programmers: a short name ("pan", "nie") is a number there, and an ordinary word in a label. */
const CODED = 3;
const CONTROL = new RegExp( patterns.control );
const CONTROL_ROLE = new RegExp( patterns.controlRole, 'i' );

const said = ( el: Element | null, name: string ): string => ( el && attributeOf( el, name ) ) ?? '';

/** Whether the element's content is a form input: native controls, their options, and whatever plays their part. */
export function isFormControl( el: Element ): boolean {
	const editable = attributeOf( el, 'contenteditable' );
	return CONTROL.test( localNameOf( el ) ) || CONTROL_ROLE.test( said( el, 'role' ) ) || ( editable !== null && editable.toLowerCase() !== 'false' );
}

/** Texts of the labels a visitor sees for this field, and for the group it stands in: a code may have a box for each digit. */
function labelsOf( el: Element, labels: FieldLabels ): string[] {
	const group = labels.groupOf( el );
	const ids = `${ said( el, 'aria-labelledby' ) } ${ said( group, 'aria-labelledby' ) }`.split( /\s+/ );
	const root = rootOf( el );
	const elements = [ ...labels.of( el ), group && labels.legendOf( group ), ...ids.map( ( id ) => id && idIn( root, id ) ) ];
	return [ said( group, 'aria-label' ), ...elements.map( ( element ) => ( element ? labels.textOf( element ) : '' ) ) ];
}

/**
 * Why this field is never recorded, or null. Works on what the element is now; FieldReasons remembers that a field has
 * once been sensitive (a password made visible, a re-created node).
 *
 * @param el            A form control.
 * @param preset        In all but open also personal fields (e-mail, telephone, address, birthday) count.
 * @param sensitiveWord Finds the sensitive word in a name or label.
 * @param labels        Finds the field's labels.
 * @return 'password', 'hidden', 'file', 'marked', 'autocomplete', 'personal', or 'word:' and the word.
 */
export function reasonOfField( el: Element, preset: Preset, sensitiveWord: ( text: string ) => string | null, labels: FieldLabels ): string | null {
	const type = said( el, 'type' ).toLowerCase();
	if ( type === 'password' || hasAttribute( el, 'data-rr-is-password' ) ) {
		return 'password';
	}
	if ( type === 'hidden' || type === 'file' ) {
		return type;
	}
	if ( closest( el, MARKER_SELECTOR.sensitive ) ) {
		return 'marked';
	}
	const tokens = said( el, 'autocomplete' );
	if ( SENSITIVE.test( tokens ) ) {
		return 'autocomplete';
	}
	const names = NAMES.map( ( name, i ) => said( el, name ) && ( i < CODED ? 'number ' : '' ) + said( el, name ) );
	for ( const text of [ ...names, ...labelsOf( el, labels ) ] ) {
		const word = text && sensitiveWord( text );
		if ( word ) {
			return `word:${ word }`;
		}
	}
	return preset !== 'open' && ( type === 'email' || type === 'tel' || PERSONAL.test( tokens ) ) ? 'personal' : null;
}

/**
 * Attributes and elements by which a page shows the state of a control that is hidden: which choice is made, how much
 * is written. plugin/includes/Privacy knows the same ones.
 */
import type { Attributes } from '../recorded';
import { allIn, closest, localNameOf, matches } from '../../privacy/natives';

const CHOICE_NAMES = [ 'option', 'radio', 'checkbox', 'switch', 'slider', 'menuitemradio', 'menuitemcheckbox', 'range', 'color' ];
/** Controls in which a visitor chooses by pointing. */
export const CHOICES = [ 'option', ...CHOICE_NAMES.map( ( name ) => `input[type=${ name }],[role=${ name }]` ) ].join();
/** The options of a field, and the copy of the one that is picked: by how many or by how it looks. */
export const COPIES = 'datalist,selectedcontent';
export const COPY_TAGS: ReadonlySet<string> = new Set( COPIES.split( ',' ) );

/** Label of a key of an on-screen keyboard: a letter, or a digit with the letters that telephones have there. */
export const KEY = /^\s*(\p{L}|\p{N}\s*([A-Z]{3,4})?)\s*$/u;

/** Attributes that say what is chosen; also where the focus stands among choices, and `data-state` of libraries. */
const CHOSEN = /checked|selected|pressed|^tabindex$|state$/;
/** Attributes that grow with what is written. */
const GROWS = /^(rows|cols|size)$/;
/** How pages draw what a slider is set to. */
const DRAWN = /(^|;)\s*(--|background-size)[^;]*/g;
/** How pages fit a field to what is written. */
const FITTED = /(^|;)\s*(--|background-size|(min-|block-|inline-)?(height|width|size))[^;]*/g;

/** Attribute names are few, and each is met thousands of times on a page. */
const judged = new Map<string, boolean>();
const MOST_JUDGED = 2000;

function tells( name: string ): boolean {
	let is = judged.get( name );
	if ( is === undefined ) {
		is = CHOSEN.test( name );
		if ( judged.size < MOST_JUDGED ) {
			judged.set( name, is );
		}
	}
	return is;
}

/** Classes by which pages show which one of several is chosen. */
const STATE_CLASS = /(^|[-_])(checked|select(ed)?|active|chosen|picked|pressed|current|on)$/i;

/** Whether an element is a choice, its label, or the box around a single one. */
function isOfChoice( element: Element ): boolean {
	const label = closest( element, 'label' ) as HTMLLabelElement | null;
	return !! closest( element, CHOICES ) || ( !! label?.control && matches( label.control, CHOICES ) ) || allIn( element, CHOICES ).length === 1;
}

/** Classes of an element, without those that say whether its hidden choice is chosen. */
export function withoutStateClasses( element: Element, value: string ): string {
	const tokens = value.trim().split( /\s+/ );
	const rest = tokens.filter( ( token ) => ! STATE_CLASS.test( token ) );
	return rest.length < tokens.length && isOfChoice( element ) ? rest.join( ' ' ) : value.trim();
}

/**
 * Takes away, in place, attributes that tell the value of a hidden control.
 *
 * @param given     Attributes, new or changed.
 * @param isControl Whether the element is a control or stands in one.
 * @param isLater   Whether they have changed since the element was recorded: what a field looks like at first is the page's own.
 */
export function hideStateAttributes( element: Element, given: Attributes, isControl: boolean, isLater: boolean ): void {
	const field = element as HTMLInputElement;
	const isGrown = isControl && ( isLater || field.value !== field.defaultValue );
	for ( const name of Object.keys( given ) ) {
		if ( tells( name ) ? localNameOf( element ).includes( '-' ) || closest( element, CHOICES ) : isGrown && GROWS.test( name ) ) {
			delete given[ name ];
		}
	}
	if ( typeof given.class === 'string' ) {
		given.class = withoutStateClasses( element, given.class );
	}
	if ( given.style && isControl ) {
		const told = isGrown ? FITTED : DRAWN;
		const rest = typeof given.style === 'string' ? given.style.replace( told, '' ) : Object.fromEntries( Object.entries( given.style ).filter( ( [ property ] ) => property.replace( told, '' ) ) );
		given.style = Object.keys( rest ).length ? rest : undefined;
	}
}

import * as attributes from '../contracts/generated/privacy-rules/attributes';
import * as limits from '../contracts/generated/privacy-rules/limits';
import * as patterns from '../contracts/generated/privacy-rules/patterns';
import { scrubCss, scrubStyle } from './css';
import { FEWEST_IN_PATH, squaresIn } from './drawing';
import { MASK, maskValue, type Preset } from './mask';
import { scrubText } from './text';
import { isReference, scrubUrl, SECRET_NAME, trimmed } from './url';

/** What is known about the element an attribute stands on. */
export interface AttributeContext {
	preset: Preset;
	/** Inside a masked element, or on a page masked wholly. */
	masked: boolean;
	/** Whether the element is a form control or belongs to one (an option, say). */
	control: boolean;
	/** Whether the content of form controls is recorded. */
	inputs: boolean;
	/** Query keys to keep, see keptKeys(). */
	keep: ReadonlySet< string > | readonly string[];
	/** The control's type; a button's value is its label. */
	type?: string | null;
	/** The control is a sensitive field: its content never leaves. */
	sensitive?: boolean;
}

const setOf = ( names: string ): ReadonlySet< string > => new Set( names.split( ' ' ) );
const URLS = setOf( attributes.url );
const LISTS = setOf( attributes.list );
const MEDIA = setOf( attributes.media );
const CONTENT = setOf( attributes.content );
const TEXTS = setOf( attributes.text );
const KEPT = setOf( attributes.kept );
const HARMLESS = new RegExp( patterns.harmlessValue, 'i' );
const NEVER = new RegExp( patterns.never );
const ADDRESSED = new RegExp( patterns.addressed );
const DRAWN = new RegExp( patterns.drawn );
const PICTURE = new RegExp( patterns.picture, 'i' );
const SECRET_DATA = new RegExp( patterns.secretData, 'i' );
const VIEWPORT = new RegExp( patterns.viewport, 'i' );
const DESCRIPTOR = new RegExp( patterns.descriptor );
const PATH = new RegExp( patterns.path, 'gi' );
const CORE_CLASS = new RegExp( patterns.coreClass, 'gi' );
const DRAWING = new RegExp( patterns.drawing, 'gi' );

/** Each candidate of a srcset, its width or density kept. */
function scrubList( value: string, keep: AttributeContext[ 'keep' ] ): string {
	return trimmed( value.replace( /[ \t\n\f\r]+/g, ' ' ) ).split( / ?, | (?=[^ ,]+ [\d.]+[wxh])/ ).map( ( candidate ) => {
		const [ url = '', ...size ] = candidate.split( ' ' );
		return [ scrubUrl( url, keep ), ...size.filter( ( part ) => DESCRIPTOR.test( part ) ).slice( 0, 2 ) ].join( ' ' );
	} ).join( ', ' );
}

/** Classes; those that WordPress makes of a block's style look like keys, and come last. WooCommerce makes one of a coupon's code. */
function scrubClasses( given: string ): string {
	const value = /\bcart-discount\b/.test( given ) ? given.replace( COUPON, '$1' + MASK ) : given;
	const made = value.match( CORE_CLASS );
	return made ? trimmed( scrubText( value.replace( CORE_CLASS, '' ), 'balanced' ) + ' ' + trimmed( made.join( '' ) ) ) : scrubText( value, 'balanced' );
}

/** What no rule knows, in open: where an address stands in it, what follows the question mark may be a key. */
function scrubOther( value: string, keep: AttributeContext[ 'keep' ] ): string | null {
	return SECRET_DATA.test( value ) ? null : scrubText( ADDRESSED.test( value ) && ! isReference( value ) ? scrubUrl( value, keep ) : value, 'open' );
}

/** WooCommerce makes a class of the row of a coupon out of the coupon's code. */
const COUPON = /(^|\s)coupon-\S+/g;

/** Longest drawing that may be a size or a colour (characters). */
const LONGEST_SIZE = 40;

/**
 * An attribute as it may leave the page, or null when it may not.
 *
 * @param tag   Name of the element, any case.
 * @param name  Name of the attribute.
 * @param value Its value.
 */
export function scrubAttribute( tag: string, name: string, value: string, context: AttributeContext ): string | null {
	const { keep, preset, masked, control, inputs, sensitive, type } = context;
	const key = name.toLowerCase();
	const closed = masked || preset === 'strict';
	if ( key === '_csstext' ) {
		return scrubCss( value, keep, closed ? 'strict' : preset );
	}
	if ( key === 'style' ) {
		return scrubStyle( value, keep, closed ? 'strict' : preset );
	}
	if ( ( key.startsWith( 'data-' ) && SECRET_DATA.test( value ) ) || ( key === 'name' && preset !== 'open' && tag.includes( '-' ) ) || ( key === 'aria-checked' && ! inputs ) ) {
		// Data for the page's own scripts in which sites put what must stay secret; a custom element's own matter; a choice.
		return null;
	}
	if ( key === 'data' && /^(?:object)?$/i.test( tag ) ) {
		return closed ? null : scrubUrl( value, keep );
	}
	if ( control && CONTENT.has( key ) && ( sensitive || ! /^input(?:submit|button|reset)$/i.test( tag + type ) ) ) {
		if ( sensitive || ! inputs ) {
			return key === 'placeholder' ? maskValue( value ) : null;
		}
		if ( key === 'value' ) {
			return closed ? maskValue( value ) : scrubText( value, preset );
		}
	}
	if ( /^(?:xlink:)?href$/.test( key ) && isReference( value ) && tag.toLowerCase() !== 'a' ) {
		// A reference inside an SVG document (use, gradients) is no address.
		return value;
	}
	if ( closed && ( MEDIA.has( key ) || ( URLS.has( key ) && ( masked ? tag.toLowerCase() !== 'link' : key.endsWith( 'href' ) && PICTURE.test( tag ) ) ) ) ) {
		return null;
	}
	if ( URLS.has( key ) ) {
		return scrubUrl( value, keep );
	}
	if ( LISTS.has( key ) ) {
		return value.length > limits.list ? null : scrubList( value, keep );
	}
	if ( key === 'value' && /^(?:li|progress|meter)$/i.test( tag ) ) {
		return /^-?[\d.]{1,12}$/.test( value ) && ! closed ? value : null;
	}
	if ( key === 'value' && ! control ) {
		// What is sent, or a custom element's state; nobody sees it.
		return null;
	}
	if ( TEXTS.has( key ) ) {
		// Shown texts stay visible as far as the preset goes; what is only hovered or read aloud does not leave but in open.
		if ( closed || ( preset !== 'open' && key !== 'value' ) ) {
			return key === 'placeholder' || key === 'value' ? maskValue( value ) : null;
		}
		return scrubText( value, preset );
	}
	if ( ( masked && DRAWN.test( key ) ) || ( key === 'd' && squaresIn( value ) >= FEWEST_IN_PATH ) ) {
		// A signature, the squares of a QR code.
		return null;
	}
	if ( KEPT.has( key ) ) {
		return key === 'class' ? scrubClasses( value ) : scrubText( value, 'balanced' );
	}
	if ( key === 'content' && VIEWPORT.test( value ) ) {
		return value;
	}
	if ( NEVER.test( key ) || SECRET_NAME.test( key ) || ( masked && /^(?:data|aria)-/.test( key ) ) ) {
		return null;
	}
	if ( /^(?:aria|data)-/.test( key ) || tag.includes( '-' ) ) {
		if ( preset === 'open' ) {
			return scrubOther( value, keep );
		}
		return HARMLESS.test( value ) ? value : null;
	}
	// What is left is sizes and drawing (d, points, fill, viewBox, …) or an attribute somebody made up: the value tells.
	const isLong = value.length > LONGEST_SIZE;
	const isPath = key === 'd' && /^\s*m/i.test( value ) && value.replace( PATH, '' ) === '';
	if ( ! ( masked && isLong ) && ( isPath || value.replace( DRAWING, '' ) === '' ) ) {
		// Coordinates look like phone numbers and keys now and then.
		return isLong && ( isPath || key === 'points' ) ? value : scrubText( value, 'balanced' );
	}
	return preset === 'open' && ! masked && /^[a-z]+$/.test( key ) ? scrubOther( value, keep ) : null;
}

import { LIMITS } from '../limits';
import { asNumber, asObject } from '../parse';
import { isRasterData } from '../site-asset';
import { ASSET_ATTRIBUTE, BOX_ATTRIBUTE, POPOVER_ATTRIBUTE, STAND_IN } from '../stage-words';
import { isElementProperty } from './element-properties';
import { FORM_FIELDS, HTML_ATTRIBUTES, NAMED_IN_DOCUMENT, SVG_ATTRIBUTES } from './vocabulary';
import type { PageContext } from './page';

export type CleanValue = string | number | true | null | Record< string, string | [ string, string ] | false >;
export type CleanAttributes = Record< string, CleanValue >;

/** The element the attributes belong to. */
export interface AttributeOwner {
	tag: string;
	svg: boolean;
	/** Inside an SVG element that is drawn wherever it is named: it may not name others again. */
	drawnElsewhere: boolean;
	/** Inside an SVG element that `use` can name: it may not `use` others again. */
	named: boolean;
}

/** Types of inputs that ask for nothing from anywhere; `hidden` has no box whatever a style sheet says (HTML, Rendering, "Hidden elements"). */
const INPUT_TYPES = new Set( 'button checkbox color date datetime-local email file hidden month number password radio range reset search submit tel text time url week'.split( ' ' ) );
const SIZE = /^\d{1,5}(?:\.\d{1,4})?px$/;
const LOCAL_REFERENCE = /^\s*url\(\s*["']?#([\w:.-]{1,200})["']?\s*\)\s*$/;
const PROPERTY = /^-{0,2}[a-zA-Z][\w-]{0,100}$/;

/** As many classes as an element may have; the text itself when there are not more. */
function firstClasses( value: string, page: PageContext ): string {
	if ( value.length < 2 * LIMITS.classes ) {
		return value;
	}
	const classes = value.split( /[ \t\n\f\r]+/ );
	if ( classes.length <= LIMITS.classes ) {
		return value;
	}
	page.drop();
	return classes.slice( 0, LIMITS.classes ).join( ' ' );
}

/** Attributes as the recorder gave them → what may come onto the stage. Unknown ones are left out. */
export function cleanAttributes( raw: unknown, owner: AttributeOwner, page: PageContext ): CleanAttributes {
	const clean: CleanAttributes = {};
	const given = asObject( raw );
	if ( ! given ) {
		if ( raw !== undefined ) {
			page.drop();
		}
		return clean;
	}
	if ( owner.tag === STAND_IN ) {
		return clean;
	}
	let count = 0;
	for ( const [ key, value ] of Object.entries( given ) ) {
		if ( ++count > LIMITS.attributes ) {
			page.drop();
			break;
		}
		cleanAttribute( key, value, owner, page, clean );
	}
	return clean;
}

/** An attribute's value as rrweb writes it: true is an empty one, null a removed one. Undefined for anything else. */
function asText( raw: unknown ): string | null | undefined {
	if ( raw === true ) {
		return '';
	}
	if ( raw === null ) {
		return null;
	}
	return typeof raw === 'number' || typeof raw === 'string' ? String( raw ) : undefined;
}

function cleanAttribute( key: string, raw: unknown, owner: AttributeOwner, page: PageContext, clean: CleanAttributes ): void {
	const name = key.toLowerCase();
	if ( name.startsWith( 'rr_' ) ) {
		cleanRecorderAttribute( name, raw, owner, clean );
		return;
	}
	if ( name === 'style' ) {
		const style = cleanStyle( raw, page );
		if ( style !== undefined ) {
			clean.style = style;
		}
		return;
	}
	if ( name === '_csstext' ) {
		// The noted style sheet is cleaned together with the text nodes of its element (nodes.ts).
		return;
	}
	if ( isLink( name, owner ) ) {
		cleanLink( name, raw, owner, page, clean );
		return;
	}
	const allowed = owner.svg ? SVG_ATTRIBUTES : HTML_ATTRIBUTES;
	if ( ! allowed.has( name ) && ! /^(?:aria|data)-[a-z0-9_.-]{1,100}$/.test( name ) && ! ( name === 'media' && owner.tag === 'style' ) ) {
		return;
	}
	if ( name.startsWith( 'data-candid-' ) || name.startsWith( 'on' ) ) {
		return;
	}
	const value = asText( raw );
	if ( value === undefined || ( value !== null && value.length > LIMITS.attribute ) ) {
		if ( raw !== false ) {
			page.drop();
		}
		return;
	}
	if ( name === 'type' && owner.tag === 'input' && value !== null && ! INPUT_TYPES.has( value.toLowerCase() ) ) {
		clean.type = 'button';
		return;
	}
	if ( owner.svg && value !== null && value.includes( '(' ) ) {
		clean[ key ] = cleanPaint( value, owner, page );
		return;
	}
	if ( ( name === 'name' || name === 'id' ) && ! owner.svg && value !== null && mayShadow( name, value, owner.tag ) ) {
		return;
	}
	if ( name === 'popover' ) {
		// Opened and closed by the recording alone, never by another popover or a key.
		clean.popover = value === null ? null : 'manual';
		return;
	}
	if ( name === 'class' && value !== null ) {
		clean.class = firstClasses( value, page );
		return;
	}
	// SVG names keep their case (viewBox); HTML ones have none.
	clean[ owner.svg ? key : name ] = value;
}

/** Whether the element could be taken for a property of its form or document. */
function mayShadow( attribute: 'name' | 'id', value: string, tag: string ): boolean {
	return ( attribute === 'name' && NAMED_IN_DOCUMENT.has( tag ) ) || ( FORM_FIELDS.has( tag ) && isElementProperty( value ) );
}

/** Sizes of blocked boxes, scroll offsets, pictures of canvases: what the recorder itself notes. */
function cleanRecorderAttribute( name: string, raw: unknown, owner: AttributeOwner, clean: CleanAttributes ): void {
	if ( name === 'rr_width' || name === 'rr_height' ) {
		if ( typeof raw === 'string' && SIZE.test( raw ) ) {
			clean[ name ] = raw;
			clean[ BOX_ATTRIBUTE ] = 'blocked';
		}
	} else if ( name === 'rr_scrollleft' || name === 'rr_scrolltop' ) {
		const offset = asNumber( raw, -LIMITS.offset, LIMITS.offset );
		if ( offset !== null ) {
			clean[ name === 'rr_scrollleft' ? 'rr_scrollLeft' : 'rr_scrollTop' ] = offset;
		}
	} else if ( name === 'rr_dataurl' ) {
		if ( ( owner.tag === 'canvas' || owner.tag === 'img' ) && typeof raw === 'string' && isRasterData( raw, LIMITS.dataImage ) ) {
			clean.rr_dataURL = raw;
		}
	} else if ( name === 'rr_open_mode' && owner.tag === 'dialog' && ( raw === 'modal' || raw === 'non-modal' ) ) {
		clean.rr_open_mode = raw;
	} else if ( name === 'rr_popover' ) {
		clean[ POPOVER_ATTRIBUTE ] = raw === 'open' ? '' : null;
	}
}

function isLink( name: string, owner: AttributeOwner ): boolean {
	return name === 'href' || name === 'xlink:href' || ( name === 'src' && owner.tag === 'img' );
}

function cleanLink( name: string, raw: unknown, owner: AttributeOwner, page: PageContext, clean: CleanAttributes ): void {
	if ( owner.tag === 'a' || owner.tag === 'area' ) {
		// Looks like a link; there is nowhere to go.
		if ( ! owner.svg ) {
			clean.href = raw === null ? null : '#';
		}
		return;
	}
	if ( owner.tag === 'img' || owner.tag === 'image' ) {
		cleanPicture( raw, owner, page, clean );
		return;
	}
	if ( owner.svg && typeof raw === 'string' && /^#[\w:.-]{1,200}$/.test( raw ) ) {
		const gradient = owner.tag === 'lineargradient' || owner.tag === 'radialgradient' || owner.tag === 'textpath';
		if ( gradient || ( owner.tag === 'use' && ! owner.named && ! owner.drawnElsewhere && page.mayAddUse( raw.slice( 1 ) ) ) ) {
			clean.href = raw;
		}
	}
}

function cleanPicture( raw: unknown, owner: AttributeOwner, page: PageContext, clean: CleanAttributes ): void {
	const source = owner.svg ? 'href' : 'src';
	if ( typeof raw === 'string' && isRasterData( raw, LIMITS.dataImage ) ) {
		clean[ source ] = raw;
		clean[ ASSET_ATTRIBUTE ] = null;
		return;
	}
	const id = typeof raw === 'string' && raw !== '' ? page.image( raw ) : null;
	clean[ source ] = null;
	clean[ ASSET_ATTRIBUTE ] = id === null ? '' : String( id );
}

function cleanPaint( value: string, owner: AttributeOwner, page: PageContext ): string {
	const reference = LOCAL_REFERENCE.exec( value );
	if ( reference ) {
		return owner.drawnElsewhere ? 'none' : `url(#${ reference[ 1 ] })`;
	}
	return page.declarations( value );
}

/** A `style` attribute: text in a snapshot, changed properties in a mutation. */
function cleanStyle( raw: unknown, page: PageContext ): CleanValue | undefined {
	if ( raw === null || typeof raw === 'string' ) {
		return raw === null ? null : page.declarations( raw );
	}
	const given = asObject( raw );
	if ( ! given ) {
		return undefined;
	}
	const clean: Record< string, string | [ string, string ] | false > = {};
	for ( const [ property, value ] of Object.entries( given ).slice( 0, 1000 ) ) {
		if ( ! PROPERTY.test( property ) ) {
			continue;
		}
		if ( value === false ) {
			clean[ property ] = false;
		} else if ( typeof value === 'string' ) {
			clean[ property ] = page.declarations( value );
		} else if ( Array.isArray( value ) && typeof value[ 0 ] === 'string' ) {
			clean[ property ] = [ page.declarations( value[ 0 ] ), value[ 1 ] === 'important' ? 'important' : '' ];
		}
	}
	return clean;
}

/** A property name as style declarations may carry it. */
export function isProperty( name: unknown ): name is string {
	return typeof name === 'string' && PROPERTY.test( name );
}

/**
 * Values, as they may be shown, of attributes that came or changed in answer to what a visitor writes (docs/adr/0011): what was
 * shown before under the same name, what only says how a page is built, and of classes and declarations those that
 * were there before.
 */
import { MASK, scrubAttribute, type AttributeContext } from '../../privacy';
import type { Answers } from './answers';
import type { Choices } from './choices';
import { hashOfText } from './hash-set';
import { withoutStateClasses } from './state-attributes';
import type { TypedValues } from './typed-values';

/** They say how the page is built, or that a part is shown, put away or in use. */
const BUILT = /^(type|role|rel|lang|dir|slot|part|is|tabindex|hidden|disabled|readonly|required|multiple|open|inert|popover|target|method|enctype|scope|headers|wrap|list|form|autocomplete|inputmode|contenteditable|loading|decoding|colspan|rowspan|xmlns(:xlink)?|version|rr_.*)$/;
/** Sizes and colors of what comes: an icon. */
const DRAWN = /^(width|height|viewBox|fill|stroke|stroke-width|preserveAspectRatio)$/;
const NAMES = /^(id|for|name)$/;
/** Declarations by which a page shows something and puts it away. */
const LAYOUT = /^\s*(display|visibility|position|overflow(-[xy])?|pointer-events|cursor|float|z-index|opacity)\s*:\s*(-?[\d.]+|[a-z-]+)\s*(!important\s*)?$/;
/** Colors by which a field says that it is in use, or not filled in right. */
const COLORED = /^\s*([a-z]+-)*color\s*:\s*[a-z]+\s*$/;
/** Where a list comes to stand. */
const PLACED = /^\s*(top|left|right|bottom)\s*:\s*-?[\d.]+px\s*$/;
/** A class that ends in a number tells a number. */
const NUMBERED = /^[a-z]+[-_]*\d{1,4}$/i;

interface Kept {
	hash: number;
	shown: unknown;
}

export class AnsweredAttributes {
	/** Values last shown of attributes that are hidden in part or wholly. */
	private readonly kept = new WeakMap<Element, Map<string, Kept>>();

	constructor( private readonly answers: Answers, private readonly typed: TypedValues, private readonly choices: Choices ) {}

	/**
	 * An attribute's value as it may be shown; undefined where nothing is told.
	 *
	 * @param plain    What may be shown of the value wherever the value came from.
	 * @param isAnswer Whether the attribute, or its element, came or changed in answer.
	 * @param old      The value before, of an element that has been recorded before; empty where the value is not known.
	 */
	show( element: Element, tag: string, name: string, raw: unknown, plain: unknown, isAnswer: boolean, old: string | undefined, context: AttributeContext ): unknown {
		const isLater = old !== undefined;
		const known = this.kept.get( element );
		const before = known?.get( name );
		if ( typeof raw !== 'string' ) {
			known?.delete( name );
			const wasTold = before ? before.shown !== undefined : ! ( isAnswer && /^(data|aria)-/.test( name ) );
			return raw !== null || wasTold ? plain : undefined;
		}
		const hash = hashOfText( raw, hashOfText( `${ tag } ${ name }` ) );
		if ( ! isAnswer ) {
			if ( before?.hash === hash ) {
				return before.shown;
			}
			if ( ! this.answers.hidesKey( hash ) ) {
				known?.delete( name );
				this.learn( name, raw, hash );
				return plain;
			}
		} else if ( plain === undefined || ( this.answers.knowsName( hash ) && ! this.tells( raw ) ) ) {
			return name === 'class' && isLater && withoutStateClasses( element, old ) === raw ? undefined : plain;
		}
		const shown = this.part( tag, name, raw, plain, isLater, context );
		if ( shown === plain ) {
			return plain;
		}
		this.answers.hideKey( hash );
		if ( ! known ) {
			this.kept.set( element, new Map() );
		}
		this.kept.get( element )!.set( name, { hash, shown } );
		// A part that is the same as before is not told: that something changed tells too.
		return isLater && ( before ? before.shown === shown : shown === '' || shown === withoutStateClasses( element, old ) ) ? undefined : shown;
	}

	/** Parts of a value in an answer that may be shown. */
	private part( tag: string, name: string, raw: string, plain: unknown, isLater: boolean, context: AttributeContext ): unknown {
		if ( typeof plain !== 'string' || BUILT.test( name ) ) {
			return plain;
		}
		if ( name === 'class' ) {
			return plain.split( /\s+/ ).filter( ( token ) => ! this.tells( token ) && ( this.answers.knowsName( hashOfText( token, 1 ) ) || ! ( isLater || NUMBERED.test( token ) ) ) ).join( ' ' );
		}
		if ( name === 'style' ) {
			return plain.split( ';' ).filter( ( part ) => this.answers.knowsName( hashOfText( part, 2 ) ) || LAYOUT.test( part ) || ( context.control && COLORED.test( part ) ) || ( ! isLater && PLACED.test( part ) ) ).join( ';' );
		}
		if ( NAMES.test( name ) || DRAWN.test( name ) ) {
			return isLater || this.tells( raw ) ? undefined : plain;
		}
		const masked = scrubAttribute( tag, name, raw, { ...context, masked: true } );
		return masked === MASK || ( tag === 'link' && ! isLater ) ? masked ?? undefined : undefined;
	}

	/** Whether a name says what the visitor wrote or chose. */
	private tells( name: string ): boolean {
		return this.typed.hideInName( name ) !== name || this.choices.isNamed( name );
	}

	private learn( name: string, raw: string, hash: number ): void {
		if ( this.answers.learnName( hash ) && raw ) {
			if ( name === 'class' ) {
				raw.split( /\s+/ ).forEach( ( token ) => this.answers.learnName( hashOfText( token, 1 ) ) );
			} else if ( name === 'style' ) {
				raw.split( ';' ).forEach( ( part ) => this.answers.learnName( hashOfText( part, 2 ) ) );
			}
		}
	}
}

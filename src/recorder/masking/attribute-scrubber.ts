/** Attributes as they may be shown. */
import { ALLOWED, CONTROL, MASK, SENSITIVE, scrubAttribute, type AttributeContext } from '../../privacy';
import type { Attributes } from '../recorded';
import { AnsweredAttributes } from './answered-attributes';
import type { ContentScrubber, ShowSettings } from './content-scrubber';
import { hideStateAttributes } from './state-attributes';
import { hideInAddress } from './telling';
import { nodeNameOf } from '../../privacy/natives';

/** Buttons: their value is a label. */
const BUTTON = /^(submit|button|reset|image)$/;
/** Controls whose value is no text: a mask in it would show nothing. */
const NOT_TYPED = /^(radio|checkbox|range|color|file|hidden|select-.*)$/;
/** Controls whose type must become text, or a mask could not be shown in them. */
const UNMASKABLE = /^(number|date|datetime-local|month|week|time)$/;
/** Attributes that hold the state of a control. */
const SETTING = /^(value|checked|selected|label|list|multiple|rr_scroll.*)$/;
/** Attributes that never leave. */
const NEVER = /^(srcdoc|nonce|rr_dataURL)$/;
/** All that a link needs to be rebuilt. */
const LINK_KEEPS = /^(rel|href|media|type|disabled|_cssText)$/;
/** Attributes with texts that a page could copy from a field, and what a bar beside it shows. */
const SPOKEN = /^(title|alt|label|placeholder|value|(aria|data)-.*)$/;
/** Attributes in which a page writes where a search or a form leads. */
const ADDRESSES = /^(href|action|formaction|src|cite|xlink:href)$/;
/** Names that a page gives, and names of others. */
const NAMES = /^(class|id|for|name|headers|part|slot)$/;

/** A form has no type, but may have a control of that name. */
const typeOf = ( { type }: HTMLInputElement, tag: string ): string | undefined => ( tag === 'form' ? undefined : type );

export class AttributeScrubber {
	private readonly answered: AnsweredAttributes;

	constructor( private readonly settings: ShowSettings, private readonly content: ContentScrubber ) {
		this.answered = new AnsweredAttributes( settings.answers, settings.typed, settings.choices );
	}

	/**
	 * The attributes that may be shown.
	 *
	 * @param given   Attributes, new or changed (null: removed).
	 * @param isLater Whether they have changed since the element was recorded.
	 * @param answers Those that changed in answer to what a visitor writes, with their values before; true: the element came so.
	 */
	scrub( element: Element, given: Attributes, state: number, isLater: boolean, answers?: ReadonlyMap<string, string | null> | boolean ): Attributes {
		const tag = nodeNameOf( element ).toLowerCase();
		const field = element as HTMLInputElement;
		if ( tag === 'input' && /^(hidden|file)$/.test( field.type ) ) {
			return 'type' in given ? { type: field.type } : {};
		}
		if ( tag === 'meta' || ( tag === 'link' && ! ( '_cssText' in given || /stylesheet/i.test( ( element as HTMLLinkElement ).rel ) ) ) ) {
			return given.name === 'viewport' ? { name: given.name, content: given.content } : {};
		}
		const isControl = ( state & CONTROL ) !== 0;
		if ( this.content.hides( state | CONTROL ) ) {
			hideStateAttributes( element, given, isControl, isLater );
		}
		const { inputs, keep } = this.settings;
		const context = { preset: this.content.presetOf( state ), masked: this.content.hides( state ), control: isControl, inputs, keep, type: typeOf( field, tag ), sensitive: ( state & SENSITIVE ) !== 0 };
		const shown: Attributes = {};
		for ( const name of Object.keys( given ) ) {
			if ( NEVER.test( name ) || ( tag === 'link' && ! LINK_KEEPS.test( name ) ) ) {
				continue;
			}
			const raw = given[ name ];
			const change = typeof answers === 'object' ? answers.get( name ) : undefined;
			const isAnswer = answers === true || change !== undefined || this.isChoice( name, raw );
			const plain = this.one( field, tag, name, raw, state, context, isAnswer );
			const result = name === '_cssText' || name.startsWith( 'rr_' ) || state & ALLOWED ? plain : this.answered.show( element, tag, name, raw, plain, isAnswer, isLater ? change ?? '' : undefined, context );
			if ( result !== undefined ) {
				shown[ name ] = result;
			}
		}
		return shown;
	}

	/** Whether a value that comes to a page which is recorded already is one that a hidden list offers. */
	private isChoice( name: string, raw: unknown ): boolean {
		const { choices } = this.settings;
		return typeof raw === 'string' && ! this.content.isSnapshot && ( choices.isListed( raw ) || ( name === 'class' && choices.isNamed( raw ) ) );
	}

	private one( field: HTMLInputElement, tag: string, name: string, raw: unknown, state: number, context: AttributeContext, isAnswer: boolean ): unknown {
		if ( context.control && SETTING.test( name ) ) {
			return this.setting( field, tag, name, raw, state );
		}
		if ( name === '_cssText' ) {
			return this.content.css( String( raw ), state, isAnswer );
		}
		if ( name === 'type' && context.masked && tag === 'input' && UNMASKABLE.test( String( raw ) ) ) {
			return 'text';
		}
		if ( name === 'style' && raw && typeof raw === 'object' ) {
			return Object.fromEntries( Object.entries( raw ).map( ( [ key, part ] ) => [ key, this.content.declaration( key, part, state ) ] ) );
		}
		if ( typeof raw === 'string' && NAMES.test( name ) ) {
			raw = this.settings.typed.hideInName( raw );
		} else if ( typeof raw === 'string' && ADDRESSES.test( name ) ) {
			raw = hideInAddress( raw, ( part ) => this.settings.typed.hideInName( part ) );
		}
		// Beside texts these are numbers and booleans of rrweb's format, and null for an attribute that was removed.
		return typeof raw === 'string' ? scrubAttribute( tag, name, SPOKEN.test( name ) ? this.settings.typed.hide( raw as string, field ) : raw as string, context ) ?? undefined : raw;
	}

	/** The attributes of a control that say what it holds. Answers undefined for one that may not be shown. */
	private setting( field: HTMLInputElement, tag: string, name: string, raw: unknown, state: number ): unknown {
		const type = typeOf( field, tag );
		if ( BUTTON.test( type ?? '' ) && name === 'value' ) {
			return typeof raw === 'string' ? this.content.text( field, raw, state & ~CONTROL ) : raw;
		}
		if ( this.content.hides( state ) ) {
			return name === 'value' && raw && ! NOT_TYPED.test( type ?? 'radio' ) ? MASK : undefined;
		}
		return typeof raw === 'string' && name === 'value' ? this.content.value( field, raw ) : raw;
	}
}

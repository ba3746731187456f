/**
 * Texts, values and style sheets as they may be shown, by the state of the place they stand in.
 */
import { ALLOWED, BLOCKED, CONTROL, MASKED, MASK, hidesContent, maskText, scrubCss, scrubStyle, scrubText, type Preset } from '../../privacy';
import type { Answers } from './answers';
import type { Boundary } from './boundary';
import type { Choices } from './choices';
import { CodeLists } from './code-lists';
import { hashOfText } from './hash-set';
import { hideRuns } from './occurrences';
import type { TypedValues } from './typed-values';
import { isEdited, nodeNameOf } from '../../privacy/natives';

export interface ShowSettings {
	preset: Preset;
	/** Whether form inputs are recorded. */
	inputs: boolean;
	/** Query keys that may stay in addresses. */
	keep: ReadonlySet<string>;
	boundary: Boundary;
	typed: TypedValues;
	answers: Answers;
	choices: Choices;
	/** Whether the visitor edits something hidden, and the page still answers. */
	isEditing: () => boolean;
	/** Whether an element is one over which a pointer would tell what the visitor draws or chooses. */
	isQuiet: ( element: Element ) => boolean;
	/** The page's address as it may be shown, query and fragment aside. */
	address: ( href: string ) => string;
}

/** Parts of a style sheet that can tell a value: a string, the number of a custom property. */
const CSS_TELLS = /"(?:[^"\\\n]|\\[^])*"|'(?:[^'\\\n]|\\[^])*'|--[\w-]+\s*:\s*[\d.]+(?=\s*[;}])/g;
/** Of icon fonts the number of a sign, or the sign. */
const ICON = /^["'](\\[\da-f]{1,6}\s?|[^\p{L}\p{N}]{0,3})["']$/iu;
const CSS_SEED = 3;

/** Elements whose content nobody sees. */
export const UNSEEN = /^(noscript|template|script|iframe|noframes|noembed)$/;

export class ContentScrubber {
	/** Fields into which a secret was written once: they are sensitive from then on, half a card number too. */
	private readonly held = new WeakSet<Element>();
	/** Masks last shown, by text node. */
	private readonly shownBefore = new WeakMap<Node, string>();

	private readonly codes = new CodeLists();
	/** Whether all of the page is read. */
	isSnapshot = false;

	constructor( private readonly settings: ShowSettings ) {}

	/**
	 * Call when the page may have changed.
	 *
	 * @param isSnapshot Whether all of the page is read.
	 */
	forget( isSnapshot: boolean ): void {
		this.isSnapshot = isSnapshot;
		this.codes.forget();
	}

	/** Whether a place with this state shows a mask and nothing else. */
	hides( state: number ): boolean {
		return hidesContent( state, this.settings.inputs, this.settings.preset );
	}

	/** The preset that holds for texts of a place with this state. */
	presetOf( state: number ): Preset {
		return state & ALLOWED ? 'open' : this.settings.preset;
	}

	/** A text in `parent` as it may be shown. */
	text( parent: Element, raw: string, state: number ): string {
		const tag = nodeNameOf( parent ).toLowerCase();
		if ( state & BLOCKED || UNSEEN.test( tag ) ) {
			// Empty, not left out: later events name what stands after it by its id.
			return '';
		}
		if ( tag === 'style' ) {
			return this.css( raw, state );
		}
		const isHidden = this.hides( state );
		const isWritten = isHidden && ( state & CONTROL ) !== 0;
		if ( ! /\S/.test( raw ) ) {
			return isWritten ? '' : raw;
		}
		if ( isHidden ) {
			return isWritten ? MASK : maskText( raw );
		}
		if ( this.codes.holds( raw, parent ) ) {
			return MASK;
		}
		const shown = scrubText( this.settings.typed.hide( raw, parent ), this.presetOf( state ) );
		const cut = hideRuns( shown );
		// The browser brings styles up to date before it says what is editable.
		return cut !== shown && isEdited( parent ) ? cut : shown;
	}

	/**
	 * A text node as it may be shown.
	 *
	 * @param isAnswer Whether the node came or changed in answer to what a visitor writes, see Answers.takes().
	 */
	textOf( node: Text, parent: Element, raw: string, state: number, isAnswer = false ): string {
		const shown = this.text( parent, raw, state );
		if ( shown === '' || state & ALLOWED || this.hides( state ) || ! /\S/.test( raw ) || /^style$/i.test( nodeNameOf( parent ) ) ) {
			return shown;
		}
		const { answers, choices } = this.settings;
		// An entry of a hidden list is an answer whenever it comes to a page that is recorded already.
		if ( answers.hides( node, raw, parent, isAnswer || ( ! this.isSnapshot && choices.isListed( raw ) ) ) ) {
			// One mask, however many words: how much there is tells too. Of a counter the number alone does.
			return this.settings.typed.isCounter( raw ) ? shown : raw.replace( /\S[^]*\S|\S/, MASK );
		}
		if ( shown === raw ) {
			answers.showed( raw, parent );
		}
		return shown;
	}

	/** A control's value as it may be shown where inputs are recorded. */
	value( field: Element, raw: string ): string {
		const shown = scrubText( this.settings.typed.hide( raw, field ), this.settings.preset );
		if ( shown !== raw ) {
			this.held.add( field );
		}
		return raw && this.held.has( field ) ? MASK : shown;
	}

	/**
	 * A style sheet, or a part of one, of a place with this state. An address in CSS tells as much as the src of a
	 * picture. On a page that is masked wholly the theme's sheets keep those of its icons, but not where the whole site
	 * shows no media.
	 */
	css( raw: string, state: number, isAnswer = false ): string {
		const { keep, preset, boundary } = this.settings;
		const text = state & ALLOWED ? raw : this.cssWithoutAnswers( raw, isAnswer );
		return scrubCss( text, keep, this.presetOfCss( state ), isAnswer || preset === 'strict' || ( state & MASKED & ~boundary.stateOf( document ) ) !== 0 );
	}

	/** A sheet without the strings and the numbers of custom properties that came in answer to what a visitor writes. */
	private cssWithoutAnswers( raw: string, isAnswer: boolean ): string {
		const { answers, typed } = this.settings;
		const text = raw.replace( CSS_TELLS, ( part ) => {
			const hash = hashOfText( part, CSS_SEED );
			if ( ICON.test( part ) || ( isAnswer ? answers.knowsName( hash ) : ! answers.hidesKey( hash ) ) ) {
				answers.learnName( hash );
				return part;
			}
			answers.hideKey( hash );
			return part.startsWith( '-' ) ? part.replace( /:.*/, ':0' ) : `"${ MASK }"`;
		} );
		return isAnswer ? typed.hideInName( text ) : text;
	}

	/** The value of a property, of a place with this state; a priority comes beside it, as a list. */
	declaration( property: string, part: unknown, state: number ): unknown {
		if ( Array.isArray( part ) ) {
			return part.map( ( piece ) => this.declaration( property, piece, state ) );
		}
		return typeof part === 'string' ? scrubStyle( `${ property }:${ part }`, this.settings.keep, this.presetOfCss( state ) ).slice( property.length + 1 ) : part;
	}

	/** Whether a masked text is shown differently from before: that it changed again would tell how much is typed. */
	isNews( node: Node, shown: string ): boolean {
		const before = this.shownBefore.get( node );
		this.shownBefore.set( node, shown );
		return before !== shown;
	}

	private presetOfCss( state: number ): Preset {
		return this.hides( state ) ? 'strict' : this.settings.preset;
	}
}

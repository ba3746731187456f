/**
 * What may be shown of texts, values and style sheets, by the state of the place they stand in.
 */
import { ALLOWED, BLOCKED, CONTROL, MASKED, MASK, hidesContent, maskText, scrubCss, scrubStyle, scrubText, type Preset } from '../../privacy';
import type { Answers } from './answers';
import type { Boundary } from './boundary';
import { CodeLists } from './code-lists';
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
}

/** Elements whose content nobody sees. */
export const UNSEEN = /^(noscript|template|script|iframe|noframes|noembed)$/;

export class ContentScrubber {
	/** Fields into which a secret was written once: they are sensitive from then on, half a card number too. */
	private readonly held = new WeakSet<Element>();
	/** What was last shown of masked texts. */
	private readonly shownBefore = new WeakMap<Node, string>();

	private readonly codes = new CodeLists();

	constructor( private readonly settings: ShowSettings ) {}

	/** Call when the page may have changed. */
	forget(): void {
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

	/** What may be shown of a text in `parent`. */
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
	 * What may be shown of a text node.
	 *
	 * @param isAnswer Whether the node came or changed in answer to what a visitor writes, see Answers.takes().
	 */
	textOf( node: Text, parent: Element, raw: string, state: number, isAnswer = false ): string {
		const shown = this.text( parent, raw, state );
		if ( shown === '' || state & ALLOWED || this.hides( state ) || ! /\S/.test( raw ) || /^style$/i.test( nodeNameOf( parent ) ) ) {
			return shown;
		}
		if ( this.settings.answers.hides( node, raw, parent, isAnswer ) ) {
			// One mask, however many words: how much there is tells too. Of a counter the number alone does.
			return this.settings.typed.isCounter( raw ) ? shown : raw.replace( /\S[^]*\S|\S/, MASK );
		}
		if ( shown === raw ) {
			this.settings.answers.showed( raw, parent );
		}
		return shown;
	}

	/** What may be shown of a control's value where inputs are recorded. */
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
	css( raw: string, state: number ): string {
		const { keep, preset, boundary } = this.settings;
		return scrubCss( raw, keep, this.presetOfCss( state ), preset === 'strict' || ( state & MASKED & ~boundary.stateOf( document ) ) !== 0 );
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

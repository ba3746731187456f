/**
 * How far an element of a page may be shown, as a set of bits. The one place that decides: the recorder asks it for
 * what leaves a page, the screen "What is recorded" for what it tells an owner.
 */
import { isFormControl } from './field';
import { MARKER_SELECTOR, markerOf, mayBeMarked } from './markers';
import type { Preset } from './mask';
import type { SelectorLists } from './selector-lists';
import { DOCUMENT, ELEMENT, TEXT, around, attributeNamesOf, designModeOf, localNameOf, nodeTypeOf, slotOf, slotOfText } from './natives';

/** Nothing of it leaves but a box of its size. */
export const BLOCKED = 1;
/** Its texts are masked. */
export const MASKED = 2;
/** Inside a form control: text typed, option texts, what is written in an editable region. */
export const CONTROL = 4;
export const SENSITIVE = 8;
/** Input events are not recorded. */
export const IGNORED = 16;
/** The page asked to show it; relaxes the preset, never a mask, a block or the sensitive rules. */
export const ALLOWED = 32;
/** Not in the page any more: nothing can be said about it, so nothing of it is recorded. */
export const GONE = 64;

const FIELD_NAMES = [ 'input', 'textarea', 'select', 'option', 'optgroup', 'datalist', 'output' ];
const FIELDS = [ ...FIELD_NAMES, '[contenteditable]', '[role]' ].join();
const FIELD_TAGS: ReadonlySet<string> = new Set( FIELD_NAMES );
/** What can have a state of its own, the selectors of owner and page aside. */
export const MARKED_OR_FIELD = [ ...Object.values( MARKER_SELECTOR ), FIELDS ].join();

/** A document that is edited as a whole is one form control. */
const writtenIn = ( document: Document ) => ( designModeOf( document ) === 'on' ? CONTROL : 0 );

/** Whether a place in this state shows a mask and nothing else of its texts or values. */
export const hidesContent = ( state: number, inputs: boolean, preset: Preset ): boolean =>
	( state & ( MASKED | SENSITIVE ) ) !== 0 || ( ( state & CONTROL ) !== 0 && ( ! inputs || ( state & IGNORED ) !== 0 || preset === 'strict' ) );

export interface StateRules {
	/** The document that is recorded; what it is itself framed in decides nothing. */
	page: Document;
	/** State that the whole page starts from. */
	pageState: number;
	selectors: SelectorLists;
	/** Why a form control is sensitive; null for one that is not. */
	reasonOf: ( control: Element ) => string | null;
	/** Bits that a node has from before, whatever it is now. */
	remembered?: ( node: Node ) => number;
	/** Takes the bits that an element has by itself: they stay with it. */
	remember?: ( element: Element, bits: number ) => void;
}

export class ElementStates {
	/** States found since the last forget(). */
	private found = new Map<Node, number>();

	constructor( private readonly rules: StateRules ) {}

	/** Call when the page may have changed. */
	forget(): void {
		this.found = new Map();
	}

	/** State of the place a node stands in, its own element included: a child is never more open than its parent. */
	stateOf( node: Node | null ): number {
		const { page, pageState } = this.rules;
		const path: Node[] = [];
		let state: number | undefined;
		for ( let at = node; state === undefined; ) {
			if ( ! at ) {
				state = GONE;
				break;
			}
			state = at === page ? pageState | writtenIn( page ) : this.found.get( at );
			if ( state === undefined ) {
				path.push( at );
				at = around( at );
			}
		}
		while ( path.length ) {
			const at = path.pop()!;
			state = this.stateIn( at, state );
			this.found.set( at, state );
		}
		return state;
	}

	/**
	 * State of an element whose parent's state is known.
	 *
	 * @param names Names of its attributes, where they are known.
	 */
	within( element: Element, parentState: number, names?: readonly string[] ): number {
		const state = this.ownState( element, parentState | this.slotted( slotOf( element ) ), names );
		this.found.set( element, state );
		return state;
	}

	/** State of a text whose parent's state is known. A text is as closed as where it is shown and where it came from. */
	ofText( node: Node, parentState: number ): number {
		return parentState | this.slotted( nodeTypeOf( node ) === TEXT ? slotOfText( node as Text ) : null ) | ( this.rules.remembered?.( node ) ? MASKED : 0 );
	}

	/** State of an element in a place with this state, its slot aside. */
	ownState( element: Element, parentState: number, names: readonly string[] = attributeNamesOf( element ) ): number {
		const { selectors, remembered, remember, reasonOf } = this.rules;
		const state = parentState | ( remembered?.( element ) ?? 0 );
		if ( state & BLOCKED || ! ( FIELD_TAGS.has( localNameOf( element ) ) || names.includes( 'role' ) || names.includes( 'contenteditable' ) || mayBeMarked( element, names ) || selectors.bitsOf( element ) ) ) {
			return state;
		}
		const marker = markerOf( element );
		const isControl = isFormControl( element );
		const selected = selectors.bitsOf( element );
		let own = 0;
		if ( marker === 'block' || ( marker === 'sensitive' && ! isControl ) || selected === BLOCKED ) {
			own = BLOCKED;
		} else if ( marker === 'mask' || marker === 'sensitive' || selected ) {
			own = MASKED;
		} else if ( marker === 'ignore' ) {
			own = IGNORED;
		}
		if ( isControl ) {
			// Remembered too: what was written in an editable region stays written by a visitor when editing ends.
			own |= CONTROL | ( reasonOf( element ) ? SENSITIVE : 0 );
		}
		if ( own ) {
			remember?.( element, own );
		}
		return state | own | ( marker === 'allow' && ! selected ? ALLOWED : 0 );
	}

	private stateIn( node: Node, parentState: number ): number {
		switch ( nodeTypeOf( node ) ) {
			case ELEMENT:
				return this.within( node as Element, parentState );
			case TEXT:
				return this.ofText( node, parentState );
			case DOCUMENT:
				return parentState | writtenIn( node as Document );
			default:
				return parentState;
		}
	}

	/** What stands in a slot is shown where the slot is, and only its own place can open it. */
	private slotted( slot: Element | null ): number {
		return slot ? this.stateOf( slot ) & ~ALLOWED : 0;
	}
}

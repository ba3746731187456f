/** What would be recorded of the elements of a page, and why, as the "What is recorded" screen shows it. */
import { ALLOWED, BLOCKED, CONTROL, ElementStates, SENSITIVE, hidesContent } from './element-state';
import { markers } from '../contracts/generated/privacy-rules';
import { isQrCode } from './drawing';
import { isFormControl } from './field';
import { FieldReasons } from './field-reasons';
import { markerOf, SHOP_PARTS, type Marker } from './markers';
import type { Preset } from './mask';
import { SelectorError, SelectorLists } from './selector-lists';
import { sensitiveWord } from './words';
import { ELEMENT, allIn, around, closestTo, documentOf, matches, nodeTypeOf, rootOf, slotOf } from './natives';

export interface Verdict {
	fate: 'recorded' | 'masked' | 'blocked' | 'sensitive';
	/** A stable code: 'selector:…', 'marker', 'code', 'shop', 'page', 'inputs-off', 'strict', 'allowed', 'answer' (what comes there in answer to a hidden field is masked), 'visible', or a reason of reasonOfField(). */
	reason: string;
}

/** The settings that decide, in the words of the schemas. */
export interface VerdictRules {
	preset: Preset;
	inputs: boolean;
	/** Blocked selectors; one that this browser cannot parse blocks everything, as the recorder would stop. */
	blocked: readonly string[];
	/** Whether every text of the page is masked. */
	masked?: boolean;
	/** The document that is recorded; what it is itself framed in decides nothing. */
	page?: Document;
}

/** Buttons: their value is a label, which is text of the page. */
const BUTTON = 'input[type=submit],input[type=button],input[type=reset],input[type=image]';

/** Where pages answer what a visitor does (WAI-ARIA, live regions). What else comes in answer nobody can know beforehand. */
const LIVE = '[aria-live]:not([aria-live=off]),[role=status],[role=alert],[role=log]';

const recordedReason = ( element: Element ): string => ( closestTo( element, LIVE ) ? 'answer' : 'visible' );

/** What in the places around an element explains its state. */
interface Why {
	selector?: string;
	isMarkedSensitive?: boolean;
	/** Whether it is, or stands in, a QR code. */
	isCode?: boolean;
	/** Why the innermost control is sensitive. */
	sensitive?: string;
}

/**
 * Verdicts on the elements of one page as it stands. The fate is the state that the recorder finds (element-state.ts);
 * what only shows in the course of a visit, such as a field that has once been a password, nobody can know beforehand.
 */
export class Verdicts {
	private readonly states: ElementStates;
	private readonly selectors = new SelectorLists();
	private readonly reasons: FieldReasons;
	private readonly found = new Map<Node, Why>();
	private readonly drawings = new Map<Element, boolean>();
	/** Roots whose password fields are known. */
	private readonly roots = new Set<Node>();
	/** A selector that this browser does not understand: with it nothing is recorded. */
	private unknown: string | undefined;

	/** @param page The document that is recorded. */
	constructor( private readonly page: Document, private readonly rules: VerdictRules ) {
		this.reasons = new FieldReasons( rules.preset, sensitiveWord );
		this.states = new ElementStates( { page, pageState: 0, selectors: this.selectors, reasonOf: ( control ) => this.reasonOf( control ), remembered: ( node ) => ( nodeTypeOf( node ) === ELEMENT && this.isCode( node as Element ) ? BLOCKED : 0 ) } );
		for ( const selector of rules.blocked ) {
			try {
				this.selectors.add( selector, BLOCKED );
			} catch ( error ) {
				this.unknown ??= error instanceof SelectorError ? selector : undefined;
			}
		}
	}

	/** What would be recorded of an element. */
	of( element: Element ): Verdict {
		const { preset, inputs, masked } = this.rules;
		const why = this.whyOf( element );
		let state = this.states.stateOf( element );
		const isButton = matches( element, BUTTON );
		if ( isButton && ! inputs ) {
			state &= ~( CONTROL | SENSITIVE );
		}
		if ( why.isMarkedSensitive ) {
			return { fate: 'sensitive', reason: 'marked' };
		}
		if ( this.unknown !== undefined || state & BLOCKED ) {
			const selector = this.unknown ?? why.selector;
			const other = why.isCode ? 'code' : 'marker';
			return { fate: 'blocked', reason: selector === undefined ? other : `selector:${ selector }` };
		}
		if ( state & SENSITIVE ) {
			return { fate: 'sensitive', reason: why.sensitive! };
		}
		const isInput = ( state & CONTROL ) !== 0 && ! isButton;
		const shown = isButton ? state & ~CONTROL : state;
		if ( hidesContent( shown, true, 'balanced' ) ) {
			return { fate: 'masked', reason: element.closest( SHOP_PARTS ) && ! element.closest( markers.mask.join() ) ? 'shop' : 'marker' };
		}
		if ( isInput && ! inputs ) {
			return { fate: 'masked', reason: 'inputs-off' };
		}
		if ( masked ) {
			return { fate: 'masked', reason: 'page' };
		}
		const isAllowed = ( state & ALLOWED ) !== 0;
		if ( hidesContent( shown, inputs, preset ) || ( preset === 'strict' && ! isAllowed ) ) {
			return { fate: 'masked', reason: 'strict' };
		}
		return { fate: 'recorded', reason: isAllowed ? 'allowed' : recordedReason( element ) };
	}

	/** Why a control is sensitive; also one under the name of a password field of its document or shadow root. */
	private reasonOf( control: Element ): string | null {
		const root = rootOf( control );
		if ( ! this.roots.has( root ) ) {
			this.roots.add( root );
			allIn( root, 'input[type=password]' ).forEach( ( field ) => this.reasons.of( field ) );
		}
		return this.reasons.of( control );
	}

	/** What explains the state of an element: its own, its parent's, and that of the slot it is shown in. */
	private whyOf( element: Element ): Why {
		const path: Element[] = [];
		let why: Why | undefined;
		for ( let at: Node | null = element; at && at !== this.page && ! why; ) {
			why = this.found.get( at );
			if ( ! why && nodeTypeOf( at ) === ELEMENT ) {
				path.push( at as Element );
			}
			at = around( at );
		}
		why ??= {};
		while ( path.length ) {
			const at = path.pop()!;
			why = this.ownWhy( at, why, this.whyOfSlot( slotOf( at ) ) );
			this.found.set( at, why );
		}
		return why;
	}

	private whyOfSlot( slot: Element | null ): Why {
		return slot ? this.whyOf( slot ) : {};
	}

	private isCode( element: Element ): boolean {
		let is = this.drawings.get( element );
		if ( is === undefined ) {
			this.drawings.set( element, ( is = isQrCode( element ) ) );
		}
		return is;
	}

	private ownWhy( element: Element, parent: Why, slot: Why ): Why {
		const marker: Marker | null = markerOf( element );
		return {
			selector: parent.selector ?? slot.selector ?? this.selectors.blockedBy( element ),
			isCode: parent.isCode || slot.isCode || this.isCode( element ),
			isMarkedSensitive: parent.isMarkedSensitive || slot.isMarkedSensitive || marker === 'sensitive',
			sensitive: ( isFormControl( element ) && this.reasonOf( element ) ) || parent.sensitive || slot.sensitive,
		};
	}
}

/** What would be recorded of one element under these rules. */
export function verdict( element: Element, rules: VerdictRules ): Verdict {
	return new Verdicts( rules.page ?? documentOf( element )!, rules ).of( element );
}

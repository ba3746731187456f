/**
 * Everything that keeps back what may not leave the page, as one part: the states of elements, what was typed, and
 * the gate that every event goes through.
 */
import { BLOCKED, CONTROL, MASK, MASKED, SENSITIVE, keptKeys, maskText } from '../../privacy';
import { allIn, matches } from '../capture/dom/natives';
import type { FrontConfig } from '../../contracts/generated/front-config';
import type { RecordedEvent } from '../recorded';
import { Answers } from './answers';
import { Boundary } from './boundary';
import { Editing, type Sign } from './editing';
import { Gate, TYPED } from './gate';
import { TypedValues } from './typed-values';

/** What the address of a page says was searched for, the way WordPress writes it. */
function searchOf( { search, pathname }: Location ): string {
	const asked = new URLSearchParams( search ).get( 's' ) ?? /\/search\/([^/]+)/.exec( pathname )?.[ 1 ] ?? '';
	try {
		return decodeURIComponent( asked ).replace( /\+/g, ' ' ).trim();
	} catch {
		return asked;
	}
}

/** Fields in which something is written. */
const FIELD = 'input,textarea';
/** Controls that hold nothing a visitor chose or wrote. */
const BUTTON = 'input[type=submit],input[type=button],input[type=reset],input[type=image]';
/** What plays the part of a field in which a text is written. */
const WRITTEN_ROLE = /textbox|searchbox|combobox|spinbutton/;

export interface MaskingParts {
	/** Finds the sensitive word in a name or label; without a list of words every name counts as one. */
	sensitiveWord: ( text: string ) => string | null;
}

export class Masking {
	/** Nodes of the event that the gate is given, by their numbers. */
	readonly named = new Map<number, Node>();
	readonly boundary: Boundary;
	readonly typed: TypedValues;
	readonly answers = new Answers();
	readonly editing: Editing;
	private readonly gate: Gate;
	private readonly pageState: number;

	/** Throws SelectorError for a blocked selector that this browser does not understand. */
	constructor( { block, preset, inputs, keep, maskPage }: FrontConfig, { sensitiveWord }: MaskingParts ) {
		this.pageState = maskPage ? MASKED : 0;
		this.boundary = new Boundary( { selectors: block, preset, inputs, pageState: this.pageState, sensitiveWord } );
		this.typed = new TypedValues( inputs ? '' : searchOf( location ) );
		this.gate = new Gate( { nodeOf: ( id ) => this.named.get( id ) ?? null, boundary: this.boundary, typed: this.typed, answers: this.answers, preset, inputs, keep: keptKeys( keep, inputs ) } );
		this.editing = new Editing( { hiddenAt: ( target ) => this.hiddenAt( target ), isRecorded: ( target ) => this.isField( target ) && ! this.hiddenAt( target ), isAnswer: ( target ) => this.answers.holds( target ) } );
	}

	/** Begins to follow what is typed and what is taken out of closed places. */
	start(): void {
		this.typed.start();
		this.editing.start();
		this.boundary.start();
	}

	/** Stops following, and forgets what was typed. Protections stay known. */
	stop(): void {
		this.typed.stop();
		this.editing.stop();
		this.boundary.stop();
	}

	/** An event as it may leave the page, changed in place; null for one that must not leave. */
	get pass(): ( event: RecordedEvent ) => RecordedEvent | null {
		return this.gate.pass;
	}

	get content(): Gate[ 'content' ] {
		return this.gate.content;
	}

	get attributes(): Gate[ 'attributes' ] {
		return this.gate.attributes;
	}

	/** Takes note of what changed in the page, as it happened: while the visitor edits something hidden, as an answer. */
	readonly onRecords = ( records: MutationRecord[] ): void => {
		if ( records.length > 0 && this.editing.isOpen && this.answers.note( records ) ) {
			this.editing.changed();
		}
	};

	/** The hidden control, or the part of the page that is closed by itself, in which a sign of the visitor is. */
	private hiddenAt( target: Element ): Sign | null {
		const { boundary, content } = this;
		boundary.forget( false );
		const label = target.nodeType === 1 ? ( target.closest( 'label' ) as HTMLLabelElement | null )?.control : null;
		for ( const place of label && label !== target ? [ target, label ] : [ target ] ) {
			const state = boundary.stateOf( place );
			if ( ( state & ( BLOCKED | MASKED | SENSITIVE ) & ~this.pageState || ( state & CONTROL && content.hides( state ) ) ) && ! ( place.nodeType === 1 && matches( place, BUTTON ) && ! ( state & ( BLOCKED | MASKED ) & ~this.pageState ) ) ) {
				return { place, isWritten: this.isField( place ) && ! matches( place, 'select' ) };
			}
		}
		return null;
	}

	/** Whether an element is a field in which a text is written, or a list in which one is chosen. */
	private isField( element: Element ): boolean {
		const { type, isContentEditable } = element as HTMLInputElement;
		return isContentEditable || ( element.nodeType === 1 && ( ( matches( element, 'input,textarea' ) && TYPED.test( type ) ) || matches( element, 'select' ) || WRITTEN_ROLE.test( element.getAttribute( 'role' ) ?? '' ) ) );
	}

	/** Takes note of all fields in a node; before anything beside them is read. */
	meet( node: Node ): void {
		const root = node as Element;
		if ( node.nodeType === 1 && matches( root, FIELD ) ) {
			this.watch( root );
		}
		if ( node.nodeType === 9 ) {
			this.editing.listen( ( node as Document ).defaultView );
		}
		if ( node.nodeType === 1 || node.nodeType === 9 || node.nodeType === 11 ) {
			( node.nodeType === 1 ? allIn( root, FIELD ) : root.querySelectorAll( FIELD ) ).forEach( ( field ) => this.watch( field ) );
		}
	}

	private watch( field: Element ): void {
		const { boundary, typed, content } = this;
		const state = boundary.stateOf( field );
		typed.watch( field, ! ( state & BLOCKED ) && ! content.hides( state | CONTROL ), boundary.isSecret( field as HTMLInputElement ) );
	}

	/** Adds a protection: a selector, an element, or a list of such. Throws SelectorError for anything else. */
	protect( what: unknown, bit: typeof BLOCKED | typeof MASKED ): void {
		this.boundary.protect( what, bit );
	}

	/** The page's title as it may leave: one that is closed in the page is closed beside it too. */
	title( text: string ): string {
		this.boundary.forget();
		const state = this.boundary.stateOf( document.querySelector( 'title' ) );
		if ( state & BLOCKED ) {
			return '';
		}
		const title = document.querySelector( 'title' )?.firstChild as Text | null | undefined;
		if ( title && this.answers.hidesNow( title ) ) {
			return MASK;
		}
		return state & MASKED ? maskText( text ) : this.typed.hide( text );
	}
}

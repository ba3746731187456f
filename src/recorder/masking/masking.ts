/**
 * Everything that keeps back what may not leave the page, as one part: the states of elements, what was typed, and
 * the gate that every event goes through.
 */
import { BLOCKED, MASKED, keptKeys, maskText } from '../../privacy';
import type { FrontConfig } from '../../contracts/generated/front-config';
import type { RecordedEvent } from '../recorded';
import { Boundary } from './boundary';
import { Gate } from './gate';
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

export interface MaskingParts {
	/** Finds the sensitive word in a name or label; without a list of words every name counts as one. */
	sensitiveWord: ( text: string ) => string | null;
}

export class Masking {
	/** Nodes of the event that the gate is given, by their numbers. */
	readonly named = new Map<number, Node>();
	readonly boundary: Boundary;
	readonly typed: TypedValues;
	private readonly gate: Gate;

	/**
	 * Throws SelectorError for a blocked selector that this browser does not understand.
	 *
	 * @param onClosed Called when something that was recorded open is closed now: what is queued must not leave.
	 */
	constructor( { block, preset, inputs, keep, maskPage }: FrontConfig, { sensitiveWord }: MaskingParts, onClosed: () => void ) {
		this.boundary = new Boundary( { selectors: block, preset, inputs, pageState: maskPage ? MASKED : 0, sensitiveWord } );
		this.typed = new TypedValues( inputs ? '' : searchOf( location ) );
		this.gate = new Gate( { mirror: { getNode: ( id ) => this.named.get( id ) ?? null, getId: () => 0 }, boundary: this.boundary, typed: this.typed, preset, inputs, keep: keptKeys( keep, inputs ), onClosed } );
	}

	/** Begins to follow what is typed and what is taken out of closed places. */
	start(): void {
		this.typed.start();
		this.boundary.start();
	}

	/** Stops following, and forgets what was typed. Protections stay known. */
	stop(): void {
		this.typed.stop();
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

	/** Takes note of all fields below a document, shadow root or element; before anything beside them is read. */
	watchIn( root: ParentNode ): void {
		this.gate.nodes.watchIn( root );
	}

	/** Whether this very element is blocked, see Boundary. */
	get isBlocked(): Boundary[ 'isBlocked' ] {
		return this.boundary.isBlocked;
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
		return state & MASKED ? maskText( text ) : this.typed.hide( text );
	}
}

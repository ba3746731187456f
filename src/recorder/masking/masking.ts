/**
 * Everything that keeps back what may not leave the page, as one part: the states of elements, what was typed, and
 * the gate that every event goes through.
 */
import { BLOCKED, CONTROL, MASKED, keptKeys, maskText } from '../../privacy';
import { ELEMENT, allIn, matches, nodeTypeOf } from '../../privacy/natives';
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

/** Fields in which something is written. */
const FIELD = 'input,textarea';

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

	/** Throws SelectorError for a blocked selector that this browser does not understand. */
	constructor( { block, preset, inputs, keep, maskPage }: FrontConfig, { sensitiveWord }: MaskingParts ) {
		this.boundary = new Boundary( { selectors: block, preset, inputs, pageState: maskPage ? MASKED : 0, sensitiveWord } );
		this.typed = new TypedValues( inputs ? '' : searchOf( location ) );
		this.gate = new Gate( { nodeOf: ( id ) => this.named.get( id ) ?? null, boundary: this.boundary, typed: this.typed, preset, inputs, keep: keptKeys( keep, inputs ) } );
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

	/**
	 * Call before the page is read: what was found out of it may have changed.
	 *
	 * @param isSnapshot Whether all of the page is read.
	 */
	forget( isSnapshot: boolean ): void {
		this.boundary.forget();
		this.content.forget();
		this.typed.forget( isSnapshot );
	}

	/** Takes note of all fields in a node; before anything beside them is read. */
	meet( node: Node ): void {
		const root = node as Element;
		if ( nodeTypeOf( node ) === ELEMENT && matches( root, FIELD ) ) {
			this.watch( root );
		}
		allIn( node, FIELD ).forEach( ( field ) => this.watch( field ) );
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
		const state = this.boundary.stateOf( allIn( document, 'title' )[ 0 ] ?? null );
		if ( state & BLOCKED ) {
			return '';
		}
		return state & MASKED ? maskText( text ) : this.typed.hide( text );
	}
}

/**
 * How far each element of the page may be shown, and what it was before: a part of the page that was closed once stays
 * closed, whatever becomes of its classes and wherever its nodes are moved.
 */
import { BLOCKED, ElementStates, FieldReasons, MASKED, SENSITIVE, SelectorError, SelectorLists, isQrCode, type Preset, type StateRules } from '../../privacy';
import { Departures } from './departures';
import { allIn, isElement, rootOf, shadowRootOf } from '../../privacy/natives';

export interface BoundarySettings {
	/** The owner's blocked selectors. */
	selectors: readonly string[];
	/** Decides which fields count as personal. */
	preset: Preset;
	/** Whether form inputs are recorded; if not, every field is hidden and none needs a closer look. */
	inputs: boolean;
	/** State that the whole page starts from. */
	pageState: number;
	/** Finds the sensitive word in a name or label. */
	sensitiveWord: ( text: string ) => string | null;
}

/** Reasons of a field whose content is a secret, and not only personal, whoever asks. */
const SECRET_REASONS: ReadonlySet<string | null> = new Set( [ 'password', 'marked', 'autocomplete' ] );

export class Boundary {
	private readonly selectors = new SelectorLists();
	/** Bits that stay with a node. */
	private readonly closed = new WeakMap<Node, number>();
	private readonly reasons: FieldReasons;
	private readonly rules: StateRules;
	private readonly states: ElementStates;
	private readonly departures: Departures[];
	/** Closed elements that have been recorded as such. */
	private noted = new WeakSet<Element>();
	/** Whether the whole of a root was searched since the last forget(). */
	private searched = new WeakSet<Node>();

	/** Throws SelectorError for a selector that the browser does not understand. */
	constructor( private readonly settings: BoundarySettings ) {
		const { selectors, preset, inputs, pageState, sensitiveWord } = settings;
		this.reasons = new FieldReasons( preset, sensitiveWord );
		this.rules = {
			page: document,
			pageState,
			selectors: this.selectors,
			reasonOf: ( control ) => ( inputs ? this.reasons.of( control ) : null ),
			remembered: ( node ) => this.closed.get( node ) ?? 0,
			remember: ( element, bits ) => this.close( element, bits ),
		};
		this.states = new ElementStates( this.rules );
		this.departures = [ BLOCKED, MASKED ].map( ( bit ) => new Departures( { bit, stateOf: ( node ) => this.stateOf( node ), close: ( node, bits ) => this.close( node, bits ) } ) );
		selectors.forEach( ( selector ) => this.selectors.add( selector, BLOCKED ) );
	}

	/** Begins to follow closed parts of the page, as they are recorded. */
	start(): void {
		this.departures.forEach( ( departures ) => departures.start() );
	}

	stop(): void {
		this.departures.forEach( ( departures ) => departures.stop() );
		this.noted = new WeakSet();
	}

	/**
	 * Call before each event: what was found out before may have changed.
	 *
	 * @param isContent Whether the event tells content of the page. Where it tells only a place (the pointer's, a
	 *                  scroll's), names and labels of fields decide nothing, and keep.
	 */
	forget( isContent = true ): void {
		this.states.forget();
		this.departures.forEach( ( departures ) => departures.take() );
		// An element that was closed just now may have been found open on the way.
		this.states.forget();
		this.searched = new WeakSet();
		if ( isContent ) {
			this.reasons.forget();
		}
	}

	/** Masks all of the page from now on. */
	closePage(): void {
		this.rules.pageState |= MASKED;
		this.states.forget();
	}

	/** State of the place a node stands in, its own element included. */
	stateOf( node: Node | null ): number {
		return this.states.stateOf( node );
	}

	/** State of an element whose parent's state is known. */
	within( element: Element, parentState: number, names?: readonly string[] ): number {
		return this.states.within( element, parentState, names );
	}

	/** State of a text whose parent's state is known. */
	ofText( node: Node, parentState: number ): number {
		return this.states.ofText( node, parentState );
	}

	/** An element got a shadow root: inside something closed the root is followed from now on. */
	attached( host: Element ): void {
		this.states.forget();
		this.departuresOf( this.stateOf( host ) & ~this.rules.pageState )?.followOnce( shadowRootOf( host ) );
	}

	/** Adds a protection: a selector, an element, or a list of such (NodeList, array, jQuery). Throws SelectorError. */
	protect( what: unknown, bit: typeof BLOCKED | typeof MASKED ): void {
		if ( typeof what === 'string' ) {
			this.selectors.add( what, bit );
		} else if ( isElement( what ) ) {
			this.close( what as Node, bit );
			this.departuresOf( bit )!.follow( what as Node );
		} else if ( what && typeof what === 'object' && 'length' in what ) {
			Array.from( what as ArrayLike<unknown> ).forEach( ( one ) => this.protect( one, bit ) );
		} else {
			throw new SelectorError();
		}
	}

	/** A node was taken out of another before it was recorded: out of something closed it stays closed. */
	left( node: Node, from: Node ): void {
		const state = this.stateOf( from ) & ( BLOCKED | MASKED );
		if ( state ) {
			this.close( node, state );
		}
	}

	/** Blocks an element that is a QR code, from now on. True when it was open before. */
	closeDrawing( element: Element ): boolean {
		const isNew = ! ( ( this.closed.get( element ) ?? 0 ) & BLOCKED ) && isQrCode( element );
		if ( isNew ) {
			this.close( element, BLOCKED );
		}
		return isNew;
	}

	/** Takes note that an element has been recorded in this state. True for a closed one that was not noted before. */
	note( element: Element, state: number ): boolean {
		if ( ! ( state & ( BLOCKED | MASKED | SENSITIVE ) ) || this.noted.has( element ) ) {
			return false;
		}
		this.noted.add( element );
		this.departuresOf( this.closed.get( element ) ?? 0 )?.follow( element );
		return true;
	}

	/**
	 * Whether the element, or one that its change may have closed, is closed now and was not when it was recorded. True
	 * once. Selectors with combinators reach beyond the element, so that its whole document is searched, once an event.
	 *
	 * @param changed Names of the attributes that changed.
	 */
	closedSince( element: Element, changed: readonly string[] = [] ): boolean {
		const isNew = ( candidate: Element ) => this.note( candidate, this.states.ownState( candidate, 0 ) );
		const isElementNew = isNew( element );
		const root = rootOf( element );
		const { reaching } = this.selectors;
		// Animations change styles many times a second, and hardly any selector looks at these.
		const isStyleOnly = changed.length > 0 && changed.every( ( name ) => name === 'style' ) && ! reaching.includes( 'style' );
		if ( ! reaching || isStyleOnly || this.searched.has( root ) ) {
			return isElementNew;
		}
		this.searched.add( root );
		// All are looked at: each is told of once.
		return [ ...allIn( root, reaching ) ].filter( isNew ).length > 0 || isElementNew;
	}

	/** Whether a label that came or changed closes its field now, which was not closed when it was recorded. */
	closedByLabel( label: HTMLLabelElement ): boolean {
		// Where inputs are not recorded every field is hidden, whatever its label says.
		const field = this.settings.inputs && label.control;
		return !! field && this.closedSince( field );
	}

	/** Whether a field holds what is never recorded: a password, a code, a card. With inputs not recorded, also one that only keys on the page can fill. */
	isSecret( field: HTMLInputElement ): boolean {
		const reason = this.reasons.of( field );
		if ( SECRET_REASONS.has( reason ) ) {
			return true;
		}
		// Which words are secret only the build knows that records inputs.
		return this.settings.inputs ? reason?.startsWith( 'word:' ) === true : field.readOnly && ! field.defaultValue;
	}

	private close( node: Node, bits: number ): void {
		this.closed.set( node, ( this.closed.get( node ) ?? 0 ) | bits );
	}

	private departuresOf( state: number ): Departures | undefined {
		return [ BLOCKED, MASKED ].flatMap( ( bit, i ) => ( state & bit ? this.departures[ i ]! : [] ) )[ 0 ];
	}
}

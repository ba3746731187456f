/**
 * Everything that keeps back what may not leave the page, as one part: the states of elements, what was typed, and
 * the gate that every event goes through.
 */
import { BLOCKED, CONTROL, MASK, MASKED, ReachedPages, SENSITIVE, isLoggedIn, keptKeys, maskText } from '../../privacy';
import { DOCUMENT, ELEMENT, allIn, attributeOf, closestTo, firstChildOf, isEdited, matches, nodeTypeOf, shadowRootOf, windowOf } from '../../privacy/natives';
import { searchBase, searchKey } from '../../contracts/generated/privacy-rules/patterns';
import type { FrontConfig } from '../../contracts/generated/front-config';
import type { RecordedEvent } from '../recorded';
import { Addresses } from './addresses';
import { Answers } from './answers';
import { Boundary } from './boundary';
import { Choices } from './choices';
import { Editing, type Sign } from './editing';
import { TYPED } from './focus';
import { Gate } from './gate';
import { Requests } from './requests';
import { hideInAddress } from './telling';
import { TypedValues } from './typed-values';

const SEARCH_KEY = new RegExp( searchKey, 'i' );
const SEARCH_BASE = new RegExp( searchBase, 'i' );

/** Search text in an address: under the keys of search plugins, or after a word for search in its path. */
function searchesOf( { search, pathname }: Location, bases: readonly string[] = [] ): string[] {
	const asked = [ ...new URLSearchParams( search ) ].flatMap( ( [ key, text ] ) => ( SEARCH_KEY.test( key ) ? text : [] ) );
	const base = SEARCH_BASE.exec( pathname )?.[ 0 ] ?? bases.map( ( word ) => `/${ word }/` ).find( ( word ) => pathname.includes( word ) );
	const part = base && pathname.slice( pathname.indexOf( base ) + base.length ).split( '/' )[ 0 ];
	try {
		return [ ...asked, ...( part ? [ decodeURIComponent( part ).replace( /\+/g, ' ' ) ] : [] ) ];
	} catch {
		return [ ...asked, part! ];
	}
}

/** Fields in which something is written. */
const FIELD = 'input,textarea';
/** Boxes that a visitor chooses by pointing. */
const CHOICE = 'input[type=radio],input[type=checkbox]';
/** Controls that hold nothing a visitor chose or wrote. */
const BUTTON = 'input[type=submit],input[type=button],input[type=reset],input[type=image]';
/** Roles of elements in which a text is written as in a field. */
const WRITTEN_ROLE = /textbox|searchbox|combobox|spinbutton/;

const isElement = ( node: Node ) => nodeTypeOf( node ) === ELEMENT;
const isButton = ( node: Node ) => isElement( node ) && matches( node as Element, BUTTON );
/** Whether a text is written in an element. */
const isWritten = ( node: Node ) => isElement( node ) && ( isEdited( node as Element ) || ( matches( node as Element, FIELD ) && TYPED.test( ( node as HTMLInputElement ).type ) ) || WRITTEN_ROLE.test( attributeOf( node as Element, 'role' ) ?? '' ) );

export interface MaskingParts {
	/** Finds the sensitive word in a name or label; without a list of words every name counts as one. */
	sensitiveWord: ( text: string ) => string | null;
}

export class Masking {
	/** Nodes of the event that the gate is given, by their numbers. */
	readonly named = new Map<number, Node>();
	readonly boundary: Boundary;
	readonly typed: TypedValues;
	readonly choices = new Choices();
	readonly answers = new Answers( ( text ) => this.choices.isOffered( text ) );
	private readonly addresses = new Addresses( this.answers, () => this.editing.isOpen );
	readonly editing: Editing;
	private readonly requests: Requests;
	private readonly gate: Gate;
	private readonly reached: ReachedPages;
	private isClosed: boolean;
	/** The address that was looked at last. */
	private lastHref = '';
	/** State that all of the page has. */
	private pageState: number;

	/**
	 * Throws SelectorError for a blocked selector that this browser does not understand.
	 *
	 * @param onClosed Called when the visitor has reached a page, without a reload, that is masked wholly.
	 */
	constructor( private readonly config: Omit<FrontConfig, 'consent'>, { sensitiveWord }: MaskingParts, private readonly onClosed = () => {} ) {
		const { block, preset, inputs, keep, maskPage, loggedIn, door } = config;
		this.reached = new ReachedPages( config );
		this.isClosed = maskPage || ( loggedIn !== 'same' && isLoggedIn() );
		this.pageState = this.isClosed ? MASKED : 0;
		this.boundary = new Boundary( { selectors: block, preset, inputs, pageState: this.pageState, sensitiveWord } );
		this.typed = new TypedValues( '' );
		this.gate = new Gate( { nodeOf: ( id ) => this.named.get( id ) ?? null, boundary: this.boundary, typed: this.typed, answers: this.answers, choices: this.choices, isEditing: () => this.editing.isOpen, isQuiet: ( element ) => this.editing.isDrawn( element ) || ( this.editing.isOpen && this.answers.holds( element ) ), address: ( href ) => this.address( href ), preset, inputs, keep: keptKeys( keep, inputs, config.search ) } );
		this.requests = new Requests( door, ( made ) => this.editing.answered( made ) );
		this.editing = new Editing( { hiddenAt: ( target ) => this.hiddenAt( target ), isRecorded: ( target ) => ( isWritten( target ) || closestTo( target, 'select' ) !== null ) && ! this.hiddenAt( target ), isAnswer: ( target ) => this.answers.holds( target ) } );
	}

	/** Begins to follow what is typed and what is taken out of closed places. */
	start(): void {
		this.typed.start();
		this.editing.start();
		this.requests.start();
		this.boundary.start();
	}

	/** Listens again where `document.open()` has removed the listeners of a window. */
	listenAgain(): void {
		this.typed.listenAgain();
		this.editing.listenAgain();
	}

	/** Stops following, and forgets what was typed. Protections stay known. */
	stop(): void {
		this.typed.stop();
		this.editing.stop();
		this.requests.stop();
		this.boundary.stop();
	}

	/** An event as it may leave the page, changed in place; null for one that must not leave. */
	readonly pass = ( event: RecordedEvent ): RecordedEvent | null => {
		this.lookAtAddress();
		return this.gate.pass( event );
	};

	get content(): Gate[ 'content' ] {
		return this.gate.content;
	}

	get attributes(): Gate[ 'attributes' ] {
		return this.gate.attributes;
	}

	/** Connects the changes of the page: they are noted where the editing begins and ends, and taken for an answer when a server answers late. */
	follow( changes: () => { peek: () => unknown; answer: ( answers: Answers ) => void } | undefined ): void {
		this.editing.onEdge = () => void changes()?.peek();
		this.editing.onLate = () => changes()?.answer( this.answers );
	}

	/** Takes note of what changed in the page, as it happened: while the visitor edits something hidden, as an answer. */
	readonly onRecords = ( records: MutationRecord[] ): void => {
		this.address( location.href );
		if ( records.length > 0 && this.editing.isOpen && this.answers.note( records ) ) {
			this.editing.changed();
		}
	};

	/** The rules of a style or link element may have changed: the browser tells of no change in them. */
	onSheet( owner: Element, mark: () => void ): void {
		mark();
		if ( this.editing.isOpen ) {
			this.answers.touchAttribute( owner, '_cssText' );
		}
	}

	/** An element got a shadow root. */
	attached( host: Element ): void {
		const root = shadowRootOf( host );
		this.boundary.attached( host );
		if ( root ) {
			this.came( root );
		}
	}

	/** A shadow root or the next document of a frame has come, of which no mutation record tells: while the visitor edits something hidden, in answer. */
	came( root: Node ): void {
		if ( this.editing.isOpen ) {
			this.answers.touchRoot( root );
			this.editing.changed();
		}
	}

	/** Whether what changes now is an answer. Asked some times a second, so that changes which no browser tells of are found in time. */
	get isEditing(): boolean {
		this.address( location.href );
		return this.editing.isOpen;
	}

	/** The hidden control, or the part of the page that is closed by itself, in which a sign of the visitor is. */
	private hiddenAt( target: Element ): Sign | null {
		const { boundary, content, pageState } = this;
		boundary.forget( false );
		const label = ( closestTo( target, 'label' ) as HTMLLabelElement | null )?.control ?? target;
		for ( const place of new Set( [ target, label ] ) ) {
			const state = boundary.stateOf( place );
			const isClosed = ( state & ( BLOCKED | MASKED ) & ~pageState ) !== 0;
			if ( isClosed || ( ! isButton( place ) && ( state & SENSITIVE || ( state & CONTROL && content.hides( state ) ) ) ) ) {
				return { place, isWritten: isWritten( place ) };
			}
		}
		return null;
	}

	/**
	 * Call before the page is read: what was found out of it may have changed.
	 *
	 * @param isSnapshot Whether all of the page is read.
	 */
	forget( isSnapshot: boolean ): void {
		this.lookAtAddress();
		this.boundary.forget();
		this.content.forget( isSnapshot );
		this.typed.forget( isSnapshot );
	}

	/** Takes note of all fields in a node; before anything beside them is read. */
	meet( node: Node ): void {
		const root = node as Element;
		if ( nodeTypeOf( node ) === ELEMENT && matches( root, FIELD ) ) {
			this.watch( root );
		}
		if ( nodeTypeOf( node ) === DOCUMENT ) {
			this.editing.listen( windowOf( node as Document ) );
		}
		allIn( node, FIELD ).forEach( ( field ) => this.watch( field ) );
		this.meetChoices( node );
	}

	/** Takes note of what hidden choices offer. */
	private meetChoices( node: Node ): void {
		const { boundary, content, choices } = this;
		for ( const choice of [ ...( closestTo( node, 'select' ) ? [ closestTo( node, 'select' )! ] : [] ), ...( closestTo( node, CHOICE ) ? [ node as Element ] : [] ), ...allIn( node, `select,${ CHOICE }` ) ] ) {
			const state = boundary.stateOf( choice );
			if ( state & BLOCKED || content.hides( state | CONTROL ) ) {
				choices.watch( choice );
			}
		}
	}

	/** Before anything of the page is read: another address may be another page. */
	private lookAtAddress(): void {
		const { href } = location;
		if ( href !== this.lastHref ) {
			this.lastHref = href;
			if ( ! this.config.inputs ) {
				this.typed.searchedFor( searchesOf( location, this.config.search ) );
			}
		}
		if ( ! this.isClosed && this.reached.areClosed ) {
			this.isClosed = true;
			this.pageState |= MASKED;
			this.boundary.closePage();
			this.onClosed();
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

	/** The page's address as it may be shown; asked also where nothing is told, for the browser tells of no change. */
	address( href: string ): string {
		this.lookAtAddress();
		return hideInAddress( this.addresses.show( href ), ( part ) => this.typed.hideInName( part ) );
	}

	/** The page's title as it may leave: one that is closed in the page is closed beside it too. */
	title( text: string ): string {
		this.lookAtAddress();
		this.boundary.forget();
		const element = allIn( document, 'title' )[ 0 ] ?? null;
		const state = this.boundary.stateOf( element );
		if ( state & BLOCKED ) {
			return '';
		}
		const title = element && ( firstChildOf( element ) as Text | null );
		if ( title && this.answers.hidesNow( title ) ) {
			return MASK;
		}
		return state & MASKED ? maskText( text ) : this.typed.hide( text );
	}
}

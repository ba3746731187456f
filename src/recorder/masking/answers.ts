/**
 * What the page shows in answer to what a visitor writes, chooses, drops or draws in something hidden (docs/adr/0011).
 * First sight decides: a text that is read for the first time while the visitor edits, in a node that came or changed in
 * that time, is hidden as long as the page view lasts; a text that was shown before stays shown.
 */
import { ELEMENT, activeOf, around, attributeOf, dataOf, documentOf, hostOf, localNameOf, nodeTypeOf, parentOf, rootElementOf } from '../../privacy/natives';
import { HashSet, hashOfText } from './hash-set';

/** Texts that are known as shown: several times what a page of 7,000 nodes has. A text that is not known is hidden in an answer. */
const MOST_SHOWN = 32_768;
/** Hidden texts that are known before the older half is let go; a text that still stands in its node is known by the node. */
const MOST_HIDDEN = 8192;
/** How far up a place is looked for that came in answer: lists and calendars are not deeper. */
const DEEPEST = 16;
/** A text without a word, such as a number, stands on every page: that it was shown says nothing of where it is shown now. */
const WORD = /\p{L}{2}|[\u0e00-\u0eff\u2e80-\ud7ff\uf900-\ufaff]/u;
/** Attributes by which a page shows and puts away what stood there before. */
const SHOWS = /^(class|style|hidden|open|aria-hidden)$/;

/** Where a text stands, as far as a node that is made anew is at the same place. */
function placeOf( parent: Element ): number {
	let hash = 1;
	for ( let at: Node | null = parent, levels = 0; at && nodeTypeOf( at ) === ELEMENT && levels < 2; at = parentOf( at ), levels++ ) {
		hash = hashOfText( `${ localNameOf( at as Element ) }.${ attributeOf( at as Element, 'class' ) }#${ attributeOf( at as Element, 'id' ) }`, hash );
	}
	return hash;
}

/** Whether an element is around what has the focus, as the whole page is: it does not stand for what the page shows there. */
function isAroundFocus( element: Element ): boolean {
	const page = documentOf( element )!;
	for ( let at: Node | null = activeOf( page ); at; at = parentOf( at ) ) {
		if ( at === element ) {
			return true;
		}
	}
	return element === rootElementOf( page );
}

/** The node around a node; of the children of a shadow root the host. */
const placeAround = ( node: Node ): Node | null => {
	const place = around( node );
	return place && ( hostOf( place ) ?? place );
};

export class Answers {
	/** Nodes that came or changed in answer and have not been read since. */
	private readonly pending = new WeakSet<Node>();
	/** Attributes that changed in answer and have not been read since, by element. */
	private readonly changed = new WeakMap<Node, Set<string>>();
	/** Nodes that were read as answers in the look under way: what stands in them came with them. */
	private read = new WeakSet<Node>();
	/** Elements that came or were shown in answer: what the visitor does there is editing too. */
	private readonly places = new WeakSet<Node>();
	/** Texts that are hidden in their nodes. */
	private readonly texts = new WeakMap<Node, number>();
	private readonly shown = new HashSet( MOST_SHOWN );
	private hidden = new HashSet( MOST_HIDDEN );
	private hiddenBefore = new HashSet( 0 );
	private isAnyHidden = false;

	/** @param isChosen Whether a text says what a hidden choice offers: that the text was shown says nothing of what is chosen. */
	constructor( private readonly isChosen: ( text: string ) => boolean = () => false ) {}

	/** Takes what changed in answer. Answers whether texts or nodes did: the page is not at rest. */
	note( records: readonly MutationRecord[] ): boolean {
		let isMoved = false;
		for ( const { type, target, attributeName, addedNodes } of records ) {
			if ( type === 'attributes' ) {
				this.touchAttribute( target as Element, attributeName! );
			} else if ( type === 'characterData' ) {
				this.pending.add( target );
				isMoved = true;
			} else {
				for ( let at = 0; at < addedNodes.length; at++ ) {
					this.touch( addedNodes[ at ]! );
				}
				isMoved = true;
			}
		}
		return isMoved;
	}

	/** A node came in answer. */
	touch( node: Node ): void {
		this.pending.add( node );
		this.places.add( node );
	}

	/** An attribute changed in answer. */
	touchAttribute( element: Element, name: string ): void {
		const names = this.changed.get( element );
		if ( names ) {
			names.add( name );
		} else {
			this.changed.set( element, new Set( [ name ] ) );
		}
		if ( SHOWS.test( name ) && ! isAroundFocus( element ) ) {
			this.places.add( element );
		}
	}

	/** Whether a node stands in something that came or was shown in answer. */
	holds( node: Node ): boolean {
		let at: Node | null = node;
		for ( let depth = 0; at && depth < DEEPEST && ! this.places.has( at ); depth++ ) {
			at = around( at );
		}
		return at !== null && this.places.has( at );
	}

	/** A look or a snapshot begins: what the one before has read is known. */
	begin(): void {
		this.read = new WeakSet();
	}

	/** Whether a node that is read now came or changed in answer: itself, or with the node around it. */
	takes( node: Node ): boolean {
		const isAnswer = this.pending.delete( node ) || this.read.has( placeAround( node )! );
		if ( isAnswer ) {
			this.read.add( node );
		}
		return isAnswer;
	}

	/** Names of the attributes of an element that have changed in answer since they were read. */
	takeAttributes( element: Element ): ReadonlySet<string> | undefined {
		const names = this.changed.get( element );
		this.changed.delete( element );
		return names;
	}

	/**
	 * Whether a text is hidden.
	 *
	 * @param isAnswer Whether its node came or changed in answer, and is read for the first time since.
	 */
	hides( node: Node, text: string, parent: Element, isAnswer: boolean ): boolean {
		if ( ! isAnswer && ! this.isAnyHidden ) {
			return false;
		}
		const hash = hashOfText( text );
		if ( ! isAnswer && this.texts.get( node ) === hash ) {
			return true;
		}
		const key = this.keyOf( text, parent, hash );
		const isHidden = isAnswer ? ! this.shown.has( key ) : this.hidden.has( key ) || this.hiddenBefore.has( key );
		if ( isHidden ) {
			this.texts.set( node, hash );
			this.remember( key );
		} else {
			this.texts.delete( node );
		}
		return isHidden;
	}

	/** Whether a text node is hidden as it is now, read or not. */
	hidesNow( node: Text ): boolean {
		return this.pending.has( node ) || ( this.isAnyHidden && this.texts.get( node ) === hashOfText( dataOf( node ) ) );
	}

	/** A text has been shown as it is. */
	showed( text: string, parent: Element ): void {
		this.shown.add( this.keyOf( text, parent, hashOfText( text ) ) );
	}

	/** Whether something of this kind and value has been shown before; `remember` enters it otherwise. */
	knows( kind: string, value: string ): boolean {
		return this.shown.has( hashOfText( value, hashOfText( kind ) ) );
	}

	/** Something of this kind and value has been shown. */
	learn( kind: string, value: string ): void {
		this.shown.add( hashOfText( value, hashOfText( kind ) ) );
	}

	private keyOf( text: string, parent: Element, hash: number ): number {
		return WORD.test( text ) && ! this.isChosen( text ) ? hash : Math.imul( hash ^ placeOf( parent ), 0x01000193 ) || 1;
	}

	private remember( key: number ): void {
		this.isAnyHidden = true;
		if ( ! this.hidden.add( key ) ) {
			this.hiddenBefore = this.hidden;
			this.hidden = new HashSet( MOST_HIDDEN );
			this.hidden.add( key );
		}
	}
}

/**
 * Answers of the page: content that appears because a visitor writes, chooses, drops or draws in something hidden (docs/adr/0011).
 * First sight decides: a text that is read for the first time while the visitor edits, in a node that came or changed in
 * that time, is hidden as long as the page view lasts; a text that was shown before stays shown.
 */
import { ELEMENT, activeOf, around, attributeOf, dataOf, documentOf, hostOf, localNameOf, nodeNameOf, nodeTypeOf, parentOf, rootElementOf } from '../../privacy/natives';
import { HashSet, hashOfText } from './hash-set';

/** Texts that are known as shown: several times what a page of 7,000 nodes has. A text that is not known is hidden in an answer. */
const MOST_SHOWN = 32_768;
/** An animation that writes new declarations all the time fills no more. */
const MOST_NAMES = 16_384;
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
	/** Attributes that changed in answer and have not been read since, with their values before, by element. */
	private readonly changed = new WeakMap<Node, Map<string, string | null>>();
	/** Nodes that were read as answers in the look under way: what stands in them came with them. */
	private read = new WeakSet<Node>();
	/** Elements that came or were shown in answer: what the visitor does there is editing too. */
	private readonly places = new WeakSet<Node>();
	/** Elements of which the page changed how they are shown. */
	private readonly turned = new WeakSet<Node>();
	/** Shadow roots and documents of frames that came in answer: no mutation record tells of what stands in them before they are observed. */
	private readonly roots = new WeakSet<Node>();
	/** Roots among these that the look under way has read. */
	private readonly entered = new Set<Node>();
	/** Texts that are hidden in their nodes. */
	private readonly texts = new WeakMap<Node, number>();
	private readonly shown = new HashSet( MOST_SHOWN );
	/** Classes, declarations, attributes, strings of style sheets and parts of addresses that were shown. */
	private readonly names = new HashSet( MOST_NAMES );
	private hidden = new HashSet( MOST_HIDDEN );
	private hiddenBefore = new HashSet( 0 );
	private isAnyHidden = false;

	/** @param isChosen Whether a text says what a hidden choice offers: that the text was shown says nothing of what is chosen. */
	constructor( private readonly isChosen: ( text: string ) => boolean = () => false ) {}

	/** Takes what changed in answer. Answers whether texts or nodes did: the page is not at rest. */
	note( records: readonly MutationRecord[] ): boolean {
		let isMoved = false;
		for ( const { type, target, attributeName, oldValue, addedNodes } of records ) {
			if ( type === 'attributes' ) {
				this.touchAttribute( target as Element, attributeName!, oldValue );
				continue;
			}
			isMoved = true;
			const place = type === 'characterData' ? parentOf( target ) : target;
			if ( place && /^style$/i.test( nodeNameOf( place ) ) ) {
				this.touchAttribute( place as Element, '_cssText' );
			}
			if ( type === 'characterData' ) {
				this.pending.add( target );
			} else {
				for ( let at = 0; at < addedNodes.length; at++ ) {
					this.touch( addedNodes[ at ]! );
				}
			}
		}
		return isMoved;
	}

	/** A node came in answer. */
	touch( node: Node ): void {
		this.pending.add( node );
		this.places.add( node );
	}

	/** A shadow root, or the document of a frame, came in answer. */
	touchRoot( root: Node ): void {
		this.roots.add( root );
	}

	/** An attribute changed in answer. */
	touchAttribute( element: Element, name: string, before: string | null = null ): void {
		const names = this.changed.get( element ) ?? new Map<string, string | null>();
		this.changed.set( element, names );
		if ( ! names.has( name ) ) {
			names.set( name, before );
		}
		if ( SHOWS.test( name ) && ! isAroundFocus( element ) ) {
			this.turned.add( element );
		}
	}

	/** Whether a node stands in something that came or was shown in answer. */
	holds( node: Node ): boolean {
		let at: Node | null = node;
		for ( let depth = 0; at && depth < DEEPEST && ! this.places.has( at ) && ! this.isOpened( at ); depth++ ) {
			at = around( at );
		}
		return at !== null && ( this.places.has( at ) || this.isOpened( at ) );
	}

	/** Whether a node was there before, and was shown in answer above the page, as a calendar is. */
	private isOpened( node: Node ): boolean {
		return this.turned.has( node ) && /^(absolute|fixed)$/.test( getComputedStyle( node as Element ).position );
	}

	/** A look or a snapshot begins: what the one before has read is known. */
	begin(): void {
		this.read = new WeakSet();
		// A root is observed from its first reading on.
		this.entered.forEach( ( root ) => this.roots.delete( root ) );
		this.entered.clear();
	}

	/** Whether a node that is read now came or changed in answer: itself, or with the node around it. */
	takes( node: Node ): boolean {
		const parent = parentOf( node );
		const isInNewRoot = parent !== null && this.roots.has( parent );
		if ( isInNewRoot ) {
			this.entered.add( parent );
		}
		const isAnswer = this.pending.delete( node ) || isInNewRoot || this.read.has( placeAround( node )! );
		if ( isAnswer ) {
			this.read.add( node );
		}
		return isAnswer;
	}

	/** The attributes of an element that have changed in answer since they were read, with their values before. */
	takeAttributes( element: Element ): ReadonlyMap<string, string | null> | undefined {
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
		const isHidden = isAnswer ? ! this.shown.has( key ) : this.hidesKey( key );
		if ( isHidden ) {
			this.texts.set( node, hash );
			this.hideKey( key );
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

	/** Whether a class, a declaration, an attribute or a string of a style sheet has been shown before, by its hash. */
	knowsName( hash: number ): boolean {
		return this.names.has( hash );
	}

	/** Enters one that is shown. False: known before, or one too many. */
	learnName( hash: number ): boolean {
		return ! this.names.has( hash ) && this.names.add( hash );
	}

	/** Whether something was hidden in an answer, by its hash. */
	hidesKey( hash: number ): boolean {
		return this.isAnyHidden && ( this.hidden.has( hash ) || this.hiddenBefore.has( hash ) );
	}

	/** Hides something for the rest of the page view. */
	hideKey( key: number ): void {
		this.isAnyHidden = true;
		if ( ! this.hidden.add( key ) ) {
			this.hiddenBefore = this.hidden;
			this.hidden = new HashSet( MOST_HIDDEN );
			this.hidden.add( key );
		}
	}

	private keyOf( text: string, parent: Element, hash: number ): number {
		return WORD.test( text ) && ! this.isChosen( text ) ? hash : Math.imul( hash ^ placeOf( parent ), 0x01000193 ) || 1;
	}
}

/**
 * Knows of every element how far it may be shown. A state is inherited; a child is never more open
 * than its parent.
 */
import { MARKER_SELECTOR, isFormControl, isSensitiveField, markerOf, type Preset } from '../../privacy';
import { createLabels } from './labels';

/** Bits of a state. */
export const BLOCK = 1;
export const MASK = 2;
/** Inside a form control: text typed, option texts, what is written in an editable region. */
export const CONTROL = 4;
export const SENSITIVE = 8;
/** Input events are not recorded. */
export const IGNORE = 16;
/** The page asked to show this; relaxes the preset, never a mask, a block or the sensitive rules. */
export const ALLOW = 32;
/** Not in the page any more: nothing can be said about it, so nothing of it is recorded. */
export const GONE = 64;

/** Thrown for a selector that this browser does not understand: the place it names cannot be protected. */
export class SelectorError extends Error {}

export interface Boundary {
	/** Call before each event: what was found out before may have changed. */
	forget: () => void;
	/** State of the place a node stands in, its own element included. A text is as closed as where it is shown and where it came from. */
	stateOf: ( node: Node | null ) => number;
	/**
	 * Whether this very element is blocked, whatever it stands in; says it before anything of it is looked at.
	 * A shadow root never is, but what is taken out of it is followed if it stands in something closed.
	 */
	isBlocked: ( element: Element | ShadowRoot ) => boolean;
	/** State of an element whose parent's state is known. */
	within: ( element: Element, parentState: number ) => number;
	/** State of a text whose parent's state is known. */
	ofText: ( node: Node, parentState: number ) => number;
	/** Adds a protection: a selector, an element, or a list of such (NodeList, array, jQuery). Throws SelectorError. */
	protect: ( what: unknown, bit: typeof BLOCK | typeof MASK ) => void;
	/** Says that a node which has not been recorded was taken out of another: out of something closed it stays closed. */
	left: ( node: Node, from: Node ) => void;
	/** Says that the element has been recorded in the state it is in. */
	note: ( element: Element, state: number ) => void;
	/** Whether the element, or one inside it, is closed now and was not when it was recorded. True once. */
	closedSince: ( element: Element ) => boolean;
	/** Whether a field holds what is never recorded: a password, a code, a card. With inputs not recorded, also one that only keys on the page can fill. */
	isSecret: ( field: HTMLInputElement ) => boolean;
}

/** A document that is edited as a whole is one form control. */
const writtenIn = ( { designMode }: Document ) => ( designMode === 'on' ? CONTROL : 0 );

const FIELDS = 'input,textarea,select,option,optgroup,datalist,output,[contenteditable],[role]';

/**
 * @param selectors The owner's blocked selectors; each is tried alone, so that a bad one cannot hide
 *                  behind the others. Throws SelectorError.
 * @param preset    Decides which fields count as personal.
 * @param inputs    Whether form inputs are recorded; if not, every field is hidden and none needs a closer look.
 * @param pageState State that the whole page starts from.
 */
export function createBoundary( selectors: readonly string[], preset: Preset, inputs: boolean, pageState: number ): Boundary {
	const lists: Record<number, string[]> = { [ BLOCK ]: [], [ MASK ]: [] };
	/** What was closed once stays closed, whatever becomes of its classes. */
	const closed = new WeakMap<Node, number>();
	/** Why fields are sensitive; one that has been stays. */
	const reasons = new WeakMap<Element, string>();
	/** Fields looked at since the last forget(): a word list takes its time. */
	let judged = new WeakSet<Element>();
	/** Names and ids of password fields: a field made anew under such a name is one too. */
	const passwordNames = new Set<string>();
	const labels = createLabels();
	let blocks = '';
	let masks = '';
	let interesting = '';
	let reaching = '';
	let blocking = '';

	const prepare = () => {
		blocks = lists[ BLOCK ]!.join();
		masks = lists[ MASK ]!.join();
		const own = [ ...lists[ BLOCK ]!, ...lists[ MASK ]! ];
		blocking = [ ...lists[ BLOCK ]!, MARKER_SELECTOR.block ].join();
		interesting = [ ...own, ...Object.values( MARKER_SELECTOR ), FIELDS ].join();
		// A change outside an element can make only these match it.
		reaching = own.filter( ( selector ) => /[\s>+~:]/.test( selector.trim() ) ).join();
	};

	const reasonOf = ( element: Element ): string => {
		let reason = reasons.get( element ) || ( ! judged.has( element ) && isSensitiveField( element, preset, labels.of ) ) || '';
		judged.add( element );
		const names = [ element.id, element.getAttribute( 'name' ) ].filter( Boolean ) as string[];
		if ( reason === 'password' ) {
			names.forEach( ( name ) => passwordNames.add( name ) );
		} else if ( names.some( ( name ) => passwordNames.has( name ) ) ) {
			reason = 'password';
		}
		reasons.set( element, reason );
		return reason;
	};

	const look = ( element: Element, parentState: number ): number => {
		let state = parentState | ( closed.get( element ) ?? 0 );
		if ( state & BLOCK || ! element.matches( interesting ) ) {
			return state;
		}
		const marker = markerOf( element );
		const isControl = isFormControl( element );
		let own = 0;
		if ( marker === 'block' || ( marker === 'sensitive' && ! isControl ) || ( blocks && element.matches( blocks ) ) ) {
			own = BLOCK;
		} else if ( marker === 'mask' || marker === 'sensitive' || ( masks && element.matches( masks ) ) ) {
			own = MASK;
		} else if ( marker === 'ignore' ) {
			own = IGNORE;
		} else if ( marker === 'allow' ) {
			state |= ALLOW;
		}
		if ( isControl ) {
			// Remembered too: what was written in an editable region stays written by a visitor when editing ends.
			own |= CONTROL;
			if ( inputs && reasonOf( element ) ) {
				own |= SENSITIVE;
			}
		}
		if ( own ) {
			close( element, own );
		}
		return state | own;
	};

	/** States found since the last forget(): the page does not change while one event is looked at. */
	let found = new Map<Node, number>();

	/** What stands in a slot is shown where the slot is. */
	const slotted = ( { assignedSlot }: Element | Text ) => ( assignedSlot ? stateOf( assignedSlot ) & ~ALLOW : 0 );

	const ofText = ( node: Node, parentState: number ) => parentState | slotted( node as Text ) | ( closed.has( node ) ? MASK : 0 );

	const within = ( element: Element, parentState: number ): number => {
		const state = look( element, parentState | slotted( element ) );
		found.set( element, state );
		return state;
	};

	const stateOf = ( node: Node | null ): number => {
		if ( ! node ) {
			return GONE;
		}
		let state = found.get( node );
		if ( state !== undefined ) {
			return state;
		}
		if ( node === document ) {
			state = pageState | writtenIn( document );
		} else if ( node.nodeType === 1 ) {
			state = within( node as Element, stateOf( node.parentNode ) );
		} else if ( node.nodeType === 3 ) {
			state = ofText( node, stateOf( node.parentNode ) );
		} else if ( node.nodeType === 9 ) {
			// A frame's document belongs to the frame.
			state = stateOf( ( node as Document ).defaultView?.frameElement ?? null ) | writtenIn( node as Document );
		} else {
			state = stateOf( node.parentNode ?? ( node as ShadowRoot ).host ?? null );
		}
		found.set( node, state );
		return state;
	};

	const close = ( node: Node, bits: number ) => closed.set( node, ( closed.get( node ) ?? 0 ) | bits );

	/** Shadow roots and documents of frames inside something closed, and the frames. */
	const followed = new WeakSet<Node>();
	/**
	 * What is taken out of something closed stays closed. Where it was taken from may itself have been moved
	 * or have gone by the time this is told, so the observer knows how closed its places are.
	 */
	const exits = [ BLOCK, MASK ].map( ( bit ) => {
		const keepClosed = ( records: MutationRecord[] ) => {
			for ( const { target, addedNodes, removedNodes } of records ) {
				removedNodes.forEach( ( node ) => close( node, bit | ( stateOf( target ) & BLOCK ) ) );
				addedNodes.forEach( enter );
			}
		};
		const observer = new MutationObserver( keepClosed );
		const follow = ( root: Node ) => {
			observer.observe( root, { childList: true, subtree: true } );
			enter( root );
		};
		const followOnce = ( root?: Node | null ) => {
			if ( root && ! followed.has( root ) ) {
				followed.add( root );
				follow( root );
			}
		};
		/** No observer looks into a shadow root or a frame from outside. */
		const enter = ( place: Node ) => {
			const walker = document.createTreeWalker( place, NodeFilter.SHOW_ELEMENT );
			for ( let node: Node | null = place; node; node = walker.nextNode() ) {
				const element = node as HTMLIFrameElement;
				followOnce( element.shadowRoot );
				if ( element.localName === 'iframe' && ! followed.has( element ) ) {
					followed.add( element );
					const load = () => followOnce( element.contentDocument );
					element.addEventListener( 'load', load );
					load();
				}
			}
		};
		return { bit, follow, followOnce, take: () => keepClosed( observer.takeRecords() ) };
	} );
	const exitOf = ( state: number ) => exits.find( ( { bit } ) => state & bit );

	/** Throws for a selector that is not understood, and for one that is not closed: it would swallow those after it. */
	const isWhole = ( selector: string ): boolean => {
		const probe = document.createElement( 'candid-x' );
		try {
			// A bracket, quotation mark or comment that is open takes this in, and the browser closes it in silence.
			probe.matches( `${ selector })` );
		} catch {
			return probe.matches( `${ selector },candid-x` );
		}
		return false;
	};

	const protect = ( what: unknown, bit: typeof BLOCK | typeof MASK ) => {
		try {
			if ( typeof what === 'string' && isWhole( what ) ) {
				lists[ bit ]!.push( what );
				return prepare();
			}
			if ( ( what as Node ).nodeType === 1 ) {
				close( what as Node, bit );
				return exitOf( bit )!.follow( what as Node );
			}
			if ( typeof what === 'object' && 'length' in what! ) {
				return Array.from( what as ArrayLike<unknown> ).forEach( ( one ) => protect( one, bit ) );
			}
		} catch {}
		throw new SelectorError();
	};

	selectors.forEach( ( selector ) => protect( selector, BLOCK ) );
	prepare();

	const noted = new WeakSet<Element>();
	const note = ( element: Element, state: number ): boolean => {
		if ( ! ( state & ( BLOCK | MASK | SENSITIVE ) ) || noted.has( element ) ) {
			return false;
		}
		noted.add( element );
		exitOf( closed.get( element ) ?? 0 )?.follow( element );
		return true;
	};

	return {
		forget() {
			found = new Map();
			exits.forEach( ( { take } ) => take() );
			// What was closed just now may have been found open on the way.
			found = new Map();
			labels.forget();
			judged = new WeakSet();
		},
		isBlocked( element ) {
			if ( element.nodeType === 11 ) {
				found = new Map();
				exitOf( stateOf( element ) & ~pageState )?.followOnce( element );
				return false;
			}
			return ( element as Element ).matches( blocking ) || ( ( closed.get( element ) ?? 0 ) & BLOCK ) !== 0;
		},
		ofText,
		stateOf,
		within,
		protect,
		left( node, from ) {
			const state = stateOf( from ) & ( BLOCK | MASK );
			if ( state ) {
				close( node, state );
			}
		},
		note,
		isSecret( field ) {
			const reason = reasonOf( field );
			// Which words are secret only the build knows that records inputs.
			return /^([ma]|pa)/.test( reason ) || ( inputs ? reason[ 0 ] === 'w' : field.readOnly && ! field.defaultValue );
		},
		closedSince( element ) {
			const isNew = ( candidate: Element ) => note( candidate, look( candidate, 0 ) );
			return isNew( element ) || ( reaching !== '' && Array.from( element.querySelectorAll( reaching ) ).some( isNew ) );
		},
	};
}

/**
 * Whether the visitor is editing something hidden, and the page still answers (docs/adr/0011). Editing begins with the
 * first sign of the visitor inside something hidden, lasts as long as the focus is in what he writes or the pointer is
 * pressed, and ends when the page has come to rest after he has left.
 */
import { DOCUMENT, ELEMENT, closestTo, documentOf, isConnected, listen, localNameOf, nodeTypeOf, unlisten, windowOf } from '../../privacy/natives';
import { task } from '../tasks/task';
import { isFocused } from './focus';

/** A page is at rest when no node and no text has changed for so long (ms): longer than pages wait before they ask a server. */
export const REST_MS = 500;
/** A page that never rests, such as one with a clock in tenths of seconds, has answered by then (ms). */
export const LONGEST_MS = 5000;
/** A pointer whose release nobody told is not pressed any longer (ms). */
const LONGEST_PRESS_MS = 60_000;

/** Keys that write nothing and leave nothing. */
const SILENT_KEY = /^(Tab|Shift|Control|Alt|Meta|Escape|CapsLock|F\d+)$/;
/** Elements that take a key for a purpose of their own: no letter is written there. */
const PRESSED = /^(a|button|summary|body|html)$/;

const NAMES = 'input change keydown paste drop compositionstart submit click pointerdown mousedown touchstart pointerup pointercancel mouseup touchend dragend focusout'.split( ' ' );

/** Where a sign of the visitor is. */
export interface Sign {
	/** The hidden control, or the closed part of the page. */
	place: Element;
	/** Whether a text is written there: what the page does while the focus stays is an answer. */
	isWritten: boolean;
}

export interface EditingSettings {
	/** The hidden place in which a target stands; null where what a visitor does is recorded. */
	hiddenAt: ( target: Element ) => Sign | null;
	/** Whether a target is a field that is recorded. */
	isRecorded: ( target: Element ) => boolean;
	/** Whether a target stands in something that the page showed in answer: a list of suggestions, a calendar. */
	isAnswer: ( target: Element ) => boolean;
}

/** The focus is in the element, and in each frame around it. */
function hasFocus( element: Element ): boolean {
	const page = documentOf( element )!;
	const frame = page === document ? null : windowOf( page )?.frameElement;
	return isConnected( element ) && isFocused( element ) && ( ! frame || hasFocus( frame ) );
}

/** An address of another document than the one that links to it. */
function leavesPage( link: HTMLAnchorElement ): boolean {
	const { protocol, host, pathname, search } = link;
	return /^http/.test( protocol ) && ( host !== location.host || pathname !== location.pathname || search !== location.search );
}

export class Editing {
	/** Called before the editing begins or ends: what has changed until then is still to be taken. */
	public onEdge: () => void = () => {};
	/** Called when an answer of the server came after the editing: what has changed just now is that answer. */
	public onLate: () => void = () => {};
	private isStarted = false;
	private readonly windows = new Set<Window>();
	/** Times of the page's clock (ms): begin of the editing (0: none), last sign, last change, when the focus left the field, when the pointer was pressed. */
	private begun = 0;
	private lastSign = 0;
	private lastChange = 0;
	private left = 0;
	/** When the editing that ended last had begun, and when it ended. */
	private past: [ begun: number, ended: number ] = [ 0, 0 ];
	private pressed = 0;
	/** Where the visitor writes. */
	private field: Element | null = null;
	/** Forms in which something hidden was edited: their buttons send it, or show it once more. */
	private forms = new WeakSet<Element>();
	/** Canvases that were drawn on. */
	private drawn = new WeakSet<Element>();

	constructor( private readonly settings: EditingSettings, private readonly now: () => number = () => performance.now() ) {}

	start(): void {
		this.isStarted = true;
		this.listen( windowOf( document ) );
	}

	stop(): void {
		this.isStarted = false;
		this.windows.forEach( ( view ) => NAMES.forEach( ( name ) => unlisten( view, name, this.onSign, { capture: true } ) ) );
		this.windows.clear();
		this.begun = 0;
		this.field = null;
	}

	/** Listens in a window: the page's, and those of its frames. */
	listen( view: Window | null ): void {
		if ( view && this.isStarted && ! this.windows.has( view ) ) {
			this.windows.add( view );
			this.listenAgain();
		}
	}

	/** Listens again in every window: `document.open()` has removed the listeners of one. The same listener twice is one. */
	listenAgain(): void {
		this.windows.forEach( ( view ) => NAMES.forEach( ( name ) => listen( view, name, this.onSign, { capture: true, passive: true } ) ) );
	}

	/** Whether what changes now is an answer. Asked before the change is counted. */
	get isOpen(): boolean {
		if ( ! this.begun ) {
			return false;
		}
		const now = this.now();
		if ( this.pressed && now - this.pressed < LONGEST_PRESS_MS ) {
			return true;
		}
		if ( this.field ) {
			if ( hasFocus( this.field ) ) {
				return true;
			}
			// A field that the page took away has told no loss of focus.
			this.lastSign = Math.max( this.lastSign, this.left || now );
			this.field = null;
		}
		if ( now - Math.max( this.lastSign, this.lastChange ) < REST_MS && now - this.lastSign < LONGEST_MS ) {
			return true;
		}
		this.close();
		return false;
	}

	/**
	 * A server has answered.
	 *
	 * @param made When it was asked (ms of the page's clock).
	 */
	answered( made: number ): void {
		const [ begun, ended ] = this.past;
		if ( this.isOpen ) {
			this.lastChange = made >= this.begun ? this.now() : this.lastChange;
		} else if ( begun && made >= begun && made <= ended ) {
			this.onLate();
			this.begun = begun;
			this.lastSign = this.now();
		}
	}

	private close(): void {
		this.past = [ this.begun, this.now() ];
		this.begun = 0;
	}

	/** Nodes or texts changed in answer. */
	changed(): void {
		this.lastChange = this.now();
	}

	/** Whether an element is a canvas that was drawn on, or a part of one: the pointer over it is not told. */
	isDrawn( element: Element ): boolean {
		return this.drawn.has( closestTo( element, 'svg,canvas' )! );
	}

	/** The visitor edits. */
	private edit( place: Element | null, isWritten = false ): void {
		if ( ! this.isOpen ) {
			this.onEdge();
			this.begun = this.now() || 1;
		}
		this.lastSign = this.now();
		this.left = 0;
		if ( place ) {
			const form = ( place as HTMLInputElement ).form ?? closestTo( place, 'form' );
			if ( form ) {
				this.forms.add( form );
			}
			if ( isWritten ) {
				this.field = place;
			}
		}
	}

	/** The visitor does something else. */
	private end(): void {
		this.onEdge();
		this.close();
		// Requests from before are answered on a page that the visitor has left.
		this.past = [ 0, 0 ];
		this.field = null;
	}

	private readonly onSign = task( ( event: Event ): void => {
		const target = event.composedPath()[ 0 ] as Element | undefined;
		const kind = target ? nodeTypeOf( target ) : 0;
		if ( kind === ELEMENT || kind === DOCUMENT ) {
			this.meet( event, target! );
		}
	} );

	private meet( event: Event, target: Element ): void {
		switch ( event.type ) {
			case 'focusout':
				this.left = this.now();
				return;
			case 'pointerup':
			case 'pointercancel':
			case 'mouseup':
			case 'touchend':
			case 'dragend':
				if ( this.pressed ) {
					this.pressed = 0;
					this.lastSign = this.now();
				}
				return;
			case 'input':
			case 'change':
				return this.onInput( event, target );
			case 'keydown':
				return this.onKey( event as KeyboardEvent, target );
			case 'paste':
			case 'compositionstart':
			case 'drop':
				return this.onText( event, target );
			case 'submit':
				if ( this.forms.has( target ) ) {
					this.edit( target );
				}
				return;
			default:
				return this.onPointer( event, target );
		}
	}

	private onInput( event: Event, target: Element ): void {
		const sign = this.settings.hiddenAt( target );
		// A script that fills in a form as the page loads answers nobody.
		const isVisitors = event.isTrusted || isFocused( target ) || navigator.userActivation?.isActive !== false;
		if ( sign ) {
			if ( isVisitors ) {
				this.edit( sign.place, sign.isWritten );
			}
		} else if ( event.type === 'input' && isVisitors && ! this.settings.isRecorded( target ) ) {
			// An element that tells of input and holds no value: a component with a closed shadow root.
			this.edit( target, true );
		}
	}

	private onKey( event: KeyboardEvent, target: Element ): void {
		if ( ! event.isTrusted || SILENT_KEY.test( event.key ) ) {
			return;
		}
		const sign = this.settings.hiddenAt( target );
		if ( sign ) {
			this.edit( sign.place, sign.isWritten );
		} else if ( event.key?.length === 1 && event.key !== ' ' && ! event.ctrlKey && ! event.metaKey && ! event.altKey && ! this.settings.isRecorded( target ) ) {
			// An editor without a text area.
			this.edit( target, ! ( nodeTypeOf( target ) === ELEMENT && PRESSED.test( localNameOf( target ) ) ) );
		}
	}

	private onText( event: Event, target: Element ): void {
		const sign = this.settings.hiddenAt( target );
		if ( sign || ! this.settings.isRecorded( target ) ) {
			this.edit( sign?.place ?? target, sign?.isWritten );
		}
	}

	private onPointer( event: Event, target: Element ): void {
		const isPress = event.type !== 'click';
		if ( isPress && isSurface( target ) ) {
			this.drawn.add( closestTo( target, 'svg,canvas' )! );
			this.press( target );
			return;
		}
		if ( ! event.isTrusted ) {
			return;
		}
		const link = isPress ? null : ( closestTo( target, 'a[href]' ) as HTMLAnchorElement | null );
		if ( link && leavesPage( link ) && ! this.settings.isAnswer( link ) && ! this.forms.has( closestTo( link, 'form' )! ) ) {
			return this.begun ? this.end() : undefined;
		}
		const sign = this.settings.hiddenAt( target );
		if ( sign ) {
			// Nothing is written yet where a field gets the focus: a calendar may open.
			return isPress && ! sign.isWritten ? this.press( sign.place ) : this.edit( sign.place );
		}
		const button = closestTo( target, 'button,input,[role=button]' ) as HTMLButtonElement | null;
		if ( this.settings.isAnswer( target ) || ( button && this.forms.has( ( button.form ?? closestTo( button, 'form' ) )! ) ) ) {
			this.edit( null );
		}
	}

	private press( place: Element ): void {
		this.edit( place );
		this.pressed = this.now() || 1;
	}
}

/** A surface on which a pressed pointer draws. A drawing takes all gestures from the browser (Pointer Events, touch-action). */
const isSurface = ( target: Element ): boolean => {
	const surface = closestTo( target, 'svg,canvas' );
	return !! surface && ( localNameOf( surface ) === 'canvas' || getComputedStyle( surface ).touchAction === 'none' );
};

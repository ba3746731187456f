/** Which places of the page the pointer, a scroll or a selection may be told of. */
import { BLOCKED, CONTROL, GONE } from '../../privacy';
import type { NodeOf } from '../recorded';
import type { ContentScrubber, ShowSettings } from './content-scrubber';
import { CHOICES, COPIES, KEY } from './state-attributes';
import { SHOW_TEXTS, closestTo, isElement, labelledBy, parentElementOf, parentOf, tagsIn, treeIn } from '../../privacy/natives';

/** A key says little; of a larger element the text is not put together (elements, characters). */
const MOST_IN_KEY = 9;
const LONGEST_KEY = 40;
/** A longer text is not looked through for every step of a selection (characters). */
const LONGEST_SELECTED = 20_000;

/** The text of a small element, or nothing of a larger one. */
function shortTextOf( element: Element ): string {
	let text = '';
	const walker = treeIn( document, element, SHOW_TEXTS );
	for ( let count = 0; walker.nextNode(); count++ ) {
		const { data } = walker.currentNode as Text;
		if ( count > LONGEST_KEY || text.length + data.length > LONGEST_KEY ) {
			return '';
		}
		text += data.trim();
	}
	return text;
}

export class Places {
	/** Whether each element is silent, since the last forget(). */
	private silent = new Map<unknown, boolean>();

	constructor( private readonly settings: ShowSettings, private readonly nodeOf: NodeOf, private readonly content: ContentScrubber ) {}

	/** Call before each event. */
	forget(): void {
		this.silent = new Map();
	}

	/** State of the place that an id names. */
	stateOf( id: unknown ): number {
		const node = this.nodeOf( id as number ) as Element | null;
		const state = this.settings.boundary.stateOf( node );
		// How the copy of an option looks tells which one is picked.
		return state & CONTROL && this.content.hides( state ) && closestTo( node, COPIES ) ? state | BLOCKED : state;
	}

	isShut( id: unknown ): boolean {
		return ( this.stateOf( id ) & ( BLOCKED | GONE ) ) !== 0;
	}

	/** Whether a position over the element would tell a choice or a key: sliders, options, key pads. */
	isSilent( id: unknown ): boolean {
		let is = this.silent.get( id );
		if ( is === undefined ) {
			const element = this.nodeOf( id as number ) as Element | null;
			const choice = closestTo( element, CHOICES ) ?? closestTo( ( closestTo( element, 'label' ) as HTMLLabelElement | null )?.control, CHOICES );
			// Inside something blocked no node has an id.
			is = this.isShut( id ) || ( !! element && this.settings.isQuiet( element ) ) || this.isKey( element ) || ( !! choice && this.content.hides( this.settings.boundary.stateOf( choice ) | CONTROL ) );
			this.silent.set( id, is );
		}
		return is;
	}

	/** Whether scrolling in it would tell what is chosen or how much is written. */
	isScrollTold( id: unknown ): boolean {
		const state = this.stateOf( id );
		return ! ( state & ( BLOCKED | GONE ) ) && ! ( this.content.hides( state ) && state & CONTROL );
	}

	/** Whether a selection may begin or end in it: offsets into a text that was replaced would tell its length. */
	isSelectable( id: number ): boolean {
		const node = this.nodeOf( id );
		const state = this.settings.boundary.stateOf( node );
		const text = ( node as Text | null )?.data ?? '';
		return ! ( state & ( BLOCKED | GONE | CONTROL ) ) && ! this.content.hides( state ) && ! this.isKey( parentElementOf( node! ) ) && text.length < LONGEST_SELECTED && ( ! text || ( ! this.settings.answers.hidesNow( node as Text ) && this.content.text( parentOf( node! ) as Element, text, state ) === text ) );
	}

	/** Whether the element is a key that could write into a secret field of the page. */
	private isKey( element: Element | null | undefined ): boolean {
		const key = this.settings.typed.hasSecret() && ( ( closestTo( element, 'button,[role=button]' ) ?? element ) as HTMLInputElement | null );
		return !! key && ( ! isElement( key ) || ! tagsIn( key, '*' )[ MOST_IN_KEY ] ) && [ shortTextOf( key ), isElement( key ) && labelledBy( key ), key.type === 'button' && key.value ].some( ( text ) => KEY.test( text as string ) );
	}
}

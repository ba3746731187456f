/** Keys in groups and recovery codes that a page spreads over elements: in a text alone a group says nothing. */
import { hideKeys, saysCode, textsNear } from '../../privacy';
import { code } from '../../contracts/generated/privacy-rules/patterns';
import { parentElementOf } from '../../privacy/natives';

const CODE = new RegExp( code, 'i' );
/** Letters and digits, or capitals only: words are neither. */
const ODD = /\d|^\s*[A-Z]{4}\s*$/;
/** Beside words that say so, this is a code by itself. */
const LONG = /\d.*\d.*\d/;
/** Of a long list the beginning tells what it is (texts). */
const MOST_TEXTS = 60;
/** A key has four groups or more. */
const FEWEST_GROUPS = 4;
/** A list, its lines, what stands in a line. */
const LEVELS = 4;

export class CodeLists {
	/** The short texts of each element; of those without the codes among them, if there are any. */
	private lists = new Map<Element, { count: number; rest: string[] | null }>();
	private said = new Map<Element, boolean>();

	/** Call when the page may have changed. */
	forget(): void {
		this.lists = new Map();
		this.said = new Map();
	}

	/** Whether a text is a key or a code of a list around it. */
	holds( text: string, parent: Element ): boolean {
		if ( text.length > 200 || ! ODD.test( text ) || ! CODE.test( text ) ) {
			return false;
		}
		const alone = text.trim();
		let at: Element | null = parent;
		for ( let level = 0; at && level < LEVELS; level++, at = parentElementOf( at ) ) {
			const { count, rest } = this.listIn( at );
			if ( rest && ! rest.includes( alone ) ) {
				return true;
			}
			if ( count >= FEWEST_GROUPS ) {
				// The nearest list decides: what stands in the next one has nothing to do with it.
				break;
			}
		}
		return alone.length > 5 && LONG.test( alone ) && this.isSaid( parentElementOf( parent ) ?? parent );
	}

	private listIn( element: Element ): { count: number; rest: string[] | null } {
		let list = this.lists.get( element );
		if ( ! list ) {
			const texts = textsNear( element, MOST_TEXTS ).filter( ( text ) => CODE.test( text ) );
			const joined = texts.join( '\n' );
			const hidden = hideKeys( joined );
			list = { count: texts.length, rest: hidden === joined ? null : hidden.split( '\n' ) };
			this.lists.set( element, list );
		}
		return list;
	}

	private isSaid( element: Element ): boolean {
		let is = this.said.get( element );
		if ( is === undefined ) {
			this.said.set( element, ( is = saysCode( element ) ) );
		}
		return is;
	}
}

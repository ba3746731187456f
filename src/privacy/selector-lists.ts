/** The selectors of an owner and of a page that block or mask, each tried alone: a bad one cannot hide behind others. */
import { BLOCKED, MARKED_OR_FIELD, MASKED } from './element-state';
import { MARKER_SELECTOR } from './markers';
import { matches, newElement } from './natives';

/** Thrown for a selector that this browser does not understand: the place it names cannot be protected. */
export class SelectorError extends Error {}

type Protection = typeof BLOCKED | typeof MASKED;

/** Throws for a selector that is not understood; false for one that is not closed: it would swallow those after it. */
function isWhole( selector: string ): boolean {
	const probe = newElement( document, 'candid-x' );
	try {
		// A bracket, quotation mark or comment that is open takes this in, and the browser closes it in silence.
		matches( probe, `${ selector })` );
	} catch {
		return matches( probe, `${ selector },candid-x` );
	}
	return false;
}

export class SelectorLists {
	private readonly lists: Record<number, Set<string>> = { [ BLOCKED ]: new Set(), [ MASKED ]: new Set() };
	private joined: { blocks: string; masks: string; interesting: string; blocking: string; reaching: string } | undefined;

	/** Throws SelectorError for a selector that is not understood or not closed. */
	add( selector: string, bit: Protection ): void {
		try {
			if ( isWhole( selector ) ) {
				this.lists[ bit ]!.add( selector );
				this.joined = undefined;
				return;
			}
		} catch {}
		throw new SelectorError( selector );
	}

	/** BLOCKED, MASKED or 0: what the selectors ask for this very element. */
	bitsOf( element: Element ): number {
		const { blocks, masks } = this.read();
		if ( blocks && matches( element, blocks ) ) {
			return BLOCKED;
		}
		return masks && matches( element, masks ) ? MASKED : 0;
	}

	/** Everything that can have a state of its own. */
	get interesting(): string {
		return this.read().interesting;
	}

	/** What blocks: the selectors, and the marks. */
	get blocking(): string {
		return this.read().blocking;
	}

	/** Selectors that an element can come to match by a change outside of it; empty when there are none. */
	get reaching(): string {
		return this.read().reaching;
	}

	/** Which of the blocking selectors matches one of the elements. */
	blockedBy( element: Element ): string | undefined {
		return [ ...this.lists[ BLOCKED ]! ].find( ( selector ) => matches( element, selector ) );
	}

	private read() {
		if ( ! this.joined ) {
			const [ blocks, masks ] = [ BLOCKED, MASKED ].map( ( bit ) => [ ...this.lists[ bit ]! ] ) as [ string[], string[] ];
			const own = [ ...blocks, ...masks ];
			this.joined = {
				blocks: blocks.join(),
				masks: masks.join(),
				interesting: [ ...own, MARKED_OR_FIELD ].join(),
				blocking: [ ...blocks, MARKER_SELECTOR.block ].join(),
				reaching: own.filter( ( selector ) => /[\s>+~:]/.test( selector.trim() ) ).join(),
			};
		}
		return this.joined;
	}
}

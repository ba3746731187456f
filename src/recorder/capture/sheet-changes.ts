/**
 * Finds style and link elements whose rules have changed: no observer tells of rules that scripts insert, delete or
 * change, nor of a sheet that is switched off.
 */
import { printOf } from './adopted-sheets';
import { DOCUMENT, nodeTypeOf, sheetsOf } from '../../privacy/natives';

/** Of so many comparisons one looks at every rule of every sheet; the others count the rules. */
const THOROUGH = 4;

export class SheetChanges {
	private comparisons = 0;
	private prints = new WeakMap<Element, string | number>();
	private counts = new WeakMap<Element, number>();

	/** @param mark Takes an element whose rules may be others than those recorded. */
	public constructor( private readonly mark: ( owner: Element ) => void ) {}

	/**
	 * Compares the sheets of documents and shadow roots.
	 *
	 * @param roots
	 * @param isThorough Whether rules are looked at in any case.
	 */
	public compareAll( roots: { forEach: ( each: ( root: Document | ShadowRoot ) => void ) => void }, isThorough: boolean ): void {
		const looksAtRules = ++this.comparisons % THOROUGH === 0 || isThorough;
		roots.forEach( ( root ) => this.compare( root, looksAtRules ) );
	}

	/**
	 * Compares the sheets of a document or shadow root.
	 *
	 * @param isThorough Whether rules are looked at, or how many there are alone.
	 */
	public compare( root: Document | ShadowRoot, isThorough: boolean ): void {
		const styleSheets = nodeTypeOf( root ) === DOCUMENT ? sheetsOf( root as Document ) : root.styleSheets;
		for ( let at = 0; at < styleSheets.length; at++ ) {
			const sheet = styleSheets[ at ]!;
			const owner = sheet.ownerNode as Element | null;
			if ( owner ) {
				this.compareOne( owner, sheet, isThorough );
			}
		}
	}

	private compareOne( owner: Element, sheet: CSSStyleSheet, isThorough: boolean ): void {
		const count = sheet.disabled ? -1 : countOf( sheet );
		const isOther = this.counts.get( owner ) !== count;
		if ( ! isOther && ! isThorough ) {
			return;
		}
		const print = printOf( sheet );
		// A sheet that is seen for the first time may have changed since it was recorded.
		if ( isOther || this.prints.get( owner ) !== print ) {
			this.mark( owner );
		}
		this.counts.set( owner, count );
		this.prints.set( owner, print );
	}

	public reset(): void {
		this.prints = new WeakMap();
		this.counts = new WeakMap();
	}
}

function countOf( sheet: CSSStyleSheet ): number {
	try {
		return sheet.cssRules.length;
	} catch {
		// The rules of another origin's sheet that was fetched without CORS may not be read.
		return -2;
	}
}

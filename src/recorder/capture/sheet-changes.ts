/** The style sheets of the page: their texts, and which of them have changed. */
import { SheetTexts } from './sheet-text';
import { SheetWatch } from './sheet-watch';
import { DOCUMENT, nodeTypeOf, sheetsOf } from '../../privacy/natives';

/** Of so many comparisons one looks at the rules of sheets; the others count them. */
const THOROUGH = 4;

export class SheetChanges {
	public readonly texts: SheetTexts;
	public readonly watch: SheetWatch;
	private told = new WeakMap<CSSStyleSheet, number>();
	private comparisons = 0;

	/** @param mark Takes an element whose rules may be others than those recorded. */
	public constructor( private readonly mark: ( owner: Element ) => void ) {
		this.texts = new SheetTexts( mark );
		this.watch = new SheetWatch( this.texts );
	}

	/**
	 * Compares the sheets of documents and shadow roots. A sheet that is seen for the first time may have changed since it
	 * was recorded.
	 *
	 * @param roots
	 * @param isThorough Whether rules are looked at in any case.
	 */
	public compareAll( roots: { forEach: ( each: ( root: Document | ShadowRoot ) => void ) => void }, isThorough: boolean ): void {
		if ( ++this.comparisons % THOROUGH === 0 || isThorough ) {
			this.watch.nextTurn();
		}
		roots.forEach( ( root ) => {
			const styleSheets = nodeTypeOf( root ) === DOCUMENT ? sheetsOf( root as Document ) : root.styleSheets;
			for ( let at = 0; at < styleSheets.length; at++ ) {
				const sheet = styleSheets[ at ]!;
				const owner = sheet.ownerNode as Element | null;
				const version = this.watch.version( sheet );
				if ( owner && this.told.get( sheet ) !== version ) {
					this.told.set( sheet, version );
					this.mark( owner );
				}
			}
		} );
	}

	public reset(): void {
		this.told = new WeakMap();
	}
}

/**
 * Sheets that documents and shadow roots have adopted, and rules that scripts put into sheets. The browser tells
 * neither; both are compared with what was told last.
 */
import { EVENT, SOURCE, type RecordedEvent } from '../recorded';
import { absoluteCss } from './dom/attributes';
import type { Entries, Entry } from './dom/entry';
import { rulesOf } from './sheet-rules';
import type { SheetChanges } from './sheet-changes';
import { DOCUMENT, adoptedBy, baseOf, nodeTypeOf } from '../../privacy/natives';

interface Told {
	styleId: number;
	version: number;
}

type Root = Document | ShadowRoot;

/** The frame of a document: a replay writes the next document of the frame into the same one, where the sheets stay adopted. */
const holderOf = ( entry: Entry ): Entry => ( nodeTypeOf( entry.node ) === DOCUMENT && entry.parent ) || entry;

export class AdoptedSheets {
	private readonly told = new WeakMap<CSSStyleSheet, Told>();
	/** Numbers of the sheets that were told last, by entry: a root that is recorded once more has adopted none yet. */
	private readonly lists = new WeakMap<Entry, string>();
	/** The roots with which sheets were described. A replay makes a sheet in the document of its root, and may not make one whose root is gone. */
	private readonly tellers = new Map<Entry, Set<CSSStyleSheet>>();
	private lastId = 0;

	public constructor( private readonly entries: Entries, private readonly sheets: SheetChanges, private readonly tell: ( event: RecordedEvent, root: Node ) => void ) {}

	/** Tells what of the sheets that roots have adopted is not told yet. */
	public compareAll( roots: { forEach: ( each: ( root: Root ) => void ) => void } ): void {
		for ( const [ entry, sheets ] of this.tellers ) {
			if ( entry.isGone ) {
				this.tellers.delete( entry );
				sheets.forEach( ( sheet ) => this.told.delete( sheet ) );
			}
		}
		roots.forEach( ( root ) => this.compare( root ) );
	}

	/** Tells what of the adopted sheets of a root is not told yet. */
	public compare( root: Root ): void {
		const entry = this.entries.of( root );
		const sheets = nodeTypeOf( root ) === DOCUMENT ? adoptedBy( root as Document ) : root.adoptedStyleSheets;
		if ( ! entry || ! sheets || ( sheets.length === 0 && ! this.lists.has( entry ) && ! this.lists.get( holderOf( entry ) ) ) ) {
			return;
		}
		const styles: { styleId: number; rules: { rule: string; index: number }[] }[] = [];
		const styleIds: number[] = [];
		for ( const sheet of sheets ) {
			const version = this.sheets.watch.version( sheet );
			let told = this.told.get( sheet );
			if ( told?.version !== version ) {
				// A sheet whose rules changed gets a new number: rrweb's format describes a sheet once.
				told = { styleId: ++this.lastId, version };
				this.tellers.set( entry, ( this.tellers.get( entry ) ?? new Set() ).add( sheet ) );
				this.told.set( sheet, told );
				styles.push( { styleId: told.styleId, rules: sheet.disabled ? [] : this.describe( sheet, root ) } );
			}
			styleIds.push( told.styleId );
		}
		const list = styleIds.join();
		if ( this.lists.get( entry ) !== list ) {
			this.lists.set( entry, list );
			this.lists.set( holderOf( entry ), list );
			this.tellList( entry, root, styles, styleIds );
		}
	}

	private tellList( entry: Entry, root: Root, styles: unknown[], styleIds: number[] ): void {
		this.tell( { type: EVENT.incremental, timestamp: Date.now(), data: { source: SOURCE.adoptedStyleSheet, id: entry.id, styleIds, ...( styles.length > 0 ? { styles } : {} ) } }, root );
	}

	private describe( sheet: CSSStyleSheet, root: Root ): { rule: string; index: number }[] {
		const base = baseOf( root );
		const media = sheet.media.mediaText;
		if ( media && media !== 'all' ) {
			return [ { rule: `@media ${ media } {${ this.sheets.texts.rules( sheet, base ) ?? '' }}`, index: 0 } ];
		}
		return Array.from( rulesOf( sheet ) ?? [], ( { cssText }, index ) => ( { rule: absoluteCss( cssText, base ), index } ) );
	}
}

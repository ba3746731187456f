/**
 * Collects what changed in the page since the last look, without looking at it: which node has other children, which
 * element other attributes, which text another content.
 */
import type { Answers } from '../../masking/answers';
import { chosenSource, isModal } from './attributes';
import type { Entries, Entry } from './entry';
import { DOCUMENT, firstChildOf, hasAttribute, localNameOf, nextSiblingOf, nodeNameOf, nodeTypeOf, parentOf, rootOf } from '../../../privacy/natives';
import { task } from '../../tasks/task';

/** Attribute under which rrweb's format has the rules of a style or link element. */
export const SHEET = '_cssText';
/** Attribute of our own under which it stands that a popover is open. */
export const POPOVER = 'rr_popover';

const isSheet = ( node: Node ): boolean => /^style$/i.test( nodeNameOf( node ) );

/** The value before tells whether what may be shown of an attribute has changed at all. */
const OBSERVED: MutationObserverInit = { childList: true, attributes: true, attributeOldValue: true, characterData: true, subtree: true };

/** Changes between two looks. */
export class Dirt {
	public readonly children = new Set<Node>();
	public readonly attributes = new Map<Element, Set<string>>();
	public readonly texts = new Set<Text>();
	/** Recorded nodes that were out of what is observed for a while: nothing has told what became of them there. */
	public readonly strays = new Set<Entry>();

	/** Recorded nodes that were taken out and are back, at the same place or another. */
	public readonly putBack = new Set<Node>();

	public get isEmpty(): boolean {
		return this.children.size === 0 && this.attributes.size === 0 && this.texts.size === 0;
	}

	public attribute( element: Element, name: string ): void {
		const names = this.attributes.get( element );
		if ( names ) {
			names.add( name );
		} else {
			this.attributes.set( element, new Set( [ name ] ) );
		}
	}
}

export interface ChangeHandlers {
	/** Told of what the browser tells, as it happened. */
	onRecords?: ( records: MutationRecord[] ) => void;
	/** Told of an error: changes may be lost. */
	onError?: ( error: unknown ) => void;
	/** Told of a document that got another document element: `document.open()` has removed its listeners. */
	onRewritten?: ( document: Document ) => void;
}

export class Changes {
	/** Dialogs that were recorded. */
	private readonly dialogs = new Set<Element>();
	private dirt = new Dirt();
	private readonly observer: MutationObserver;

	/**
	 * @param onChange Told when something changed; not how much.
	 * @param onLeft   Told of nodes that were taken out of another before they were recorded. Where they were is known
	 *                 only now: a text out of something masked must not be read as one of the open place where it is next.
	 * @param told     What else is told of, see ChangeHandlers.
	 */
	public constructor( private readonly entries: Entries, onChange: () => void, private readonly onLeft: ( nodes: [ node: Node, from: Node ][] ) => void, private readonly told: ChangeHandlers = {} ) {
		this.observer = new MutationObserver( task( ( records: MutationRecord[] ) => {
			this.note( records );
			if ( ! this.dirt.isEmpty ) {
				onChange();
			}
		}, told.onError ) );
	}

	/** Observes a document or shadow root. A second call for the same root is none. */
	public observe( root: Node ): void {
		this.observer.observe( root, OBSERVED );
	}

	/** Changes so far; begins a new collection. */
	public take(): Dirt {
		this.note( this.observer.takeRecords() );
		this.compareDialogs();
		const { dirt } = this;
		this.dirt = new Dirt();
		return dirt;
	}

	/** Changes so far; the collection goes on. */
	public peek(): Dirt {
		this.note( this.observer.takeRecords() );
		return this.dirt;
	}

	/** Counts the changes so far as an answer to hidden input: a server has answered late. */
	public answer( answers: Answers ): void {
		const { children, attributes, texts } = this.peek();
		texts.forEach( ( text ) => answers.touch( text ) );
		attributes.forEach( ( names, element ) => names.forEach( ( name ) => answers.touchAttribute( element, name ) ) );
		for ( const node of children ) {
			for ( let child = firstChildOf( node ); child; child = nextSiblingOf( child ) ) {
				if ( ! this.entries.of( child ) ) {
					answers.touch( child );
				}
			}
		}
	}

	/** Whether nothing changed so far. */
	public get isEmpty(): boolean {
		return this.dirt.isEmpty;
	}

	/** Marks an attribute whose change the browser does not tell, such as the rules of a sheet. */
	public mark( element: Element, name: string ): void {
		this.dirt.attribute( element, name );
	}

	/** Marks what an element shows once it has loaded or opened: the rules of a sheet, the picture that the browser chose, a popover. */
	public loaded( element: Element ): void {
		if ( ( element as HTMLLinkElement ).sheet ) {
			this.mark( element, SHEET );
		} else if ( chosenSource( element, localNameOf( element ) ) ) {
			this.mark( element, 'src' );
		} else if ( hasAttribute( element, 'popover' ) ) {
			this.mark( element, POPOVER );
		}
	}

	public watchDialog( dialog: Element ): void {
		this.dialogs.add( dialog );
	}

	/** A modal dialog that leaves the page, and be it for a moment, is modal no longer and keeps its attributes (HTML, removing steps of dialog). */
	private compareDialogs(): void {
		for ( const dialog of this.dialogs ) {
			const entry = this.entries.of( dialog );
			if ( ! entry ) {
				this.dialogs.delete( dialog );
			} else if ( isModal( dialog ) !== ( entry.hash === 1 ) ) {
				this.dirt.attribute( dialog, 'open' );
			}
		}
	}

	/** Marks a node of whose children, or of whose shadow root, the browser has told nothing. */
	public markChildren( node: Node ): void {
		this.dirt.children.add( node );
	}

	/** Marks a recorded node that was out of the page when it should have been compared: it is told anew where it comes back. */
	public markStray( entry: Entry ): void {
		this.dirt.strays.add( entry );
	}

	public stop(): void {
		// Nodes that left a closed part stay closed also for the next snapshot.
		this.note( this.observer.takeRecords() );
		this.observer.disconnect();
		this.dirt = new Dirt();
	}

	private note( records: MutationRecord[] ): void {
		this.told.onRecords?.( records );
		const left: [ Node, Node ][] = [];
		/** A page that changes much tells of one node many times in a row. */
		let last: Node | null = null;
		let lastEntry: Entry | null = null;
		for ( const record of records ) {
			const { type, target } = record;
			const entry: Entry | null = target === last ? lastEntry : this.entries.of( target );
			last = target;
			lastEntry = entry;
			if ( type === 'attributes' ) {
				if ( entry ) {
					this.dirt.attribute( target as Element, record.attributeName! );
				}
				continue;
			}
			// Neither attributes nor texts have removed nodes: the browser would make an empty list for each record.
			const removedNodes = type === 'childList' ? record.removedNodes : [];
			for ( let at = 0; at < removedNodes.length; at++ ) {
				const node = removedNodes[ at ]!;
				const removed = this.entries.of( node );
				if ( ! removed ) {
					left.push( [ node, target ] );
				} else if ( rootOf( node ) !== rootOf( target ) ) {
					// A node that was removed stays observed until its removal is told (DOM, transient registered observers).
					this.dirt.strays.add( removed );
				} else {
					this.dirt.putBack.add( node );
				}
			}
			if ( type === 'childList' && nodeTypeOf( target ) === DOCUMENT ) {
				this.told.onRewritten?.( target as Document );
			}
			const place = entry ? target : parentOf( target );
			if ( place && isSheet( place ) ) {
				// The text of a sheet is recorded as an attribute of its element.
				if ( this.entries.of( place ) ) {
					this.dirt.attribute( place as Element, SHEET );
				}
			} else if ( ! entry ) {
				// A node without an entry is read whole when its turn comes.
				continue;
			} else if ( type === 'childList' ) {
				if ( ! entry.isLeaf ) {
					this.dirt.children.add( target );
				}
			} else {
				this.dirt.texts.add( target as Text );
			}
		}
		if ( left.length > 0 ) {
			this.onLeft( left );
		}
	}
}

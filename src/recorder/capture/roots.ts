/**
 * The documents and shadow roots of the page: what is observed and listened to in each of them, from when it is
 * recorded until it is gone.
 */
import type { Changes } from './dom/changes';
import type { Entries } from './dom/entry';
import { ShadowRoots } from './shadow-roots';
import type { Signs } from './signs';
import { DOCUMENT, allIn, isElement, listen, nodeTypeOf, readyStateOf, shadowRootOf, unlisten } from '../../privacy/natives';
import { task } from '../tasks/task';

export type Root = Document | ShadowRoot;

export interface RootSettings {
	entries: Entries;
	changes: Changes;
	signs: Signs;
	/** An element has loaded: a frame, a sheet, a picture. */
	onLoad: ( element: Element ) => void;
	/** An element got a shadow root, wherever it stands. */
	onAttach: ( host: Element ) => void;
	/** Something changed that is marked already. */
	onChange: () => void;
}

const isDocument = ( root: Node ): root is Document => nodeTypeOf( root ) === DOCUMENT;

export class Roots {
	private readonly roots = new Set<Root>();
	/** Shadow roots that came since the last look. A box inside may be scrolled before they are recorded, and its event does not leave the root. */
	public fresh: ShadowRoot[] = [];
	/** Fresh roots that the look under way may record. */
	private expected: ShadowRoot[] = [];
	private readonly attached: ShadowRoots;

	public constructor( private readonly settings: RootSettings ) {
		this.attached = new ShadowRoots( ( host ) => this.onAttach( host ) );
	}

	public add( root: Root ): void {
		if ( this.roots.has( root ) ) {
			return;
		}
		this.roots.add( root );
		this.settings.changes.observe( root );
		this.listen( root );
		if ( isDocument( root ) ) {
			this.attached.watch( root );
			if ( readyStateOf( root ) === 'loading' ) {
				listen( root, 'DOMContentLoaded', this.onParsed, { once: true } );
			}
		}
	}

	public forEach( each: ( root: Root ) => void ): void {
		this.roots.forEach( each );
	}

	/** A look begins. */
	public look(): void {
		this.expected = this.fresh;
		this.fresh = [];
	}

	/** A look has been made; a root that it did not meet is outside the page. */
	public looked(): void {
		this.expected.filter( ( root ) => ! this.settings.entries.of( root ) ).forEach( ( root ) => this.settings.signs.leave( root ) );
		this.expected = [];
	}

	/** Lets go of roots that have left the page. */
	public prune(): void {
		for ( const root of this.roots ) {
			if ( ! this.settings.entries.of( root ) ) {
				this.leave( root );
			}
		}
	}

	public stop(): void {
		this.roots.forEach( ( root ) => this.leave( root ) );
		this.attached.stop();
	}

	/** Listens in a root; again in a document whose listeners `document.open()` has removed. */
	public listen( root: Root ): void {
		this.settings.signs.listen( root );
		// Loads do not bubble, and are seen by listeners that capture.
		listen( root, 'load', this.onLoad, { capture: true, passive: true } );
		listen( root, 'toggle', this.onLoad, { capture: true, passive: true } );
	}

	private leave( root: Root ): void {
		this.roots.delete( root );
		this.settings.signs.leave( root );
		unlisten( root, 'load', this.onLoad, { capture: true } );
		unlisten( root, 'toggle', this.onLoad, { capture: true } );
		if ( isDocument( root ) ) {
			unlisten( root, 'DOMContentLoaded', this.onParsed );
			this.attached.leave( root );
		}
	}

	private readonly onLoad = task( ( event: Event ): void => {
		const { target } = event;
		if ( isElement( target ) ) {
			this.settings.onLoad( target );
		}
	} );

	/** The parser makes declarative shadow roots without telling: a host that was recorded before its root came is compared. */
	private readonly onParsed = task( ( event: Event ): void => {
		for ( const element of allIn( event.target as Document, '*' ) ) {
			if ( shadowRootOf( element ) ) {
				this.onAttach( element );
			}
		}
	} );

	private readonly onAttach = ( host: Element ): void => {
		const shadowRoot = shadowRootOf( host );
		if ( shadowRoot ) {
			this.settings.signs.listen( shadowRoot );
			this.fresh.push( shadowRoot );
			this.settings.onAttach( host );
		}
		const entry = this.settings.entries.of( host );
		if ( entry && ! entry.isLeaf && ! entry.inner && shadowRoot ) {
			this.settings.changes.markChildren( host );
			this.settings.onChange();
		}
	};
}

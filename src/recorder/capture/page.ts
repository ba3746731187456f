/**
 * Capture of one page: a snapshot in slices, then the difference to what was recorded, told at most some times a second.
 */
import { EVENT, SOURCE, type RecordedEvent, type SerializedNode } from '../recorded';
import { AdoptedSheets, printOf } from './adopted-sheets';
import { Changes, SHEET } from './dom/changes';
import { Entries, type Entry } from './dom/entry';
import { localNameOf } from './dom/natives';
import { look } from './dom/look';
import { Reader, type Masking } from './dom/reader';
import { Walk } from './dom/walk';
import { Fields } from './fields';
import { sheetText } from './sheet-text';
import { Signs } from './signs';
import { Slices } from './slices';

/** Changes are told this long after the first of them (ms); with the walk no state shown for 250 ms is missing. */
const LOOK_MS = 100;
/** Sheets and controls that only a comparison finds changed are compared this often (ms). */
const COMPARE_MS = 1000;
/** Errors after which the page is not recorded any further. */
const MOST_ERRORS = 10;

export interface PageSettings {
	gate: ( event: RecordedEvent ) => RecordedEvent | null;
	/** Nodes that the gate asks for by number: filled with the nodes of each event that the gate is given. */
	named: Map<number, Node>;
	masking: Masking;
	/** Told before each look: what was found out of the page may have changed. */
	forget: ( isSnapshot: boolean ) => void;
	meet: ( node: Node ) => void;
	closes: ( element: Element, changed: readonly string[] ) => boolean;
	/** What was recorded open is closed now: what waits must not leave, and a new snapshot is due. */
	onClosed: () => void;
	onEvent: ( event: RecordedEvent ) => void;
	onBroken: () => void;
	now: () => number;
}

export class Page {
	public paused = false;
	private entries = new Entries();
	private readonly slices: Slices;
	private changes!: Changes;
	private signs!: Signs;
	private fields!: Fields;
	private adopted!: AdoptedSheets;
	private reader!: Reader;
	private roots: ( Document | ShadowRoot )[] = [];
	private frames: Entry[] = [];
	private held: [ RecordedEvent, Node[] ][] = [];
	private prints = new Map<Element, number>();
	private due = 0;
	private timer = 0;
	private comparer = 0;
	private errors = 0;

	public constructor( private readonly settings: PageSettings ) {
		this.slices = new Slices( () => performance.now() );
	}

	public start(): void {
		this.comparer = window.setInterval( () => this.compare(), COMPARE_MS );
		this.snapshot();
	}

	public stop(): void {
		this.paused = true;
		this.slices.stop();
		clearTimeout( this.timer );
		clearInterval( this.comparer );
		this.forgetPage();
	}

	/** Describes the page anew; until the description is there nothing is told. */
	public snapshot(): void {
		this.forgetPage();
		this.paused = false;
		const { settings } = this;
		const entries = ( this.entries = new Entries() );
		const tell = ( event: RecordedEvent, node: Node ) => this.hold( event, [ node ] );
		this.changes = new Changes( entries, () => this.plan() );
		this.fields = new Fields( entries, tell, settings.now );
		this.adopted = new AdoptedSheets( entries, tell, settings.now );
		this.reader = new Reader( settings.masking, sheetText );
		this.signs = new Signs( { entries, now: settings.now, tell: ( event, nodes ) => this.hold( event, nodes ), onField: ( field ) => this.fields.compare( field ) } );
		this.observe( document );
		this.begin( () => this.describePage() );
	}

	/** Tells what waits, within a bounded time (ms): before the page leaves. */
	public hurry( milliseconds: number ): void {
		this.signs.flush();
		if ( ! this.slices.isBusy ) {
			this.look();
		}
		this.slices.hurry( milliseconds );
	}

	private forgetPage(): void {
		this.changes?.stop();
		this.signs?.stop();
		this.fields?.stop();
		this.roots = [];
		this.frames = [];
		this.held = [];
		this.prints.clear();
	}

	private observe( root: Document | ShadowRoot ): void {
		this.roots.push( root );
		this.changes.observe( root );
		this.signs.listen( root );
	}

	private readonly found = {
		frame: ( entry: Entry ) => this.frames.push( entry ),
		root: ( root: Node ) => {
			this.settings.meet( root );
			this.observe( root as ShadowRoot );
		},
	};

	/** Begins a work of slices made of a generator; what the generator returns is told at its end. */
	private begin( make: () => Generator<void, void> ): void {
		let work: Generator<void, void> | null = null;
		this.slices.begin( {
			resume: () => this.settings.forget( false ),
			step: () => {
				work ??= make();
				return ! work.next().done;
			},
			done: () => {
				this.release();
				this.next();
			},
			fail: () => this.fail(),
		} );
	}

	private *describePage(): Generator<void, void> {
		const { settings } = this;
		const timestamp = settings.now();
		settings.forget( true );
		settings.meet( document );
		const walk = new Walk( this.entries, this.reader, this.found, null );
		const node = walk.enter( document, null, false, null )!;
		while ( walk.step() ) {
			yield;
		}
		this.pass( { type: EVENT.meta, timestamp, data: { href: location.href, width: innerWidth, height: innerHeight } }, [] );
		const { scrollX, scrollY } = window;
		this.emit( { type: EVENT.fullSnapshot, timestamp, data: { node, initialOffset: { left: scrollX, top: scrollY } } } );
		yield* this.describeFrames();
	}

	private *describeFrames(): Generator<void, void> {
		for ( let entry = this.frames.shift(); entry; entry = this.frames.shift() ) {
			const content = entry.isGone ? null : documentIn( entry.node as HTMLIFrameElement );
			if ( ! content?.documentElement ) {
				continue;
			}
			this.reader.readsScroll = true;
			this.settings.meet( content );
			this.observe( content );
			const walk = new Walk( this.entries, this.reader, this.found, null );
			const into: SerializedNode[] = [];
			const timestamp = this.settings.now();
			const node = walk.enter( content, entry, false, into, null, ( inner ) => {
				entry!.inner = inner;
			} );
			while ( walk.step() ) {
				yield;
			}
			this.emit( { type: EVENT.incremental, timestamp, data: { source: SOURCE.mutation, adds: [ { parentId: entry.id, nextId: null, node } ], removes: [], texts: [], attributes: [], isAttachIframe: true } } );
		}
	}

	/** Plans a look. A page that clears every timer also clears ours: an overdue one is made at the next change. */
	private plan(): void {
		const now = performance.now();
		if ( this.slices.isBusy || ( this.due && now < this.due + LOOK_MS ) ) {
			return;
		}
		if ( this.due ) {
			this.look();
			return;
		}
		this.due = now + LOOK_MS;
		this.timer = window.setTimeout( () => this.look(), LOOK_MS );
	}

	private look(): void {
		clearTimeout( this.timer );
		this.due = 0;
		if ( this.paused || this.slices.isBusy ) {
			return;
		}
		this.begin( () => this.lookAtChanges() );
	}

	private *lookAtChanges(): Generator<void, void> {
		const { settings, entries, reader } = this;
		const timestamp = settings.now();
		reader.readsScroll = false;
		const event = yield* look( this.changes.take(), { entries, reader, masking: settings.masking, found: this.found, sheetText, closes: settings.closes, meet: settings.meet }, timestamp );
		if ( event === 'closed' ) {
			this.paused = true;
			settings.onClosed();
			return;
		}
		if ( event ) {
			this.emit( event );
		}
		yield* this.describeFrames();
		this.fields.compareAll();
		this.roots.forEach( ( root ) => this.adopted.compare( root ) );
	}

	/** Compares what no observer tells: rules of sheets, adopted sheets, controls that scripts set, frames with another document. */
	private compare(): void {
		if ( this.paused || this.slices.isBusy || document.visibilityState === 'hidden' ) {
			return;
		}
		try {
			this.roots = this.roots.filter( ( root ) => this.entries.of( root ) );
			for ( const root of this.roots ) {
				for ( const sheet of root.styleSheets ) {
					const owner = sheet.ownerNode as Element | null;
					const print = owner ? printOf( sheet ) : 0;
					if ( owner && this.prints.get( owner ) !== print ) {
						if ( this.prints.has( owner ) ) {
							this.changes.mark( owner, SHEET );
						}
						this.prints.set( owner, print );
					}
				}
			}
			this.look();
		} catch {
			this.fail();
		}
	}

	private next(): void {
		if ( ! this.paused ) {
			this.plan();
		}
	}

	/** An event of a sign: told after the work that is under way, which may describe its node. */
	private hold( event: RecordedEvent, nodes: Node[] ): void {
		this.held.push( [ event, nodes ] );
		if ( ! this.slices.isBusy ) {
			this.release();
		}
	}

	private release(): void {
		const { held } = this;
		this.held = [];
		held.forEach( ( [ event, nodes ] ) => this.pass( event, nodes ) );
	}

	/** Tells an event that the gate lets through. */
	private pass( event: RecordedEvent, nodes: Node[] ): void {
		if ( this.paused ) {
			return;
		}
		const { named, gate } = this.settings;
		named.clear();
		for ( const node of nodes ) {
			const entry = this.entries.of( node );
			if ( entry ) {
				named.set( entry.id, node );
			}
		}
		try {
			const passed = gate( event );
			if ( passed ) {
				this.emit( passed );
			}
		} catch {
			this.fail();
		}
	}

	private emit( event: RecordedEvent ): void {
		if ( ! this.paused ) {
			this.settings.onEvent( event );
		}
	}

	private fail(): void {
		if ( ++this.errors === MOST_ERRORS ) {
			this.settings.onBroken();
		}
	}
}

function documentIn( frame: HTMLIFrameElement ): Document | null {
	try {
		return localNameOf( frame ) === 'iframe' ? frame.contentDocument : null;
	} catch {
		return null;
	}
}

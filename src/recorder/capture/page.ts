/**
 * Capture of one page: a snapshot in slices, then the difference to what was recorded, told at most some times a second.
 */
import { EVENT, SOURCE, type RecordedEvent, type SerializedNode } from '../recorded';
import { AdoptedSheets } from './adopted-sheets';
import { Changes, SHEET } from './dom/changes';
import { Entries } from './dom/entry';
import { look } from './dom/look';
import { Reader, type Masking } from './dom/reader';
import { Walk } from './dom/walk';
import { Fields } from './fields';
import { Frames } from './frames';
import { Roots, type Root } from './roots';
import { sheetText } from './sheet-text';
import { SheetChanges } from './sheet-changes';
import { Signs } from './signs';
import { SLICE_MS, STEPS, Slices } from './slices';

/** How often things are done, for tests that want them at other times. */
export interface Pace {
	/** Longest slice (ms), and steps between two looks at the clock: see Slices. */
	slice: number;
	steps: number;
	/** Changes are told this long after the first of them (ms); with the walk no state shown for 250 ms is missing. */
	look: number;
	/** What no observer tells is compared this often (ms): controls that scripts set, rules of sheets, documents of frames. */
	compare: number;
}

const PACE: Pace = { slice: SLICE_MS, steps: STEPS, look: 100, compare: 250 };
/** Of so many comparisons one looks at every rule of every sheet; the others count the rules. */
const THOROUGH = 4;
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
	/** Told of every error of the recorder, which goes on or gives up by itself. */
	onError?: ( error: unknown ) => void;
	/** The page is not recorded any longer. */
	onStop?: () => void;
	now: () => number;
	pace?: Partial<Pace>;
}

export class Page {
	public paused = false;
	private readonly pace: Pace;
	private readonly slices: Slices;
	private entries = new Entries();
	private changes!: Changes;
	private signs!: Signs;
	private fields!: Fields;
	private adopted!: AdoptedSheets;
	private reader!: Reader;
	private frames!: Frames;
	private roots!: Roots;
	private readonly sheets = new SheetChanges( ( owner ) => this.changes.mark( owner, SHEET ) );
	/** Elements that the look under way has told once more. */
	private again: Element[] = [];
	private held: [ RecordedEvent, Node[] ][] = [];
	private due = 0;
	private timer = 0;
	private comparer = 0;
	private comparisons = 0;
	private errors = 0;
	private lastTime = 0;
	/** Whether the snapshot has been told; nothing else may be told before it. */
	private isDescribed = false;

	public constructor( private readonly settings: PageSettings ) {
		this.pace = { ...PACE, ...settings.pace };
		this.slices = new Slices( () => performance.now(), this.pace.slice, this.pace.steps );
	}

	public start(): void {
		this.comparer = window.setInterval( () => this.compare(), this.pace.compare );
		this.snapshot();
	}

	public stop(): void {
		this.paused = true;
		this.slices.stop();
		clearInterval( this.comparer );
		this.forgetPage();
		this.settings.onStop?.();
	}

	/** Describes the page anew; until the description is there nothing is told. */
	public snapshot(): void {
		this.forgetPage();
		this.paused = false;
		this.isDescribed = false;
		const { settings } = this;
		const entries = ( this.entries = new Entries() );
		const tell = ( event: RecordedEvent, node: Node ) => this.hold( event, [ node ] );
		this.changes = new Changes( entries, () => this.plan(), ( nodes ) => this.onLeft( nodes ) );
		this.fields = new Fields( entries, tell, settings.now );
		this.adopted = new AdoptedSheets( entries, tell, settings.now );
		this.reader = new Reader( settings.masking, sheetText );
		this.frames = new Frames( entries );
		this.signs = new Signs( { entries, now: settings.now, tell: ( event, nodes ) => this.hold( event, nodes ), onField: ( field ) => this.fields.compare( field ) } );
		this.roots = new Roots( {
			entries,
			changes: this.changes,
			signs: this.signs,
			onLoad: ( element ) => this.onLoad( element ),
			onChange: () => this.plan(),
		} );
		this.roots.add( document );
		this.begin( () => this.describePage() );
	}

	/** Tells what waits, within a bounded time (ms): before the page leaves. */
	public hurry( milliseconds: number ): void {
		const end = performance.now() + milliseconds;
		this.slices.hurry( milliseconds );
		this.signs.flush();
		this.compare( true );
		for ( let left = end - performance.now(); left > 0 && this.slices.isBusy; left = end - performance.now() ) {
			this.slices.hurry( left );
		}
	}

	private forgetPage(): void {
		clearTimeout( this.timer );
		this.due = 0;
		this.roots?.stop();
		this.changes?.stop();
		this.signs?.stop();
		this.fields?.stop();
		this.held = [];
		this.again = [];
		this.sheets.reset();
	}

	private readonly found = {
		frame: ( entry: Parameters<Frames[ 'met' ]>[ 0 ] ) => this.frames.met( entry ),
		root: ( root: Node ) => {
			this.settings.meet( root );
			this.roots.add( root as Root );
		},
		field: ( field: Element ) => this.fields.recorded( field ),
		again: ( element: Element ) => {
			this.again.push( element );
		},
		unsettled: ( parent: Node ) => this.changes.markChildren( parent ),
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
				this.signs.looked();
				this.next();
			},
			fail: ( error ) => this.startOver( error ),
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
		if ( ! document.documentElement || ! this.entries.of( document.documentElement ) ) {
			// The page was rewritten meanwhile. No replay begins without a document element.
			this.timer = window.setTimeout( () => this.snapshot(), this.pace.look );
			return;
		}
		this.isDescribed = true;
		this.pass( { type: EVENT.meta, timestamp, data: { href: location.href, width: innerWidth, height: innerHeight } }, [] );
		const { scrollX, scrollY } = window;
		this.emit( { type: EVENT.fullSnapshot, timestamp, data: { node, initialOffset: { left: scrollX, top: scrollY } } } );
		yield* this.describeFrames();
		this.compareAdopted();
	}

	private *describeFrames(): Generator<void, void> {
		for ( let next = this.frames.take(); next; next = this.frames.take() ) {
			const { entry, content } = next;
			this.reader.readsScroll = true;
			this.settings.meet( content );
			this.roots.add( content );
			const walk = new Walk( this.entries, this.reader, this.found, null );
			const into: SerializedNode[] = [];
			const timestamp = this.settings.now();
			const node = walk.enter( content, entry, false, into, null, ( inner ) => {
				entry.inner = inner;
			} );
			while ( walk.step() ) {
				yield;
			}
			if ( ! content.documentElement || ! this.entries.of( content.documentElement ) ) {
				// Rewritten meanwhile: the next comparison of frames finds the document undescribed.
				this.entries.remove( entry.inner! );
				continue;
			}
			this.emit( { type: EVENT.incremental, timestamp, data: { source: SOURCE.mutation, adds: [ { parentId: entry.id, nextId: null, node } ], removes: [], texts: [], attributes: [], isAttachIframe: true } } );
		}
	}

	/** Plans a look. A page that clears every timer also clears ours: an overdue one is made at the next change. */
	private plan(): void {
		const now = performance.now();
		if ( ! this.isDescribed || this.slices.isBusy || ( this.due && now < this.due + this.pace.look ) ) {
			return;
		}
		if ( this.due ) {
			this.look();
			return;
		}
		this.due = now + this.pace.look;
		this.timer = window.setTimeout( () => this.look(), this.pace.look );
	}

	private look(): void {
		clearTimeout( this.timer );
		this.due = 0;
		if ( ! this.paused && this.isDescribed && ! this.slices.isBusy ) {
			this.begin( () => this.lookAtChanges() );
		}
	}

	private *lookAtChanges(): Generator<void, void> {
		const { settings, entries, reader, found } = this;
		const timestamp = settings.now();
		reader.readsScroll = false;
		const dirt = this.changes.take();
		this.roots.renew( dirt.children );
		const event = yield* look( dirt, { entries, reader, masking: settings.masking, found, sheetText, closes: settings.closes, meet: settings.meet, onField: ( field ) => this.fields.compare( field ) }, timestamp );
		if ( event === 'closed' ) {
			this.paused = true;
			settings.onClosed();
			return;
		}
		if ( event ) {
			this.emit( event );
		}
		for ( const element of this.again.splice( 0 ) ) {
			this.signs.tellPosition( element );
		}
		yield* this.describeFrames();
		this.fields.compareAll();
		this.compareAdopted();
	}

	private compareAdopted(): void {
		this.roots.forEach( ( root ) => this.adopted.compare( root ) );
	}

	/** Compares what no observer tells. */
	private compare( isThorough = ++this.comparisons % THOROUGH === 0 ): void {
		if ( this.paused || ! this.isDescribed || this.slices.isBusy ) {
			return;
		}
		try {
			this.roots.prune();
			this.frames.checkAll();
			this.roots.forEach( ( root ) => this.sheets.compare( root, isThorough ) );
			this.look();
		} catch ( error ) {
			this.fail( error );
		}
	}

	private onLeft( nodes: [ Node, Node ][] ): void {
		const { settings } = this;
		settings.forget( false );
		nodes.forEach( ( [ node, from ] ) => settings.masking.boundary.left( node, from ) );
	}

	/** A frame or a sheet has loaded. */
	private onLoad( element: Element ): void {
		this.frames.check( element );
		if ( this.frames.isWaiting ) {
			this.plan();
		} else if ( ( element as HTMLLinkElement ).sheet ) {
			this.changes.mark( element, SHEET );
			this.plan();
		}
	}

	private next(): void {
		if ( ! this.paused && this.isDescribed && ( ! this.changes.isEmpty || this.frames.isWaiting ) ) {
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
		if ( this.paused || ! this.isDescribed ) {
			return;
		}
		const { named, gate } = this.settings;
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
		} catch ( error ) {
			this.fail( error );
		} finally {
			named.clear();
		}
	}

	/** Tells an event. A replay takes events in the order of their times, so that none may be earlier than the one before it. */
	private emit( event: RecordedEvent ): void {
		if ( this.paused ) {
			return;
		}
		const late = this.lastTime - event.timestamp;
		if ( late > 0 ) {
			event.timestamp = this.lastTime;
			for ( const position of ( event.data.positions ?? [] ) as { timeOffset: number }[] ) {
				position.timeOffset -= late;
			}
		}
		this.lastTime = event.timestamp;
		this.settings.onEvent( event );
	}

	/** What was recorded of the page is not known any longer: only a new snapshot is right. */
	private startOver( error: unknown ): void {
		this.fail( error );
		if ( this.errors < MOST_ERRORS && ! this.paused ) {
			this.snapshot();
		}
	}

	private fail( error: unknown ): void {
		this.settings.onError?.( error );
		if ( ++this.errors === MOST_ERRORS ) {
			this.paused = true;
			this.settings.onBroken();
		}
	}
}

/**
 * Capture of one page: a snapshot in slices, then the difference to what was recorded, told at most some times a second.
 */
import { EVENT, SOURCE, type RecordedEvent, type SerializedNode } from '../recorded';
import { AdoptedSheets } from './adopted-sheets';
import { Changes, SHEET } from './dom/changes';
import { Entries } from './dom/entry';
import { look } from './dom/look';
import { Reader } from './dom/reader';
import { Walk } from './dom/walk';
import { Fields } from './fields';
import { Frames } from './frames';
import { Outlet } from './outlet';
import { PACE, type Pace, type PageSettings } from './page-settings';
import { Roots, type Root } from './roots';
import { sheetText } from './sheet-text';
import { SheetChanges } from './sheet-changes';
import { Signs } from './signs';
import { Slices } from './slices';

/** Of so many comparisons one looks at every rule of every sheet; the others count the rules. */
const THOROUGH = 4;
/** Errors after which the page is not recorded any further. */
const MOST_ERRORS = 10;

export class Page {
	private isPaused = false;
	private readonly pace: Pace;
	private readonly slices: Slices;
	private readonly outlet: Outlet;
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
	private due = 0;
	private timer = 0;
	private comparer = 0;
	private comparisons = 0;
	private errors = 0;

	public constructor( private readonly settings: PageSettings ) {
		this.pace = { ...PACE, ...settings.pace };
		this.slices = new Slices( () => performance.now(), this.pace.slice, this.pace.steps );
		this.outlet = new Outlet( { gate: settings.gate, named: settings.named, onEvent: settings.onEvent, onFail: ( error ) => this.fail( error ), isBusy: () => this.slices.isBusy } );
	}

	/** While true nothing is told; a new snapshot ends the pause. */
	public get paused(): boolean {
		return this.isPaused;
	}

	public set paused( paused: boolean ) {
		this.isPaused = paused;
		this.outlet.isOpen &&= ! paused;
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
		const { settings } = this;
		const entries = ( this.entries = new Entries() );
		this.outlet.reset( entries );
		const tell = ( event: RecordedEvent, node: Node ) => this.outlet.hold( event, [ node ] );
		this.changes = new Changes( entries, () => this.plan(), ( nodes ) => this.onLeft( nodes ) );
		this.fields = new Fields( entries, tell, settings.now );
		this.adopted = new AdoptedSheets( entries, tell, settings.now );
		this.reader = new Reader( settings.masking, sheetText );
		this.frames = new Frames( entries );
		this.signs = new Signs( { entries, now: settings.now, tell: ( event, nodes ) => this.outlet.hold( event, nodes ), onField: ( field ) => this.fields.compare( field ) } );
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

	private readonly compareAdopted = ( root: Root ): void => this.adopted.compare( root );

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
				this.outlet.release();
				this.signs.looked();
				this.next();
			},
			fail: ( error ) => this.startOver( error ),
		} );
	}

	private *describePage( timestamp = this.settings.now() ): Generator<void, void> {
		const { settings } = this;
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
		this.outlet.isOpen = true;
		this.outlet.pass( { type: EVENT.meta, timestamp, data: { href: location.href, width: innerWidth, height: innerHeight } }, [] );
		const { scrollX, scrollY } = window;
		this.outlet.emit( { type: EVENT.fullSnapshot, timestamp, data: { node, initialOffset: { left: scrollX, top: scrollY } } } );
		yield* this.describeFrames();
		this.roots.forEach( this.compareAdopted );
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
			this.outlet.emit( { type: EVENT.incremental, timestamp, data: { source: SOURCE.mutation, adds: [ { parentId: entry.id, nextId: null, node } ], removes: [], texts: [], attributes: [], isAttachIframe: true } } );
		}
	}

	/** Plans a look. A page that clears every timer also clears ours: an overdue one is made at the next change. */
	private plan(): void {
		const now = performance.now();
		if ( ! this.outlet.isOpen || this.slices.isBusy || ( this.due && now < this.due + this.pace.look ) ) {
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
		if ( ! this.paused && this.outlet.isOpen && ! this.slices.isBusy ) {
			this.begin( () => this.lookAtChanges() );
		}
	}

	private *lookAtChanges(): Generator<void, void> {
		const { settings, entries, reader, found } = this;
		const timestamp = settings.now();
		reader.readsScroll = false;
		const dirt = this.changes.take();
		this.roots.renew( dirt.children );
		const event = yield* look( dirt, { ...settings, changes: this.changes, entries, reader, found, sheetText, onField: ( field ) => this.fields.compare( field ) }, timestamp );
		if ( event === 'closed' ) {
			this.paused = true;
			settings.onClosed();
			return;
		}
		if ( event ) {
			this.outlet.emit( event );
		}
		for ( const element of this.again.splice( 0 ) ) {
			this.signs.tellPosition( element );
		}
		yield* this.describeFrames();
		this.fields.compareAll();
		this.roots.forEach( this.compareAdopted );
	}

	/** Compares what no observer tells. */
	private compare( isThorough = ++this.comparisons % THOROUGH === 0 ): void {
		if ( this.paused || ! this.outlet.isOpen || this.slices.isBusy ) {
			return;
		}
		try {
			this.roots.prune();
			this.frames.checkAll();
			this.roots.forEach( ( root ) => this.sheets.compare( root, isThorough ) );
			this.signs.comparePositions();
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
		if ( ( element as HTMLLinkElement ).sheet ) {
			this.changes.mark( element, SHEET );
		}
		this.next();
	}

	private next(): void {
		if ( ! this.paused && this.outlet.isOpen && ( ! this.changes.isEmpty || this.frames.isWaiting ) ) {
			this.plan();
		}
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

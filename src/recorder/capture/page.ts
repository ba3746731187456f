/**
 * Capture of one page: a snapshot in slices, then the difference to what was recorded, told at most some times a second.
 */
import type { Masking } from '../masking/masking';
import { CONTROL } from '../../privacy';
import { EVENT, type RecordedEvent, type SerializedNode } from '../recorded';
import { AdoptedSheets } from './adopted-sheets';
import { Changes, SHEET } from './dom/changes';
import { Entries, type Entry } from './dom/entry';
import { look, meetNew } from './dom/look';
import { Reader } from './dom/reader';
import { describeDocument, describeFrames } from './description';
import { Emission } from './emission';
import { Fields } from './fields';
import { Frames, documentIn } from './frames';
import { LookTimer } from './look-timer';
import { PACE, type CaptureSettings, type Pace } from './settings';
import { Roots, type Root } from './roots';
import { SheetChanges } from './sheet-changes';
import { Signs } from './signs';
import { Slices } from './slices';

/** Errors after which the page is not recorded any further. */
const MOST_ERRORS = 10;

export class Page {
	public readonly masking: Masking;
	private readonly pace: Pace;
	private readonly slices: Slices;
	public entries = new Entries();
	private changes!: Changes;
	private signs!: Signs;
	private fields!: Fields;
	private adopted!: AdoptedSheets;
	public reader!: Reader;
	public frames!: Frames;
	public roots!: Roots;
	private readonly sheets = new SheetChanges( ( owner ) => {
		this.masking.onSheet( owner, () => this.changes.mark( owner, SHEET ) );
		this.plan();
	} );
	/** Elements that the look under way has told once more. */
	private again: Element[] = [];
	/** Shadow roots that came since the last look. */
	private fresh: Node[] = [];
	public readonly emission: Emission;
	private readonly timer: LookTimer;
	private retry = 0;
	private comparer = 0;
	private errors = 0;
	/** Whether a snapshot is being made. */
	private isDescribing = false;

	public constructor( private readonly settings: CaptureSettings ) {
		this.masking = settings.masking;
		this.pace = { ...PACE, ...settings.pace };
		this.masking.follow( () => this.changes );
		this.timer = new LookTimer( this.pace.look, () => this.look() );
		this.slices = new Slices( () => performance.now(), this.pace.slice, this.pace.steps );
		const { masking, onEvent } = settings;
		this.emission = new Emission( {
			gate: masking.pass,
			named: masking.named,
			idOf: ( node ) => this.entries.of( node )?.id ?? 0,
			isBusy: () => this.slices.isBusy,
			beforeGate: () => this.meetNew(),
			onEvent,
			onError: ( error ) => this.fail( error ),
		} );
	}

	public stop(): void {
		this.pause();
		this.slices.stop();
		clearInterval( this.comparer );
		this.forgetPage();
	}

	/** Nothing is told until the next snapshot. */
	public pause(): void {
		this.emission.isPaused = true;
	}

	/** Describes the page anew; until the description is there nothing is told. The first call begins to watch the page. */
	public snapshot(): void {
		this.forgetPage();
		this.comparer ||= window.setInterval( () => this.compare(), this.pace.compare );
		this.emission.isPaused = false;
		const { masking } = this;
		const entries = ( this.entries = new Entries() );
		const tell = ( event: RecordedEvent, node: Node ) => this.emission.hold( event, [ node ] );
		this.changes = new Changes( entries, () => this.plan(), ( nodes ) => this.onLeft( nodes ), masking.onRecords );
		this.fields = new Fields( entries, tell, ( { state } ) => masking.content.hides( state | CONTROL ) );
		this.adopted = new AdoptedSheets( entries, this.sheets, tell );
		this.reader = new Reader( masking, this.sheets.texts.of );
		this.frames = new Frames( entries );
		this.signs = new Signs( { entries, tell: ( event, nodes ) => this.emission.hold( event, nodes ), onField: ( field, isFinished ) => this.fields.compare( field, isFinished ) } );
		this.roots = new Roots( {
			entries,
			changes: this.changes,
			signs: this.signs,
			onLoad: ( element ) => this.onLoad( element ),
			onAttach: ( host, root ) => {
				masking.boundary.attached( host );
				this.fresh.push( root );
			},
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
		this.slices.hurry( end - performance.now() );
	}

	private forgetPage(): void {
		this.timer.cancel();
		clearTimeout( this.retry );
		this.roots?.stop();
		this.changes?.stop();
		this.signs?.stop();
		this.fields?.stop();
		this.emission.reset();
		this.isDescribing = false;
		this.again = [];
		this.fresh = [];
		this.sheets.reset();
	}

	public readonly found = {
		frame: ( entry: Entry ) => {
			this.frames.met( entry );
			this.meetFrame( entry.node as Element );
		},
		root: ( root: Node ) => {
			this.masking.meet( root );
			this.roots.add( root as Root );
		},
		field: ( field: Element ) => this.fields.recorded( field ),
		again: ( element: Element ) => void this.again.push( element ),
		unsettled: ( parent: Node ) => this.changes.markChildren( parent ),
		stray: ( entry: Entry ) => this.changes.markStray( entry ),
		filled: () => this.masking.typed.met,
	};

	/** The page around a frame may say what a field in the frame holds. */
	private meetFrame( frame: Element ): void {
		this.masking.meet( documentIn( frame ) ?? frame );
	}

	/** Takes note of fields that have come and are not recorded yet. */
	private meetNew(): void {
		const meet = ( node: Node ) => this.masking.meet( node );
		this.changes.peek().children.forEach( ( node ) => meetNew( node, this.entries, meet ) );
		this.fresh.forEach( meet );
	}

	/** Begins a work of slices made of a generator; what the generator returns is told at its end. */
	private begin( make: () => Generator<void, void> ): void {
		this.masking.answers.begin();
		let work: Generator<void, void> | null = null;
		this.slices.begin( {
			resume: () => this.forget(),
			step: () => {
				work ??= make();
				return ! work.next().done;
			},
			done: () => {
				this.isDescribing = false;
				this.emission.release();
				this.signs.looked();
				this.next();
			},
			fail: ( error ) => this.startOver( error ),
		} );
	}

	/** What was found out of the page may have changed. */
	private forget(): void {
		this.masking.forget( this.isDescribing );
	}

	private *describePage(): Generator<void, void> {
		this.isDescribing = true;
		this.forget();
		const begun = Date.now();
		const node = yield* describeDocument( this );
		if ( node ) {
			yield* this.tellPage( node, begun );
		} else {
			// The page was rewritten meanwhile. No replay begins without a document element.
			this.retry = window.setTimeout( () => this.snapshot(), this.pace.look );
		}
	}

	private *tellPage( node: SerializedNode, timestamp: number ): Generator<void, void> {
		this.emission.isDescribed = true;
		this.emission.emit( this.emission.pass( { type: EVENT.meta, timestamp, data: { href: location.href, width: innerWidth, height: innerHeight } }, [] )! );
		const { scrollX, scrollY } = window;
		this.emission.emit( { type: EVENT.fullSnapshot, timestamp, data: { node, initialOffset: { left: scrollX, top: scrollY } } } );
		yield* describeFrames( this );
		this.adopted.compareAll( this.roots );
	}

	private plan(): void {
		if ( this.emission.isDescribed && ! this.slices.isBusy ) {
			this.timer.plan();
		}
	}

	private look(): void {
		this.timer.cancel();
		if ( ! this.emission.isPaused && this.emission.isDescribed && ! this.slices.isBusy ) {
			this.begin( () => this.lookAtChanges() );
		}
	}

	private *lookAtChanges(): Generator<void, void> {
		const { entries, reader, found, masking } = this;
		const timestamp = Date.now();
		this.fresh = [];
		reader.readsScroll = false;
		const dirt = this.changes.take();
		this.roots.renew( dirt.children );
		const event = yield* look( dirt, { entries, reader, masking, found, sheetText: this.sheets.texts.of, meet: ( node ) => masking.meet( node ), onField: ( field ) => this.fields.compare( field ) }, timestamp );
		if ( event === 'closed' ) {
			this.pause();
			this.settings.onClosed();
			return;
		}
		if ( event ) {
			this.emission.emit( event );
		}
		for ( const element of this.again.splice( 0 ) ) {
			this.signs.tellPosition( element );
		}
		yield* describeFrames( this );
		this.fields.compareAll();
		this.adopted.compareAll( this.roots );
	}

	/** Compares what no observer tells. */
	private compare( isThorough = false ): void {
		if ( this.emission.isPaused || ! this.emission.isDescribed || this.slices.isBusy ) {
			return;
		}
		try {
			this.roots.prune();
			this.frames.checkAll();
			this.sheets.compareAll( this.roots, isThorough || this.masking.isEditing );
			this.look();
		} catch ( error ) {
			this.fail( error );
		}
	}

	private onLeft( nodes: [ Node, Node ][] ): void {
		this.forget();
		nodes.forEach( ( [ node, from ] ) => this.masking.boundary.left( node, from ) );
	}

	/** A frame or a sheet has loaded. */
	private onLoad( element: Element ): void {
		this.meetFrame( element );
		this.frames.check( element );
		if ( ! this.frames.isWaiting && ( element as HTMLLinkElement ).sheet ) {
			this.changes.mark( element, SHEET );
		}
		this.next();
	}

	private next(): void {
		if ( ! this.emission.isPaused && ( ! this.changes.isEmpty || this.frames.isWaiting ) ) {
			this.plan();
		}
	}

	/** What was recorded of the page is not known any longer: only a new snapshot is right. */
	private startOver( error: unknown ): void {
		this.fail( error );
		if ( this.errors < MOST_ERRORS && ! this.emission.isPaused ) {
			this.pause();
			this.settings.onLost();
		}
	}

	private fail( error: unknown ): void {
		this.settings.onError?.( error );
		if ( ++this.errors === MOST_ERRORS ) {
			this.pause();
			this.settings.onBroken();
		}
	}
}

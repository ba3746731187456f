/**
 * Capture of one page: a snapshot in slices, then the difference to what was recorded, told at most some times a second.
 */
import type { Masking } from '../masking/masking';
import { CONTROL } from '../../privacy';
import type { RecordedEvent } from '../recorded';
import { AdoptedSheets } from './adopted-sheets';
import { Calm } from './dom/calm';
import { Changes, SHEET } from './dom/changes';
import { Entries, type Entry } from './dom/entry';
import { look, meetNew } from './dom/look';
import { Reader } from './dom/reader';
import { describeFrames, describePage, writeMutation } from './description';
import { Emission } from './emission';
import { Fields } from './fields';
import { Frames, documentIn } from './frames';
import { LookTimer } from './look-timer';
import { PACE, type CaptureSettings, type Pace } from './settings';
import { Roots, type Root } from './roots';
import { ScrollPositions } from './scroll-positions';
import { SheetChanges } from './sheet-changes';
import { Signs } from './signs';
import { Slices, stepsOf } from './slices';
import { Timer } from '../tasks/timer';
import type { Steps } from './dom/walk';

/** Errors after which the page is not recorded any further. */
const MOST_ERRORS = 10;

export class Page {
	public readonly masking: Masking;
	private readonly pace: Pace;
	private readonly slices: Slices;
	public entries = new Entries();
	private changes!: Changes;
	private calm!: Calm;
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
	private readonly positions = new ScrollPositions( ( box ) => this.signs.scrolls.compare( box ) );
	public readonly emission: Emission;
	private readonly timer: LookTimer;
	private readonly retry = new Timer();
	private readonly comparer = new Timer();
	private errors = 0;
	/** Whether a snapshot is being made. */
	private isDescribing = false;

	public constructor( private readonly settings: CaptureSettings ) {
		this.masking = settings.masking;
		this.pace = { ...PACE, ...settings.pace };
		this.masking.follow( () => this.changes );
		this.timer = new LookTimer( this.pace.look, () => this.look() );
		this.slices = new Slices( () => performance.now(), this.pace.slice, this.pace.steps );
		this.emission = new Emission( {
			gate: settings.masking.pass,
			named: settings.masking.named,
			idOf: ( node ) => this.entries.of( node )?.id ?? 0,
			isBusy: () => this.slices.isBusy,
			beforeGate: () => this.meetNew(),
			onEvent: settings.onEvent,
			onError: ( error ) => this.fail( error ),
		} );
	}

	public stop(): void {
		this.pause();
		this.slices.stop();
		this.comparer.cancel();
		this.forgetPage();
	}

	/** Nothing is told until the next snapshot. */
	public pause(): void {
		this.emission.isPaused = true;
	}

	/** Describes the page anew; until the description is there nothing is told. The first call begins to watch the page. */
	public snapshot(): void {
		this.forgetPage();
		this.comparer.every( this.pace.compare, () => this.compare() );
		this.emission.isPaused = false;
		const { masking, settings: { detail = { level: 0 } } } = this;
		const entries = ( this.entries = new Entries() );
		const tell = ( event: RecordedEvent, node: Node ) => this.emission.hold( event, [ node ] );
		this.changes = new Changes( entries, () => this.plan(), ( nodes ) => this.onLeft( nodes ), { onRecords: masking.onRecords, onError: ( error ) => this.startOver( error ), onRewritten: ( document ) => this.onRewritten( document ) } );
		this.calm = new Calm( detail, () => masking.isEditing );
		this.fields = new Fields( entries, tell, ( { state } ) => masking.content.hides( state | CONTROL ) );
		this.adopted = new AdoptedSheets( entries, this.sheets, tell );
		this.reader = new Reader( masking, this.sheets.texts.of );
		this.frames = new Frames( entries, ( content ) => masking.came( content ) );
		this.signs = new Signs( { entries, detail, tell: ( event, nodes ) => this.emission.hold( event, nodes ), onField: ( field, isFinished ) => this.fields.compare( field, isFinished ), askPosition: ( box ) => this.positions.ask( box ) } );
		this.roots = new Roots( {
			entries,
			changes: this.changes,
			signs: this.signs,
			onLoad: ( element ) => this.onLoad( element ),
			onAttach: ( host ) => masking.attached( host ),
			onChange: () => this.plan(),
		} );
		this.roots.add( document );
		this.begin( () => this.describePage() );
		this.positions.restart();
	}

	/** Tells what waits, within a bounded time (ms): before the page leaves. */
	public hurry( milliseconds: number ): void {
		const end = performance.now() + milliseconds;
		if ( this.retry.isSet ) {
			this.snapshot();
		}
		this.slices.hurry( milliseconds );
		this.signs.flush();
		this.compare( true );
		this.slices.hurry( end - performance.now() );
		this.positions.hurry();
	}

	private forgetPage(): void {
		this.timer.cancel();
		this.retry.cancel();
		this.roots?.stop();
		this.changes?.stop();
		this.calm?.stop();
		this.signs?.stop();
		this.fields?.stop();
		this.emission.reset();
		this.isDescribing = false;
		this.positions.stop();
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
		dialog: ( dialog: Element ) => this.changes.watchDialog( dialog ),
		again: ( element: Element ) => this.signs.scrolls.recordedAgain( element ),
		box: ( element: Element ) => this.positions.ask( element ),
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
		this.roots.fresh.forEach( meet );
	}

	/** Begins a work of slices made of a generator; what the generator returns is told at its end. */
	private begin( make: () => Generator<Steps | void, void> ): void {
		this.masking.answers.begin();
		this.slices.begin( {
			resume: () => {
				// A handler before ours, in the same task, may have moved what is closed: see Changes.
				this.changes.peek();
				this.forget();
			},
			step: stepsOf( make ),
			done: () => {
				this.isDescribing = false;
				this.emission.release();
				this.signs.scrolls.looked();
				this.next();
			},
			fail: ( error ) => this.startOver( error ),
		} );
	}

	/** Drops the states of elements that were found before: the page may have changed. */
	private forget(): void {
		this.masking.forget( this.isDescribing );
	}

	private *describePage(): Generator<Steps | void, void> {
		this.isDescribing = true;
		this.forget();
		if ( yield* describePage( this, () => this.positions.offset ) ) {
			yield* describeFrames( this );
			this.adopted.compareAll( this.roots );
		} else {
			// Rewritten meanwhile: no replay begins without a document element.
			this.retry.set( this.pace.look, () => this.snapshot() );
		}
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

	private *lookAtChanges(): Generator<Steps | void, void> {
		const { entries, reader, found, masking, calm } = this;
		const timestamp = Date.now();
		this.roots.look();
		const dirt = this.changes.take();
		this.signs.scrolls.putBack( dirt.putBack );
		const event = yield* look( dirt, { entries, reader, masking, found, calm, sheetText: this.sheets.texts.of, meet: ( node ) => masking.meet( node ), onField: ( field ) => this.fields.compare( field ) }, timestamp );
		if ( event === 'closed' ) {
			this.pause();
			this.settings.onClosed();
			return;
		}
		if ( event ) {
			event.written = yield* writeMutation( event );
			this.emission.emit( event );
		}
		this.roots.looked();
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
			this.calm.release( this.changes, isThorough || this.masking.isEditing );
			this.sheets.compareAll( this.roots, isThorough || this.masking.isEditing );
			this.look();
		} catch ( error ) {
			this.fail( error );
		}
	}

	private onRewritten( rewritten: Document ): void {
		this.roots.listen( rewritten );
		this.masking.listenAgain();
		void ( rewritten === document && this.settings.onRewritten?.() );
	}

	private onLeft( nodes: [ Node, Node ][] ): void {
		this.forget();
		nodes.forEach( ( [ node, from ] ) => this.masking.boundary.left( node, from ) );
	}

	private onLoad( element: Element ): void {
		this.meetFrame( element );
		this.frames.check( element );
		if ( ! this.frames.isWaiting ) {
			this.changes.loaded( element );
		}
		this.next();
	}

	private next(): void {
		if ( ! this.emission.isPaused && ( ! this.changes.isEmpty || this.frames.isWaiting ) ) {
			this.plan();
		}
	}

	/** The entries no longer hold the page as recorded: only a new snapshot is right. */
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

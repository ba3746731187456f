/**
 * One page view of a recording, from its first snapshot to its last segment: idle → recording → paused → ended.
 */
import { BLOCKED, MASKED, SelectorError, isLoggedIn } from '../../privacy';
import type { FrontConfig } from '../../contracts/generated/front-config';
import type { Capture } from '../capture/capture';
import { Masking } from '../masking/masking';
import { EVENT, type RecordedEvent } from '../recorded';
import { Delivery } from '../transport/delivery';
import { Outbox } from '../transport/outbox';
import { createIdentity, tabStorage } from './identity';
import { Address } from './address';
import { CostBudget } from './cost-budget';
import { NewSnapshots } from './new-snapshots';
import { describePage } from './page-description';
import { PageListeners } from './page-listeners';
import { IDLE_MS, type VisitParts } from './visit-parts';
import { VisitState, type Ending, type Pause } from './visit-state';
import { task } from '../tasks/task';

export class Visit {
	readonly state = new VisitState();
	/** When this page view began, and when the visitor last gave a sign, Unix ms. */
	private started = 0;
	private lastSign = 0;
	private readonly address: Address;
	/** A protection that was asked for cannot be given: nothing is recorded. */
	private isUnprotected = false;
	/** Something was closed: what waits is looked at again before anything is sealed. */
	private isRecheckDue = false;
	private masking: Masking | undefined;
	private capture: Capture | undefined;

	private readonly identity = createIdentity( { storage: tabStorage(), now: Date.now, random: ( bytes ) => crypto.getRandomValues( bytes ) } );
	private readonly snapshots = new NewSnapshots( this.state, { pause: () => this.pause( 'snapshot' ), take: () => this.takeSnapshot(), end: () => this.end( 'limit' ) } );
	private readonly budget = new CostBudget( () => this.end( 'cost' ) );
	private readonly delivery: Delivery;
	private readonly outbox: Outbox;
	private readonly listeners: PageListeners;

	/** @param config What the page's config tag holds. */
	constructor( private readonly config: FrontConfig, private readonly parts: VisitParts ) {
		this.address = new Address( config );
		this.delivery = new Delivery( {
			door: config.door,
			accountKey: config.key,
			identity: this.identity,
			onRefused: () => this.close( 'refused' ),
			// The same snapshot once more would fare no better.
			onLost: ( hadSnapshot ) => ( hadSnapshot ? this.end( 'limit' ) : this.snapshots.ask() ),
			onFull: () => this.pause( 'room' ),
			onRoom: () => this.snapshots.onRoom(),
		} );
		this.outbox = new Outbox( {
			delivery: this.delivery,
			beforeSeal: () => this.recheck(),
			// Without masking nobody can say whether the title is closed.
			makeEnvelope: () => describePage( config, this.identity.page, this.started, ( text ) => this.masking?.title( text ) ?? '', this.masking?.address( location.href ) ),
		} );
		this.listeners = new PageListeners( { onSign: () => this.onSign(), onHidden: () => this.onHidden(), onLeave: () => this.onLeave(), onReturn: () => this.onReturn() } );
	}

	/** Begins, unless recording was stopped in this tab. */
	resume(): void {
		if ( ! this.identity.stopped() ) {
			this.begin();
		}
	}

	/** Begins again after stop(); without effect where this page has ended for another reason. */
	start(): void {
		this.identity.setStopped( false );
		this.begin();
	}

	/**
	 * Ends the recording for the whole tab.
	 *
	 * @param options.discard Whether what waits is dropped instead of sent.
	 */
	stop( { discard = false } = {} ): void {
		this.identity.setStopped( true );
		if ( discard ) {
			this.delivery.stop();
		}
		this.end( 'stopped' );
	}

	/** Ends because the visitor does not agree: what waits is dropped, the tab forgets the recording. @return The key as identity.forget(). */
	withdraw(): string {
		this.delivery.stop();
		if ( this.state.isActive ) {
			this.close( 'stopped' );
		}
		return this.identity.forget();
	}

	block( what: unknown ): void {
		this.protect( what, BLOCKED );
	}

	mask( what: unknown ): void {
		this.protect( what, MASKED );
	}

	private begin(): void {
		if ( ! this.state.canBegin || ! this.parts.mayRecord() || ( this.config.loggedIn === 'skip' && isLoggedIn() ) ) {
			return;
		}
		const { isIdle: isFirst } = this.state;
		this.state.record();
		this.delivery.start();
		this.openPage();
		try {
			if ( this.isUnprotected ) {
				throw new SelectorError();
			}
			this.prepareMasking().start();
		} catch ( error ) {
			return this.end( error instanceof SelectorError ? 'selector' : 'error' );
		}
		this.capture = this.parts.createCapture( { masking: this.masking!, detail: this.budget, onClosed: () => this.onClosed(), onEvent: ( event ) => this.onEvent( event ), onLost: () => this.snapshots.ask(), onRewritten: () => this.onRewritten(), onBroken: () => this.end( 'error' ) } );
		this.listeners.start();
		this.budget.start();
		if ( isFirst ) {
			this.capture.snapshot();
		} else {
			this.snapshots.ask();
		}
	}

	/** Content written after `document.open()` is told by a new snapshot, or as a difference where no snapshot is allowed now. */
	private onRewritten(): void {
		this.listeners.start();
		this.snapshots.askIfAllowed();
	}

	private takeSnapshot(): void {
		this.recheck();
		this.state.record();
		this.budget.describing();
		this.capture!.snapshot();
	}

	private openPage(): void {
		this.started = this.lastSign = Date.now();
		this.address.read();
		this.identity.open();
	}

	private prepareMasking(): Masking {
		return ( this.masking ??= new Masking( this.config, this.parts, () => this.onClosed() ) );
	}

	/** Ends the recording: a last segment says why. */
	private end( reason: Exclude<Ending, 'refused'> ): void {
		if ( this.state.isActive ) {
			this.state.end( reason );
			this.outbox.end( reason );
			// The page may be on its way out, and no later event sends the last segment of a recording that has ended.
			this.delivery.flush();
			this.close( reason );
		}
	}

	/** Lets go of the page: after this nothing listens, observes or waits but what is being delivered. */
	private close( reason: Ending ): void {
		this.state.end( reason );
		this.isRecheckDue = false;
		this.snapshots.cancel();
		this.capture?.stop();
		this.budget.stop();
		this.listeners.stop();
		this.masking?.stop();
		this.outbox.discard();
	}

	private pause( until: Pause ): void {
		if ( this.state.isActive ) {
			this.state.pause( until );
			this.capture?.pause();
		}
	}

	private onEvent( event: RecordedEvent ): void {
		const isSnapshot = event.type === EVENT.fullSnapshot;
		if ( Date.now() - this.lastSign > IDLE_MS ) {
			this.pause( 'visitor' );
			// After the pause: a queue that this segment fills pauses the capture until it is empty, whoever comes back.
			return this.outbox.seal();
		}
		if ( event.type === EVENT.incremental ) {
			const { timestamp } = event;
			for ( const mark of [ this.address.change( timestamp, ( href ) => this.masking?.address( href ) ?? '' ), this.budget.mark( timestamp ) ] ) {
				void ( mark && this.queue( mark, false ) );
			}
		}
		this.queue( event, isSnapshot );
		void ( isSnapshot && this.budget.described() );
	}

	private queue( event: RecordedEvent, isSnapshot: boolean ): void {
		try {
			if ( ! this.outbox.add( event, isSnapshot ) ) {
				return isSnapshot ? this.end( 'limit' ) : this.snapshots.ask();
			}
		} catch {
			// Nothing of this page can be sent any more.
			this.end( 'error' );
		}
	}

	private onSign(): void {
		const pause = Date.now() - this.lastSign;
		this.lastSign = Date.now();
		const spent = this.identity.spent();
		if ( spent ) {
			// Events that wait belong to the recording that ends here.
			this.outbox.sealPage();
			this.identity.renew();
			this.started = Date.now();
		}
		if ( spent || pause > IDLE_MS ) {
			this.snapshots.schedule( 0 );
		}
	}

	private onHidden(): void {
		this.capture?.hurry();
		this.outbox.seal();
		this.delivery.flush();
	}

	private onLeave(): void {
		this.capture?.hurry();
		this.outbox.sealPage();
		this.delivery.flush();
		this.identity.close();
		// Browsers hide a page after they have left it (HTML, unload a document): what the page does then belongs to nobody.
		this.capture?.pause();
	}

	private onReturn(): void {
		// Other pages of the tab may have used the recording in between, or stopped it.
		this.delivery.purge();
		this.outbox.discard();
		if ( this.identity.stopped() ) {
			return this.close( 'stopped' );
		}
		this.openPage();
		this.snapshots.schedule( 0 );
	}

	/** Something that may have been recorded open is closed now. What waits is dropped, or looked at again. */
	private onClosed(): void {
		this.delivery.purge();
		if ( this.state.isActive ) {
			this.isRecheckDue = true;
			this.snapshots.ask();
			// Also where no snapshot is allowed for a while: what waits may be sealed before.
			queueMicrotask( task( () => this.recheck() ) );
		}
	}

	/** Takes out of what is not sealed yet all that names nodes. Once for many protections at a time. */
	private recheck(): void {
		if ( this.isRecheckDue ) {
			this.isRecheckDue = false;
			this.outbox.purge( this.masking!.pass );
		}
	}

	private protect( what: unknown, bit: typeof BLOCKED | typeof MASKED ): void {
		try {
			this.prepareMasking().protect( what, bit );
			this.onClosed();
		} catch {
			this.isUnprotected = true;
			// Events that wait may hold content that was to be protected.
			this.outbox.discard();
			this.delivery.purge();
			this.end( 'selector' );
		}
	}
}

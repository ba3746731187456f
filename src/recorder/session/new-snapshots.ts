/** New full snapshots of a page that is recorded already: when something is lost, and when the visitor comes back. */
import { DueSnapshot } from './due-snapshot';
import { SnapshotAllowance } from './snapshot-allowance';
import type { VisitState } from './visit-state';

export interface SnapshotHandlers {
	/** Nothing is captured until the snapshot. */
	pause: () => void;
	take: () => void;
	/** One too many was asked for. */
	end: () => void;
}

export class NewSnapshots {
	private readonly allowance = new SnapshotAllowance();
	private readonly due = new DueSnapshot();

	constructor( private readonly state: VisitState, private readonly handlers: SnapshotHandlers ) {}

	/** Something is lost. Nothing is captured until a new full snapshot; one too many ends the recording. */
	ask(): void {
		if ( ! this.state.isActive || this.due.isDue || this.state.isPausedFor( 'room' ) || this.state.isPausedFor( 'visitor' ) ) {
			// A visitor who comes back, and a queue that is empty again, bring a new snapshot by themselves.
			return;
		}
		const wait = this.allowance.wait();
		if ( wait === Infinity ) {
			return this.handlers.end();
		}
		this.schedule( wait, () => this.allowance.spend() );
	}

	/** Asks for a snapshot where one may be taken at once. */
	askIfAllowed(): void {
		if ( ! this.allowance.wait() ) {
			this.ask();
		}
	}

	/** Takes a full snapshot after this wait (ms), unless too much waits to be sent then. */
	schedule( wait: number, onTaken?: () => void ): void {
		if ( this.due.isDue || this.state.isPausedFor( 'room' ) ) {
			return;
		}
		this.handlers.pause();
		this.due.schedule( wait, () => {
			if ( this.state.isPausedFor( 'snapshot' ) ) {
				onTaken?.();
				this.handlers.take();
			}
		} );
	}

	/** Everything that waited to be sent is gone. */
	onRoom(): void {
		if ( this.state.isPausedFor( 'room' ) ) {
			this.state.pause( 'snapshot' );
			this.ask();
		}
	}

	cancel(): void {
		this.due.cancel();
	}
}

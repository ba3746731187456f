import { task } from '../tasks/task';
import { Timer } from '../tasks/timer';

/** A full snapshot that is due: after what is going on now, or when the allowance has room for it again. */
export class DueSnapshot {
	private readonly timer = new Timer();
	/** The snapshot that is due, as an object that no other one is. */
	private due: object | undefined;

	get isDue(): boolean {
		return !! this.due;
	}

	/**
	 * Without effect while one is due.
	 *
	 * @param wait Milliseconds; 0 for a microtask, after what the page is doing now.
	 */
	schedule( wait: number, take: () => void ): void {
		if ( this.due ) {
			return;
		}
		const due = ( this.due = {} );
		const run = task( () => {
			// One that was canceled must not bring forward the next.
			if ( this.due === due ) {
				this.due = undefined;
				take();
			}
		} );
		if ( wait ) {
			this.timer.set( wait, run );
		} else {
			queueMicrotask( run );
		}
	}

	cancel(): void {
		this.timer.cancel();
		this.due = undefined;
	}
}

/** A full snapshot that is due: after what is going on now, or when the allowance has room for it again. */
export class DueSnapshot {
	private timer: ReturnType<typeof setTimeout> | undefined;
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
		const run = () => {
			// One that was canceled must not bring forward the next.
			if ( this.due === due ) {
				this.due = undefined;
				take();
			}
		};
		if ( wait ) {
			this.timer = setTimeout( run, wait );
		} else {
			queueMicrotask( run );
		}
	}

	cancel(): void {
		clearTimeout( this.timer );
		this.due = undefined;
	}
}

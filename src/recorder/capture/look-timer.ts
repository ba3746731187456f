/** When the next look at what changed is made: so long after the first change. */
import { Timer } from '../tasks/timer';

export class LookTimer {
	private readonly timer = new Timer();

	/** @param wait Milliseconds from the first change to the look. */
	public constructor( private readonly wait: number, private readonly look: () => void ) {}

	public plan(): void {
		if ( ! this.timer.isSet ) {
			this.timer.set( this.wait, this.look );
		}
	}

	public cancel(): void {
		this.timer.cancel();
	}
}

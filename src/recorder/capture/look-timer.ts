/** When the next look at what changed is made. */
export class LookTimer {
	private due = 0;
	private timer = 0;

	/** @param wait Milliseconds from the first change to the look. */
	public constructor( private readonly wait: number, private readonly look: () => void ) {}

	/** Plans a look. A page that clears every timer also clears this one: an overdue look is made at the next change. */
	public plan(): void {
		const now = performance.now();
		if ( this.due === 0 ) {
			this.due = now + this.wait;
			this.timer = window.setTimeout( this.look, this.wait );
		} else if ( now >= this.due + this.wait ) {
			this.look();
		}
	}

	public cancel(): void {
		clearTimeout( this.timer );
		this.due = 0;
	}
}

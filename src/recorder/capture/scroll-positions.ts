/**
 * How far boxes are scrolled when they are recorded. The browser must have laid out the page to answer, so that all are
 * asked right after a frame was drawn: then the answer is at hand, and no layout is forced upon the page.
 */
import { task } from '../tasks/task';

/** Elements asked in one task: about a microsecond each. */
const MOST_AT_ONCE = 2000;

interface Offset {
	left: number;
	top: number;
}

const offsetOf = ( { scrollX, scrollY }: Window ): Offset => ( { left: scrollX, top: scrollY } );

/** Calls back in a task after the next frame was drawn; in a hidden page after it is shown again. */
const afterFrame = ( then: () => void ): number => requestAnimationFrame( task( () => void setTimeout( task( then ) ) ) );

export class ScrollPositions {
	private waiting: Element[] = [];
	private frame = 0;
	private page: Offset | null = null;

	/** @param compare Takes an element whose position can be read now. */
	public constructor( private readonly compare: ( element: Element ) => void ) {}

	/** Asks how far an element is scrolled, soon. */
	public ask( element: Element ): void {
		this.waiting.push( element );
		this.frame ||= afterFrame( () => this.answer() );
	}

	/** Forgets what waits, and asks how far the page is scrolled after the next frame. */
	public restart(): void {
		this.stop();
		this.frame = afterFrame( () => this.answer() );
	}

	/** How far the page was scrolled after the first frame, or is now where none was drawn yet. */
	public get offset(): Offset {
		return this.page ?? offsetOf( window );
	}

	/** Answers now, whatever the browser must lay out for that: before the page leaves. */
	public hurry(): void {
		if ( this.waiting.length > 0 ) {
			cancelAnimationFrame( this.frame );
			this.answer();
		}
	}

	public stop(): void {
		this.waiting = [];
		this.page = null;
		cancelAnimationFrame( this.frame );
		this.frame = 0;
	}

	private answer(): void {
		this.page ??= offsetOf( window );
		const elements = this.waiting.splice( 0, MOST_AT_ONCE );
		this.frame = this.waiting.length > 0 ? afterFrame( () => this.answer() ) : 0;
		elements.forEach( this.compare );
	}
}

/**
 * Tells when an answer of the server has come: the browser tells of a request when its answer is there (Resource Timing),
 * and when the request was made.
 */
import { task } from '../tasks/task';

/** Kinds of requests that a script makes to learn something. */
const ASKED = /^(fetch|xmlhttprequest|script)$/;

export class Requests {
	private observer: PerformanceObserver | null = null;

	/**
	 * @param own        Address of the recorder's own requests.
	 * @param onAnswered Takes the time at which a request was made (ms, as performance.now() has it).
	 */
	constructor( private readonly own: string, private readonly onAnswered: ( made: number ) => void ) {}

	start(): void {
		try {
			this.observer ??= new PerformanceObserver( task( ( list: PerformanceObserverEntryList ) => {
				for ( const { name, initiatorType, startTime } of list.getEntries() as PerformanceResourceTiming[] ) {
					if ( ASKED.test( initiatorType ) && ! name.endsWith( this.own ) ) {
						this.onAnswered( startTime );
					}
				}
			} ) );
			this.observer.observe( { type: 'resource' } );
		} catch {
			// A browser that tells of no requests: late answers are found by likeness.
		}
	}

	stop(): void {
		this.observer?.disconnect();
	}
}

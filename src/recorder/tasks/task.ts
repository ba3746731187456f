/**
 * A task of the recorder: whatever the browser calls. No error comes out of a task, the browser's own functions are in
 * place in it, and its time is measured.
 */
import { BuiltIns } from './built-ins';

/** A page that replaces functions late is found out this long after (ms), and at once after an error. */
const CHECK_MS = 500;

const { apply } = Reflect;
const now = (): number => performance.now();

const builtIns = new BuiltIns();

let depth = 0;
let isLoading = false;
let checked = -Infinity;
let meter: ( ( begun: number, ended: number ) => void ) | undefined;
let atEnd: () => void = () => {};

/** Listener that is told when each task began and ended (ms, performance.now()). */
export function measure( told: typeof meter ): void {
	meter = told;
}

/** Work at the end of every task. */
export function atTaskEnd( work: () => void ): void {
	atEnd = work;
}

/** Begins the task in which the recorder is loaded: lists and patterns of its modules are made with the browser's own functions. */
export function beginLoading(): void {
	builtIns.start();
	builtIns.enter();
	depth = 1;
	isLoading = true;
}

/** Ends the task in which the recorder was loaded; without effect where there is none. */
export function endLoading(): void {
	if ( isLoading ) {
		isLoading = false;
		depth = 0;
		builtIns.leave();
	}
}

/** Runs a work as a task, or as a part of the one that runs; answers nothing where an error ended the work. */
export function run<T>( work: () => T, onError?: ( error: unknown ) => void ): T | undefined {
	let begun = 0;
	try {
		if ( depth++ === 0 ) {
			begun = now();
			if ( begun - checked > CHECK_MS ) {
				checked = begun;
				builtIns.check();
			}
			builtIns.enter();
		}
		return work();
	} catch ( error ) {
		checked = -Infinity;
		try {
			onError?.( error );
		} catch {}
		return undefined;
	} finally {
		try {
			if ( depth === 1 ) {
				atEnd();
				meter?.( begun, now() );
			}
		} catch {}
		if ( --depth === 0 ) {
			builtIns.leave();
		}
	}
}

/** A function for the browser to call: the work as a task. */
export function task<A extends unknown[]>( work: ( ...given: A ) => unknown, onError?: ( error: unknown ) => void ): ( ...given: A ) => void {
	// Not spread: that would ask the page's iterator, before the task has begun.
	return ( ...given ) => void run( () => apply( work, undefined, given ), onError );
}

/** Runs one random program in the page that it stands in, recorded, and answers the events and what the page was at each checkpoint. */
import { BAG, OPERATIONS } from './operations';
import { build, css } from './building';
import { canonical, styles } from './canonical';
import { clock, microtasks, real } from './clock';
import { FIXED, SECRET, type Fixed } from './fixed';
import { isVirtual, type Checkpoint, type Plan } from './plan';
import { Random } from './random';
import { documentIn, World } from './world';

export interface Recorder {
	start: () => void;
	/** Tells all that waits. */
	flush: () => void;
	stop: () => void;
}

/** A recorder has told all after this long without a change (ms): rules of sheets are compared each second, a frame by what comes then. */
const QUIET_MS = 1600;
const PAUSES = [ 'none', 'none', 'none', 'microtasks', 'microtasks', 'turns', 'turns', 'turns', 'while', 'while', 'long', 'load', 'flush' ] as const;

export interface Outcome {
	checkpoints: Checkpoint[];
	secrets: string[];
	errors: string[];
}

/** Frames and sheets that never come: a link in a formula has no sheet, a frame may be sent nowhere. */
let hopeless = new WeakSet<Element>();
/** So often a frame or sheet is waited for. */
const MOST_TURNS = 200;

const task = (): Promise<void> => new Promise( ( resolve ) => {
	const { port1, port2 } = new real.MessageChannel();
	port1.onmessage = () => {
		port1.close();
		resolve();
	};
	port2.postMessage( 0 );
} );
const isLoading = ( world: World, element: Element ) =>
	! hopeless.has( element ) && ( world.expected.has( element ) || ( element.localName === 'iframe' && ! isComplete( element as HTMLIFrameElement ) ) || ( element.localName === 'link' && ! ( element as HTMLLinkElement ).sheet ) || ( element.localName === 'img' && ! ( element as HTMLImageElement ).complete ) );

/** Every frame and sheet of the page has come. */
async function settle( world: World ): Promise<void> {
	const loading = ( elements: Element[] ) => elements.filter( ( element ) => isLoading( world, element ) );
	let waiting = loading( world.elements() );
	for ( let turn = 0; turn < MOST_TURNS && waiting.length > 0; turn++ ) {
		await ( turn % 8 ? task() : new Promise( ( resolve ) => real.setTimeout( resolve, 1 ) ) );
		waiting = loading( turn % 8 ? waiting : world.elements() );
	}
	waiting.forEach( ( element ) => hopeless.add( element ) );
	if ( world.some( '.scroller' ) ) {
		// Events of scrolling come with a frame of the screen.
		await new Promise( real.requestAnimationFrame );
	}
	await task();
}

function isComplete( frame: HTMLIFrameElement ): boolean {
	const inner = documentIn( frame );
	const isSourced = frame.hasAttribute( 'srcdoc' ) || frame.hasAttribute( 'src' );
	return inner?.readyState === 'complete' && inner.documentElement !== null && ( ! isSourced || inner.URL !== 'about:blank' || frame.dataset.written !== undefined );
}

function begin( world: World ): void {
	document.open();
	document.write( `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Program</title><style>${ css( world ) }</style></head><body class="one"></body></html>` );
	document.close();
	( document as { adoptedStyleSheets: CSSStyleSheet[] } ).adoptedStyleSheets = [];
	if ( ! customElements.get( 'x-card' ) ) {
		customElements.define( 'x-card', class extends HTMLElement {
			public connectedCallback(): void {
				if ( ! this.shadowRoot ) {
					this.attachShadow( { mode: 'open' } ).innerHTML = '<style>p { color: teal }</style><p>panel</p><slot></slot>';
				}
			}
		} );
	}
	for ( let count = 1 + world.random.below( 4 ); count > 0; count-- ) {
		document.body.append( build( world, 3 ) );
	}
}

/** All that waits has been told: at once as before the page leaves, or because nothing happens for a while. */
async function rest( world: World, recorders: Recorder[], isLeaving: boolean ): Promise<void> {
	clock.random = null;
	await settle( world );
	if ( ! isLeaving ) {
		await clock.pass( QUIET_MS );
	}
	for ( let turn = 0; turn < 4 && isLeaving; turn++ ) {
		recorders.forEach( ( recorder ) => recorder.flush() );
		await clock.pass( 0 );
	}
}

/** What a page leaves to its recorders between two changes. */
async function pause( world: World, recorders: Recorder[] ): Promise<void> {
	const { random } = world;
	switch ( random.pick( PAUSES ) ) {
		case 'microtasks':
			return microtasks();
		case 'turns':
			for ( let turns = random.below( 5 ); turns >= 0; turns-- ) {
				await clock.turn();
			}
			return;
		case 'while':
			return clock.pass( random.below( 150 ) );
		case 'long':
			return clock.pass( random.below( 800 ) );
		case 'load':
			return settle( world );
		case 'flush':
			recorders.forEach( ( recorder ) => recorder.flush() );
	}
}

/** Steps of a fixed program; the page is compared after each but the first. */
async function runFixed( { title, steps: [ first, ...steps ], isLeaving = false }: Fixed, world: World, start: () => void, flush: () => void, check: ( isLeaving: boolean, name: string ) => Promise<void> ): Promise<void> {
	await first!( clock, flush );
	await settle( world );
	start();
	for ( const [ at, step ] of steps.entries() ) {
		await step( clock, flush );
		await check( isLeaving, `${ title } (${ at + 1 })` );
	}
}

async function runRandom( plan: Plan, world: World, recorders: Recorder[], errors: string[], check: ( isLeaving: boolean, name?: string ) => Promise<void> ): Promise<void> {
	for ( let at = 0; at < plan.operations; at++ ) {
		// Each operation has its own numbers: without one of them the others stay what they are.
		world.random = new Random( Math.imul( plan.seed, 7919 ) + at );
		clock.random = new Random( Math.imul( plan.seed, 7907 ) + at );
		if ( ! plan.without?.includes( at ) ) {
			const name = world.random.pick( BAG );
			try {
				OPERATIONS[ name ]![ 0 ]( world );
			} catch ( error ) {
				// What the DOM refuses is no program; a fault of the recorder comes by the error event.
				if ( ! ( error instanceof DOMException ) && ! /HierarchyRequest|NotSupported|NotAllowed|InvalidState/.test( String( error ) ) ) {
					errors.push( `${ name }: ${ String( ( error as Error ).stack ?? error ) }` );
				}
			}
			world.done.push( `${ at }:${ name }` );
		}
		await pause( world, recorders );
		if ( world.random.chance( 0.08 ) ) {
			await check( world.random.chance( 0.5 ) );
		}
	}
	await check( plan.seed % 2 === 0 );
}

/** Runs a program. `counts` says how many events each recorder has told. */
export async function run( plan: Plan, recorders: Recorder[], counts: () => { events: number[]; age: number } ): Promise<Outcome> {
	const world = new World( new Random( plan.seed ), plan.masked, `x-late${ plan.seed }` );
	world.frames = plan.seed % 4 === 1;
	world.isWide = plan.seed > 5000;
	const errors: string[] = [];
	const checkpoints: Checkpoint[] = [];
	hopeless = new WeakSet();
	clock.random = new Random( plan.seed );
	begin( world );
	const start = () => recorders.forEach( ( recorder ) => recorder.start() );
	const every = plan.fixed === undefined ? 3 : 1;
	const check = async ( isLeaving: boolean, name?: string ) => {
		await rest( world, recorders, isLeaving );
		const { lines, elements } = canonical( document, { isOwn: () => true, isOutline: plan.masked, isVirtual: isVirtual( plan ) } );
		checkpoints.push( { ...counts(), lines, every, styles: plan.masked ? [] : styles( elements, every ), done: name ? [ name ] : [ ...world.done ] } );
	};
	if ( plan.fixed !== undefined ) {
		world.secrets.push( SECRET );
		await runFixed( FIXED[ plan.fixed ]!, world, start, () => recorders.forEach( ( recorder ) => recorder.flush() ), check );
	} else {
		if ( plan.seed % 3 ) {
			await settle( world );
		}
		start();
		await runRandom( plan, world, recorders, errors, check );
	}
	recorders.forEach( ( recorder ) => recorder.stop() );
	return { checkpoints, secrets: world.secrets, errors };
}

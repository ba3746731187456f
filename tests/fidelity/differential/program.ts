/** Runs one random program in the page that it stands in, recorded, and answers the events and what the page was at each checkpoint. */
import { BAG, OPERATIONS } from './operations';
import { build, css } from './building';
import { canonical, styles } from './canonical';
import { Random } from './random';
import { documentIn, World } from './world';

export interface Recorder {
	start: () => void;
	/** Tells all that waits. */
	flush: () => void;
	stop: () => void;
}

export interface Plan {
	seed: number;
	operations: number;
	masked: boolean;
	/** Operations left out, to shrink a program. */
	without?: number[];
}

export interface Checkpoint {
	/** How many events each recorder has told so far. */
	events: number[];
	/** How often the events were thrown away before. */
	age: number;
	lines: string[];
	styles: string[];
	/** Operations done so far. */
	done: string[];
}

export interface Outcome {
	checkpoints: Checkpoint[];
	secrets: string[];
	errors: string[];
}

const task = (): Promise<void> => new Promise( ( resolve ) => {
	const { port1, port2 } = new MessageChannel();
	port1.onmessage = () => {
		port1.close();
		resolve();
	};
	port2.postMessage( 0 );
} );
const timeout = (): Promise<void> => new Promise( ( resolve ) => setTimeout( resolve, 1 ) );

/** Every frame and sheet of the page has come. */
async function settle( world: World ): Promise<void> {
	const isLoading = ( element: Element ) =>
		( element.localName === 'iframe' && ! isComplete( element as HTMLIFrameElement ) ) || ( element.localName === 'link' && element.matches( '[rel=stylesheet]' ) && ! ( element as HTMLLinkElement ).sheet );
	for ( let turn = 0; turn < 200 && world.elements().some( isLoading ); turn++ ) {
		await timeout();
	}
	// Events of loads and scrolls come with a frame of the screen.
	await new Promise( requestAnimationFrame );
	await task();
}

function isComplete( frame: HTMLIFrameElement ): boolean {
	const inner = documentIn( frame );
	const isSourced = frame.hasAttribute( 'srcdoc' ) || frame.hasAttribute( 'src' );
	return inner?.readyState === 'complete' && ( ! isSourced || inner.URL !== 'about:blank' || frame.dataset.written !== undefined );
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
	for ( let count = 2 + world.random.below( 6 ); count > 0; count-- ) {
		document.body.append( build( world, 3 ) );
	}
}

/** Runs a program. `counts` says how many events each recorder has told. */
export async function run( plan: Plan, recorders: Recorder[], counts: () => { events: number[]; age: number } ): Promise<Outcome> {
	const world = new World( new Random( plan.seed ), plan.masked, `x-late${ plan.seed }` );
	const errors: string[] = [];
	const checkpoints: Checkpoint[] = [];
	const done: string[] = [];
	begin( world );
	if ( plan.seed % 3 ) {
		await settle( world );
	}
	recorders.forEach( ( recorder ) => recorder.start() );
	const check = async () => {
		await settle( world );
		for ( let turn = 0; turn < 4; turn++ ) {
			recorders.forEach( ( recorder ) => recorder.flush() );
			await ( turn % 2 ? timeout() : task() );
		}
		const { lines, elements } = canonical( document, { isOwn: () => true, isOutline: plan.masked } );
		checkpoints.push( { ...counts(), lines, styles: plan.masked ? [] : styles( elements, 3 ), done: [ ...done ] } );
	};
	for ( let at = 0; at < plan.operations; at++ ) {
		// Each operation has its own numbers: without one of them the others stay what they are.
		world.random = new Random( Math.imul( plan.seed, 7919 ) + at );
		const name = world.random.pick( BAG );
		const pause = world.random.below( 4 );
		const isCheckpoint = world.random.chance( 0.08 );
		if ( ! plan.without?.includes( at ) ) {
			try {
				OPERATIONS[ name ]![ 0 ]( world );
			} catch ( error ) {
				// What the DOM refuses is no program; a fault of the recorder comes by the error event.
				if ( ! ( error instanceof DOMException ) && ! /HierarchyRequest|NotSupported|NotAllowed|InvalidState/.test( String( error ) ) ) {
					errors.push( `${ name }: ${ String( ( error as Error ).stack ?? error ) }` );
				}
			}
			done.push( `${ at }:${ name }` );
		}
		if ( pause === 1 ) {
			await task();
		} else if ( pause === 2 ) {
			await timeout();
		}
		if ( isCheckpoint ) {
			await check();
		}
	}
	await check();
	recorders.forEach( ( recorder ) => recorder.stop() );
	return { checkpoints, secrets: world.secrets, errors };
}

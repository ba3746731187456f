/** Runs in the frame of a program: the recorders and the program. */
import { clock } from './clock';
import { record } from '@rrweb/record';
import { createCapture } from '../../../src/recorder/capture/capture';
import { Masking } from '../../../src/recorder/masking/masking';
import type { FrontConfig } from '../../../src/contracts/generated/front-config';
import { MASKED, sensitiveWord } from '../../../src/privacy';
import type { RecordedEvent } from '../../../src/recorder/recorded';
import type { Plan } from './plan';
import { run, type Outcome, type Recorder } from './program';

export interface Recorded extends Outcome {
	/** Events of Candid's recorder, then of rrweb's where it ran beside, as JSON. */
	events: string[];
}

const decoder = new TextDecoder();

let age = 0;

/** A pace at which changes of a small page fall between slices. */
const paceOf = ( seed: number ) => ( { steps: 1 + ( seed % 7 ) } );

function ours( { seed, masked }: Plan, events: RecordedEvent[], errors: string[] ): Recorder {
	const masking = new Masking( { block: masked ? [ '.tall', '.hushed' ] : [], preset: masked ? 'balanced' : 'open', inputs: ! masked || seed % 2 === 0, keep: [] as string[], maskPage: false } as FrontConfig, { sensitiveWord } );
	if ( masked ) {
		masking.protect( '.whispered', MASKED );
	}
	masking.start();
	const capture = createCapture( {
		masking,
		onEvent: ( event ) => {
			// What is told may not change later.
			const { written, ...rest } = event;
			events.push( JSON.parse( written ? `{"type":${ rest.type },"timestamp":${ rest.timestamp },"data":${ written.map( ( piece ) => decoder.decode( piece, { stream: true } ) ).join( '' ) }}` : JSON.stringify( rest ) ) );
		},
		onClosed: () => {
			events.length = 0;
			age++;
			queueMicrotask( () => capture.snapshot() );
		},
		onError: ( error ) => errors.push( String( ( error as Error )?.stack ?? error ) ),
		onLost: () => queueMicrotask( () => capture.snapshot() ),
		onBroken: () => errors.push( 'The recorder gave up.' ),
		pace: paceOf( seed ),
	} );
	const stop = () => {
		capture.stop();
		masking.stop();
	};
	return { start: capture.snapshot, stop, flush: () => capture.hurry() };
}

function plain( events: unknown[] ): Recorder {
	let end: ( () => void ) | undefined;
	return {
		start: () => ( end = record( { emit: ( event ) => void events.push( JSON.parse( JSON.stringify( event ) ) ), sampling: { scroll: 1 }, slimDOMOptions: { script: true, comment: true } } ) ),
		stop: () => end?.(),
		flush() {},
	};
}

async function runHere( plan: Plan, isBeside: boolean ): Promise<Recorded> {
	age = 0;
	clock.reset();
	// What was typed on one page is hidden on the next of the same tab.
	sessionStorage.clear();
	// The page gets the address of the caller, once: another address later is another page, and masked.
	document.open();
	document.close();
	const events: unknown[][] = isBeside ? [ [], [] ] : [ [] ];
	const errors: string[] = [];
	const note = ( event: ErrorEvent ) => errors.push( event.message );
	const reject = ( event: PromiseRejectionEvent ) => errors.push( String( event.reason ) );
	window.addEventListener( 'error', note );
	window.addEventListener( 'unhandledrejection', reject );
	const recorders = [ ours( plan, events[ 0 ] as RecordedEvent[], errors ), ...( isBeside ? [ plain( events[ 1 ]! ) ] : [] ) ];
	const outcome = await run( plan, recorders, () => ( { events: events.map( ( { length } ) => length ), age } ) );
	const told = events[ 0 ]!.length;
	document.body?.append( 'after the end' );
	await clock.pass( 2000 );
	if ( events[ 0 ]!.length !== told ) {
		errors.push( 'An event came after the end.' );
	}
	return { ...outcome, errors: [ ...outcome.errors, ...errors ], events: events.map( ( list ) => JSON.stringify( list ) ) };
}

( window as unknown as { runHere: typeof runHere } ).runHere = runHere;

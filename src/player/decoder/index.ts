/**
 * The decoder: a worker that takes the bytes of segments and hands what is safe to the stage, through a
 * port of its own. The host page gets figures only.
 */
import type { DecoderOrder } from '../protocol';
import { RecordingReader, type Decoded } from './recording-reader';

interface WorkerScope {
	postMessage: ( message: unknown ) => void;
	addEventListener: ( type: 'message', listener: ( event: MessageEvent< DecoderOrder > ) => void ) => void;
}

const scope = globalThis as unknown as WorkerScope;
let reader: RecordingReader | null = null;
let stage: MessagePort | null = null;
let queue: Promise< void > = Promise.resolve();

function hand( decoded: Decoded ): void {
	stage?.postMessage( decoded.feed );
	scope.postMessage( decoded.report );
}

async function follow( order: DecoderOrder ): Promise< void > {
	switch ( order.kind ) {
		case 'open':
			reader = new RecordingReader( order.siteUrl, order.viewport );
			return;
		case 'segment':
			if ( reader ) {
				hand( await reader.segment( order.sequence, order.page, order.bytes ) );
			}
			return;
		case 'missing':
			if ( reader ) {
				hand( reader.missing( order.sequence ) );
			}
			return;
		case 'complete':
			if ( reader ) {
				hand( reader.complete( -1 ) );
			}
	}
}

scope.addEventListener( 'message', ( event ) => {
	stage ??= event.ports[ 0 ] ?? null;
	const { data } = event;
	// Every order is answered, or the host waits for it.
	queue = queue.then( () => follow( data ) ).catch( () => {
		if ( data.kind === 'segment' && reader ) {
			hand( reader.missing( data.sequence ) );
		}
	} );
} );

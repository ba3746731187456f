/**
 * The decoder: a worker that reads the bytes of segments and posts the sanitized events to the stage,
 * through a port of its own. The host page receives numbers only.
 */
import type { DecoderOrder } from './protocol';
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

async function follow( order: DecoderOrder ): Promise< Decoded | null > {
	if ( order.kind === 'open' ) {
		reader = new RecordingReader( order.siteUrl, order.viewport );
		return null;
	}
	switch ( order.kind ) {
		case 'segment':
			return reader ? reader.segment( order.sequence, order.page, order.bytes ) : null;
		case 'missing':
			return reader ? reader.missing( order.sequence ) : null;
		case 'complete':
			return reader ? reader.complete( -1 ) : null;
	}
}

scope.addEventListener( 'message', ( event ) => {
	stage ??= event.ports[ 0 ] ?? null;
	const { data } = event;
	// The host counts the answers: an order without an answer would end the playing as if the worker hung.
	queue = queue
		.then( () => follow( data ) )
		.then( ( decoded ) => ( decoded ? hand( decoded ) : undefined ) )
		.catch( () => {
			if ( reader && data.kind !== 'open' ) {
				hand( data.kind === 'complete' ? reader.complete( -1 ) : reader.missing( data.sequence ) );
			}
		} );
} );

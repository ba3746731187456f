/** A decoder that checks nothing, to show what the stage holds back by itself. */
import { STAGE_EPOCH } from '../../../src/decoder/stage-words';
import { segmentLines } from '../../../src/decoder/inflate';

interface Order {
	kind: string;
	bytes: ArrayBuffer;
}

const scope = globalThis as unknown as { postMessage: ( message: unknown ) => void; onmessage: ( event: MessageEvent< Order > ) => void };
let stage: MessagePort | undefined;
let loaded = 0;
let first: number | null = null;
let queue: Promise< void > = Promise.resolve();

scope.onmessage = ( event ) => {
	stage ??= event.ports[ 0 ];
	queue = queue.then( async () => {
		const events: unknown[] = [];
		if ( event.data.kind === 'segment' ) {
			for ( const line of ( await segmentLines( event.data.bytes, 1e8 ) ).slice( 1 ) ) {
				const one = JSON.parse( line ) as { timestamp: number };
				first ??= one.timestamp;
				loaded = one.timestamp - first;
				events.push( { ...one, timestamp: STAGE_EPOCH + loaded } );
			}
		}
		if ( event.data.kind !== 'open' ) {
			const complete = event.data.kind === 'complete';
			stage?.postMessage( { events, fonts: [], complete } );
			scope.postMessage( { sequence: 0, loaded, started: true, complete, tooLarge: false, full: false, limited: 0, pageTimes: {}, gaps: [], idle: [], assets: [] } );
		}
	} );
};

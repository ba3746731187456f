import type { DecoderOrder, DecoderReport, StageOrder, StageReport } from '../protocol';
import { readStageReport } from '../protocol';
import { buildStage } from '../stage/document';
import type { PlayerOptions } from '../types';
import { fitStage } from './fit';
import { loadSegments } from './segments';
import { watchAnswers } from './watch';

/** A stage that has not spoken after this time does not speak at all, ms. */
const STAGE_SPEAKS_WITHIN_MS = 10_000;

export interface PartsHandlers {
	stage: ( report: StageReport ) => void;
	decoder: ( report: DecoderReport ) => void;
	/** A segment was handed to the decoder. */
	received: () => void;
	/** A segment is there and could not be fetched. */
	unloaded: () => void;
	/** The player's files cannot be had, its frame is not let in, or the decoder does not come back. */
	failed: ( why: 'start' | 'frame' | 'large' ) => void;
}

export interface Parts {
	order: ( message: StageOrder, transfer?: Transferable[] ) => void;
	/** Tells the stage's frame how large the visitor's window is, CSS px. */
	resize: ( width: number, height: number ) => void;
	stop: () => void;
}

/** Makes decoder and stage, connects them with each other and with this page, and feeds them. */
export function openParts( options: PlayerOptions, handlers: PartsHandlers ): Parts {
	const ends: Array< () => void > = [];
	let stopped = false;
	let stagePort: MessagePort | null = null;
	let resize: Parts[ 'resize' ] = () => undefined;

	const start = async (): Promise< void > => {
		const response = await fetch( options.stageUrl, { credentials: 'same-origin' } );
		if ( ! response.ok ) {
			throw new Error( `stage: ${ response.status }` );
		}
		const stageScript = await response.text();
		if ( stopped ) {
			return;
		}
		const [ toStage, toDecoder ] = [ new MessageChannel(), new MessageChannel() ];
		const decoder = new Worker( options.decoderUrl );
		const watch = watchAnswers( () => handlers.failed( 'large' ) );
		const frame = buildStage( stageScript, options.strings.frameTitle );
		const fit = fitStage( options.container, frame );
		// Where a policy of this page keeps the frame out, nothing says so: it is only silent.
		const silence = setTimeout( () => handlers.failed( 'frame' ), STAGE_SPEAKS_WITHIN_MS );
		ends.push( () => decoder.terminate(), watch.stop, fit.stop, () => toStage.port1.close(), () => clearTimeout( silence ) );

		resize = fit.resize;
		stagePort = toStage.port1;
		stagePort.onmessage = ( message ) => {
			const report = readStageReport( message.data );
			if ( report && ! stopped ) {
				clearTimeout( silence );
				handlers.stage( report );
			}
		};
		decoder.onmessage = ( message: MessageEvent< DecoderReport > ) => {
			watch.answered( message.data.sequence );
			if ( ! stopped ) {
				handlers.decoder( message.data );
			}
		};
		decoder.onerror = () => handlers.failed( 'start' );
		frame.addEventListener( 'load', () => frame.contentWindow?.postMessage( null, '*', [ toStage.port2, toDecoder.port2 ] ), { once: true } );
		options.container.replaceChildren( frame );

		const tell = ( message: DecoderOrder, transfer: Transferable[] = [] ): void => {
			watch.owe( 'sequence' in message ? message.sequence : -1 );
			decoder.postMessage( message, transfer );
		};
		const open: DecoderOrder = { kind: 'open', siteUrl: options.siteUrl, viewport: options.recording.viewport };
		decoder.postMessage( open, [ toDecoder.port1 ] );
		ends.push(
			loadSegments( options.recording.segment_list ?? [], options.loadSegment, {
				segment: ( { sequence, page }, bytes ) => {
					handlers.received();
					tell( { kind: 'segment', sequence, page, bytes }, [ bytes ] );
				},
				missing: ( sequence ) => tell( { kind: 'missing', sequence } ),
				unloaded: ( sequence ) => {
					handlers.unloaded();
					tell( { kind: 'missing', sequence } );
				},
				complete: () => tell( { kind: 'complete' } ),
			} ),
		);
	};
	start().catch( () => ! stopped && handlers.failed( 'start' ) );

	return {
		order: ( message, transfer = [] ) => stagePort?.postMessage( message, transfer ),
		resize: ( width, height ) => resize( width, height ),
		stop: () => {
			stopped = true;
			stagePort = null;
			ends.splice( 0 ).forEach( ( end ) => end() );
		},
	};
}

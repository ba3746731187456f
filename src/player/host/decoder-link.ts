import type { DecoderOrder, DecoderReport } from '../../decoder/protocol';
import { watchAnswers, type Watch } from './watch';

export interface DecoderHandlers {
	report: ( report: DecoderReport ) => void;
	/** The worker's file cannot be run (`start`), or it does not come back (`large`). */
	failed: ( why: 'start' | 'large' ) => void;
}

/** The decoder's worker: gives it orders, and notices when it owes an answer for too long. */
export class DecoderLink {
	private worker: Worker | null = null;
	private watch: Watch | null = null;

	/** @param url Address of decoder.js. */
	public constructor( private readonly url: string, private readonly handlers: DecoderHandlers ) {}

	/** @param toStage The port on which the stage listens to the decoder. */
	public start( open: DecoderOrder & { kind: 'open' }, toStage: MessagePort ): void {
		const worker = new Worker( this.url );
		const watch = watchAnswers( () => this.handlers.failed( 'large' ) );
		worker.onmessage = ( message: MessageEvent< DecoderReport > ) => {
			watch.answered( message.data.sequence );
			if ( this.worker === worker ) {
				this.handlers.report( message.data );
			}
		};
		worker.onerror = () => this.handlers.failed( 'start' );
		worker.postMessage( open, [ toStage ] );
		this.worker = worker;
		this.watch = watch;
	}

	public tell( order: Exclude< DecoderOrder, { kind: 'open' } >, transfer: Transferable[] = [] ): void {
		this.watch?.owe( order.kind === 'complete' ? -1 : order.sequence );
		this.worker?.postMessage( order, transfer );
	}

	public stop(): void {
		this.watch?.stop();
		this.worker?.terminate();
		this.watch = null;
		this.worker = null;
	}
}

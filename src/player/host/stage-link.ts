import { readStageReport, type StageOrder, type StageReport } from '../protocol';
import { buildStage } from '../stage/document';
import { fitStage } from './fit';

/** A stage that has not spoken after this time does not speak at all, ms. */
const STAGE_SPEAKS_WITHIN_MS = 10_000;

export interface StageHandlers {
	report: ( report: StageReport ) => void;
	/** The frame was not let into the page. */
	refused: () => void;
}

export interface StageSettings {
	/** Empty element for the stage's frame. */
	container: HTMLElement;
	/** Address of stage.js. */
	url: string;
	/** Accessible name of the frame. */
	title: string;
}

/** The stage's frame in the page: gives it orders and reads its reports. */
export class StageLink {
	private port: MessagePort | null = null;
	private readonly ends: Array< () => void > = [];
	private stopped = false;
	private fit: ReturnType< typeof fitStage > | null = null;

	public constructor( private readonly settings: StageSettings, private readonly handlers: StageHandlers ) {}

	/**
	 * Fetches the stage's script and puts the frame into the page.
	 *
	 * @return The port on which the stage will listen to the decoder; null when stopped meanwhile.
	 * @throws When the script cannot be fetched.
	 */
	public async start(): Promise< MessagePort | null > {
		const response = await fetch( this.settings.url, { credentials: 'same-origin' } );
		if ( ! response.ok ) {
			throw new Error( `stage: ${ response.status }` );
		}
		const script = await response.text();
		return this.stopped ? null : this.open( script );
	}

	public order( message: StageOrder, transfer: Transferable[] = [] ): void {
		this.port?.postMessage( message, transfer );
	}

	/** Tells the frame how large the visitor's window is, CSS px. */
	public resize( width: number, height: number ): void {
		this.fit?.resize( width, height );
	}

	public stop(): void {
		this.stopped = true;
		this.port = null;
		this.ends.splice( 0 ).forEach( ( end ) => end() );
	}

	private open( script: string ): MessagePort {
		const { container, title } = this.settings;
		const [ toStage, toDecoder ] = [ new MessageChannel(), new MessageChannel() ];
		const frame = buildStage( script, title );
		const fit = fitStage( container, frame );
		// Where a Content-Security-Policy keeps the frame out, no event says so: the frame is only silent.
		const silence = setTimeout( () => this.handlers.refused(), STAGE_SPEAKS_WITHIN_MS );
		this.ends.push( fit.stop, () => toStage.port1.close(), () => clearTimeout( silence ) );

		this.fit = fit;
		this.port = toStage.port1;
		this.port.onmessage = ( message ) => {
			const report = readStageReport( message.data );
			if ( report && ! this.stopped ) {
				clearTimeout( silence );
				this.handlers.report( report );
			}
		};
		frame.addEventListener( 'load', () => frame.contentWindow?.postMessage( null, '*', [ toStage.port2, toDecoder.port2 ] ), { once: true } );
		container.replaceChildren( frame );
		return toDecoder.port1;
	}
}

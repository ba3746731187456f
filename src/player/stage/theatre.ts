import { Replayer } from '@rrweb/replay';
import type { StageEvent } from '../protocol';
import { ASSET_ATTRIBUTE } from '../stage-words';
import { Pictures } from './pictures';

type ReplayEvents = ConstructorParameters< typeof Replayer >[ 0 ];
type ReplayEvent = ReplayEvents[ number ];
type Cast = () => void;

/** The parts of the replay engine we take hold of so that no event can stop it. */
interface Engine {
	getCastFn: ( event: unknown, sync?: boolean ) => Cast;
	service: { send: ( message: { type: 'PAUSE' } ) => void; state: { context: { events: unknown[] } } };
	timer: { addAction: ( action: { doAction: Cast; delay: number } ) => void };
}

export interface TheatreReports {
	size: ( width: number, height: number ) => void;
	/** Everything that is there has been played. */
	drained: () => void;
	/** An event could not be played. */
	failed: () => void;
}

/**
 * Plays events into the recorded document. Times are ms since the first event. Every event is played
 * on its own: one that fails is reported and the next follows.
 */
export class Theatre {
	public readonly pictures = new Pictures();
	private replayer: Replayer | null = null;
	private early: StageEvent[] = [];

	public constructor( private readonly reports: TheatreReports ) {}

	/** Whether there is a page to show. */
	public get open(): boolean {
		return this.replayer !== null;
	}

	public get time(): number {
		return this.replayer?.getCurrentTime() ?? 0;
	}

	public add( events: readonly StageEvent[] ): void {
		if ( this.replayer ) {
			events.forEach( ( event ) => this.replayer?.addEvent( event as unknown as ReplayEvent ) );
			return;
		}
		this.early.push( ...events );
		// A snapshot always comes with the size of its window before it.
		if ( this.early.some( ( event ) => event.type === 2 ) ) {
			this.start( this.early );
			this.early = [];
		}
	}

	public play( time: number, speed: number ): void {
		this.guard( () => {
			this.replayer?.setConfig( { speed } );
			this.replayer?.play( Math.max( 0.5, time ) );
		} );
	}

	/**
	 * Shows the moment `time` and stands still. Half a millisecond is added because the engine plays what
	 * lies before a moment: an event at the moment itself, such as the last page of a visit, would be left out.
	 */
	public pause( time: number ): void {
		this.guard( () => this.replayer?.pause( Math.max( 0, time ) + 0.5 ) );
		// Sent again, so that the engine stands still even when it could not show the moment.
		this.guard( () => ( this.replayer as unknown as Engine | null )?.service.send( { type: 'PAUSE' } ) );
	}

	public setSpeed( speed: number ): void {
		this.guard( () => this.replayer?.setConfig( { speed } ) );
	}

	/** False when it failed. */
	private guard( run: Cast ): boolean {
		try {
			run();
			return true;
		} catch {
			this.reports.failed();
			return false;
		}
	}

	private start( events: StageEvent[] ): void {
		const replayer = new Replayer( events as unknown as ReplayEvents, {
			root: document.body,
			mouseTail: { duration: 500, lineCap: 'round', lineWidth: 2, strokeStyle: '#3858e9' },
			showWarning: false,
			triggerFocus: false,
			useVirtualDom: false,
			// Boxes of blocked elements are drawn by our own style.
			blockClass: 'candid-engine-block',
			plugins: [ { onBuild: ( node ) => this.built( node as Node ), handler: ( event ) => this.changed( event as unknown as StageEvent ) } ],
		} );
		const engine = replayer as unknown as Engine;
		const cast = engine.getCastFn;
		engine.getCastFn = ( event, sync ) => {
			const run = cast( event, sync );
			return () => {
				// The engine itself tells of the end, unless the last event fails.
				if ( ! this.guard( run ) && event === engine.service.state.context.events.at( -1 ) ) {
					this.reports.drained();
				}
			};
		};
		const schedule = engine.timer.addAction.bind( engine.timer );
		engine.timer.addAction = ( action ) => schedule( { delay: action.delay, doAction: () => this.guard( action.doAction ) } );
		replayer.on( 'resize', ( size ) => {
			const { width, height } = size as { width: number; height: number };
			this.reports.size( width, height );
		} );
		replayer.on( 'finish', () => this.reports.drained() );
		this.replayer = replayer;
		this.pause( 0 );
	}

	private built( node: Node ): void {
		if ( node.nodeType === Node.DOCUMENT_NODE ) {
			this.pictures.addDocument( node as Document );
		} else if ( node.nodeType === Node.ELEMENT_NODE ) {
			this.pictures.addElement( node as Element );
		}
	}

	private changed( event: StageEvent ): void {
		const data = event.data as { source?: number; attributes?: Array< { id: number; attributes: Record< string, unknown > } > };
		if ( event.type !== 3 || data.source !== 0 ) {
			return;
		}
		for ( const change of data.attributes ?? [] ) {
			const node = ASSET_ATTRIBUTE in change.attributes ? this.replayer?.getMirror().getNode( change.id ) : null;
			if ( node?.nodeType === Node.ELEMENT_NODE ) {
				this.pictures.addElement( node as unknown as Element );
			}
		}
	}
}

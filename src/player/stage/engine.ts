import { Replayer } from '@rrweb/replay';
import type { StageEvent } from '../../decoder/protocol';
import { beginPagesAnew } from './next-page';

type ReplayEvents = ConstructorParameters< typeof Replayer >[ 0 ];
type ReplayEvent = ReplayEvents[ number ];
type Run = () => void;

/** The version of @rrweb/replay whose inner parts {@link Inner} describes. A test compares it with the installed package. */
export const ENGINE_VERSION = '2.1.6';

/** Inner parts of the replay engine, wrapped so that no event can stop the playing. */
interface Inner {
	getCastFn: ( event: unknown, sync?: boolean ) => Run;
	service: { send: ( message: { type: 'PAUSE' } ) => void; state: { context: { events: unknown[] } } };
	timer: { addAction: ( action: { doAction: Run; delay: number } ) => void };
}

/**
 * The inner parts of a replayer.
 *
 * @throws When the engine has other inner parts: without the wrapping, one damaged event would end the playing.
 */
function innerOf( replayer: Replayer ): Inner {
	const inner = replayer as unknown as Partial< Inner >;
	const known = typeof inner.getCastFn === 'function' && typeof inner.service?.send === 'function' && Array.isArray( inner.service.state?.context?.events ) && typeof inner.timer?.addAction === 'function';
	if ( ! known ) {
		throw new Error( `The replay engine is not the one of @rrweb/replay ${ ENGINE_VERSION }.` );
	}
	return inner as Inner;
}

export interface EngineHandlers {
	size: ( width: number, height: number ) => void;
	/** Every event that has arrived was played. */
	drained: () => void;
	/** An event could not be played. */
	failed: () => void;
	/** A node of the recorded page has been built. */
	built: ( node: Node ) => void;
	/** An event is being played. */
	played: ( event: StageEvent ) => void;
}

/**
 * The replay engine, the only file that reaches into it. Every event is played on its own: one that fails
 * is reported and the next follows.
 */
export class Engine {
	private readonly replayer: Replayer;
	private readonly inner: Inner;

	/** @param events At least one snapshot, with the size of its window before it. */
	public constructor( events: readonly StageEvent[], private readonly handlers: EngineHandlers ) {
		this.replayer = new Replayer( events as unknown as ReplayEvents, {
			root: document.body,
			mouseTail: { duration: 500, lineCap: 'round', lineWidth: 2, strokeStyle: '#3858e9' },
			showWarning: false,
			triggerFocus: false,
			useVirtualDom: false,
			// Boxes of blocked elements are drawn by our own style.
			blockClass: 'candid-engine-block',
			plugins: [ { onBuild: ( node ) => handlers.built( node as Node ), handler: ( event ) => handlers.played( event as unknown as StageEvent ) } ],
		} );
		this.inner = innerOf( this.replayer );
		this.wrap();
		beginPagesAnew( this.replayer );
		this.replayer.on( 'resize', ( size ) => {
			const { width, height } = size as { width: number; height: number };
			handlers.size( width, height );
		} );
		this.replayer.on( 'finish', () => handlers.drained() );
	}

	public get time(): number {
		return this.replayer.getCurrentTime();
	}

	public add( event: StageEvent ): void {
		this.replayer.addEvent( event as unknown as ReplayEvent );
	}

	public play( time: number, speed: number ): void {
		this.guard( () => {
			this.replayer.setConfig( { speed } );
			this.replayer.play( Math.max( 0.5, time ) );
		} );
	}

	/**
	 * Shows the moment `time` and stands still. Half a millisecond is added because the engine plays the
	 * events before a moment: an event at the moment itself, such as the last page of a visit, would be left out.
	 */
	public pause( time: number ): void {
		this.guard( () => this.replayer.pause( Math.max( 0, time ) + 0.5 ) );
		// Sent again, so that the engine stands still even when it could not show the moment.
		this.guard( () => this.inner.service.send( { type: 'PAUSE' } ) );
	}

	public setSpeed( speed: number ): void {
		this.guard( () => this.replayer.setConfig( { speed } ) );
	}

	/** The node with this id in the recorded page, or null. */
	public node( id: number ): Node | null {
		return this.replayer.getMirror().getNode( id ) as Node | null;
	}

	private wrap(): void {
		const { inner } = this;
		const cast = inner.getCastFn;
		inner.getCastFn = ( event, sync ) => {
			const run = cast( event, sync );
			return () => {
				// The engine itself reports the end, unless the last event fails.
				if ( ! this.guard( run ) && event === inner.service.state.context.events.at( -1 ) ) {
					this.handlers.drained();
				}
			};
		};
		const schedule = inner.timer.addAction.bind( inner.timer );
		inner.timer.addAction = ( action ) => schedule( { delay: action.delay, doAction: () => this.guard( action.doAction ) } );
	}

	/** False when it failed. */
	private guard( run: Run ): boolean {
		try {
			run();
			return true;
		} catch {
			this.handlers.failed();
			return false;
		}
	}
}

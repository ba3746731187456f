/**
 * Events of the capture, in the order in which they are told. Descriptions of nodes are masked where they are read; signs
 * of the visitor, fields and adopted sheets go through the gate.
 */
import type { RecordedEvent } from '../recorded';

export interface EmissionSettings {
	gate: ( event: RecordedEvent ) => RecordedEvent | null;
	/** Nodes that the gate asks for by number: filled with the nodes of each event that the gate is given. */
	named: Map<number, Node>;
	/** Number of a recorded node; 0 for one that is not recorded. */
	idOf: ( node: Node ) => number;
	/** Whether a work is under way whose result is told first. */
	isBusy: () => boolean;
	/** Called before an event is given to the gate: fields that came may close places which the event names. */
	beforeGate: () => void;
	onEvent: ( event: RecordedEvent ) => void;
	onError: ( error: unknown ) => void;
}

export class Emission {
	/** Nothing comes through. */
	public isPaused = false;
	/** Whether the snapshot has been told; nothing else is told before it. */
	public isDescribed = false;
	private held: RecordedEvent[] = [];
	private lastTime = 0;

	public constructor( private readonly settings: EmissionSettings ) {}

	/**
	 * An event of the nodes given. Whether it may leave is decided by how the page is now, for its nodes may leave the
	 * page; it is told after the work that is under way, which may describe its nodes.
	 */
	public hold( event: RecordedEvent, nodes: Node[] ): void {
		if ( this.isPaused ) {
			return;
		}
		const passed = this.pass( event, nodes );
		if ( passed ) {
			this.held.push( passed );
		}
		if ( ! this.settings.isBusy() ) {
			this.release();
		}
	}

	/** Tells what was held. */
	public release(): void {
		if ( this.isDescribed ) {
			for ( const event of this.held.splice( 0 ) ) {
				try {
					this.emit( event );
				} catch ( error ) {
					this.settings.onError( error );
				}
			}
		}
	}

	/** Drops what is held: before a new snapshot. */
	public reset(): void {
		this.isDescribed = false;
		this.held = [];
	}

	/** An event that the gate lets through. */
	public pass( event: RecordedEvent, nodes: Node[] ): RecordedEvent | null {
		const { named, gate, idOf, beforeGate, onError } = this.settings;
		try {
			beforeGate();
			for ( const node of nodes ) {
				const id = idOf( node );
				if ( id ) {
					named.set( id, node );
				}
			}
			return gate( event );
		} catch ( error ) {
			onError( error );
			return null;
		} finally {
			named.clear();
		}
	}

	/** Tells an event. A replay takes events in the order of their times, so that none may be earlier than the one before it. */
	public emit( event: RecordedEvent ): void {
		if ( this.isPaused ) {
			return;
		}
		const late = this.lastTime - event.timestamp;
		if ( late > 0 ) {
			event.timestamp = this.lastTime;
			for ( const position of ( event.data.positions ?? [] ) as { timeOffset: number }[] ) {
				position.timeOffset -= late;
			}
		}
		this.lastTime = event.timestamp;
		this.settings.onEvent( event );
	}
}

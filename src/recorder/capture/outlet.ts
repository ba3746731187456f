/**
 * Where events leave the capture: in the order of their times, the signs of the visitor after the work under way, and
 * nothing before the snapshot.
 */
import type { RecordedEvent } from '../recorded';
import type { Entries } from './dom/entry';

export interface OutletSettings {
	gate: ( event: RecordedEvent ) => RecordedEvent | null;
	/** Nodes that the gate asks for by number: filled with the nodes of each event that the gate is given. */
	named: Map<number, Node>;
	onEvent: ( event: RecordedEvent ) => void;
	onFail: ( error: unknown ) => void;
	/** Whether a work is under way that may describe the nodes of a sign. */
	isBusy: () => boolean;
}

export class Outlet {
	/** Nothing is told while closed: before the snapshot, and when what was told must not leave. */
	public isOpen = false;
	private held: [ RecordedEvent, Node[] ][] = [];
	private entries: Entries | null = null;
	private lastTime = 0;

	public constructor( private readonly settings: OutletSettings ) {}

	/** Forgets what waits and closes, until the snapshot of these entries is told. */
	public reset( entries: Entries ): void {
		this.entries = entries;
		this.held = [];
		this.isOpen = false;
	}

	/** An event of a sign: told after the work that is under way, which may describe its node. */
	public hold( event: RecordedEvent, nodes: Node[] ): void {
		this.held.push( [ event, nodes ] );
		if ( ! this.settings.isBusy() ) {
			this.release();
		}
	}

	public release(): void {
		const { held } = this;
		this.held = [];
		held.forEach( ( [ event, nodes ] ) => this.pass( event, nodes ) );
	}

	/** Tells an event that the gate lets through. */
	public pass( event: RecordedEvent, nodes: Node[] ): void {
		if ( ! this.isOpen ) {
			return;
		}
		const { named, gate } = this.settings;
		for ( const node of nodes ) {
			const entry = this.entries!.of( node );
			if ( entry ) {
				named.set( entry.id, node );
			}
		}
		try {
			const passed = gate( event );
			if ( passed ) {
				this.emit( passed );
			}
		} catch ( error ) {
			this.settings.onFail( error );
		} finally {
			named.clear();
		}
	}

	/** Tells an event. A replay takes events in the order of their times, so that none may be earlier than the one before it. */
	public emit( event: RecordedEvent ): void {
		if ( ! this.isOpen ) {
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

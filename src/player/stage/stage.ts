import { EventSource, EventType } from '../../contracts/generated/event';
import type { StageEvent } from '../../decoder/protocol';
import { ASSET_ATTRIBUTE, POPOVER_ATTRIBUTE } from '../../decoder/stage-words';
import { Engine } from './engine';
import { Pictures } from './pictures';
import { Popovers } from './popovers';

export interface StageReports {
	size: ( width: number, height: number ) => void;
	/** Every event that has arrived was played. */
	drained: () => void;
	/** An event could not be played. */
	failed: () => void;
}

/** The recorded page, rebuilt from events. Times are ms since the first event. */
export class Stage {
	public readonly pictures = new Pictures();
	private readonly popovers = new Popovers();
	private engine: Engine | null = null;
	/** Events before the first snapshot. */
	private early: StageEvent[] = [];

	public constructor( private readonly reports: StageReports ) {}

	/** Whether there is a page to show. */
	public get open(): boolean {
		return this.engine !== null;
	}

	public get time(): number {
		return this.engine?.time ?? 0;
	}

	public add( events: readonly StageEvent[] ): void {
		if ( this.engine ) {
			events.forEach( ( event ) => this.engine?.add( event ) );
			return;
		}
		// One by one: a segment may hold more events than a call can take arguments.
		events.forEach( ( event ) => this.early.push( event ) );
		// A snapshot always comes with the size of its window before it.
		if ( this.early.some( ( event ) => event.type === EventType.fullSnapshot ) ) {
			this.start( this.early );
			this.early = [];
		}
	}

	public play( time: number, speed: number ): void {
		this.engine?.play( time, speed );
	}

	public pause( time: number ): void {
		this.engine?.pause( time );
	}

	public setSpeed( speed: number ): void {
		this.engine?.setSpeed( speed );
	}

	private start( events: StageEvent[] ): void {
		this.engine = new Engine( events, {
			...this.reports,
			built: ( node ) => this.built( node ),
			played: ( event ) => this.played( event ),
		} );
		this.engine.pause( 0 );
	}

	private built( node: Node ): void {
		if ( node.nodeType === Node.DOCUMENT_NODE ) {
			this.pictures.addDocument( node as Document );
		} else if ( node.nodeType === Node.ELEMENT_NODE ) {
			this.pictures.addElement( node as Element );
			this.popovers.add( node as Element );
		}
	}

	/** A changed picture is shown from the files of the site, as a new one is; popovers open and close. */
	private played( event: StageEvent ): void {
		const data = event.data as { source?: number; attributes?: Array< { id: number; attributes: Record< string, unknown > } > };
		if ( event.type !== EventType.incremental || data.source !== EventSource.mutation ) {
			return;
		}
		for ( const change of data.attributes ?? [] ) {
			const node = this.engine?.node( change.id );
			if ( node?.nodeType === Node.ELEMENT_NODE && ASSET_ATTRIBUTE in change.attributes ) {
				this.pictures.addElement( node as Element );
			}
			if ( node?.nodeType === Node.ELEMENT_NODE && POPOVER_ATTRIBUTE in change.attributes ) {
				this.popovers.change( node as Element );
			}
		}
	}
}

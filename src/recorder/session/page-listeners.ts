/** Listeners for the visitor's presence and for the life cycle of the page. */
import { listen, unlisten, visibilityOf, windowOf } from '../../privacy/natives';
import { task } from '../tasks/task';

/** Events by which a visitor shows that somebody is there. */
const SIGNS = [ 'pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll' ];

const view = () => windowOf( document )!;

export interface PageHandlers {
	onSign: () => void;
	/** The page is not seen any more; on phones often the last that is heard of it. */
	onHidden: () => void;
	/** The page is left, or put into the back-forward cache. */
	onLeave: () => void;
	/** The page came back from the back-forward cache. */
	onReturn: () => void;
}

export class PageListeners {
	private readonly handlers: PageHandlers;

	constructor( { onSign, onHidden, onLeave, onReturn }: PageHandlers ) {
		this.handlers = { onSign: task( onSign ), onHidden, onLeave: task( onLeave ), onReturn };
	}

	/** Begins to listen; a second call makes up for listeners that `document.open()` has removed, and else does nothing. */
	start(): void {
		SIGNS.forEach( ( sign ) => listen( view(), sign, this.handlers.onSign, { capture: true, passive: true } ) );
		listen( document, 'visibilitychange', this.onVisibility );
		listen( view(), 'pagehide', this.handlers.onLeave );
		listen( view(), 'pageshow', this.onShow );
	}

	stop(): void {
		SIGNS.forEach( ( sign ) => unlisten( view(), sign, this.handlers.onSign, { capture: true } ) );
		unlisten( document, 'visibilitychange', this.onVisibility );
		unlisten( view(), 'pagehide', this.handlers.onLeave );
		unlisten( view(), 'pageshow', this.onShow );
	}

	private readonly onVisibility = task( () => {
		if ( visibilityOf( document ) !== 'visible' ) {
			this.handlers.onHidden();
		}
	} );

	private readonly onShow = task( ( event: PageTransitionEvent ) => {
		if ( event.persisted ) {
			this.handlers.onReturn();
		}
	} );
}

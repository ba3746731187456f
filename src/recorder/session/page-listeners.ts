/** What the browser tells of the visitor and of the life of the page. */

/** Events by which a visitor shows that somebody is there. */
const SIGNS = [ 'pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll' ];

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
	constructor( private readonly handlers: PageHandlers ) {}

	start(): void {
		SIGNS.forEach( ( sign ) => addEventListener( sign, this.handlers.onSign, { capture: true, passive: true } ) );
		document.addEventListener( 'visibilitychange', this.onVisibility );
		addEventListener( 'pagehide', this.handlers.onLeave );
		addEventListener( 'pageshow', this.onShow );
	}

	stop(): void {
		SIGNS.forEach( ( sign ) => removeEventListener( sign, this.handlers.onSign, true ) );
		document.removeEventListener( 'visibilitychange', this.onVisibility );
		removeEventListener( 'pagehide', this.handlers.onLeave );
		removeEventListener( 'pageshow', this.onShow );
	}

	private readonly onVisibility = () => {
		if ( document.visibilityState === 'hidden' ) {
			this.handlers.onHidden();
		}
	};

	private readonly onShow = ( event: PageTransitionEvent ) => {
		if ( event.persisted ) {
			this.handlers.onReturn();
		}
	};
}

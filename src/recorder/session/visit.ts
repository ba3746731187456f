/**
 * One page view of a recording, from its first snapshot to its last segment. Ties the parts together.
 */
import { keptKeys, maskText } from '../../privacy';
import type { FrontConfig } from '../../contracts/generated/front-config';
import type { Segment } from '../../contracts/generated/segment';
import { BLOCK, MASK, SelectorError, createBoundary, type Boundary } from '../masking/element-states';
import { createCapture, mirror, type Capture } from '../capture/capture';
import { createDelivery } from '../transport/delivery';
import { describePage, showUrl } from './page-description';
import { createEcho } from '../masking/typed-values';
import { createGate, type Gate } from '../masking/gate';
import { createIdentity } from './identity';
import { createOutbox } from '../transport/outbox';
import { EVENT, type RecordedEvent } from '../recorded';

/** Without a sign of the visitor for this long, recording rests (the field's usual 5 minutes). */
const IDLE_MS = 5 * 60 * 1000;
const SIGNS = [ 'pointermove', 'pointerdown', 'keydown', 'wheel', 'touchmove', 'scroll' ];

export interface Visit {
	/** Begins, unless recording was stopped in this tab. */
	resume: () => void;
	block: ( what: string | Element ) => void;
	mask: ( what: string | Element ) => void;
	start: () => void;
	stop: () => void;
}

/** What the page's address says was searched for, the way WordPress writes it. */
function searchOf( { search, pathname }: Location ): string {
	const asked = new URLSearchParams( search ).get( 's' ) ?? /\/search\/([^/]+)/.exec( pathname )?.[ 1 ] ?? '';
	try {
		return decodeURIComponent( asked ).replace( /\+/g, ' ' ).trim();
	} catch {
		return asked;
	}
}

function tabStorage(): Storage | null {
	try {
		return sessionStorage;
	} catch {
		return null;
	}
}

/**
 * Prepares a page view; `start()` begins it.
 *
 * @param config What the page's config tag holds.
 */
export function createVisit( config: FrontConfig ): Visit {
	const identity = createIdentity( { storage: tabStorage(), now: Date.now, random: ( bytes ) => crypto.getRandomValues( bytes ) } );
	let started = 0;
	let running = false;
	let lastSign = 0;
	let address = '';

	const echo = createEcho( config.inputs ? '' : searchOf( location ) );
	const delivery = createDelivery( {
		door: config.door,
		accountKey: config.key,
		identity,
		onRefused: () => halt(),
		onLost: () => resnap(),
	} );
	const outbox = createOutbox( delivery, () => describePage( config, identity.page, started, hideTitle ) );

	let boundary: Boundary | undefined;
	let gate: Gate | undefined;
	let capture: Capture | undefined;
	let resnapping = false;
	let closing = false;
	/** A title that is closed in the page is closed beside it too; without a boundary nobody can say. */
	const hideTitle = ( text: string ) => {
		boundary?.forget();
		const state = boundary ? boundary.stateOf( document.querySelector( 'title' ) ) : BLOCK;
		if ( state & BLOCK ) {
			return '';
		}
		return state & MASK ? maskText( text ) : echo.hide( text );
	};
	/** A protection that was asked for cannot be given: nothing is recorded. */
	let unprotected = false;

	/** Nothing comes through until a new full snapshot has been taken, after what is going on now. */
	const resnap = () => {
		if ( ! running || resnapping || ! capture ) {
			return;
		}
		resnapping = true;
		capture.paused = true;
		queueMicrotask( () => {
			resnapping = false;
			if ( running ) {
				capture!.snapshot();
			}
		} );
	};
	/** What waits could hold what is closed now: it goes through the gate again, or is dropped. */
	const close = () => {
		if ( ! closing ) {
			closing = true;
			outbox.purge( gate );
			delivery.purge();
			closing = false;
			resnap();
		}
	};
	const halt = () => {
		running = false;
		capture?.stop();
		outbox.purge();
	};
	const finish = ( reason: NonNullable<Segment[ 'ended' ]> ) => {
		if ( running ) {
			outbox.end( reason );
			// The page may be on its way out, and nobody says goodbye for a recording that has ended.
			delivery.flush();
			halt();
		}
	};

	const onEvent = ( event: RecordedEvent ) => {
		if ( Date.now() - lastSign > IDLE_MS ) {
			outbox.seal();
			capture!.paused = true;
			return;
		}
		if ( event.type === EVENT.incremental && location.href !== address ) {
			address = location.href;
			outbox.add( { type: EVENT.custom, timestamp: event.timestamp, data: { tag: 'candid:address', payload: { href: showUrl( address, config ) } } }, false );
		}
		if ( ! outbox.add( event, event.type === EVENT.fullSnapshot ) ) {
			if ( event.type === EVENT.fullSnapshot ) {
				finish( 'limit' );
			} else {
				resnap();
			}
		}
	};

	const onSign = () => {
		const pause = Date.now() - lastSign;
		lastSign = Date.now();
		const spent = identity.spent();
		if ( running && ( pause > IDLE_MS || spent ) ) {
			if ( spent ) {
				// What waits belongs to the recording that ends here.
				outbox.sealPage();
				identity.renew();
				started = Date.now();
			}
			resnap();
		}
	};

	const begin = () => {
		started = lastSign = Date.now();
		address = location.href;
		identity.open();
		running = true;
	};

	const leave = () => {
		if ( running ) {
			outbox.sealPage();
			delivery.flush();
			identity.close();
		}
	};

	const listen = () => {
		echo.listen( window );
		SIGNS.forEach( ( sign ) => addEventListener( sign, onSign, { capture: true, passive: true } ) );
		document.addEventListener( 'visibilitychange', () => {
			if ( running && document.visibilityState === 'hidden' ) {
				outbox.seal();
				delivery.flush();
			}
		} );
		addEventListener( 'pagehide', leave );
		addEventListener( 'pageshow', ( event ) => {
			if ( event.persisted && running ) {
				// Other pages of the tab may have used the recording in between.
				delivery.purge();
				begin();
				resnap();
			}
		} );
	};
	let listening = false;

	const start = () => {
		if ( running ) {
			return;
		}
		begin();
		try {
			if ( unprotected ) {
				throw new SelectorError();
			}
			boundary ??= createBoundary( config.block, config.preset, config.inputs, config.maskPage ? MASK : 0 );
		} catch ( error ) {
			return finish( error instanceof SelectorError ? 'selector' : 'error' );
		}
		gate = createGate( { mirror, boundary, echo, preset: config.preset, inputs: config.inputs, keep: keptKeys( config.keep, config.inputs ), onClosed: close } );
		capture = createCapture( { isBlocked: boundary.isBlocked, inputs: config.inputs, gate, onEvent, onBroken: () => finish( 'error' ) } );
		if ( ! listening ) {
			listening = true;
			listen();
		}
		capture.start();
	};

	const protect = ( what: string | Element, bit: typeof BLOCK | typeof MASK ) => {
		try {
			boundary ??= createBoundary( config.block, config.preset, config.inputs, config.maskPage ? MASK : 0 );
			boundary.protect( what, bit );
			close();
		} catch {
			unprotected = true;
			// What waits may hold what was to be protected.
			outbox.purge();
			delivery.purge();
			finish( 'selector' );
		}
	};

	return {
		block: ( what ) => protect( what, BLOCK ),
		mask: ( what ) => protect( what, MASK ),
		resume() {
			if ( ! identity.stopped() ) {
				start();
			}
		},
		start() {
			identity.setStopped( false );
			start();
		},
		stop() {
			identity.setStopped( true );
			finish( 'stopped' );
		},
	};
}

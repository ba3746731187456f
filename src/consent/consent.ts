/**
 * Follows the visitor's will on one page: lets the recorder begin, stops it at any moment, has erased what was sent, and
 * shows the notice where somebody has to be asked.
 */
import type { FrontConfig } from '../contracts/generated/front-config';
import { decide, type Answer, type Decision } from './decision';
import { Erasure } from './erasure';
import { pluginAnswer, tellPlugin } from './plugin-answer';
import { PLUGIN_EVENTS } from './plugin-events';
import { registry, type Status } from './registry';
import { hasSignal } from './signal';
import { ANSWER, RECORDING, storedAnswer } from './stored-answer';

/** Dispatched on window: `candid:status` with a Status, whenever it changes; `candid:erased` with `{ receipts: string[] }`. */
const tell = ( name: string, detail: unknown ) => window.dispatchEvent( new CustomEvent( `candid:${ name }`, { detail } ) );

/** The key of the tab's recording, which an earlier page has left, taken out of the storage; empty where there is none. */
function takeKey(): string {
	try {
		const key = /"k":"([0-9a-f]{32})"/.exec( sessionStorage.getItem( RECORDING ) ?? '' )?.[ 1 ];
		sessionStorage.removeItem( RECORDING );
		return key ?? '';
	} catch {
		return '';
	}
}

export class Consent {
	private readonly page = registry();
	private readonly erasure: Erasure;
	/** Answer of a script of this page, or of a visitor whose browser stores nothing. */
	private said: Answer | undefined;
	private isRecorderFetched = false;
	private isNoticeFetched = false;
	private told = '';

	constructor( private readonly config: FrontConfig ) {
		this.erasure = new Erasure( config.consent.erase, ( receipts ) => tell( 'erased', { receipts } ) );
	}

	start(): void {
		const { page } = this;
		page.allows = () => this.decide().allowed;
		page.status = () => this.status();
		page.tell = () => this.tellStatus();
		page.onAnswer = ( answer ) => this.take( answer, true );
		page.answer = this.onCall;
		PLUGIN_EVENTS.forEach( ( name ) => document.addEventListener( name, this.apply ) );
		addEventListener( 'storage', this.onStorage );
		addEventListener( 'pageshow', this.onShow );
		this.erasure.start();
		if ( page.waiting ) {
			this.onCall( ...page.waiting );
		} else {
			this.apply();
		}
	}

	/** Listens to nothing any more; nothing may be recorded from then on. */
	stop(): void {
		this.page.allows = () => false;
		PLUGIN_EVENTS.forEach( ( name ) => document.removeEventListener( name, this.apply ) );
		removeEventListener( 'storage', this.onStorage );
		removeEventListener( 'pageshow', this.onShow );
		this.erasure.stop();
	}

	private decide(): Decision {
		const { consent } = this.config;
		return decide( consent, { signal: hasSignal(), stored: storedAnswer(), said: this.said, plugin: consent.mode === 'plugin' ? pluginAnswer( consent.category ) : 'unmanaged' } );
	}

	private status(): Status {
		const { state, signal } = this.decide();
		return { consent: state, signal, recording: !! this.page.recorder?.isRecording() };
	}

	private tellStatus(): void {
		const status = this.status();
		const now = JSON.stringify( status );
		if ( now !== this.told ) {
			this.told = now;
			tell( 'status', status );
		}
	}

	/** Does what the state of this moment asks for. */
	private readonly apply = () => {
		const { page } = this;
		const { state, signal, allowed } = this.decide();
		if ( allowed ) {
			this.record();
		} else if ( page.recorder?.isRecording() || state === 'refused' || signal ) {
			const key = page.recorder?.withdraw() || takeKey();
			if ( key ) {
				this.erasure.add( key );
			}
		}
		if ( this.config.consent.mode === 'ask' && state === 'unanswered' && ! signal ) {
			this.ask( false );
		} else if ( ! page.isAsked ) {
			page.hide?.();
			page.isAsked = undefined;
		}
		this.tellStatus();
	};

	private record(): void {
		const { recorder } = this.page;
		if ( recorder ) {
			if ( ! recorder.isRecording() ) {
				recorder.resume();
			}
		} else if ( ! this.isRecorderFetched ) {
			this.isRecorderFetched = true;
			this.page.fetch!( this.config.recorder );
		}
	}

	/** @param isAsked Whether the visitor wants to see the notice. */
	private ask( isAsked: boolean ): void {
		const { page } = this;
		page.isAsked ||= isAsked;
		if ( page.ask ) {
			page.ask();
		} else if ( ! this.isNoticeFetched ) {
			this.isNoticeFetched = true;
			page.fetch!( this.config.consent.notice.script );
		}
	}

	/** candid.consent(): true or "given" is a yes, no argument the wish to see the notice, and anything else a no. */
	private readonly onCall = ( ...args: unknown[] ) => {
		if ( args[ 0 ] === undefined ) {
			this.ask( true );
			this.apply();
		} else {
			// A consent plugin without the API remembers its answers itself.
			this.take( args[ 0 ] === true || args[ 0 ] === 'given' ? 'given' : 'refused', this.config.consent.mode !== 'plugin' );
		}
	};

	private take( answer: Answer, isRemembered: boolean ): void {
		this.said = answer;
		this.page.isAsked = undefined;
		if ( isRemembered ) {
			try {
				localStorage.setItem( ANSWER, `${ answer } ${ this.config.consent.version }` );
			} catch {}
			if ( this.config.consent.mode === 'plugin' ) {
				tellPlugin( answer === 'given' );
			}
		}
		this.apply();
	}

	/** Another tab of the visitor has an answer: it counts here too, over what was said here before. */
	private readonly onStorage = ( { key }: StorageEvent ) => {
		if ( key === ANSWER || key === null ) {
			this.said = undefined;
			this.apply();
		}
	};

	/** A page that comes back from the bfcache has heard of nothing meanwhile. */
	private readonly onShow = ( { persisted }: PageTransitionEvent ) => {
		if ( persisted ) {
			this.said = this.config.consent.mode === 'plugin' ? this.said : undefined;
			this.apply();
		}
	};
}

/** Shows the notice on the page and takes it away again. */
import { registry } from '../consent/registry';
import { buildNotice, type NoticeConfig } from './view';

/** Screen readers announce what changes in a live region that was there before (ms). */
const ANNOUNCE_MS = 200;

export class Notice {
	private timer: ReturnType<typeof setTimeout> | undefined;
	private host: HTMLElement | undefined;
	private heading: HTMLElement | undefined;
	private isAsked = false;
	/** Element that had the focus before. */
	private before: Element | null = null;

	constructor( private readonly config: NoticeConfig ) {}

	/** Shows the notice; where the visitor asked for it, with the answer there is, the focus, and a way out. */
	show(): void {
		const page = registry();
		const isAsked = !! page.isAsked;
		if ( this.host && isAsked === this.isAsked ) {
			return isAsked ? this.heading?.focus() : undefined;
		}
		this.take();
		this.isAsked = isAsked;
		const { activeElement } = document;
		this.before = activeElement;
		const { consent } = page.status!();
		const answer = consent === 'given' || consent === 'refused' ? consent : undefined;
		const view = buildNotice( this.config, { answer: isAsked ? answer : undefined, onAnswer: ( given ) => page.onAnswer!( given ), onClose: isAsked ? this.hide : undefined } );
		( { host: this.host, heading: this.heading } = view );
		this.place( view.host );
		if ( isAsked ) {
			view.heading.focus();
		} else {
			this.timer = setTimeout( () => ( view.live.textContent = this.config.title ), ANNOUNCE_MS );
		}
	}

	/** Takes the notice away, and gives the focus back. */
	readonly hide = () => {
		registry().isAsked = undefined;
		const { activeElement } = document;
		const hadFocus = this.host && activeElement === this.host;
		this.take();
		if ( hadFocus ) {
			( this.before as HTMLElement | null )?.focus?.();
		}
	};

	private place( host: HTMLElement ): void {
		if ( this.config.place === 'inline' ) {
			document.body.append( host );
		} else {
			// Before the body: first in the order of the keyboard, and no rule of the theme about children of the body meets the notice.
			document.documentElement.insertBefore( host, document.body );
			// An element that gets the focus below is scrolled clear of the notice.
			document.documentElement.style.scrollPaddingBlockEnd = `${ host.shadowRoot!.querySelector( 'section' )!.offsetHeight }px`;
		}
	}

	private take(): void {
		clearTimeout( this.timer );
		if ( this.host ) {
			this.host.remove();
			this.host = this.heading = undefined;
			document.documentElement.style.scrollPaddingBlockEnd = '';
		}
	}
}

/** The notice as elements. Built without HTML text, so that no policy about Trusted Types is needed. */
import type { FrontConfig } from '../contracts/generated/front-config';
import { STYLES } from './styles';

export type NoticeConfig = FrontConfig[ 'consent' ][ 'notice' ];
export type Answer = 'given' | 'refused';

interface Options {
	/** The answer there is already; the notice shows it. */
	answer?: Answer;
	onAnswer: ( answer: Answer ) => void;
	/** Present where the notice can be closed without an answer. */
	onClose?: () => void;
	/** Whether the notice stands still in a settings screen. */
	isPreview?: boolean;
}

export interface NoticeView {
	/** Element that is put into the page. */
	host: HTMLElement;
	/** Element that gets the focus when the visitor opens the notice. */
	heading: HTMLElement;
	/** Read aloud by screen readers when its text changes. */
	live: HTMLElement;
}

function element( name: string, text: string, attributes: Record<string, string> = {} ): HTMLElement {
	const made = document.createElement( name );
	made.textContent = text;
	Object.entries( attributes ).forEach( ( [ key, value ] ) => made.setAttribute( key, value ) );
	return made;
}

/** A constructed sheet, which a content security policy lets pass; a style element in browsers that have no such sheets. */
function dress( root: ShadowRoot ): void {
	try {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync( STYLES );
		root.adoptedStyleSheets = [ sheet ];
	} catch {
		root.append( element( 'style', STYLES ) );
	}
}

const isClear = ( color: string ) => ! color || /^transparent$|, ?0\)$|\/ ?0%?\)$/.test( color );

/** Colors and font of the page, where they can be told: a page without a background color keeps the light look. */
function takeFromTheme( box: HTMLElement ): void {
	const page = getComputedStyle( document.body );
	const background = [ page.backgroundColor, getComputedStyle( document.documentElement ).backgroundColor ].find( ( color ) => ! isClear( color ) );
	box.style.setProperty( '--font', page.fontFamily );
	if ( background ) {
		box.style.setProperty( '--paper', background );
		box.style.setProperty( '--ink', page.color );
	}
}

/** Builds the notice. */
export function buildNotice( notice: NoticeConfig, { answer, onAnswer, onClose, isPreview = false }: Options ): NoticeView {
	// A recording that is going on shows the page without what the visitor answers here.
	const host = element( 'div', '', { 'data-candid': 'block', lang: notice.language, dir: getComputedStyle( document.documentElement ).direction } );
	const root = host.attachShadow( { mode: 'open' } );
	dress( root );
	const box = element( 'section', '', { class: `box ${ notice.place } ${ notice.colors === 'dark' ? 'dark' : 'light' }${ isPreview ? ' preview' : '' }`, role: isPreview ? 'group' : 'dialog', 'aria-labelledby': 'title', 'aria-describedby': 'text' } );
	if ( notice.colors === 'theme' && ! isPreview ) {
		takeFromTheme( box );
	}
	const heading = element( 'h2', notice.title, { id: 'title', tabindex: '-1' } );
	const text = element( 'p', notice.text, { id: 'text' } );
	if ( notice.policy ) {
		text.append( ' ', element( 'a', notice.more, { href: notice.policy } ) );
	}
	const words = element( 'div', '', { class: 'words' } );
	words.append( heading, text );
	const answers = element( 'div', '', { class: 'answers' } );
	const button = ( label: string, gives: Answer ) => {
		const made = element( 'button', label, { type: 'button', ...( answer ? { 'aria-pressed': String( answer === gives ) } : {} ) } );
		made.addEventListener( 'click', () => onAnswer( gives ) );
		return made;
	};
	answers.append( button( notice.refuse, 'refused' ), button( notice.accept, 'given' ) );
	if ( onClose ) {
		const close = element( 'button', '×', { type: 'button', class: 'close', 'aria-label': notice.close } );
		close.addEventListener( 'click', onClose );
		box.append( close );
		box.addEventListener( 'keydown', ( { key } ) => key === 'Escape' && onClose() );
	}
	box.append( words, answers );
	const live = element( 'div', '', { role: 'status', class: 'live' } );
	root.append( live, box );
	return { host, heading, live };
}

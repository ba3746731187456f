/**
 * Pages and changes that random programs have found wrong once, or hardly ever come upon. After each step the replay is
 * compared with the page; the first step builds the page, before anything is recorded.
 */
import type { Clock } from './clock';

export interface Fixed {
	title: string;
	steps: ( ( clock: Clock, flush: () => void ) => void | Promise<void> )[];
	/** Whether all is told at once after a step, as before the page leaves. */
	isLeaving?: boolean;
	/** Whether SECRET must not be recorded. */
	isMasked?: boolean;
}

/** Stands in hidden places. */
export const SECRET = 'zqxfixedzqx';

const SCROLLER = '<div class="scroller" style="height: 60px; width: 90px; overflow: auto"><div style="height: 400px; width: 400px">long</div></div>';

const find = <E extends HTMLElement>( selector: string ): E => document.querySelector<E>( selector )!;

const page = ( html: string ) => () => {
	document.body.innerHTML = html;
};

const scroll = ( selector: string ) => () => find( selector ).scrollTo( 40, 90 );

/** Takes an element out of the page and puts it back, before anybody is told. */
const putBack = ( selector: string ) => () => {
	const element = find( selector );
	const { parentNode, nextSibling } = element;
	element.remove();
	parentNode!.insertBefore( element, nextSibling );
};

const rewrite = ( body: string ) => {
	document.open();
	document.write( `<!doctype html><title>Again</title>${ body }` );
	document.close();
};

/** A host whose root adopts a sheet. */
function adopter( sheet: CSSStyleSheet ): HTMLElement {
	const host = document.createElement( 'div' );
	const root = host.attachShadow( { mode: 'open' } );
	root.innerHTML = '<p>adopted</p>';
	root.adoptedStyleSheets = [ sheet ];
	return host;
}

function sheetOf( css: string ): CSSStyleSheet {
	const sheet = new CSSStyleSheet();
	sheet.replaceSync( css );
	return sheet;
}

export const FIXED: Fixed[] = [
	{ title: 'A modal dialog that was put back is modal no longer', steps: [ page( '<dialog>one</dialog><p>two</p>' ), () => find<HTMLDialogElement>( 'dialog' ).showModal(), putBack( 'dialog' ) ] },
	{ title: 'A modal dialog in something that was put back is modal no longer', steps: [ page( '<main><dialog>one</dialog></main>' ), () => find<HTMLDialogElement>( 'dialog' ).showModal(), putBack( 'main' ), () => find( 'dialog' ).removeAttribute( 'open' ), () => find<HTMLDialogElement>( 'dialog' ).showModal() ] },
	{ title: 'A modal dialog that is closed has left the top layer', steps: [ page( '<dialog>one</dialog><p>two</p>' ), () => find<HTMLDialogElement>( 'dialog' ).showModal(), () => find<HTMLDialogElement>( 'dialog' ).close(), () => find<HTMLDialogElement>( 'dialog' ).show() ] },
	{ title: 'A box that was put back is at its beginning', steps: [ page( `${ SCROLLER }<p>two</p>` ), scroll( '.scroller' ), putBack( '.scroller' ) ] },
	{ title: 'A box that was scrolled before it was recorded is at its beginning once it was put back', steps: [ () => {
		document.body.innerHTML = `<main>${ SCROLLER }</main>`;
		find( '.scroller' ).scrollTo( 40, 90 );
	}, () => {}, putBack( 'main' ) ] },
	{ title: 'A box that is not drawn for a while is where it was', steps: [ page( `<section>${ SCROLLER }</section>` ), scroll( '.scroller' ), () => void find( 'section' ).attachShadow( { mode: 'open' } ), () => find( 'section' ).shadowRoot!.append( document.createElement( 'slot' ) ) ] },
	{ title: 'A box in a new shadow root is scrolled at once', steps: [ page( '<p>one</p>' ), () => {
		const host = document.createElement( 'div' );
		host.attachShadow( { mode: 'open' } ).innerHTML = SCROLLER;
		document.body.append( host );
		host.shadowRoot!.firstElementChild!.scrollTo( 40, 90 );
	} ] },
	{ title: 'A page that is rewritten during its first snapshot is listened to', steps: [ page( '<p>one</p>' ), () => rewrite( SCROLLER ), scroll( '.scroller' ) ] },
	{ title: 'A page that is rewritten and left is told', isLeaving: true, steps: [ page( '<p>one</p>'.repeat( 60 ) ), async ( clock ) => {
		await clock.turn();
		rewrite( '<p>two</p>' );
		for ( let turns = 0; turns < 99; turns++ ) {
			await clock.turn();
		}
	} ] },
	{ title: 'A sheet is adopted by a second root when the first is gone', steps: [ page( '<p>one</p>' ), async ( clock ) => {
		const sheet = sheetOf( 'p { color: red }' );
		const first = adopter( sheet );
		document.body.append( first );
		await clock.pass( 400 );
		first.remove();
		await clock.pass( 400 );
		document.body.append( adopter( sheet ) );
	} ] },
	{ title: 'What left a hidden place in the task of a flush stays hidden', isMasked: true, steps: [ page( `<p data-candid="block">${ SECRET }</p><main>open</main>` ), ( _, flush ) => {
		find( 'main' ).append( find( 'p' ).firstChild! );
		flush();
	} ] },
	{ title: 'A sheet in a shadow root is emptied', steps: [ page( '<p>one</p>' ), () => {
		const host = document.createElement( 'div' );
		host.attachShadow( { mode: 'open' } ).innerHTML = '<style>p { color: red }</style><p>two</p>';
		document.body.append( host );
	}, async ( clock ) => {
		const style = find( 'div' ).shadowRoot!.firstElementChild!;
		style.textContent = '';
		await clock.pass( 400 );
		style.textContent = 'p { color: red }';
	}, () => {
		find( 'div' ).shadowRoot!.firstElementChild!.textContent = '';
	} ] },
	{ title: 'The next document of a frame has not adopted the sheet of the one before', steps: [ page( '<iframe srcdoc="<p>one</p>"></iframe>' ), () => {
		const inner = find<HTMLIFrameElement>( 'iframe' ).contentDocument!;
		const sheet = new inner.defaultView!.CSSStyleSheet();
		sheet.replaceSync( 'p { color: red }' );
		inner.adoptedStyleSheets = [ sheet ];
	}, () => {
		find( 'iframe' ).setAttribute( 'srcdoc', '<p>two</p>' );
		return new Promise( ( resolve ) => find( 'iframe' ).addEventListener( 'load', () => resolve(), { once: true } ) );
	} ] },
	{ title: 'A page adopts a sheet', steps: [ page( '<p>one</p>' ), () => void ( document.adoptedStyleSheets = [ sheetOf( 'p { color: red }' ) ] ) ] },
	{ title: 'The next page has not adopted the sheet of the one before', steps: [ page( '<p>one</p>' ), () => find( 'p' ).append( 'two' ) ] },
];

/** Renders screens as wp-admin does, with answers of the site given by the test. */
import apiFetch from '@wordpress/api-fetch';
import { act, createElement } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import type { Handover } from '../../../src/admin/data/handover';
import { NoticesProvider } from '../../../src/admin/shell/notices';
import { RoutingProvider } from '../../../src/admin/shell/routing';

const HANDOVER: Handover = {
	root: 'https://shop.test/wp-json/',
	nonce: 'n',
	siteUrl: 'https://shop.test/',
	adminUrl: 'https://shop.test/wp-admin/',
	can: { watch: true, delete: true, export: true, manage: true },
	player: { stage: '', decoder: '' },
	version: '0',
	critical: 0,
};

/** Answers of the site: method and path without the query → decoded body, or what is thrown. */
export type Answers = Record< string, unknown >;

export interface Rendered {
	root: HTMLElement;
	text: () => string;
	/** What has the focus. */
	focused: () => Element | null;
	/** Lets everything that is under way come to its end. */
	settle: () => Promise< void >;
	click: ( element: Element | null | undefined ) => Promise< void >;
	button: ( name: string, within?: ParentNode ) => HTMLElement | undefined;
	close: () => void;
}

/** What the site was asked for, as `METHOD /path`. */
export const asked: string[] = [];

export async function render( screen: ReactElement, answers: Answers, handover: Partial< Handover > = {} ): Promise< Rendered > {
	( globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean } ).IS_REACT_ACT_ENVIRONMENT = true;
	window.candidAdmin = { ...HANDOVER, ...handover };
	asked.length = 0;
	// Where jsdom has no layout, nothing scrolls and nothing matches a media query.
	window.scrollTo = () => undefined;
	Element.prototype.scrollIntoView ??= () => undefined;
	window.matchMedia ??= ( ( query: string ) => ( { matches: false, media: query, addListener: () => undefined, removeListener: () => undefined, addEventListener: () => undefined, removeEventListener: () => undefined } ) ) as unknown as typeof window.matchMedia;
	apiFetch.setFetchHandler( ( { path = '', method = 'GET', headers = {} } ) => {
		// api-fetch sends every other method than GET and POST as a POST that says so.
		const name = `${ ( headers as Record< string, string > )[ 'X-HTTP-Method-Override' ] ?? method } ${ path.replace( /\?.*/, '' ) }`;
		asked.push( name );
		const answer = answers[ name ];
		return answer === undefined ? Promise.reject( { code: 'rest_no_route', message: 'No route', data: { status: 404 } } ) : Promise.resolve( structuredClone( answer ) );
	} );
	window.fetch = () => Promise.resolve( new Response( '{"code":"candid_malformed"}', { status: 400 } ) );
	const root = document.createElement( 'div' );
	document.body.append( root );
	const app = createRoot( root );
	const turn = () => new Promise< void >( ( resolve ) => setTimeout( resolve, 0 ) );
	const settle = async (): Promise< void > => {
		await act( turn );
		await act( turn );
	};
	await act( async () => app.render( createElement( RoutingProvider, null, createElement( NoticesProvider, null, screen ) ) ) );
	await settle();
	const button = ( name: string, within: ParentNode = document ) => [ ...within.querySelectorAll< HTMLElement >( 'button, a' ) ].find( ( one ) => one.textContent === name || one.getAttribute( 'aria-label' ) === name );
	return {
		root,
		text: () => document.body.textContent ?? '',
		focused: () => root.ownerDocument.activeElement,
		settle,
		click: async ( element ) => {
			if ( ! element ) {
				throw new Error( 'There is nothing to click.' );
			}
			await act( async () => element.dispatchEvent( new MouseEvent( 'click', { bubbles: true, cancelable: true } ) ) );
			await settle();
		},
		button,
		close: () => {
			act( () => app.unmount() );
			root.remove();
			document.body.replaceChildren();
		},
	};
}

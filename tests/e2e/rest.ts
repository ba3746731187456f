/** Candid's REST API with the cookies of a person, as her browser calls it. */
import { expect } from '@playwright/test';
import type { APIResponse, Page } from '@playwright/test';
import type { Site } from './site';

interface Call {
	method?: 'GET' | 'PUT' | 'POST' | 'DELETE';
	data?: unknown;
	/** Another nonce than the person's own; empty: none. */
	nonce?: string;
}

/** The nonce WordPress gives to whoever is logged in on this page. */
export async function nonceOf( page: Page, site: Site ): Promise< string > {
	const answer = await page.request.get( `${ site.url }/wp-admin/admin-ajax.php?action=rest-nonce` );
	return answer.status() === 200 ? answer.text() : '';
}

/** One call; the answer as it comes. */
export async function call( page: Page, site: Site, path: string, { method = 'GET', data, nonce }: Call = {} ): Promise< APIResponse > {
	const token = nonce ?? await nonceOf( page, site );
	return page.request.fetch( `${ site.url }/index.php?rest_route=${ encodeURIComponent( `/candid/v1${ path.split( '?' )[ 0 ] }` ) }${ path.includes( '?' ) ? `&${ path.split( '?' )[ 1 ] }` : '' }`, {
		method,
		headers: token === '' ? {} : { 'X-WP-Nonce': token },
		...( data === undefined ? {} : { data } ),
	} );
}

/** One call that must succeed; its decoded answer. */
export async function ask< Answer >( page: Page, site: Site, path: string, options: Call = {} ): Promise< Answer > {
	const answer = await call( page, site, path, options );
	expect( answer.ok(), `${ options.method ?? 'GET' } ${ path } → ${ answer.status() }: ${ ( await answer.text() ).slice( 0, 300 ) }` ).toBe( true );
	return await answer.json() as Answer;
}

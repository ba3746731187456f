/** Which requests of a page leave for another host than the site. */
import type { Page } from '@playwright/test';
import type { Site } from './site';

/** WordPress' own toolbar shows the picture of whoever is logged in, on every screen of wp-admin. */
const TOOLBAR_PICTURE = /(?:^|\.)gravatar\.com$/;

/**
 * Begins to listen; the list returned grows.
 *
 * @param page A page of an administrator.
 * @param site The site it is on.
 */
export function requestsElsewhere( page: Page, site: Site ): string[] {
	const found: string[] = [];
	const { host } = new URL( site.url );
	page.on( 'request', ( request ) => {
		const url = new URL( request.url() );
		if ( /^https?:$/.test( url.protocol ) && url.host !== host && ! TOOLBAR_PICTURE.test( url.hostname ) ) {
			found.push( request.url() );
		}
	} );
	return found;
}

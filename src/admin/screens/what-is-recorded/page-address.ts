/** What came of an address somebody typed. */
export type PageAddress = { url: string } | { problem: 'elsewhere' | 'admin' | 'broken' };

/**
 * The page somebody means: a full address, or a path from the site's front page.
 *
 * @param typed   What was typed.
 * @param siteUrl Address of the front page.
 * @param origin  Origin of the admin page; a page of another origin cannot be looked into.
 */
export function pageAddress( typed: string, siteUrl: string, origin: string ): PageAddress {
	const text = typed.trim();
	let url: URL;
	try {
		// A path counts from the site's own folder, which need not be the root of the server.
		url = new URL( text.startsWith( '/' ) ? text.replace( /^\/+/, '' ) || '.' : text, siteUrl );
		if ( text.startsWith( new URL( siteUrl ).pathname ) && text.startsWith( '/' ) ) {
			url = new URL( text, siteUrl );
		}
	} catch {
		return { problem: 'broken' };
	}
	if ( ! /^https?:$/.test( url.protocol ) ) {
		return { problem: 'broken' };
	}
	if ( url.origin !== origin ) {
		return { problem: 'elsewhere' };
	}
	if ( /\/wp-(?:admin|login\.php)(?:\/|$)/.test( url.pathname ) ) {
		return { problem: 'admin' };
	}
	return { url: url.href };
}

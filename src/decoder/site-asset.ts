/**
 * Decides which addresses inside a recording may be fetched for the stage: static pictures and fonts of the
 * site itself. Both the decoder (before it asks) and the host page (before it fetches) decide, because the
 * host does not rely on the decoder.
 */

export type AssetKind = 'image' | 'font';

const EXTENSIONS: Record< AssetKind, ReadonlySet< string > > = {
	image: new Set( [ 'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif', 'svg' ] ),
	font: new Set( [ 'woff', 'woff2', 'ttf' ] ),
};

const MAX_URL = 2048;

/**
 * Absolute address to fetch, without query and fragment, or null when it may not be fetched.
 *
 * Allowed are http(s) addresses of `siteOrigin` whose path has a wp-content or wp-includes folder and
 * whose last part ends with a known extension. A part that names a program (`x.php/y.png`) is refused.
 *
 * @param raw        Address as recorded.
 * @param base       Address of the recorded page, for relative addresses.
 * @param siteOrigin Origin of the site, as in `new URL( siteUrl ).origin`.
 * @param kind       What it is wanted for.
 */
export function siteAsset( raw: string, base: string, siteOrigin: string, kind: AssetKind ): string | null {
	if ( raw.length > MAX_URL ) {
		return null;
	}
	let url: URL;
	try {
		url = new URL( raw, base );
	} catch {
		return null;
	}
	if ( ( url.protocol !== 'https:' && url.protocol !== 'http:' ) || url.origin !== siteOrigin || url.username || url.password ) {
		return null;
	}
	let path: string;
	try {
		path = decodeURIComponent( url.pathname );
	} catch {
		return null;
	}
	const parts = path.split( '/' );
	const file = parts.pop() ?? '';

	if ( parts.includes( '..' ) || /[\\\u0000-\u001f;]/.test( path ) || /\.(?:php\d?|phtml|phar|cgi|pl|py)(?:[./]|$)/i.test( path ) ) {
		return null;
	}
	if ( ! parts.includes( 'wp-content' ) && ! parts.includes( 'wp-includes' ) ) {
		return null;
	}
	const extension = /\.([a-z0-9]+)$/i.exec( file )?.[ 1 ]?.toLowerCase() ?? '';
	return EXTENSIONS[ kind ].has( extension ) ? url.origin + url.pathname : null;
}

/** A picture inside the recording itself: raster formats only, at most `max` characters. */
export function isRasterData( value: string, max: number ): boolean {
	return value.length <= max && /^data:image\/(?:png|jpe?g|gif|webp|avif);base64,[a-z0-9+/=]+$/i.test( value );
}

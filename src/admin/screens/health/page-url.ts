/**
 * Address of a page of this site. Never throws and never leaves the site: a path comes from a stranger's request, and
 * one that begins with two slashes would name another host.
 *
 * @param path    Path from the root of the server, also where WordPress stands in a folder.
 * @param siteUrl Address of the front page.
 */
export function pageUrl( path: string, siteUrl: string ): string {
	return `${ new URL( siteUrl ).origin }/${ path.replace( /^[/\\\s]+/, '' ) }`;
}

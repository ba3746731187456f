import { RouteLink } from '../../shell/routing';
import { handover } from '../../data/handover';

/** A page of the site by its path; leads to what is recorded of it. */
export function PageLink( { path }: { path: string } ) {
	// Paths count from the root of the server, also where WordPress stands in a folder.
	const page = new URL( path || '/', handover().siteUrl ).href;
	return (
		<RouteLink to={ { screen: 'what-is-recorded', page } }>
			<bdi>{ path || '/' }</bdi>
		</RouteLink>
	);
}

import { handover } from '../../data/handover';
import { RouteLink } from '../../shell/routing';
import { plainText } from '../../text/plain-text';
import { pageUrl } from './page-url';

/** A page of the site by its path; leads to what is recorded of it. */
export function PageLink( { path }: { path: string } ) {
	return (
		<RouteLink to={ { screen: 'what-is-recorded', page: pageUrl( path, handover().siteUrl ) } }>
			<bdi>{ plainText( path ) || '/' }</bdi>
		</RouteLink>
	);
}

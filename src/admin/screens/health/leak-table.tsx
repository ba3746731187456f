import { __, _x } from '@wordpress/i18n';
import type { Leak } from '../../data/health';
import { exactTime, formatNumber } from '../../text/describe-recording';
import { leakText } from '../../text/health-text';
import { plainText } from '../../text/plain-text';
import { PageLink } from './page-link';

/** What the fence took out of recordings, by page and element; never what it said. */
export function LeakTable( { leaks }: { leaks: Leak[] } ) {
	return (
		<table className="candid-table">
			<thead>
				<tr>
					<th scope="col">{ _x( 'Page', 'page of the site', 'candid' ) }</th>
					<th scope="col">{ __( 'Element', 'candid' ) }</th>
					<th scope="col">{ _x( 'What', 'kind of data that was removed', 'candid' ) }</th>
					<th scope="col" className="is-number">
						{ _x( 'Times', 'how often', 'candid' ) }
					</th>
					<th scope="col">{ _x( 'First', 'first time it happened', 'candid' ) }</th>
					<th scope="col">{ _x( 'Last', 'last time it happened', 'candid' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ leaks.map( ( { rule, path, selector, count, first, last }, index ) => (
					<tr key={ index }>
						<th scope="row">
							<PageLink path={ path } />
						</th>
						<td data-label={ __( 'Element', 'candid' ) }>{ selector ? <code dir="ltr">{ plainText( selector ) }</code> : '–' }</td>
						<td data-label={ _x( 'What', 'kind of data that was removed', 'candid' ) }>{ leakText( rule ) }</td>
						<td className="is-number" data-label={ _x( 'Times', 'how often', 'candid' ) }>
							{ formatNumber( count ) }
						</td>
						<td data-label={ _x( 'First', 'first time it happened', 'candid' ) }>{ exactTime( first ) }</td>
						<td data-label={ _x( 'Last', 'last time it happened', 'candid' ) }>{ exactTime( last ) }</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

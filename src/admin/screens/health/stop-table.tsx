import { __, _x } from '@wordpress/i18n';
import type { Stop } from '../../data/health';
import { exactTime, formatNumber } from '../../text/describe-recording';
import { stopText } from '../../text/health-text';
import { PageLink } from './page-link';

/** Why recorders ended before the visit did. */
export function StopTable( { stops }: { stops: Stop[] } ) {
	return (
		<table className="candid-table">
			<thead>
				<tr>
					<th scope="col">{ __( 'Reason', 'candid' ) }</th>
					<th scope="col">{ __( 'Last on', 'candid' ) }</th>
					<th scope="col" className="is-number">
						{ _x( 'Times', 'how often', 'candid' ) }
					</th>
					<th scope="col">{ _x( 'Last', 'last time it happened', 'candid' ) }</th>
				</tr>
			</thead>
			<tbody>
				{ stops.map( ( { reason, path, count, last }, index ) => (
					<tr key={ index }>
						<th scope="row">{ stopText( reason ) }</th>
						<td data-label={ __( 'Last on', 'candid' ) }>
							<PageLink path={ path } />
						</td>
						<td className="is-number" data-label={ _x( 'Times', 'how often', 'candid' ) }>
							{ formatNumber( count ) }
						</td>
						<td data-label={ _x( 'Last', 'last time it happened', 'candid' ) }>{ exactTime( last ) }</td>
					</tr>
				) ) }
			</tbody>
		</table>
	);
}

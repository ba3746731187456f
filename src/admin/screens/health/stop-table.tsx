import { __ } from '@wordpress/i18n';
import type { Stop } from '../../data/health';
import { exactTime, formatNumber } from '../../text/describe-recording';
import { stopText } from '../../text/health-text';
import { PageLink } from './page-link';

/** Why recorders ended before the visit did. */
export function StopTable( { stops }: { stops: Stop[] } ) {
	return (
		<section className="candid-found" aria-labelledby="candid-stops">
			<div className="candid-found__head">
				<h2 id="candid-stops">{ __( 'Recordings that ended early', 'candid' ) }</h2>
			</div>
			<table className="candid-table">
				<thead>
					<tr>
						<th scope="col">{ __( 'Reason', 'candid' ) }</th>
						<th scope="col">{ __( 'Last on', 'candid' ) }</th>
						<th scope="col" className="is-number">
							{ __( 'Times', 'candid' ) }
						</th>
						<th scope="col">{ __( 'Last', 'candid' ) }</th>
					</tr>
				</thead>
				<tbody>
					{ stops.map( ( { reason, path, count, last } ) => (
						<tr key={ reason }>
							<th scope="row">{ stopText( reason ) }</th>
							<td data-label={ __( 'Last on', 'candid' ) }>
								<PageLink path={ path } />
							</td>
							<td className="is-number" data-label={ __( 'Times', 'candid' ) }>
								{ formatNumber( count ) }
							</td>
							<td data-label={ __( 'Last', 'candid' ) }>{ exactTime( last ) }</td>
						</tr>
					) ) }
				</tbody>
			</table>
		</section>
	);
}

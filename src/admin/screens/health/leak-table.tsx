import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { Leak } from '../../data/health';
import { exactTime, formatNumber } from '../../text/describe-recording';
import { leakText } from '../../text/health-text';
import { PageLink } from './page-link';

/** What the fence took out of recordings, by page and element; never what it said. */
export function LeakTable( { leaks, onForget }: { leaks: Leak[]; onForget: () => void } ) {
	return (
		<section className="candid-found" aria-labelledby="candid-leaks">
			<div className="candid-found__head">
				<h2 id="candid-leaks">{ __( 'Removed before it was stored', 'candid' ) }</h2>
				<Button variant="secondary" size="compact" onClick={ onForget }>
					{ __( 'Empty this list…', 'candid' ) }
				</Button>
			</div>
			<p>{ __( 'These places sent private data, and the server’s second check took it out. Look at the page and block what should not be sent.', 'candid' ) }</p>
			<table className="candid-table">
				<thead>
					<tr>
						<th scope="col">{ __( 'Page', 'candid' ) }</th>
						<th scope="col">{ __( 'Element', 'candid' ) }</th>
						<th scope="col">{ __( 'What', 'candid' ) }</th>
						<th scope="col" className="is-number">
							{ __( 'Times', 'candid' ) }
						</th>
						<th scope="col">{ __( 'First', 'candid' ) }</th>
						<th scope="col">{ __( 'Last', 'candid' ) }</th>
					</tr>
				</thead>
				<tbody>
					{ leaks.map( ( { rule, path, selector, count, first, last } ) => (
						<tr key={ `${ rule } ${ path } ${ selector }` }>
							<th scope="row">
								<PageLink path={ path } />
							</th>
							<td data-label={ __( 'Element', 'candid' ) }>{ selector ? <code dir="ltr">{ selector }</code> : '–' }</td>
							<td data-label={ __( 'What', 'candid' ) }>{ leakText( rule ) }</td>
							<td className="is-number" data-label={ __( 'Times', 'candid' ) }>
								{ formatNumber( count ) }
							</td>
							<td data-label={ __( 'First', 'candid' ) }>{ exactTime( first ) }</td>
							<td data-label={ __( 'Last', 'candid' ) }>{ exactTime( last ) }</td>
						</tr>
					) ) }
				</tbody>
			</table>
		</section>
	);
}

import { __ } from '@wordpress/i18n';
import type { Survey } from '../../../picker';
import type { Verdict } from '../../../privacy';
import { formatNumber } from '../../text/describe-recording';
import { fateText } from '../../text/reason-text';

const FATES: Verdict[ 'fate' ][] = [ 'recorded', 'masked', 'blocked', 'sensitive' ];

/** What the colors mean, and how often each stands on the page. */
export function Legend( { survey }: { survey: Survey | null } ) {
	const meaning = {
		recorded: __( 'as visitors see it', 'candid' ),
		masked: __( 'its place is shown, its content is not', 'candid' ),
		blocked: __( 'an empty box', 'candid' ),
		sensitive: __( 'regardless of the settings', 'candid' ),
	};
	return (
		<dl className="candid-legend" aria-label={ __( 'Colors', 'candid' ) }>
			{ FATES.map( ( fate ) => (
				<div key={ fate }>
					<dt>
						<span className={ `candid-fate is-${ fate }` }>{ fateText( fate ) }</span>
						<span className="candid-legend__meaning">{ meaning[ fate ] }</span>
					</dt>
					<dd>{ survey ? formatNumber( survey.findings.filter( ( finding ) => finding.fate === fate ).length ) : '–' }</dd>
				</div>
			) ) }
		</dl>
	);
}

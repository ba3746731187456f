import { __ } from '@wordpress/i18n';
import type { PageRules } from './page-rules';

/** What holds for the page as a whole. */
export function PageRemark( { said: rules }: { said: PageRules | null } ) {
	if ( ! rules ) {
		return (
			<p className="candid-remark is-warning" role="status">
				{ __( 'Candid could not read the rules of this page, perhaps because it is cached. The preview uses your settings only.', 'candid' ) }
			</p>
		);
	}
	if ( ! rules.recorded ) {
		return (
			<p className="candid-remark" role="status">
				{ __( 'Visits to this page are not recorded at all. The colors show what the settings would do.', 'candid' ) }
			</p>
		);
	}
	return rules.masked ? (
		<p className="candid-remark" role="status">
			{ __( 'All text of this page is masked, because pages like this one show personal data: accounts, orders, passwords.', 'candid' ) }
		</p>
	) : null;
}

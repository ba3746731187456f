import { Icon } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { check as tick, info, warning } from '@wordpress/icons';
import type { Check } from '../../data/health';
import { RouteLink } from '../../shell/routing';

const ICON = { critical: warning, recommended: info, good: tick };

/** The checks, what needs doing first. */
export function CheckList( { checks }: { checks: Check[] } ) {
	const groups: { status: Check[ 'status' ]; title: string }[] = [
		{ status: 'critical', title: __( 'Does not work', 'candid' ) },
		{ status: 'recommended', title: __( 'Worth a look', 'candid' ) },
		{ status: 'good', title: __( 'All right', 'candid' ) },
	];
	return (
		<>
			{ groups.map( ( { status, title } ) => {
				const inGroup = checks.filter( ( check ) => check.status === status );
				return (
					inGroup.length > 0 && (
						<section key={ status } className={ `candid-checks is-${ status }` } aria-labelledby={ `candid-checks-${ status }` }>
							<h2 id={ `candid-checks-${ status }` }>{ title }</h2>
							<ul>
								{ inGroup.map( ( check ) => (
									<li key={ check.id }>
										<Icon icon={ ICON[ status ] } size={ 24 } />
										<div>
											<h3>{ check.label }</h3>
											<p>{ check.message }</p>
											{ status !== 'good' && <Remedy check={ check } /> }
										</div>
									</li>
								) ) }
							</ul>
						</section>
					)
				);
			} ) }
		</>
	);
}

/** Where the thing can be put right, for checks that have such a place. */
function Remedy( { check: { id, remedy } }: { check: Check } ) {
	if ( remedy ) {
		return <a href={ remedy.url }>{ remedy.label }</a>;
	}
	switch ( id ) {
		case 'recording':
		case 'recorder':
			return <RouteLink to={ { screen: 'settings' } }>{ __( 'Open the settings', 'candid' ) }</RouteLink>;
		case 'inbox':
			return <RouteLink to={ { screen: 'recordings', before: null } }>{ __( 'Open the recordings', 'candid' ) }</RouteLink>;
		default:
			return null;
	}
}

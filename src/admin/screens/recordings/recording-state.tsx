import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { RouteLink } from '../../shell/routing';
import type { SettingsResponse } from '../../data/settings';

/** Above a list that is not empty: says when nothing new is coming, and why. */
export function RecordingState( { response }: { response: SettingsResponse } ) {
	const elsewhere = response.account.kind !== 'own';
	if ( response.settings.recording && ! elsewhere ) {
		return null;
	}
	return (
		<Notice status="warning" isDismissible={ false } className="candid-notice" politeness="polite">
			{ elsewhere
				? __( 'Candid is not recording: the account key belongs to another site or service.', 'candid' )
				: __( 'Recording is off. No new visits are recorded.', 'candid' ) }{ ' ' }
			<RouteLink to={ { screen: 'settings' } }>{ __( 'Open the settings', 'candid' ) }</RouteLink>
		</Notice>
	);
}

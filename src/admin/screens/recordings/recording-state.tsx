import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { RouteLink } from '../../shell/routing';
import type { SettingsResponse } from '../../data/settings';
import { noRecordingText } from '../../text/no-recording-text';

/** Above a list that is not empty: says when nothing new is coming, and why. */
export function RecordingState( { response: { recording } }: { response: SettingsResponse } ) {
	if ( recording.allowed ) {
		return null;
	}
	const why = noRecordingText( recording.reason );
	return (
		<Notice status="warning" isDismissible={ false } className="candid-notice" politeness="polite">
			{ why === null ? (
				__( 'Recording is off. No new visits are recorded.', 'candid' )
			) : (
				<>
					<strong>{ __( 'Candid is not recording', 'candid' ) }</strong>
					<br />
					{ why }
				</>
			) }{ ' ' }
			<RouteLink to={ { screen: 'settings' } }>{ __( 'Open the settings', 'candid' ) }</RouteLink>
		</Notice>
	);
}

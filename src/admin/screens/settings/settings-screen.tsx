import { Spinner } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { Screen } from '../../shell/screen';
import { fetchSettings } from '../../data/settings';
import { useRequest } from '../../data/use-request';
import { RequestNotice } from '../../ui/request-notice';
import { SettingsForm } from './settings-form';

/** What is recorded, where it goes, and what never leaves the visitor's page. */
export function SettingsScreen() {
	const settings = useRequest( 'settings', fetchSettings );

	return (
		<Screen title={ __( 'Settings', 'candid' ) }>
			{ settings.error && ! settings.data && (
				<RequestNotice
					what={ __( 'The settings could not be loaded.', 'candid' ) }
					error={ settings.error }
					onRetry={ settings.reload }
				/>
			) }
			{ settings.loading && ! settings.data && (
				<p role="status">
					<Spinner /> { __( 'Loading the settings…', 'candid' ) }
				</p>
			) }
			{ settings.data && <SettingsForm first={ settings.data } /> }
		</Screen>
	);
}

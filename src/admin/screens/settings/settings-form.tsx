import { ToggleControl } from '@wordpress/components';
import { __, _x } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { SettingsResponse } from '../../data/settings';
import { AccountSection } from './account-section';
import { AdvancedSection } from './advanced-section';
import { BlockedSection } from './blocked-section';
import { InputsSection } from './inputs-section';
import { PresetSection } from './preset-section';
import { SaveBar } from './save-bar';
import { Section } from './section';
import { UnsavedGuard } from './unsaved-guard';
import { useSettingsDraft } from './use-settings-draft';

/** All settings in one form with one Save. */
export function SettingsForm( { first }: { first: SettingsResponse } ) {
	const form = useSettingsDraft( first );
	const { draft, change, response, rejected } = form;

	const onSubmit = ( event: FormEvent ) => {
		event.preventDefault();
		void form.save();
	};

	return (
		<form onSubmit={ onSubmit } noValidate className="candid-settings">
			<Section title={ _x( 'Recording', 'the activity; title of a settings section', 'candid' ) }>
				<ToggleControl
					__nextHasNoMarginBottom
					label={ __( 'Record visits to this site', 'candid' ) }
					help={
						draft.recording
							? __( 'Visitors’ pages, movements, clicks and scrolling are recorded. People who can edit the site are not.', 'candid' )
							: __( 'Nothing is recorded and no recorder is loaded in visitors’ pages.', 'candid' )
					}
					checked={ draft.recording }
					onChange={ ( recording ) => change( { recording } ) }
				/>
				{ draft.recording && response.account.kind !== 'own' && (
					<p className="candid-remark is-warning">
						{ __( 'Nothing is recorded by this version while the account key points elsewhere.', 'candid' ) }
					</p>
				) }
			</Section>
			<InputsSection draft={ draft } change={ change } />
			<PresetSection preset={ draft.preset } change={ change } />
			<BlockedSection entries={ draft.blocked_selectors } rejected={ rejected } change={ change } />
			<AccountSection account={ response.account } saving={ form.saving } saveKey={ form.saveKey } />
			<AdvancedSection entries={ draft.allowed_query_keys } rejected={ rejected } change={ change } />
			<SaveBar dirty={ form.dirty } saving={ form.saving } outcome={ form.outcome } onDiscard={ form.discard } onSave={ () => void form.save() } />
			<UnsavedGuard dirty={ form.dirty } onSave={ form.save } />
		</form>
	);
}

import { ToggleControl } from '@wordpress/components';
import { __, _x } from '@wordpress/i18n';
import type { FormEvent } from 'react';
import type { SettingsResponse } from '../../data/settings';
import { Part } from '../../shell/part';
import { informText } from '../../text/inform-text';
import { noRecordingText } from '../../text/no-recording-text';
import { AccountSection } from './account-section';
import { AdvancedSection } from './advanced-section';
import { BlockedSection } from './blocked-section';
import { ConsentSection } from './consent-section';
import type { Draft, Edits } from './draft';
import { InputsSection } from './inputs-section';
import { LoggedInSection } from './logged-in-section';
import { PresetSection } from './preset-section';
import { SaveBar } from './save-bar';
import { Section } from './section';
import { UnsavedGuard } from './unsaved-guard';
import { useSettingsDraft } from './use-settings-draft';

/** All settings in one form with one Save. */
export function SettingsForm( { first }: { first: SettingsResponse } ) {
	const form = useSettingsDraft( first );
	const { draft, change, response, rejected } = form;
	const isElsewhere = response.account.kind !== 'own';

	const onSubmit = ( event: FormEvent ) => {
		event.preventDefault();
		void form.save();
	};

	return (
		<form onSubmit={ onSubmit } noValidate className="candid-settings">
			<RecordingSection draft={ draft } change={ change } reason={ response.recording.reason } />
			<Part name={ __( 'How visitors agree', 'candid' ) }>
				<ConsentSection draft={ draft } change={ change } plugin={ response.consent_plugin } />
			</Part>
			<Part name={ __( 'Form inputs', 'candid' ) }>
				<InputsSection draft={ draft } change={ change } />
			</Part>
			<PresetSection preset={ draft.preset } change={ change } />
			<LoggedInSection value={ draft.logged_in } change={ change } />
			<Part name={ __( 'Blocked elements', 'candid' ) }>
				<BlockedSection entries={ draft.blocked_selectors } rejected={ rejected } change={ change } />
			</Part>
			<Part name={ __( 'Advanced', 'candid' ) }>
				<AdvancedSection entries={ draft.allowed_query_keys } rejected={ rejected } change={ change } inUse={ isElsewhere }>
					<AccountSection account={ response.account } reason={ response.recording.reason } saving={ form.saving } saveKey={ form.saveKey } />
				</AdvancedSection>
			</Part>
			<SaveBar dirty={ form.dirty } saving={ form.saving } outcome={ form.outcome } onDiscard={ form.discard } onSave={ () => void form.save() } />
			<UnsavedGuard dirty={ form.dirty } onSave={ form.save } />
		</form>
	);
}

interface RecordingSectionProps {
	draft: Draft;
	change: ( edits: Edits ) => void;
	/** Why the site records no visits now; empty when it does. */
	reason: string;
}

function RecordingSection( { draft, change, reason }: RecordingSectionProps ) {
	const why = reason === 'elsewhere'
		? __( 'Candid is not recording: the account key belongs to another site or service. You can change it under “Advanced”.', 'candid' )
		: noRecordingText( reason );
	return (
		<Section title={ _x( 'Recording', 'the activity; title of a settings section', 'candid' ) }>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Record visits to this site', 'candid' ) }
				help={
					draft.recording
						? __( 'Visitors’ pages, pointer movements, clicks and scrolling are recorded. People who can edit the site are not recorded.', 'candid' )
						: __( 'Nothing is recorded, and visitors’ pages load no recorder.', 'candid' )
				}
				checked={ draft.recording }
				onChange={ ( recording ) => change( { recording } ) }
			/>
			<p className="candid-remark">{ informText() }</p>
			{ draft.recording && why !== null && <p className="candid-remark is-warning">{ why }</p> }
		</Section>
	);
}

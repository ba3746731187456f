import { CheckboxControl, ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import type { Draft, Edits } from './draft';
import { LiveExample } from './live-example';
import { Section } from './section';

interface InputsSectionProps {
	draft: Draft;
	change: ( edits: Edits ) => void;
}

/** Whether what visitors enter into forms is recorded. Turning it on asks first; off is one click. */
export function InputsSection( { draft, change }: InputsSectionProps ) {
	const [ asking, setAsking ] = useState( false );
	const [ understood, setUnderstood ] = useState( false );

	const close = () => {
		setAsking( false );
		setUnderstood( false );
	};

	return (
		<Section
			title={ __( 'Form inputs', 'candid' ) }
			about={ __( 'Forms are where visitors most often leave personal data. Recordings show that something was typed and where, not what.', 'candid' ) }
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Record what visitors enter into forms', 'candid' ) }
				help={
					draft.record_inputs
						? __( 'Entries are recorded, except passwords, card numbers and fields marked or recognised as sensitive.', 'candid' )
						: __( 'Nothing about a field’s content is recorded: no text, no choice, no length.', 'candid' )
				}
				checked={ draft.record_inputs }
				onChange={ ( on ) => ( on ? setAsking( true ) : change( { record_inputs: false } ) ) }
			/>
			<LiveExample inputs={ draft.record_inputs } preset={ draft.preset } />
			{ asking && (
				<ConfirmDialog
					title={ __( 'Record form inputs?', 'candid' ) }
					action={ __( 'Record form inputs', 'candid' ) }
					cancel={ __( 'Keep them out', 'candid' ) }
					disabled={ ! understood }
					onConfirm={ () => {
						close();
						change( { record_inputs: true } );
					} }
					onCancel={ close }
				>
					<p>
						<strong>{ __( 'You will most likely collect personal data of your visitors.', 'candid' ) }</strong>
					</p>
					<ul>
						<li>
							{ __( 'Collecting personal data is subject to the laws of your country. If you are unsure, ask a local lawyer.', 'candid' ) }
						</li>
						<li>
							{ __(
								'In most countries you must inform your visitors, and in many you need their consent first. The block “Privacy statement” puts a suggested statement on your privacy page.',
								'candid',
							) }
						</li>
						<li>
							{ __(
								'Passwords, card numbers and fields marked sensitive are still never recorded. Other fields that should stay private can be blocked below.',
								'candid',
							) }
						</li>
					</ul>
					<CheckboxControl
						__nextHasNoMarginBottom
						label={ __( 'I understand, and I will inform my visitors.', 'candid' ) }
						checked={ understood }
						onChange={ setUnderstood }
					/>
				</ConfirmDialog>
			) }
		</Section>
	);
}

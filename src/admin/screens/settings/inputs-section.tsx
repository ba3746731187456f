import { ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Draft, Edits } from './draft';
import { InputsQuestion } from './inputs-question';
import { LiveExample } from './live-example';
import { Section } from './section';

interface InputsSectionProps {
	draft: Draft;
	change: ( edits: Edits ) => void;
}

/** Whether what visitors enter into forms is recorded. Turning it on asks first; off is one click. */
export function InputsSection( { draft, change }: InputsSectionProps ) {
	const [ asking, setAsking ] = useState( false );
	return (
		<Section
			title={ __( 'Form inputs', 'candid' ) }
			about={
				draft.record_inputs
					? __( 'Forms are where visitors most often leave personal data. Recordings show what they enter.', 'candid' )
					: __( 'Forms are where visitors most often leave personal data. Recordings show that something was entered and where, not what.', 'candid' )
			}
		>
			<ToggleControl
				__nextHasNoMarginBottom
				label={ __( 'Record what visitors enter into forms', 'candid' ) }
				help={
					draft.record_inputs
						? __( 'What visitors enter is recorded, except passwords, card numbers and sensitive fields.', 'candid' )
						: __( 'Nothing of a field’s content is recorded: no text, no choice, no length.', 'candid' )
				}
				checked={ draft.record_inputs }
				onChange={ ( on ) => ( on ? setAsking( true ) : change( { record_inputs: false } ) ) }
			/>
			<LiveExample inputs={ draft.record_inputs } preset={ draft.preset } />
			<p className="candid-remark">
				{ __( 'Sensitive fields are never recorded: those whose name suggests sensitive data, and those that a developer marks in the page’s HTML:', 'candid' ) }{ ' ' }
				<code dir="ltr">{ 'data-candid="sensitive"' }</code>
			</p>
			{ asking && (
				<InputsQuestion
					onConfirm={ () => {
						setAsking( false );
						change( { record_inputs: true } );
					} }
					onCancel={ () => setAsking( false ) }
				/>
			) }
		</Section>
	);
}

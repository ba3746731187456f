import { useId } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Settings } from '../../../contracts/generated/settings';
import type { Edits } from './draft';
import { Section } from './section';

interface LoggedInSectionProps {
	value: Settings[ 'logged_in' ];
	change: ( edits: Edits ) => void;
}

/** Choice of how visitors are recorded who are logged in and do not work on the site. */
export function LoggedInSection( { value, change }: LoggedInSectionProps ) {
	const id = useId();
	const choices: { value: Settings[ 'logged_in' ]; label: string; explanation: string }[] = [
		{ value: 'skip', label: __( 'Do not record', 'candid' ), explanation: __( 'Customers and members are recorded only while they are logged out.', 'candid' ) },
		{ value: 'mask', label: __( 'Record, with all text masked', 'candid' ), explanation: __( 'You see where they go and click, not what the site shows them.', 'candid' ) },
		{ value: 'same', label: __( 'Record like everybody', 'candid' ), explanation: __( 'Only for sites that show logged-in visitors nothing personal.', 'candid' ) },
	];
	return (
		<Section title={ __( 'Logged-in visitors', 'candid' ) } about={ __( 'Customers and members. People who can edit the site are never recorded.', 'candid' ) }>
			<fieldset className="candid-choices">
				<legend className="screen-reader-text">{ __( 'Logged-in visitors', 'candid' ) }</legend>
				{ choices.map( ( choice ) => (
					<div key={ choice.value } className="candid-choices__one">
						<input
							type="radio"
							id={ `${ id }${ choice.value }` }
							name={ id }
							value={ choice.value }
							checked={ value === choice.value }
							aria-describedby={ `${ id }${ choice.value }-about` }
							onChange={ () => change( { logged_in: choice.value } ) }
						/>
						<label htmlFor={ `${ id }${ choice.value }` }>{ choice.label }</label>
						<p id={ `${ id }${ choice.value }-about` }>{ choice.explanation }</p>
					</div>
				) ) }
			</fieldset>
		</Section>
	);
}

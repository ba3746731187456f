import { useId } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import type { Settings } from '../../../contracts/generated/settings';
import type { Edits } from './draft';
import { Section } from './section';

interface Choice {
	value: Settings[ 'preset' ];
	label: string;
	explanation: string;
}

/** How much of the page's own text is shown. */
export function PresetSection( { preset, change }: { preset: Settings[ 'preset' ]; change: ( edits: Edits ) => void } ) {
	const id = useId();
	const choices: Choice[] = [
		{
			value: 'strict',
			label: _x( 'Strict', 'preset: how much text of a page is shown; an adjective', 'candid' ),
			explanation: __( 'All text is masked and no images or media are shown. You see where people go and click, not what they read.', 'candid' ),
		},
		{
			value: 'balanced',
			label: _x( 'Balanced', 'preset: how much text of a page is shown; an adjective', 'candid' ),
			explanation: __( 'Pages are shown as they are; text that looks personal, such as email addresses and phone numbers, is masked.', 'candid' ),
		},
		{
			value: 'open',
			label: _x( 'Open', 'preset: how much text of a page is shown; an adjective', 'candid' ),
			explanation: __( 'Text is shown as it is, personal details included. Only for sites whose pages show none.', 'candid' ),
		},
	];

	return (
		<Section
			title={ __( 'Text on your pages', 'candid' ) }
			about={ __( 'Passwords, card numbers and sensitive fields are never recorded, whichever you choose.', 'candid' ) }
		>
			<fieldset className="candid-choices">
				<legend className="screen-reader-text">{ __( 'Text on your pages', 'candid' ) }</legend>
				{ choices.map( ( { value, label, explanation } ) => (
					<div key={ value } className="candid-choices__one">
						<input
							type="radio"
							id={ `${ id }${ value }` }
							name={ id }
							value={ value }
							checked={ preset === value }
							aria-describedby={ `${ id }${ value }-about` }
							onChange={ () => change( { preset: value } ) }
						/>
						<label htmlFor={ `${ id }${ value }` }>{ label }</label>
						<p id={ `${ id }${ value }-about` }>{ explanation }</p>
					</div>
				) ) }
			</fieldset>
		</Section>
	);
}

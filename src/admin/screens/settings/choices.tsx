import { useId } from '@wordpress/element';

export interface Choice< Value extends string > {
	value: Value;
	label: string;
	explanation: string;
}

interface ChoicesProps< Value extends string > {
	/** Name of the group, read to screen readers. */
	legend: string;
	choices: Choice< Value >[];
	chosen: Value;
	onChoose: ( value: Value ) => void;
}

/** One of a few, each explained. */
export function Choices< Value extends string >( { legend, choices, chosen, onChoose }: ChoicesProps< Value > ) {
	const id = useId();
	return (
		<fieldset className="candid-choices">
			<legend className="screen-reader-text">{ legend }</legend>
			{ choices.map( ( { value, label, explanation } ) => (
				<div key={ value } className="candid-choices__one">
					<input
						type="radio"
						id={ `${ id }${ value }` }
						name={ id }
						value={ value }
						checked={ chosen === value }
						aria-describedby={ `${ id }${ value }-about` }
						onChange={ () => onChoose( value ) }
					/>
					<label htmlFor={ `${ id }${ value }` }>{ label }</label>
					<p id={ `${ id }${ value }-about` }>{ explanation }</p>
				</div>
			) ) }
		</fieldset>
	);
}

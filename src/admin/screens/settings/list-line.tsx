import { Button } from '@wordpress/components';
import { forwardRef, useId } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall } from '@wordpress/icons';
import type { KeyboardEvent } from 'react';

interface ListLineProps {
	value: string;
	/** Number of the line, from 1. */
	line: number;
	/** Name of a line, with %d for its number. */
	label: string;
	placeholder: string;
	/** What this screen says of the line. */
	verdict: { problem: string | null; hint: string | null };
	/** Why the server did not store the line. */
	refusal?: string;
	isRepeated: boolean;
	onKeyDown: ( event: KeyboardEvent ) => void;
	onChange: ( value: string ) => void;
	onRemove: () => void;
}

/** One line of a list, with what is to be said of it. */
export const ListLine = forwardRef< HTMLInputElement, ListLineProps >( ( props, ref ) => {
	const { value, line, label, placeholder, verdict, refusal, isRepeated, onKeyDown, onChange, onRemove } = props;
	const id = useId();
	const reason = verdict.problem ?? refusal;
	const hint = isRepeated ? __( 'This line is a duplicate.', 'candid' ) : verdict.hint;
	const said = reason === undefined || reason === null
		? hint
		: sprintf(
			/* translators: %s: the reason, a sentence. */
			__( 'Not saved: %s', 'candid' ),
			reason,
		);
	const isBad = said !== null && said !== hint;

	return (
		<li>
			<div className="candid-lines__line">
				<input
					ref={ ref }
					type="text"
					dir="ltr"
					spellCheck={ false }
					autoCapitalize="off"
					autoComplete="off"
					className="code"
					placeholder={ placeholder }
					/* translators: %d: number of the line. */
					aria-label={ sprintf( label, line ) }
					aria-invalid={ isBad }
					aria-describedby={ said ? id : undefined }
					value={ value }
					onKeyDown={ onKeyDown }
					onChange={ ( event ) => onChange( event.target.value ) }
				/>
				<Button icon={ closeSmall } label={ removeLabel( value, line ) } showTooltip={ false } onClick={ onRemove } />
			</div>
			{ said && (
				<p id={ id } className={ `candid-lines__said${ isBad ? ' is-bad' : '' }` }>
					{ said }
				</p>
			) }
		</li>
	);
} );
ListLine.displayName = 'ListLine';

function removeLabel( value: string, line: number ): string {
	if ( value ) {
		/* translators: %s: text of the line. */
		return sprintf( __( 'Remove: %s', 'candid' ), value );
	}
	/* translators: %d: number of the line. */
	return sprintf( __( 'Remove line %d', 'candid' ), line );
}

import { Button } from '@wordpress/components';
import { useEffect, useId, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { closeSmall, plus } from '@wordpress/icons';
import type { KeyboardEvent } from 'react';
import type { Rejection } from '../../data/settings';
import { SteadyButton } from '../../ui/steady-button';
import { newEntry } from './draft';
import type { Entry } from './draft';

interface ListEditorProps {
	entries: Entry[];
	/** What the server refused of this list. */
	rejected: Rejection[];
	onChange: ( entries: Entry[] ) => void;
	/** Judges one line as it is typed. */
	check: ( text: string ) => { problem: string | null; hint: string | null };
	/** Name of one line, with %d for its number. */
	lineLabel: string;
	addLabel: string;
	emptyText: string;
	placeholder: string;
	max: number;
}

/** Lines of text that are added, changed, removed and judged one by one. */
export function ListEditor( props: ListEditorProps ) {
	const { entries, rejected, onChange, check, lineLabel, addLabel, emptyText, placeholder, max } = props;
	const id = useId();
	const fields = useRef( new Map< number, HTMLInputElement >() );
	const addButton = useRef< HTMLButtonElement >( null );
	const focusNext = useRef< number | 'add' | null >( null );

	useEffect( () => {
		if ( focusNext.current === 'add' ) {
			addButton.current?.focus();
		} else if ( focusNext.current !== null ) {
			fields.current.get( focusNext.current )?.focus();
		}
		focusNext.current = null;
	}, [ entries ] );

	const add = () => {
		const entry = newEntry( '' );
		focusNext.current = entry.id;
		onChange( [ ...entries, entry ] );
	};
	const remove = ( index: number ) => {
		const rest = entries.filter( ( _entry, at ) => at !== index );
		focusNext.current = ( rest[ index ] ?? rest[ index - 1 ] )?.id ?? 'add';
		onChange( rest );
	};
	const onKeyDown = ( event: KeyboardEvent ) => {
		// Enter would save the whole form in the middle of writing a list.
		if ( event.key === 'Enter' ) {
			event.preventDefault();
			if ( entries.length < max ) {
				add();
			}
		}
	};

	return (
		<div className="candid-lines">
			{ entries.length === 0 && <p className="candid-lines__empty">{ emptyText }</p> }
			<ul>
				{ entries.map( ( entry, index ) => {
					const { problem, hint } = check( entry.value );
					const refusal = rejected.find( ( { value } ) => value === entry.value.trim() )?.reason;
					const repeated = isRepeated( entries, index );
					const said = problem ?? refusal ?? ( repeated ? __( 'This line is a duplicate.', 'candid' ) : hint );
					const bad = problem !== null || refusal !== undefined;
					/* translators: %d: number of the line. */
					const label = sprintf( lineLabel, index + 1 );
					return (
						<li key={ entry.id }>
							<div className="candid-lines__line">
								<input
									ref={ ( field ) => {
										if ( field ) {
											fields.current.set( entry.id, field );
										} else {
											fields.current.delete( entry.id );
										}
									} }
									type="text"
									dir="ltr"
									spellCheck={ false }
									autoCapitalize="off"
									autoComplete="off"
									className="code"
									placeholder={ placeholder }
									aria-label={ label }
									aria-invalid={ bad }
									aria-describedby={ said ? `${ id }${ entry.id }` : undefined }
									value={ entry.value }
									onKeyDown={ onKeyDown }
									onChange={ ( event ) =>
										onChange(
											entries.map( ( other ) =>
												other.id === entry.id ? { ...entry, value: event.target.value } : other,
											),
										)
									}
								/>
								<Button
									icon={ closeSmall }
									label={ removeLabel( entry.value, index + 1 ) }
									showTooltip={ false }
									onClick={ () => remove( index ) }
								/>
							</div>
							{ said && (
								<p id={ `${ id }${ entry.id }` } className={ `candid-lines__said${ bad ? ' is-bad' : '' }` }>
									{ bad
										? sprintf(
											/* translators: %s: the reason, a sentence. */
											__( 'Not saved: %s', 'candid' ),
											said,
										)
										: said }
								</p>
							) }
						</li>
					);
				} ) }
			</ul>
			<SteadyButton
				ref={ addButton }
				__next40pxDefaultSize
				variant="secondary"
				icon={ plus }
				disabled={ entries.length >= max }
				onClick={ add }
			>
				{ addLabel }
			</SteadyButton>
			{ entries.length >= max && (
				<p className="candid-lines__said">
					{ /* translators: %d: number of lines. */ sprintf( __( 'At most %d lines.', 'candid' ), max ) }
				</p>
			) }
		</div>
	);
}

function isRepeated( entries: Entry[], index: number ): boolean {
	const value = entries[ index ]?.value.trim();
	return !! value && entries.findIndex( ( entry ) => entry.value.trim() === value ) < index;
}

function removeLabel( value: string, line: number ): string {
	if ( value ) {
		/* translators: %s: text of the line. */
		return sprintf( __( 'Remove: %s', 'candid' ), value );
	}
	/* translators: %d: number of the line. */
	return sprintf( __( 'Remove line %d', 'candid' ), line );
}

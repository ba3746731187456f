import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { plus } from '@wordpress/icons';
import type { KeyboardEvent } from 'react';
import type { Rejection } from '../../data/settings';
import { SteadyButton } from '../../ui/steady-button';
import { newEntry } from './draft';
import type { Entry } from './draft';
import { ListLine } from './list-line';

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
				{ entries.map( ( entry, index ) => (
					<ListLine
						key={ entry.id }
						ref={ ( field ) => {
							if ( field ) {
								fields.current.set( entry.id, field );
							} else {
								fields.current.delete( entry.id );
							}
						} }
						value={ entry.value }
						line={ index + 1 }
						label={ lineLabel }
						placeholder={ placeholder }
						verdict={ check( entry.value ) }
						refusal={ rejected.find( ( { value } ) => value === entry.value.trim() )?.reason }
						isRepeated={ isRepeated( entries, index ) }
						onKeyDown={ onKeyDown }
						onChange={ ( value ) => onChange( entries.map( ( other ) => ( other.id === entry.id ? { ...entry, value } : other ) ) ) }
						onRemove={ () => remove( index ) }
					/>
				) ) }
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

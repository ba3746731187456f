import { useEffect, useId, useRef, useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import type { Settings } from '../../../contracts/generated/settings';
import { reasonText } from '../../text/reason-text';
import { storedOf } from './stored-of';
import type { Stored } from './stored-of';

interface ExampleField {
	name: string;
	label: string;
	type: 'text' | 'email' | 'password' | 'checkbox';
	value: string;
}

/**
 * A small form to try out: what a visitor would enter, and what a recording would keep of it.
 * The right-hand side is worked out by the code that runs in visitors' pages, on the fields
 * themselves; nothing entered here is sent anywhere.
 */
export function LiveExample( { inputs, preset }: { inputs: boolean; preset: Settings[ 'preset' ] } ) {
	const id = useId();
	const form = useRef< HTMLDivElement >( null );
	const [ stored, setStored ] = useState< Record< string, Stored > >( {} );
	const fields: ExampleField[] = [
		{ name: 'your-name', label: _x( 'Name', 'form field: name of a person', 'candid' ), type: 'text', value: 'Ana Kovač' },
		{ name: 'message', label: _x( 'Question', 'form field', 'candid' ), type: 'text', value: __( 'Do you ship to Oslo?', 'candid' ) },
		{ name: 'newsletter', label: _x( 'Newsletter', 'form field', 'candid' ), type: 'checkbox', value: 'yes' },
		{ name: 'card', label: __( 'Card number', 'candid' ), type: 'text', value: '4111 1111 1111 1111' },
		{ name: 'secret', label: __( 'Password', 'candid' ), type: 'password', value: 'open sesame' },
	];

	const look = () => {
		const next: Record< string, Stored > = {};
		form.current?.querySelectorAll( 'input' ).forEach( ( field ) => {
			next[ field.name ] = storedOf( field, { inputs, preset } );
		} );
		setStored( next );
	};

	// The fields exist only after the first paint, and the rules change with the settings.
	useEffect( look, [ inputs, preset ] );

	const onKeyDown = ( event: KeyboardEvent ) => {
		// Enter would save the settings this example stands in.
		if ( event.key === 'Enter' ) {
			event.preventDefault();
		}
	};

	return (
		<div ref={ form } className="candid-example" role="group" aria-label={ __( 'Try it', 'candid' ) }>
			<p className="candid-example__title">{ __( 'Try it: type on the left, see on the right what a recording keeps.', 'candid' ) }</p>
			<div className="candid-example__row is-head" aria-hidden="true">
				<span />
				<span>{ __( 'A visitor enters', 'candid' ) }</span>
				<span>{ __( 'A recording keeps', 'candid' ) }</span>
			</div>
			{ fields.map( ( { name, label, type, value } ) => (
				<div key={ name } className="candid-example__row">
					<label htmlFor={ id + name }>{ label }</label>
					<span>
						<input
							id={ id + name }
							name={ name }
							type={ type }
							autoComplete={ type === 'password' ? 'new-password' : 'off' }
							data-1p-ignore=""
							data-lpignore="true"
							onInput={ look }
							onKeyDown={ onKeyDown }
							aria-describedby={ `${ id }${ name }-stored` }
							{ ...( type === 'checkbox' ? { defaultChecked: true } : { defaultValue: value } ) }
						/>
					</span>
					<output id={ `${ id }${ name }-stored` } htmlFor={ id + name } className={ `is-${ stored[ name ]?.fate ?? 'masked' }` }>
						<bdi>{ stored[ name ]?.text }</bdi>
						<small>{ stored[ name ] ? reasonText( stored[ name ] ) : '' }</small>
					</output>
				</div>
			) ) }
		</div>
	);
}

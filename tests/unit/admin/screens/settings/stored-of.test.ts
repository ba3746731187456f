// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { MASK } from '../../../../../src/privacy';
import { storedOf } from '../../../../../src/admin/screens/settings/stored-of';

function field( type: string, name: string, value: string ): HTMLInputElement {
	const input = document.createElement( 'input' );
	input.type = type;
	input.name = name;
	input.value = value;
	document.body.replaceChildren( input );
	return input;
}

describe( 'the live example beside the form toggle', () => {
	it( 'keeps nothing but the constant mask while inputs are off, however long the text', () => {
		const rules = { inputs: false, preset: 'balanced' as const };
		expect( storedOf( field( 'text', 'question', 'a' ), rules ) ).toMatchObject( { fate: 'masked', text: MASK } );
		expect( storedOf( field( 'text', 'question', 'a'.repeat( 90 ) ), rules ).text ).toBe( MASK );
	} );

	it( 'does not tell a checked box from an unchecked one while inputs are off', () => {
		const rules = { inputs: false, preset: 'balanced' as const };
		const box = field( 'checkbox', 'newsletter', 'yes' );
		const unchecked = storedOf( box, rules ).text;
		box.checked = true;
		expect( storedOf( box, rules ).text ).toBe( unchecked );
	} );

	it( 'keeps an ordinary answer once inputs are on', () => {
		expect( storedOf( field( 'text', 'question', 'Do you ship?' ), { inputs: true, preset: 'balanced' } ) ).toMatchObject( {
			fate: 'recorded',
			text: 'Do you ship?',
			scrubbed: false,
		} );
	} );

	it( 'never keeps passwords and cards, by field or by number', () => {
		const rules = { inputs: true, preset: 'open' as const };
		expect( storedOf( field( 'password', 'x', 'open sesame' ), rules ) ).toMatchObject( { fate: 'sensitive', text: MASK } );
		const typed = storedOf( field( 'text', 'question', 'my card is 4111 1111 1111 1111' ), rules );
		expect( typed.scrubbed ).toBe( true );
		expect( typed.text ).not.toContain( '4111' );
	} );
} );

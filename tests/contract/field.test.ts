// @vitest-environment jsdom
/**
 * Which fields are never recorded: tests/php/Unit/Privacy/Privacy_Samples_Test.php runs the same samples.
 */
import { describe, expect, it } from 'vitest';
import { FieldLabels, reasonOfField, sensitiveWord, type Preset } from '../../src/privacy';
import samples from './samples/field.json';

describe( 'A field that the browser closes, the server closes for the same reason', () => {
	it.each( samples )( '$preset $attributes $labels', ( { attributes, labels, preset, reason } ) => {
		const field = document.createElement( 'input' );
		Object.entries( attributes ).forEach( ( [ name, value ] ) => field.setAttribute( name, value ) );
		const beside = labels.map( ( text ) => Object.assign( document.createElement( 'label' ), { textContent: text } ) );
		const known = Object.assign( new FieldLabels(), { of: () => beside } );
		expect( reasonOfField( field, preset as Preset, sensitiveWord, known ) ).toBe( reason );
	} );
} );

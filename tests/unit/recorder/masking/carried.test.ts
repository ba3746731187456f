// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { isCarried } from '../../../../src/recorder/masking/carried';
import { TypedValues } from '../../../../src/recorder/masking/typed-values';

const inputOf = ( html: string ): HTMLInputElement => {
	document.body.innerHTML = html;
	return document.querySelector( 'input' )!;
};
const step = ( name: string, value: string, others = '<button>Send</button>' ) => `<form><input type="hidden" name="${ name }" value="${ value }">${ others }</form>`;

describe( 'A hidden input of a confirm step', () => {
	it.each( [ [ 'first_name', 'Ольга' ], [ 'phone', '5550134' ], [ 'wishes', 'No nuts, please' ], [ 'street', 'Elm 5a' ] ] )( 'carries what the visitor wrote: %s is "%s"', ( name, value ) => {
		expect( isCarried( inputOf( step( name, value ) ) ) ).toBe( true );
	} );

	it.each( [
		[ '_wpnonce', 'a1b2c3d4e5' ], [ 'action', 'send_form' ], [ 'form_id', 'contact' ], [ 'id', 'contact' ], [ 'redirect_to', 'thanks' ], [ 'lang', 'deutsch' ], [ 'currency', 'EURO' ], [ 'product', 'Mug' ],
		[ 'rating', '5' ], [ 'size', 'XL' ], [ 'where', 'https://example.org/thanks' ], [ 'state', '{"step":2}' ], [ 'list', '[one' ],
	] )( 'carries nothing where it says how the form works, or too little to be found: %s is "%s"', ( name, value ) => {
		expect( isCarried( inputOf( step( name, value.replace( /"/g, '&quot;' ) ) ) ) ).toBe( false );
	} );

	it( 'carries nothing where the form still shows a field, or where there is no form', () => {
		expect( isCarried( inputOf( step( 'first_name', 'Olga', '<input name="last_name">' ) ) ) ).toBe( false );
		expect( isCarried( inputOf( step( 'first_name', 'Olga', '<select></select>' ) ) ) ).toBe( false );
		expect( isCarried( inputOf( step( 'first_name', 'Olga', '<textarea></textarea>' ) ) ) ).toBe( false );
		expect( isCarried( inputOf( step( 'first_name', 'Olga', '<input type="hidden"><input type="submit"><input type="image"><input type="reset"><input type="button">' ) ) ) ).toBe( true );
		expect( isCarried( inputOf( '<input type="hidden" name="first_name" value="Olga">' ) ) ).toBe( false );
	} );
} );

describe( 'What a hidden input carries', () => {
	it( 'is hidden where the page shows it for a last look, and not in what a page says by itself', () => {
		const typed = new TypedValues( '' );
		const field = inputOf( `${ step( 'first_name', 'Mercedes' ) }<dl><dt>Mercedes</dt><dd>Mercedes</dd></dl><h2>Mercedes</h2><nav><b>Mercedes</b></nav><p>To Mercedes, Madrid</p>` );
		typed.watch( field );
		const shown = ( selector: string ) => typed.hide( document.querySelector( selector )!.textContent, document.querySelector( selector )! );
		expect( [ 'dd', 'p', 'dt', 'h2', 'nav b' ].map( shown ) ).toEqual( [ '***', 'To ***, Madrid', 'Mercedes', 'Mercedes', 'Mercedes' ] );
	} );

	it( 'is forgotten when the recorder is stopped', () => {
		const typed = new TypedValues( '' );
		typed.watch( inputOf( `${ step( 'first_name', 'Mercedes' ) }<p>Mercedes</p>` ) );
		typed.stop();
		expect( typed.hide( 'Mercedes', document.querySelector( 'p' )! ) ).toBe( 'Mercedes' );
	} );
} );

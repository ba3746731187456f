import { beforeEach, describe, expect, it } from 'vitest';
import { Addresses } from '../../../../src/recorder/masking/addresses';
import { Answers } from '../../../../src/recorder/masking/answers';

let isEditing = false;
let addresses: Addresses;
beforeEach( () => {
	isEditing = false;
	addresses = new Addresses( new Answers(), () => isEditing );
} );
const show = ( path: string ) => addresses.show( `https://example.org${ path }` ).slice( 'https://example.org'.length );

describe( 'an address that the page writes', () => {
	it( 'is shown while the visitor edits nothing hidden', () => {
		expect( show( '/shop/cups?sort=price#top' ) ).toBe( '/shop/cups?sort=price' );
	} );

	it( 'in answer to what a visitor writes is masked in the parts that are new', () => {
		show( '/shop/cups?sort=price' );
		isEditing = true;
		expect( show( '/shop/anna?sort=price&q=anna&x=1' ) ).toBe( '/shop/***?sort=price' );
		expect( show( '/asthma' ) ).toBe( '/***' );
	} );

	it( 'stays masked for the rest of the page view, also where the page comes back to it', () => {
		show( '/shop' );
		isEditing = true;
		show( '/shop/anna' );
		isEditing = false;
		expect( show( '/shop' ) ).toBe( '/shop' );
		expect( show( '/shop/anna' ) ).toBe( '/shop/***' );
		expect( show( '/shop/cups' ) ).toBe( '/shop/cups' );
	} );

	it( 'is shown again wholly where it was shown before the visitor wrote', () => {
		show( '/shop/cups?sort=price' );
		show( '/' );
		isEditing = true;
		expect( show( '/shop/cups?sort=price' ) ).toBe( '/shop/cups?sort=price' );
	} );

	it( 'is judged when it is first seen: what the visitor edits later changes nothing of it', () => {
		show( '/shop/cups' );
		isEditing = true;
		expect( show( '/shop/cups' ) ).toBe( '/shop/cups' );
	} );

	it( 'may be one without a host, or an empty one', () => {
		expect( [ addresses.show( 'about:blank' ), addresses.show( '' ) ] ).toEqual( [ 'about:blank', '' ] );
	} );
} );

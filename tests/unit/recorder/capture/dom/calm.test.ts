// @vitest-environment jsdom
/** At the lowest detail style and class of an element are told once a second; the recording still ends with the page as it is. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { sensitiveWord } from '../../../../../src/privacy';
import { Masking } from '../../../../../src/recorder/masking/masking';
import { DETAIL, type Mutation } from '../../../../../src/recorder/recorded';
import { RecordedPage } from '../../recorded-page';

let clock = 0;
let masking: Masking;
let page: RecordedPage;
let box: HTMLElement;

beforeEach( () => {
	clock = 5000;
	vi.spyOn( performance, 'now' ).mockImplementation( () => clock );
	document.body.innerHTML = '<p>Zebra</p>';
	box = document.querySelector( 'p' )!;
	masking = new Masking( { v: 1, door: '', key: '', recorder: '', keep: [], block: [ '.secret' ], preset: 'open', inputs: false, maskPage: false }, { sensitiveWord } );
	masking.start();
	page = new RecordedPage( masking );
	page.snapshot();
	page.detail.level = DETAIL.fewerStyles;
} );
afterEach( () => {
	masking.stop();
	vi.restoreAllMocks();
} );

/** What a look tells of attributes, after so many milliseconds. */
const look = ( wait = 100 ) => {
	clock += wait;
	return ( page.look() as Mutation | null )?.attributes.map( ( { attributes } ) => attributes ) ?? [];
};
const style = ( at: number ) => box.setAttribute( 'style', `left: ${ at }px;` );

describe( 'Style and class of one element', () => {
	it( 'are told at every look where detail is not at its lowest', () => {
		page.detail.level = DETAIL.fewerScrolls;
		for ( let at = 0; at < 5; at++ ) {
			style( at );
			expect( look() ).toEqual( [ { style: `left: ${ at }px;` } ] );
		}
	} );

	it( 'are told once a second at the lowest detail', () => {
		const told = [];
		for ( let at = 0; at < 30; at++ ) {
			style( at );
			told.push( ...look() );
		}
		expect( told ).toEqual( [ 0, 10, 20 ].map( ( at ) => ( { style: `left: ${ at }px;` } ) ) );
	} );

	it( 'end as they are when the element comes to rest, and when the page is left', () => {
		style( 1 );
		look();
		style( 2 );
		box.className = 'b';
		expect( look() ).toEqual( [] );
		page.release();
		expect( look() ).toEqual( [] );
		clock += 1000;
		page.release();
		expect( look() ).toEqual( [ { style: 'left: 2px;', class: 'b' } ] );
		style( 3 );
		expect( look() ).toEqual( [] );
		page.release( true );
		expect( look( 0 ) ).toEqual( [ { style: 'left: 3px;' } ] );
	} );

	it( 'are told with another attribute of the element', () => {
		style( 1 );
		look();
		style( 2 );
		look();
		box.title = 'Stripes';
		expect( look() ).toEqual( [ { title: 'Stripes', style: 'left: 2px;' } ] );
	} );

	it( 'of another element are told at once', () => {
		style( 1 );
		look();
		document.body.className = 'open';
		expect( look() ).toEqual( [ { class: 'open' } ] );
	} );

	it( 'close a blocked place at once, however often they change', () => {
		style( 1 );
		look();
		box.className = 'secret';
		clock += 100;
		expect( page.look() ).toBe( 'closed' );
	} );

	it( 'do not wait while a visitor writes: what is told then is masked', () => {
		style( 1 );
		look();
		vi.spyOn( masking, 'isEditing', 'get' ).mockReturnValue( true );
		style( 2 );
		expect( look() ).toHaveLength( 1 );
	} );

	it( 'are forgotten when the capture stops', () => {
		style( 1 );
		look();
		style( 2 );
		look();
		page.stop();
		page.release( true );
		expect( look( 5000 ) ).toEqual( [] );
	} );
} );

// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Entries } from '../../../../src/recorder/capture/dom/entry';
import { Scrolls } from '../../../../src/recorder/capture/scrolls';

/** Nothing is laid out in the test environment: whether boxes are drawn. */
let isDrawn = true;
vi.mock( '../../../../src/privacy/natives', async ( original ) => ( { ...( await original<object>() ), boxesOf: () => ( isDrawn ? [ {} ] : [] ) } ) );

let entries: Entries;
let scrolls: Scrolls;
let box: Element;
const told: [ Node, number, number, number ][] = [];
const asked: Element[] = [];

beforeEach( () => {
	vi.useFakeTimers( { toFake: [ 'setTimeout', 'clearTimeout', 'Date' ], now: 1_000_000 } );
	told.length = asked.length = 0;
	document.body.innerHTML = '<main><div></div></main>';
	box = document.querySelector( 'div' )!;
	isDrawn = true;
	entries = new Entries();
	entries.add( document, null, 0, 0 );
	scrolls = new Scrolls( entries, { level: 0 }, ( one ) => asked.push( one ), ( ...given ) => told.push( given ) );
} );
afterEach( () => {
	scrolls.stop();
	vi.useRealTimers();
} );

const record = () => entries.add( box, null, 0, 0 );
const scroll = ( top: number ) => {
	box.scrollTop = top;
	scrolls.onScroll( box );
};

describe( 'A box that is scrolled', () => {
	it( 'is told some times a second, where it is then and when it got there', () => {
		record();
		scroll( 10 );
		vi.advanceTimersByTime( 60 );
		scroll( 30 );
		vi.advanceTimersByTime( 39 );
		expect( told ).toEqual( [] );
		vi.advanceTimersByTime( 1 );
		expect( told ).toEqual( [ [ box, 1_000_060, 0, 30 ] ] );
	} );

	it( 'is told at once where all that waits is told, and not once more', () => {
		record();
		scroll( 10 );
		scrolls.flush();
		vi.advanceTimersByTime( 1000 );
		expect( told ).toHaveLength( 1 );
	} );

	it( 'is told after one of the next looks where it was not recorded yet, three looks at most', () => {
		scroll( 10 );
		scrolls.flush();
		scrolls.looked();
		scrolls.looked();
		record();
		scrolls.looked();
		expect( told ).toHaveLength( 1 );
		entries = new Entries();
		const other = new Scrolls( entries, { level: 0 }, () => {}, ( ...given ) => told.push( given ) );
		other.onScroll( box );
		other.flush();
		[ 1, 2, 3 ].forEach( () => other.looked() );
		record();
		other.looked();
		expect( told ).toHaveLength( 1 );
	} );

	it( 'is not told after the recorder was stopped', () => {
		record();
		scroll( 10 );
		scrolls.stop();
		vi.advanceTimersByTime( 1000 );
		expect( told ).toEqual( [] );
	} );
} );

describe( 'A box whose position may be another than the one told', () => {
	beforeEach( () => {
		record();
		scroll( 10 );
		scrolls.flush();
		told.length = 0;
	} );

	it( 'is asked for after it was put back, itself or with what is around it, and told where the browser has moved it', () => {
		scrolls.putBack( new Set( [ document.querySelector( 'main' )! ] ) );
		scrolls.looked();
		expect( asked ).toEqual( [ box ] );
		box.scrollTop = 0;
		scrolls.compare( box );
		expect( told.map( ( [ , , ...at ] ) => at ) ).toEqual( [ [ 0, 0 ] ] );
		scrolls.looked();
		expect( asked ).toHaveLength( 1 );
	} );

	it( 'is told where it was recorded once more: in a replay it is at its beginning', () => {
		scrolls.recordedAgain( box );
		scrolls.compare( box );
		expect( told.map( ( [ , , ...at ] ) => at ) ).toEqual( [ [ 0, 10 ] ] );
	} );

	it( 'is not told where it is as before, nor while it is not drawn', () => {
		scrolls.putBack( new Set( [ box ] ) );
		scrolls.compare( box );
		box.scrollTop = 0;
		isDrawn = false;
		scrolls.putBack( new Set( [ box ] ) );
		scrolls.compare( box );
		expect( told ).toEqual( [] );
		scrolls.looked();
		expect( asked ).toEqual( [ box ] );
	} );

	it( 'is forgotten once it is out of the page, and no other box is asked for', () => {
		scrolls.putBack( new Set( [ document.createElement( 'p' ) ] ) );
		scrolls.looked();
		box.remove();
		scrolls.compare( box );
		scrolls.putBack( new Set( [ box ] ) );
		scrolls.looked();
		expect( [ asked, told ] ).toEqual( [ [], [] ] );
	} );
} );

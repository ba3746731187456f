// @vitest-environment jsdom
/** What is told less often where the recorder costs too much, and what is told all the same. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Entries } from '../../../../src/recorder/capture/dom/entry';
import { Signs } from '../../../../src/recorder/capture/signs';
import { DETAIL, type RecordedEvent } from '../../../../src/recorder/recorded';

const detail = { level: 0 };
let told: RecordedEvent[];
let signs: Signs;

const move = ( x: number ) => document.body.dispatchEvent( new MouseEvent( 'mousemove', { clientX: x, bubbles: true } ) );
const click = () => document.body.dispatchEvent( new MouseEvent( 'click', { bubbles: true } ) );
const scroll = ( top: number ) => {
	document.body.scrollTop = top;
	document.body.dispatchEvent( new Event( 'scroll' ) );
};
/** What of three seconds comes out in which something is done every 50 ms. */
const threeSeconds = ( act: ( at: number ) => void ) => {
	for ( let at = 0; at < 60; at++ ) {
		act( at );
		vi.advanceTimersByTime( 50 );
	}
	vi.advanceTimersByTime( 1000 );
	return told.map( ( { data } ) => data );
};

beforeEach( () => {
	vi.useFakeTimers();
	detail.level = DETAIL.full;
	told = [];
	const entries = new Entries();
	entries.add( document.body, null, 0, 0 );
	signs = new Signs( { entries, detail, tell: ( event ) => told.push( event ), onField() {}, askPosition() {} } );
	signs.listen( document );
} );
afterEach( () => {
	signs.stop();
	vi.useRealTimers();
} );

const positions = () => threeSeconds( move ).flatMap( ( data ) => data.positions as { x: number }[] );
const scrolls = () => threeSeconds( scroll ).map( ( { y } ) => y );

describe( 'Positions of the pointer', () => {
	it( 'are told as they come at full detail', () => {
		expect( positions() ).toHaveLength( 60 );
	} );

	it( 'are told once a second from the first step on', () => {
		detail.level = DETAIL.fewerPositions;
		expect( positions().map( ( { x } ) => x ) ).toEqual( [ 0, 20, 40 ] );
	} );

	it( 'leave every click', () => {
		detail.level = DETAIL.fewerStyles;
		expect( threeSeconds( click ).filter( ( { type } ) => type === 2 ) ).toHaveLength( 60 );
	} );
} );

describe( 'Positions of scrolled boxes', () => {
	it( 'are told ten times a second before the second step', () => {
		detail.level = DETAIL.fewerPositions;
		expect( scrolls().length ).toBeGreaterThan( 25 );
	} );

	it( 'are told once a second from the second step on, the last one always', () => {
		detail.level = DETAIL.fewerScrolls;
		const tops = scrolls();
		expect( tops ).toHaveLength( 3 );
		expect( tops.at( -1 ) ).toBe( 59 );
	} );

	it( 'are told before a click, which is on what the box shows', () => {
		detail.level = DETAIL.fewerScrolls;
		scroll( 30 );
		click();
		expect( told.map( ( { data } ) => data.source ) ).toEqual( [ 3, 2 ] );
		expect( told[ 0 ]!.data.y ).toBe( 30 );
	} );
} );

// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ScrollPositions } from '../../../../src/recorder/capture/scroll-positions';

let frames = new Map<number, () => void>();
let last = 0;
const compared: Element[] = [];
let positions: ScrollPositions;

beforeEach( () => {
	vi.useFakeTimers( { toFake: [ 'setTimeout', 'clearTimeout' ] } );
	frames = new Map();
	vi.stubGlobal( 'requestAnimationFrame', ( work: () => void ) => frames.set( ++last, work ) && last );
	vi.stubGlobal( 'cancelAnimationFrame', ( id: number ) => frames.delete( id ) );
	compared.length = 0;
	positions = new ScrollPositions( ( element ) => compared.push( element ) );
} );
afterEach( () => {
	vi.unstubAllGlobals();
	vi.useRealTimers();
} );

/** The browser draws a frame, and goes on to the tasks after it. */
function draw( then = () => {} ): void {
	const drawn = [ ...frames.values() ];
	frames.clear();
	drawn.forEach( ( work ) => work() );
	then();
	vi.advanceTimersByTime( 0 );
}
const elements = ( count: number ) => Array.from( { length: count }, () => document.createElement( 'p' ) );

it( 'Elements are asked after the next frame was drawn, in the order they were met', () => {
	const [ one, other ] = elements( 2 ) as Element[] as [ Element, Element ];
	positions.ask( one );
	positions.ask( other );
	expect( frames.size ).toBe( 1 );
	draw( () => expect( compared ).toEqual( [] ) );
	expect( compared ).toEqual( [ one, other ] );
	expect( frames.size ).toBe( 0 );
} );

it( 'Many elements are asked in several frames', () => {
	elements( 4500 ).forEach( ( element ) => positions.ask( element ) );
	const counts = [ 1, 2, 3 ].map( () => {
		draw();
		return compared.length;
	} );
	expect( counts ).toEqual( [ 2000, 4000, 4500 ] );
} );

it( 'Elements are asked at once where the page leaves, and not once more', () => {
	positions.ask( document.body );
	positions.hurry();
	expect( [ compared, frames.size ] ).toEqual( [ [ document.body ], 0 ] );
	draw();
	positions.hurry();
	expect( compared ).toHaveLength( 1 );
} );

it( 'Nothing is asked after a stop', () => {
	positions.ask( document.body );
	positions.stop();
	draw();
	expect( compared ).toEqual( [] );
} );

it( 'The page is where it was after the first frame, and where it is now as long as none was drawn', () => {
	const at = ( top: number ) => {
		vi.stubGlobal( 'scrollX', 0 );
		vi.stubGlobal( 'scrollY', top );
	};
	at( 5 );
	positions.restart();
	expect( positions.offset ).toEqual( { left: 0, top: 5 } );
	at( 7 );
	draw();
	at( 9 );
	positions.ask( document.body );
	draw();
	expect( positions.offset ).toEqual( { left: 0, top: 7 } );
	positions.restart();
	expect( positions.offset ).toEqual( { left: 0, top: 9 } );
} );

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SegmentFeed, type LoadSegment } from '../../../../src/player/host/segment-feed';

const listed = ( ...sequences: number[] ) => sequences.map( ( sequence ) => ( { sequence, page: 0 } ) );
const atOnce: LoadSegment = () => Promise.resolve( new ArrayBuffer( 1 ) );

/** A feed with a decoder that answers after `answersAfter` ms, or never, and what the feed hands on. */
function feedOf( load: LoadSegment, answersAfter: number | null = 0 ): { feed: SegmentFeed; said: string[] } {
	const said: string[] = [];
	const feed: SegmentFeed = new SegmentFeed( load, {
		segment: ( { sequence } ) => {
			said.push( `segment ${ sequence }` );
			if ( answersAfter !== null ) {
				setTimeout( () => feed.answered( sequence ), answersAfter );
			}
		},
		missing: ( sequence ) => said.push( `missing ${ sequence }` ),
		unloaded: ( sequence ) => said.push( `unloaded ${ sequence }` ),
		caughtUp: () => said.at( -1 ) === 'caught up' || said.push( 'caught up' ),
		complete: () => said.push( 'complete' ),
	} );
	return { feed, said };
}

describe( 'the segments of a recording', () => {
	beforeEach( () => void vi.useFakeTimers() );
	afterEach( () => void vi.useRealTimers() );

	it( 'are told apart: not on the site, and not to be fetched', async () => {
		const load = vi.fn( ( sequence: number ) => {
			if ( sequence === 1 ) {
				return Promise.resolve( null );
			}
			return sequence === 2 ? Promise.reject( new Error( 'offline' ) ) : Promise.resolve( new ArrayBuffer( 1 ) );
		} );
		const { feed, said } = feedOf( load );
		feed.append( listed( 0, 1, 2 ) );
		feed.close();
		feed.start();
		await vi.advanceTimersByTimeAsync( 10_000 );
		expect( said ).toEqual( [ 'segment 0', 'missing 1', 'unloaded 2', 'complete', 'caught up' ] );
		expect( load.mock.calls.flat().sort() ).toEqual( [ 0, 1, 2, 2, 2 ] );
	} );

	it( 'are handed on in order, whichever comes first, and a missing number is told', async () => {
		const { feed, said } = feedOf( async ( sequence ) => {
			await new Promise( ( resolve ) => setTimeout( resolve, 100 - sequence * 10 ) );
			return new ArrayBuffer( 1 );
		} );
		feed.append( listed( 3, 0, 1 ) );
		feed.close();
		feed.start();
		await vi.advanceTimersByTimeAsync( 10_000 );
		expect( said ).toEqual( [ 'segment 0', 'segment 1', 'missing 2', 'segment 3', 'complete', 'caught up' ] );
	} );

	it( 'are complete at once when there are none', () => {
		const { feed, said } = feedOf( atOnce );
		feed.append( [] );
		feed.close();
		feed.start();
		expect( said ).toEqual( [ 'complete', 'caught up' ] );
	} );

	it( 'are not fetched while the decoder has not answered for four of them', async () => {
		const load = vi.fn( atOnce );
		const { feed } = feedOf( load, null );
		feed.append( listed( ...Array.from( { length: 100 }, ( _none, n ) => n ) ) );
		feed.close();
		feed.start();
		await vi.advanceTimersByTimeAsync( 60_000 );
		expect( load ).toHaveBeenCalledTimes( 4 );
		feed.answered( 0 );
		await vi.advanceTimersByTimeAsync( 60_000 );
		expect( load ).toHaveBeenCalledTimes( 5 );
	} );

	it( 'are not fetched once the decoder is full, and the recording ends there', async () => {
		const load = vi.fn( atOnce );
		const { feed, said } = feedOf( load, null );
		feed.append( listed( ...Array.from( { length: 1_000 }, ( _none, n ) => n ) ) );
		feed.close();
		feed.start();
		await vi.advanceTimersByTimeAsync( 10 );
		feed.cutOff();
		feed.answered( 0 );
		await vi.advanceTimersByTimeAsync( 60_000 );
		expect( load ).toHaveBeenCalledTimes( 4 );
		expect( said ).toEqual( [ 'segment 0', 'segment 1', 'segment 2', 'segment 3', 'complete' ] );
	} );

	it( 'are not handed on after a stop', async () => {
		const { feed, said } = feedOf( async () => {
			await new Promise( ( resolve ) => setTimeout( resolve, 100 ) );
			return new ArrayBuffer( 1 );
		} );
		feed.append( listed( 0 ) );
		feed.start();
		feed.stop();
		await vi.advanceTimersByTimeAsync( 10_000 );
		expect( said ).toEqual( [] );
	} );
} );

describe( 'the segments of a live recording', () => {
	beforeEach( () => void vi.useFakeTimers() );
	afterEach( () => void vi.useRealTimers() );

	it( 'are fetched when they are listed, each once, until the visit ends', async () => {
		const load = vi.fn( atOnce );
		const { feed, said } = feedOf( load );
		feed.append( listed( 0, 1 ) );
		feed.start();
		await vi.advanceTimersByTimeAsync( 100 );
		expect( said ).toEqual( [ 'segment 0', 'segment 1', 'caught up' ] );
		feed.append( listed( 0, 1, 2 ) );
		await vi.advanceTimersByTimeAsync( 100 );
		expect( said.slice( 3 ) ).toEqual( [ 'segment 2', 'caught up' ] );
		feed.append( listed( 0, 1, 2 ) );
		feed.close();
		await vi.advanceTimersByTimeAsync( 100 );
		expect( said.slice( 5 ) ).toEqual( [ 'complete', 'caught up' ] );
		expect( load ).toHaveBeenCalledTimes( 3 );
	} );

	it( 'wait for a number that is only late, and give one up that does not come', async () => {
		const { feed, said } = feedOf( atOnce );
		feed.append( listed( 0 ) );
		feed.start();
		feed.append( listed( 0, 2 ) );
		await vi.advanceTimersByTimeAsync( 100 );
		expect( said ).not.toContain( 'segment 2' );
		feed.append( listed( 0, 1, 2, 4 ) );
		await vi.advanceTimersByTimeAsync( 100 );
		expect( said.filter( ( one ) => one !== 'caught up' ) ).toEqual( [ 'segment 0', 'segment 1', 'segment 2' ] );
		feed.append( listed( 0, 1, 2, 4 ) );
		feed.append( listed( 0, 1, 2, 4 ) );
		await vi.advanceTimersByTimeAsync( 100 );
		expect( said.filter( ( one ) => one !== 'caught up' ).slice( 3 ) ).toEqual( [ 'missing 3', 'segment 4' ] );
	} );
} );

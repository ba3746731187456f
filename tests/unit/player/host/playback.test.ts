import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { DecoderReport } from '../../../../src/decoder/protocol';
import { Playback } from '../../../../src/player/host/playback';
import type { StageOrder } from '../../../../src/player/protocol';
import type { PlayedRecording, PlayerState } from '../../../../src/player';

const strings = {
	frameTitle: '',
	cannotStart: 'cannot start',
	frameRefused: 'frame refused',
	cannotLoad: 'cannot load',
	nothingToShow: 'nothing to show',
	tooLarge: 'too large',
	skipped: ( seconds: number ) => `skipped ${ seconds } s`,
};
const recorded = ( part: Partial< PlayedRecording > = {} ): PlayedRecording => ( {
	duration: 9_000,
	viewport: [ 800, 600 ],
	live: false,
	segment_list: [],
	page_views: [ { n: 0, path: '/', title: '', started: 0, sequence: 0 }, { n: 1, path: '/b', title: '', started: 4_000, sequence: 1 } ],
	...part,
} );
const report = ( part: Partial< DecoderReport > ): DecoderReport => ( { sequence: 0, loaded: 0, started: true, complete: false, tooLarge: false, full: false, limited: 0, pageTimes: {}, gaps: [], idle: [], assets: [], ...part } );

let orders: StageOrder[];
let states: PlayerState[];
const failed = vi.fn< () => void >();

function playbackOf( recording: PlayedRecording ): Playback {
	orders = [];
	states = [];
	failed.mockReset();
	return new Playback( recording, strings, { order: ( order ) => orders.push( order ), changed: ( state ) => states.push( state ), failed } );
}
/** A playback whose first page is there, with everything up to `loaded` ms read. */
function opened( recording: PlayedRecording, loaded: number ): Playback {
	const playback = playbackOf( recording );
	playback.loading.segmentCame();
	playback.decoder( report( { loaded, pageTimes: { 0: 0 } } ) );
	playback.firstPageOpen();
	return playback;
}
const statuses = (): string[] => states.map( ( { status } ) => status ).filter( ( status, index, all ) => status !== all[ index - 1 ] );

beforeEach( () => void vi.useFakeTimers() );
afterEach( () => void vi.useRealTimers() );

describe( 'a recording that has ended', () => {
	it( 'plays what there is, waits for what is loaded later, and ends', () => {
		const playback = opened( recorded(), 3_000 );
		playback.play();
		playback.stage( { kind: 'time', numbers: [ 1_000 ] } );
		expect( playback.state ).toMatchObject( { status: 'playing', time: 1_000 } );
		playback.stage( { kind: 'drained', numbers: [ 3_000 ] } );
		expect( playback.state ).toMatchObject( { status: 'loading', wantsToPlay: true } );
		playback.decoder( report( { loaded: 8_600 } ) );
		expect( playback.state.status ).toBe( 'playing' );
		playback.decoder( report( { loaded: 8_600, complete: true } ) );
		playback.stage( { kind: 'drained', numbers: [ 8_600 ] } );
		expect( playback.state ).toMatchObject( { status: 'ended', time: 8_600, duration: 8_600, wantsToPlay: false } );
	} );

	it( 'keeps the length and the times of its pages when nothing could be loaded', () => {
		const playback = playbackOf( recorded() );
		playback.loading.segmentLost();
		playback.decoder( report( { started: false, complete: true } ) );
		expect( playback.state ).toMatchObject( { status: 'failed', message: 'cannot load', duration: 9_000, pageTimes: { 0: 0, 1: 4_000 } } );
		expect( failed ).toHaveBeenCalledOnce();
	} );

	it( 'says that it was cut when the decoder is full', () => {
		const playback = opened( recorded(), 3_000 );
		playback.decoder( report( { loaded: 5_000, full: true } ) );
		playback.decoder( report( { loaded: 5_000, full: true, complete: true } ) );
		expect( playback.state ).toMatchObject( { cut: true, duration: 5_000, status: 'ready' } );
	} );

	it( 'is not ready before its first page is complete, and plays then what was asked for meanwhile', () => {
		const playback = playbackOf( recorded() );
		playback.loading.segmentCame();
		playback.decoder( report( { loaded: 8_000, complete: true } ) );
		playback.play();
		expect( playback.state ).toMatchObject( { status: 'loading', wantsToPlay: true } );
		playback.firstPageOpen();
		expect( statuses() ).toEqual( [ 'loading', 'playing' ] );
	} );

	it( 'skips an idle time and takes the notice away again', () => {
		const playback = opened( recorded(), 9_000 );
		playback.decoder( report( { loaded: 9_000, complete: true, idle: [ [ 2_000, 6_000 ] ] } ) );
		playback.play();
		playback.stage( { kind: 'time', numbers: [ 2_100 ] } );
		expect( playback.state ).toMatchObject( { message: 'skipped 4 s', time: 6_000, idle: true } );
		vi.advanceTimersByTime( 2_500 );
		expect( playback.state.message ).toBeUndefined();
	} );
} );

describe( 'a live recording', () => {
	const live = recorded( { live: true } );
	const caughtUp = (): Playback => {
		const playback = opened( live, 3_000 );
		playback.segmentsRead();
		return playback;
	};

	it( 'waits for the visitor at its end instead of ending, and goes on when more comes', () => {
		const playback = caughtUp();
		playback.play();
		playback.stage( { kind: 'drained', numbers: [ 3_000 ] } );
		expect( playback.state ).toMatchObject( { status: 'waiting', wantsToPlay: true, time: 3_000, duration: 3_000 } );
		playback.loading.segmentCame();
		playback.decoder( report( { loaded: 6_000, pageTimes: { 1: 4_100 } } ) );
		playback.segmentsRead();
		expect( playback.state ).toMatchObject( { status: 'playing', duration: 6_000, pageTimes: { 1: 4_100 } } );
		expect( orders.at( -1 ) ).toMatchObject( { kind: 'play', time: 3_001 } );
	} );

	it( 'waits for the visitor also when it is a single moment so far', () => {
		const playback = opened( live, 0 );
		playback.segmentsRead();
		playback.play();
		expect( playback.state ).toMatchObject( { status: 'waiting', wantsToPlay: true } );
		const early = opened( live, 0 );
		early.play();
		expect( early.state.status ).toBe( 'playing' );
		early.segmentsRead();
		expect( early.state.status ).toBe( 'waiting' );
	} );

	it( 'ends when the visit has ended while it waited', () => {
		const playback = caughtUp();
		playback.play();
		playback.stage( { kind: 'drained', numbers: [ 3_000 ] } );
		playback.loading.update( recorded( { live: false } ) );
		playback.decoder( report( { loaded: 3_000, complete: true } ) );
		expect( playback.state ).toMatchObject( { status: 'ended', live: false, wantsToPlay: false } );
	} );

	it( 'ends when the visit has ended while it was paused at its end', () => {
		const playback = caughtUp();
		playback.seek( 3_000 );
		expect( playback.state.status ).toBe( 'paused' );
		playback.loading.update( recorded( { live: false } ) );
		playback.decoder( report( { loaded: 3_000, complete: true } ) );
		expect( playback.state.status ).toBe( 'ended' );
	} );

	it( 'is paused while it waits, and plays on from there', () => {
		const playback = caughtUp();
		playback.play();
		playback.stage( { kind: 'drained', numbers: [ 3_000 ] } );
		playback.pause();
		expect( playback.state ).toMatchObject( { status: 'paused', wantsToPlay: false } );
		playback.decoder( report( { loaded: 6_000 } ) );
		expect( playback.state.status ).toBe( 'paused' );
		playback.play();
		expect( playback.state.status ).toBe( 'playing' );
	} );

	it( 'does not wait for ever for a time that the list promised and the segments do not hold', () => {
		const playback = opened( live, 3_000 );
		playback.seek( 9_000 );
		expect( playback.state.status ).toBe( 'loading' );
		playback.segmentsRead();
		expect( playback.state ).toMatchObject( { status: 'paused', time: 3_000 } );
	} );

	it( 'learns of new pages, and keeps the exact times of the pages it knows', () => {
		const playback = caughtUp();
		playback.loading.update( recorded( { live: true, page_views: [ { n: 0, path: '/', title: '', started: 77, sequence: 0 }, { n: 5, path: '/c', title: '', started: 5_000, sequence: 3 } ] } ) );
		expect( playback.state.pageTimes ).toEqual( { 0: 0, 5: 5_000 } );
	} );

	it( 'fails when nothing of it could be fetched', () => {
		const playback = playbackOf( live );
		playback.loading.segmentLost();
		playback.decoder( report( { started: false } ) );
		playback.segmentsRead();
		expect( playback.state ).toMatchObject( { status: 'failed', message: 'cannot load' } );
	} );
} );

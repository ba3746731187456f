import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import isRecording from '../../../../../src/contracts/generated/recording.validate';
import { readRecording } from '../../../../../src/admin/screens/recording/read-recording';

const good = {
	id: 'ab'.repeat( 16 ),
	account: 1,
	started: 1_700_000_000_000,
	duration: 5_000,
	pages: 2,
	events: 10,
	segments: 2,
	bytes: 100,
	device: 'phone',
	viewport: [ 390, 844 ],
	language: 'en',
	entry: '/',
	exit: '/shop/',
	title: 'Home',
	referrer: '',
	redacted: 0,
	live: false,
	page_views: [ { n: 0, path: '/', title: 'Home', started: 0, sequence: 0 }, { n: 1, path: '/shop/', title: 'Shop', started: 2_000, sequence: 1 } ],
	segment_list: [ { sequence: 0, bytes: 50, page: 0 }, { sequence: 1, bytes: 50, page: 1 } ],
};

describe( 'an answer about a recording', () => {
	it( 'is taken as it is when every value is good', () => {
		expect( readRecording( good ) ).toEqual( { recording: good, leftOut: 0 } );
	} );

	it( 'loses bad page views and segments one by one, and says how many', () => {
		const [ first, second ] = good.page_views;
		const read = readRecording( { ...good, page_views: [ null, first, { ...second, started: 1.5 }, { ...second, title: {} }, second, second ], segment_list: [ good.segment_list[ 0 ], { sequence: -1 } ] } );
		expect( read?.recording.page_views ).toEqual( [ first, second ] );
		expect( read?.recording.segment_list ).toEqual( [ good.segment_list[ 0 ] ] );
		expect( read?.leftOut ).toBe( 5 );
	} );

	it.each( [
		[ 'started', 1e300, 0 ],
		[ 'duration', -1, 0 ],
		[ 'title', { toString: 1 }, '' ],
		[ 'device', 'toaster', 'desktop' ],
		[ 'viewport', [ -1, 'x' ], [ 1280, 720 ] ],
		[ 'page_views', 'none', [] ],
	] )( 'gets a neutral value for a bad %s', ( name, bad, neutral ) => {
		const read = readRecording( { ...good, [ name ]: bad } );
		expect( read?.recording[ name as 'title' ] ).toEqual( neutral );
		expect( read?.leftOut ).toBe( 1 );
	} );

	it.each( [ [ null ], [ [] ], [ 'x' ], [ {} ], [ { ...good, id: '../x' } ] ] )( 'is no recording when it is %j', ( value ) => {
		expect( readRecording( value ) ).toBeNull();
	} );

	it( 'is within the contract whatever its values are', () => {
		fc.assert(
			fc.property( fc.dictionary( fc.constantFrom( ...Object.keys( good ) ), fc.anything() ), ( values ) => {
				const read = readRecording( { ...good, ...values, id: good.id } );
				const known = { ...read?.recording, account: Math.max( 1, read?.recording.account ?? 0 ), language: 'en', entry: '/', exit: '/', title: '', referrer: '' };
				expect( isRecording( known ) ).toBe( true );
			} ),
			{ numRuns: 300 },
		);
	} );
} );

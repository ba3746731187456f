import { beforeEach, describe, expect, it } from 'vitest';
import { LONGEST_PAUSE_MS, LONGEST_RECORDING_MS, createIdentity, type Surroundings } from '../../../../src/recorder/session/identity';

/** A tab's storage, which can be copied as browsers do when a tab is duplicated. */
function makeStorage( from: Map<string, string> = new Map() ) {
	const map = new Map( from );
	return {
		map,
		getItem: ( name: string ) => map.get( name ) ?? null,
		setItem: ( name: string, value: string ) => void map.set( name, value ),
		removeItem: ( name: string ) => void map.delete( name ),
	};
}

describe( 'the identity of a recording', () => {
	let time: number;
	let drawn: number;
	const around = ( storage: Surroundings[ 'storage' ] ): Surroundings => ( { storage, now: () => time, random: ( bytes ) => bytes.fill( ++drawn ) } );
	const hex = ( key: Uint8Array ) => Buffer.from( key ).toString( 'hex' );

	beforeEach( () => {
		time = 1_700_000_000_000;
		drawn = 0;
	} );

	it( 'goes on through the pages of a tab: same key, next page, next sequence', () => {
		const storage = makeStorage();
		const first = createIdentity( around( storage ) );
		first.open();
		expect( [ first.page, first.take(), first.take() ] ).toEqual( [ 0, 0, 1 ] );
		first.close();

		const second = createIdentity( around( storage ) );
		second.open();
		expect( hex( second.key ) ).toBe( hex( first.key ) );
		expect( [ second.page, second.take() ] ).toEqual( [ 1, 2 ] );
	} );

	it( 'stays given back when a last number is taken after the page was left', () => {
		const storage = makeStorage();
		const first = createIdentity( around( storage ) );
		first.open();
		first.close();
		first.take();
		const second = createIdentity( around( storage ) );
		second.open();
		expect( [ hex( second.key ), second.page, second.take() ] ).toEqual( [ hex( first.key ), 1, 1 ] );
	} );

	it( 'is another one in a duplicated tab, whose storage was copied while the first was in use', () => {
		const storage = makeStorage();
		const first = createIdentity( around( storage ) );
		first.open();
		first.take();

		const copy = createIdentity( around( makeStorage( storage.map ) ) );
		copy.open();
		expect( hex( copy.key ) ).not.toBe( hex( first.key ) );
		expect( [ copy.page, copy.take() ] ).toEqual( [ 0, 0 ] );
	} );

	it.each( [
		[ 'after a long pause', LONGEST_PAUSE_MS + 1 ],
		[ 'when the recording has become too long', LONGEST_RECORDING_MS + 1 ],
	] )( 'is a new one %s', ( _when, wait ) => {
		const storage = makeStorage();
		const first = createIdentity( around( storage ) );
		first.open();
		first.close();
		time += wait;
		const second = createIdentity( around( storage ) );
		second.open();
		expect( hex( second.key ) ).not.toBe( hex( first.key ) );
		expect( second.page ).toBe( 0 );
	} );

	it( 'is kept after a pause that is just short enough', () => {
		const storage = makeStorage();
		const first = createIdentity( around( storage ) );
		first.open();
		first.close();
		time += LONGEST_PAUSE_MS;
		const second = createIdentity( around( storage ) );
		second.open();
		expect( hex( second.key ) ).toBe( hex( first.key ) );
	} );

	it.each( [ 'not json', '{}', '{"k":"zz","s":1,"p":1,"b":1,"t":1,"l":0}', 'null' ] )( 'starts anew when the stored one reads %s', ( stored ) => {
		const storage = makeStorage( new Map( [ [ 'candid', stored ] ] ) );
		const identity = createIdentity( around( storage ) );
		identity.open();
		expect( [ identity.page, identity.take(), hex( identity.key ) ] ).toEqual( [ 0, 0, '01'.repeat( 16 ) ] );
	} );

	it( 'lives in memory where storage is missing or refuses', () => {
		const refusing = { getItem: () => null, removeItem: () => {}, setItem: () => {
			throw new Error( 'QuotaExceededError' );
		} };
		for ( const storage of [ null, refusing ] ) {
			const identity = createIdentity( around( storage ) );
			identity.open();
			expect( [ identity.take(), identity.take() ] ).toEqual( [ 0, 1 ] );
			identity.setStopped( true );
			expect( identity.stopped() ).toBe( true );
		}
	} );

	it( 'remembers for the whole tab that recording was stopped, until it is started', () => {
		const storage = makeStorage();
		createIdentity( around( storage ) ).setStopped( true );
		const next = createIdentity( around( storage ) );
		expect( next.stopped() ).toBe( true );
		next.setStopped( false );
		expect( createIdentity( around( storage ) ).stopped() ).toBe( false );
	} );
} );

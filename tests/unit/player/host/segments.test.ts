import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadSegments } from '../../../../src/player/host/segments';

/** What is handed on when every segment is loaded with `load`. */
async function handedOn( load: ( sequence: number ) => Promise< ArrayBuffer | null >, sequences = [ 0, 1, 2 ] ): Promise< string[] > {
	const said: string[] = [];
	loadSegments( sequences.map( ( sequence ) => ( { sequence, page: 0 } ) ), load, {
		segment: ( { sequence } ) => said.push( `segment ${ sequence }` ),
		missing: ( sequence ) => said.push( `missing ${ sequence }` ),
		unloaded: ( sequence ) => said.push( `unloaded ${ sequence }` ),
		complete: () => said.push( 'complete' ),
	} );
	await vi.advanceTimersByTimeAsync( 10_000 );
	return said;
}

describe( 'loading segments', () => {
	beforeEach( () => void vi.useFakeTimers() );
	afterEach( () => void vi.useRealTimers() );

	it( 'tells what the site does not have from what could not be fetched', async () => {
		const load = vi.fn( ( sequence: number ) => {
			if ( sequence === 1 ) {
				return Promise.resolve( null );
			}
			return sequence === 2 ? Promise.reject( new Error( 'offline' ) ) : Promise.resolve( new ArrayBuffer( 1 ) );
		} );
		expect( await handedOn( load ) ).toEqual( [ 'segment 0', 'missing 1', 'unloaded 2', 'complete' ] );
		expect( load.mock.calls.flat().sort() ).toEqual( [ 0, 1, 2, 2, 2 ] );
	} );

	it( 'hands on in order whatever comes first, and says where a number is missing', async () => {
		const load = async ( sequence: number ): Promise< ArrayBuffer > => {
			await new Promise( ( resolve ) => setTimeout( resolve, 100 - sequence * 10 ) );
			return new ArrayBuffer( 1 );
		};
		expect( await handedOn( load, [ 3, 0, 1 ] ) ).toEqual( [ 'segment 0', 'segment 1', 'missing 2', 'segment 3', 'complete' ] );
	} );
} );

import { expect, it } from 'vitest';
import { Writer } from '../../../../../src/recorder/capture/dom/writer';

const textOf = ( pieces: Uint8Array[] ) => Buffer.concat( pieces ).toString();

it( 'puts commas between the items of a list and of the lists inside', () => {
	const writer = new Writer( '' );
	writer.open( '{"a":' );
	writer.item( '1' );
	writer.item( '{"b":[', true );
	writer.item( '2' );
	writer.item( '3' );
	writer.close( '}' );
	writer.item( '{"b":[', true );
	writer.close( '}' );
	writer.close( '}' );
	expect( textOf( writer.end() ) ).toBe( '{"a":[1,{"b":[2,3]},{"b":[]}]}' );
} );

it( 'turns a long text into bytes piece by piece, and no letter is torn apart', () => {
	const writer = new Writer( '' );
	const piece = 'Žluťoučký 🐎 '.repeat( 100 );
	for ( let i = 0; i < 200; i++ ) {
		writer.write( piece );
	}
	const pieces = writer.end();
	expect( Math.max( ...pieces.map( ( { length } ) => length ) ) ).toBeLessThan( 40_000 );
	expect( textOf( pieces ) ).toBe( piece.repeat( 200 ) );
} );

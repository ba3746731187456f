import { readFileSync } from 'node:fs';
import { EventType as RrwebType, IncrementalSource, MediaInteractions, MouseInteractions, NodeType, PointerTypes } from '@rrweb/types';
import { describe, expect, it } from 'vitest';
import * as shapes from '../../../../src/contracts/generated/event/shapes';
import { outputsOfEvents } from '../../../../tools/contracts/events.mjs';

const source = () => JSON.parse( readFileSync( new URL( '../../../../plugin/schemas/event.json', import.meta.url ), 'utf8' ) );

/** The numbers of an enum of rrweb; one that came after this format may have more. */
const numbersOf = ( of: object ) => Object.values( of ).filter( ( value ) => typeof value === 'number' ).sort( ( a, b ) => a - b );

describe( 'The contract of an event', () => {
	it.each( [ [ 'type', RrwebType ], [ 'source', IncrementalSource ], [ 'node', NodeType ], [ 'interaction', MouseInteractions ], [ 'pointer', PointerTypes ], [ 'media', MediaInteractions ] ] )( 'counts a %s as rrweb does', ( group, rrweb ) => {
		const { values } = source().numbers[ group ];
		expect( Object.values( values ) ).toEqual( numbersOf( rrweb ).slice( 0, Object.keys( values ).length ) );
	} );
	it( 'gives every source that is stored its shape', () => {
		for ( const shape of Object.values( source().shapeOf.source ) ) {
			expect( shapes ).toHaveProperty( shape as string );
		}
	} );
	it( 'takes over what another shape has', () => {
		expect( shapes.textNode ).toEqual( { ...shapes.anyNode, textContent: 'text', isStyle: 'flag' } );
	} );
	it.each( [
		[ 'a kind that is none', ( schema: ReturnType< typeof source > ) => ( schema.shapes.rule.rule = 'words' ) ],
		[ 'a shape that is none', ( schema: ReturnType< typeof source > ) => ( schema.shapes.mutation.adds = '[nothing]' ) ],
		[ 'a source without a number', ( schema: ReturnType< typeof source > ) => ( schema.shapeOf.source.hover = 'move' ) ],
		[ 'a tag of a shape that is none', ( schema: ReturnType< typeof source > ) => ( schema.tags.detail.shape = 'nothing' ) ],
		[ 'numbers with a gap', ( schema: ReturnType< typeof source > ) => ( schema.numbers.pointer.values.touch = 5 ) ],
	] )( 'refuses %s', async ( _, spoil ) => {
		const schema = source();
		spoil( schema );
		await expect( outputsOfEvents( 'plugin/schemas/event.json', JSON.stringify( schema ) ) ).rejects.toThrow( 'event.json' );
	} );
} );

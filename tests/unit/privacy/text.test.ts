import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MASK, maskText, maskValue, scrubText } from '../../../src/privacy';
import { card, iban, jwt, ordinaryText, randomOf } from './ordinary-text';

const bare = ( text: string ) => text.replace( /[^a-z0-9]/gi, '' ).toLowerCase();
const around = fc.string( { unit: 'grapheme', maxLength: 30 } );
/** Neighbours that cannot become part of the number. */
const apart = around.map( ( text ) => `${ text.replace( /[a-z0-9]/gi, '' ) }; ` );

describe( 'Secrets in text', () => {
	it.each( [ [ 'card', card ], [ 'bank account', iban ], [ 'signed token', jwt ] ] as const )( 'never passes: %s, whatever stands around it', ( _, make ) => {
		fc.assert(
			fc.property( fc.integer(), apart, apart, fc.constantFrom( 'open' as const, 'balanced' as const ), ( seed, before, after, preset ) => {
				const secret = make( randomOf( seed ) );
				expect( bare( scrubText( `${ before }${ secret } ;${ after }`, preset ) ) ).not.toContain( bare( secret ) );
			} ),
			{ numRuns: 2000 },
		);
	} );

	it( 'leaves ordinary texts of a shop as they are, but for one in a hundred', () => {
		const texts = Array.from( { length: 10000 }, ( _, seed ) => ordinaryText( seed ) );
		const mangled = texts.filter( ( text ) => scrubText( text, 'balanced' ) !== text );
		console.log( `ordinary texts mangled: ${ mangled.length } of ${ texts.length }, such as ${ mangled.slice( 0, 5 ).join( ' | ' ) }` );
		expect( mangled.length ).toBeLessThan( 100 );
	} );

	it( 'hides nothing more the second time', () => {
		fc.assert(
			fc.property( fc.oneof( around, fc.integer( { min: 0, max: 1e6 } ).map( ordinaryText ), fc.integer().map( ( seed ) => card( randomOf( seed ) ) ) ), fc.constantFrom( 'open' as const, 'balanced' as const, 'strict' as const ), ( text, preset ) => {
				const once = scrubText( text, preset );
				expect( scrubText( once, preset ) ).toBe( once );
			} ),
			{ numRuns: 3000 },
		);
	} );
} );

describe( 'Masks', () => {
	it( 'says the same for every value', () => {
		fc.assert( fc.property( fc.string( { minLength: 1 } ), ( value ) => {
			expect( maskValue( value ) ).toBe( MASK );
		} ) );
		expect( maskValue( '' ) ).toBe( '' );
	} );
	it( 'keeps of running text only how many words there are and the white space between', () => {
		expect( maskText( ' Jane  Doe\n' ) ).toBe( ` ${ MASK }  ${ MASK }\n` );
	} );
} );

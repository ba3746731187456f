import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../../tools/base/console.mjs';
import { OWN_NAMES } from '../../../../tools/build/classic.mjs';

/** Properties that the compiler knows of browsers and of the language, as far as the recorder's floor goes. */
function namesOfThePlatform(): Set< string > {
	const folder = join( root, 'node_modules/typescript/lib' );
	const libraries = readdirSync( folder ).filter( ( name ) => /^lib\.(dom(\..+)?|es5|es20(15|16|17|18|19|20)\..+)\.d\.ts$/.test( name ) );
	return new Set( libraries.flatMap( ( name ) => [ ...readFileSync( join( folder, name ), 'utf8' ).matchAll( /^\s+(?:readonly |get |set )?(\w+)\??[(:<]/gm ) ].map( ( [ , property ] ) => property ?? '' ) ) );
}

/**
 * Names that a browser has too, in places where the recorder has no business: `seal` of Object, `flush` of WebGL and
 * codecs, `held` of web locks, `isActive` of the user's activation.
 */
const ELSEWHERE = [ 'flush', 'held', 'isActive', 'seal' ];

describe( 'the names of the recorder’s own properties, which the build shortens', () => {
	it( 'are none of the platform’s', () => {
		const platform = namesOfThePlatform();
		expect( platform.size ).toBeGreaterThan( 4000 );
		expect( OWN_NAMES.filter( ( name: string ) => platform.has( name ) ).sort() ).toEqual( ELSEWHERE );
	} );

	it( 'stand once each', () => {
		expect( OWN_NAMES.filter( ( name: string, place: number ) => OWN_NAMES.indexOf( name ) !== place ) ).toEqual( [] );
	} );
} );

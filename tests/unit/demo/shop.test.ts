import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { blueprintFor } from '../../../tools/blueprint/index.mjs';
import { root } from '../../../tools/base/console.mjs';

interface Product {
	slug: string;
	shelf: string;
	tone: string;
	size: string;
	price: number;
	images: string[];
}

const demo = join( root, 'demo' );
const products = JSON.parse( readFileSync( join( demo, 'content/products.json' ), 'utf8' ) ) as Product[];

function filesBelow( folder: string ): string[] {
	return readdirSync( folder, { recursive: true, withFileTypes: true } )
		.filter( ( entry ) => entry.isFile() )
		.map( ( entry ) => join( entry.parentPath, entry.name ) );
}

describe( 'the products of the shop', () => {
	it( 'each have every picture that their page shows', () => {
		const missing = products.flatMap( ( { slug, images } ) => images.map( ( _, index ) => `${ slug }-${ index + 1 }.webp` ) )
			.filter( ( file ) => ! existsSync( join( demo, 'shop/assets/images', file ) ) );
		expect( missing ).toEqual( [] );
	} );

	it( 'stand on a shelf and on a colour that the theme knows', () => {
		const css = readFileSync( join( demo, 'shop/assets/css/base.css' ), 'utf8' );
		const php = readFileSync( join( demo, 'shop/inc/products.php' ), 'utf8' );
		for ( const { slug, shelf, tone } of products ) {
			expect( css, slug ).toContain( `.tone-${ tone }` );
			expect( php, slug ).toMatch( new RegExp( `'${ shelf }'\\s+=> __\\(` ) );
		}
	} );

	it( 'have a price in whole pence and three measures', () => {
		for ( const { slug, price, size } of products ) {
			expect( Number.isInteger( price ) && price > 0, slug ).toBe( true );
			expect( size.split( '×' ).map( Number ).filter( ( measure ) => measure > 0 ), slug ).toHaveLength( 3 );
		}
	} );
} );

describe( 'the theme', () => {
	it( 'asks no other host for anything', () => {
		const names = /https?:\/\/(?!www\.w3\.org\/2000\/svg|www\.gnu\.org\/licenses)[a-z0-9.-]+/gi;
		const found = filesBelow( join( demo, 'shop' ) )
			.filter( ( file ) => /\.(php|css|js|html)$/.test( file ) )
			.flatMap( ( file ) => ( readFileSync( file, 'utf8' ).match( names ) ?? [] ).map( ( address ) => `${ file }: ${ address }` ) );
		expect( found ).toEqual( [] );
	} );
} );

describe( 'the blueprint of the live preview', () => {
	it( 'is the one that the files of the shop make now', async () => {
		const committed = readFileSync( join( root, '.wordpress-org/blueprints/blueprint.json' ), 'utf8' );
		const current = `${ JSON.stringify( await blueprintFor(), null, '\t' ) }\n`;
		expect( committed === current, 'run "node tools/blueprint/index.mjs" and commit the result' ).toBe( true );
	} );

	it( 'carries every file of the theme, pictures included', async () => {
		const text = JSON.stringify( await blueprintFor() );
		const bare = filesBelow( join( demo, 'shop' ) ).filter( ( file ) => ! text.includes( file.split( '/' ).at( -1 ) as string ) );
		expect( bare ).toEqual( [] );
	} );

	it( 'embeds nothing where the repository is mounted', async () => {
		const { steps } = await blueprintFor( { mounted: true } );
		expect( steps.map( ( { step }: { step: string } ) => step ) ).toEqual( [ 'runPHP' ] );
	} );
} );

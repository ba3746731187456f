import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { outputsOf } from '../../../../tools/contracts/generate.mjs';

/** Generated files of a source, by path. */
const generate = async ( path: string, source: object ): Promise< Record< string, string > > => Object.fromEntries( await outputsOf( path, JSON.stringify( source ) ) );

/** What a generated class has in a constant, as PHP reads it. */
const phpConstant = ( source: string, name: string ): unknown => JSON.parse( execFileSync( 'php', [ '-r', `${ source.replace( '<?php', '' ).replace( 'declare(strict_types=1);', '' ) } echo json_encode( ( new \\ReflectionClass( array_values( array_filter( get_declared_classes(), fn( $c ) => str_starts_with( $c, 'Candid\\\\Contracts' ) ) )[0] ) )->getConstant( '${ name }' ) );` ], { encoding: 'utf8' } ) );

const SHAPE = {
	$schema: 'http://json-schema.org/draft-04/schema#',
	title: 'TeaPot',
	description: 'A pot.',
	type: 'object',
	additionalProperties: false,
	required: [ 'name' ],
	properties: {
		name: { type: 'string', maxLength: 5 },
		hot: { type: 'boolean', default: false },
		labels: { type: 'array', items: { type: 'string', maxLength: 3, pattern: '^a' }, maxItems: 2, default: [] },
	},
};

describe( 'what is generated of a shape', () => {
	it( 'is a type in which a property with a default is never missing, and the defaults', async () => {
		const { 'src/contracts/generated/tea-pot.ts': type } = await generate( 'plugin/schemas/tea-pot.json', SHAPE );
		expect( type ).toContain( 'Generated from plugin/schemas/tea-pot.json' );
		expect( type ).toMatch( /name: string/ );
		expect( type ).toMatch( /hot: boolean/ );
		expect( type ).toContain( 'export const TEA_POT_DEFAULTS: TeaPot' );
		expect( type ).toContain( 'export const TEA_POT_LISTS' );
	} );

	it( 'is a PHP class with the same schema and defaults', async () => {
		const { 'plugin/includes/Contracts/Tea_Pot_Contract.php': php = '' } = await generate( 'plugin/schemas/tea-pot.json', SHAPE );
		const { $schema, ...schema } = SHAPE;
		expect( phpConstant( php, 'SCHEMA' ) ).toEqual( schema );
		expect( phpConstant( php, 'DEFAULTS' ) ).toEqual( { hot: false, labels: [] } );
	} );

	it( 'is a validator only where one is asked for, and it judges', async () => {
		const without = await generate( 'plugin/schemas/tea-pot.json', SHAPE );
		expect( Object.keys( without ).filter( ( path ) => path.includes( 'validate' ) ) ).toEqual( [] );
		const { 'src/contracts/generated/tea-pot.validate.js': code = '' } = await generate( 'plugin/schemas/tea-pot.json', { ...SHAPE, validator: true } );
		const { default: isTeaPot } = await import( /* @vite-ignore */ `data:text/javascript,${ encodeURIComponent( code ) }` );
		expect( isTeaPot( { name: 'brown' } ) ).toBe( true );
		expect( isTeaPot( { name: 'too long' } ) ).toBe( false );
		expect( isTeaPot( { name: 'brown', lid: true } ) ).toBe( false );
		expect( code ).not.toContain( 'require(' );
	} );

	it( 'has header and limits as constants, which are no part of the schema', async () => {
		const made = await generate( 'plugin/schemas/tea-pot.json', { ...SHAPE, limits: { maxBytes: 9 }, header: { bytes: 4, flags: { lid: 1 }, fields: [ { name: 'magic', offset: 0, value: 'TEA' }, { name: 'size', offset: 3 } ] } } );
		expect( made[ 'src/contracts/generated/tea-pot/limits.ts' ] ).toContain( 'export const maxBytes = 9;' );
		expect( made[ 'src/contracts/generated/tea-pot.ts' ] ).toContain( 'TEA_POT_HEADER' );
		const php = made[ 'plugin/includes/Contracts/Tea_Pot_Contract.php' ] ?? '';
		expect( phpConstant( php, 'OFFSETS' ) ).toEqual( { magic: 0, size: 3 } );
		expect( phpConstant( php, 'SCHEMA' ) ).not.toHaveProperty( 'limits' );
	} );
} );

describe( 'what is generated of rules', () => {
	it( 'is the same data on both sides', async () => {
		const rules = { words: [ 'it\'s', 'back\\slash' ], deep: { empty: {}, yes: true, number: 1.5 } };
		const made = await generate( 'plugin/rules/tea-words.json', { title: 'TeaWords', rules } );
		expect( made[ 'src/contracts/generated/tea-words.ts' ] ).toContain( 'export const TEA_WORDS = ' );
		expect( phpConstant( made[ 'plugin/includes/Contracts/Tea_Words_Contract.php' ] ?? '', 'RULES' ) ).toEqual( { ...rules, deep: { ...rules.deep, empty: [] } } );
	} );

	it( 'is a constant a rule where bundles take single ones, flat groups in modules of their own', async () => {
		const made = await generate( 'plugin/rules/tea.json', { title: 'Tea', constants: true, rules: { mask: '***', limits: { url: 8 } } } );
		expect( made[ 'src/contracts/generated/tea.ts' ] ).toContain( 'export const mask = ' );
		expect( made[ 'src/contracts/generated/tea.ts' ] ).not.toContain( 'url' );
		expect( made[ 'src/contracts/generated/tea/limits.ts' ] ).toContain( 'export const url = 8;' );
	} );

	it( 'has pieces put in, and lists of words as one pattern: sorted by ending, or in their order', async () => {
		const made = await generate( 'plugin/rules/tea.json', { title: 'Tea', pieces: { '<dash>': '\u2010-' }, alternatives: [ 'any', 'whole' ], inOrder: [ 'whole' ], rules: { any: [ 'zb', 'xa', 'zb' ], whole: [ 'zb', 'xa' ], gap: '[<dash>]<other>' } } );
		expect( phpConstant( made[ 'plugin/includes/Contracts/Tea_Contract.php' ] ?? '', 'RULES' ) ).toEqual( { any: 'xa|zb', whole: 'zb|xa', gap: '[\u2010-]<other>' } );
	} );
} );

it( 'refuses a source of which nothing is known to be made', async () => {
	await expect( generate( 'plugin/schemas/odd.json', { title: 'Odd' } ) ).rejects.toThrow( 'plugin/schemas/odd.json is of no known kind' );
} );

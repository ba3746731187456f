/**
 * plugin/schemas/*.json → src/contracts/generated/*.ts and plugin/includes/Contracts/*.php.
 *
 * The schemas are the one source of every shape, default, limit and rule. Run with --check to
 * learn whether what is committed is current (exit 1 when it is not), without writing.
 *
 * A schema file is one of three kinds:
 * - a shape (it has "type"): gives a TypeScript type, a validator, defaults, and a PHP schema array
 *   that WordPress' rest_validate_value_from_schema understands. Keys "header" and "limits" beside
 *   it become constants.
 * - rules (it has "rules"): plain data that both sides need, e.g. the privacy rules. Beside them may stand
 *   "constants": in TypeScript every rule is a constant of its own, so that a bundle has neither what it does not
 *   use nor names; "alternatives", lists of words that are looked for all at once: they become one pattern; and
 *   "pieces", what a name in patterns stands for.
 * - the shapes of a recorded event (it has "event"), see contracts/events.mjs.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AjvDraft4 from 'ajv-draft-04';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { compile } from 'json-schema-to-typescript';
import { eventFiles } from './contracts/events.mjs';

const root = dirname( dirname( fileURLToPath( import.meta.url ) ) );
const schemaFolder = join( root, 'plugin/schemas' );
const tsFolder = join( root, 'src/contracts/generated' );
const phpFolder = join( root, 'plugin/includes/Contracts' );
const checkOnly = process.argv.includes( '--check' );
const stamp = ( file ) => `Generated from plugin/schemas/${ file } by "npm run generate". Do not edit.`;

const pascal = ( name ) => name.replace( /(^|-)(\w)/g, ( _, __, letter ) => letter.toUpperCase() );
const constant = ( name ) => name.replace( /-/g, '_' ).replace( /([a-z])([A-Z])/g, '$1_$2' ).toUpperCase();
const phpClass = ( name ) => `${ name.split( '-' ).map( pascal ).join( '_' ) }_Contract`;

/** A value as PHP source, indented with tabs. */
function php( value, depth = 1 ) {
	if ( value !== null && typeof value === 'object' && Object.keys( value ).length === 0 ) {
		return 'array()';
	}
	const pad = '\t'.repeat( depth );
	if ( Array.isArray( value ) ) {
		const items = value.map( ( item ) => `${ pad }\t${ php( item, depth + 1 ) },\n` ).join( '' );
		return `array(\n${ items }${ pad })`;
	}
	if ( value !== null && typeof value === 'object' ) {
		const keys = Object.keys( value );
		const quoted = keys.map( ( key ) => phpString( key ) );
		const width = Math.max( ...quoted.map( ( key ) => key.length ) );
		const items = keys.map( ( key, i ) => `${ pad }\t${ quoted[ i ].padEnd( width ) } => ${ php( value[ key ], depth + 1 ) },\n` );
		return `array(\n${ items.join( '' ) }${ pad })`;
	}
	return typeof value === 'string' ? phpString( value ) : JSON.stringify( value );
}

function phpString( text ) {
	return `'${ text.replace( /\\/g, '\\\\' ).replace( /'/g, "\\'" ) }'`;
}

/** Defaults of an object schema, by property. */
function defaultsOf( schema ) {
	const entries = Object.entries( schema.properties ?? {} ).filter( ( [ , property ] ) => 'default' in property );
	return Object.fromEntries( entries.map( ( [ key, property ] ) => [ key, property.default ] ) );
}

/** Limits of the lists of texts that a person edits line by line, by property. */
function listsOf( schema ) {
	const lists = Object.entries( schema.properties ?? {} ).filter( ( [ , { type, maxItems, items } ] ) => type === 'array' && maxItems && items?.type === 'string' );
	return Object.fromEntries( lists.map( ( [ key, { maxItems, items: { maxLength, pattern } } ] ) => [ key, { maxItems, maxLength, pattern } ] ) );
}

const json = ( value ) => JSON.stringify( value, null, '\t' );

/** Whether it is a group of texts and numbers: a file of its own, for esbuild follows names through one module only. */
const isFlat = ( value ) => typeof value === 'object' && Object.values( value ).every( ( one ) => typeof one !== 'object' );

const reversed = ( text ) => [ ...text ].reverse().join( '' );

/** A schema with its pieces put in, and words that are looked for all at once as one pattern: by how they end, for so they compress best. */
function made( text ) {
	const { pieces = {} } = JSON.parse( text );
	const schema = JSON.parse( text.replace( /<[a-z]+>/g, ( name ) => ( name in pieces ? JSON.stringify( pieces[ name ] ).slice( 1, -1 ) : name ) ) );
	for ( const key of schema.alternatives ?? [] ) {
		const words = [ ...new Set( schema.rules[ key ] ) ];
		schema.rules[ key ] = ( schema.inOrder?.includes( key ) ? words : words.sort( ( one, other ) => ( reversed( one ) < reversed( other ) ? -1 : 1 ) ) ).join( '|' );
	}
	return schema;
}

async function typeScriptOf( name, file, schema ) {
	const parts = [ `/* ${ stamp( file ) } */\n` ];
	if ( schema.rules && ! schema.constants ) {
		parts.push( `export const ${ constant( name ) } = ${ json( schema.rules ) } as const;\n` );
		return parts.join( '\n' );
	}
	if ( schema.rules ) {
		for ( const [ key, value ] of Object.entries( schema.rules ).filter( ( [ , group ] ) => ! isFlat( group ) ) ) {
			parts.push( `export const ${ key } = ${ json( value ) } as const;\n` );
		}
		return parts.join( '\n' );
	}
	const { header, limits, ...shape } = schema;
	const defaults = defaultsOf( schema );
	// A property with a default is never missing once read, so the type says so; the validator still allows it to be left out.
	const typed = { ...structuredClone( shape ), required: [ ...new Set( [ ...( shape.required ?? [] ), ...Object.keys( defaults ) ] ) ] };
	parts.push( await compile( typed, schema.title, { bannerComment: '', format: false } ) );
	if ( Object.keys( defaults ).length > 0 ) {
		parts.push( `export const ${ constant( name ) }_DEFAULTS: ${ schema.title } = ${ json( defaults ) };\n` );
	}
	const lists = listsOf( schema );
	if ( Object.keys( defaults ).length > 0 && Object.keys( lists ).length > 0 ) {
		parts.push( `export const ${ constant( name ) }_LISTS = ${ json( lists ) } as const;\n` );
	}
	if ( header ) {
		const offsets = Object.fromEntries( header.fields.map( ( field ) => [ field.name, field.offset ] ) );
		parts.push( `export const ${ constant( name ) }_HEADER = ${ json( { bytes: header.bytes, magic: header.fields[ 0 ].value, offsets, flags: header.flags } ) } as const;\n` );
	}
	if ( limits ) {
		parts.push( `export const ${ constant( name ) }_LIMITS = ${ json( limits ) } as const;\n` );
	}
	return parts.join( '\n' );
}

function validatorOf( file, schema ) {
	const { header, limits, ...shape } = schema;
	// The first fault decides, and no screen shows Ajv's English: both would only make bundles larger.
	const ajv = new AjvDraft4( { code: { source: true, esm: true, optimize: 2 }, strict: false, allErrors: false, messages: false, validateFormats: false } );
	// Ajv asks for its own module at run time, by a name that an ES module in a browser does not have.
	// Ajv keeps the schema beside its code; the prose in it is for people who read schemas.
	const bare = JSON.parse( JSON.stringify( shape, ( key, value ) => ( key === 'description' && typeof value === 'string' ? undefined : value ) ) );
	const code = standaloneCode( ajv, ajv.compile( bare ) )
		.replace( /require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, '( text ) => [ ...text ].length' )
		// The contract's SchemaError has no path into the schema.
		.replace( /schemaPath:"[^"]*",/g, '' );
	return {
		js: `/* ${ stamp( file ) } */\n/* eslint-disable */\n${ code }\n`,
		dts: `/* ${ stamp( file ) } */\nimport type { ${ schema.title } } from './${ file.replace( '.json', '' ) }';\n\n` +
			`export interface SchemaError { instancePath: string; keyword: string; params: Record< string, unknown > }\n` +
			`declare const validate: { ( data: unknown ): data is ${ schema.title }; errors?: SchemaError[] | null };\nexport default validate;\n`,
	};
}

function phpOf( name, file, schema ) {
	const constants = [];
	const add = ( title, value, doc ) => constants.push( `\t/** ${ doc } */\n\tpublic const ${ title } = ${ php( value ) };\n` );
	if ( schema.rules ) {
		add( 'RULES', schema.rules, 'The rules; the same data that the browser has.' );
	} else {
		const { header, limits, $schema, ...shape } = schema;
		add( 'SCHEMA', shape, 'The shape, in the keywords of rest_validate_value_from_schema.' );
		add( 'DEFAULTS', defaultsOf( schema ), 'Values as installed.' );
		if ( header ) {
			add( 'HEADER_BYTES', header.bytes, 'Length of the fixed header.' );
			add( 'MAGIC', header.fields[ 0 ].value, 'First bytes of every segment.' );
			add( 'OFFSETS', Object.fromEntries( header.fields.map( ( f ) => [ f.name, f.offset ] ) ), 'Where each field starts.' );
			add( 'FLAGS', header.flags, 'Bits of the flags byte.' );
		}
		if ( limits ) {
			add( 'LIMITS', limits, 'Limits both sides keep.' );
		}
	}
	return `<?php\n/**\n * ${ stamp( file ) }\n *\n * @package Candid\n */\n\ndeclare(strict_types=1);\n\nnamespace Candid\\Contracts;\n\n` +
		`/** ${ schema.description ?? schema.title } */\nfinal class ${ phpClass( name ) } {\n\n${ constants.join( '\n' ) }}\n`;
}

const files = ( await readdir( schemaFolder ) ).filter( ( file ) => file.endsWith( '.json' ) ).sort();
const outputs = new Map();
for ( const file of files ) {
	const name = file.replace( '.json', '' );
	const schema = made( await readFile( join( schemaFolder, file ), 'utf8' ) );
	if ( schema.event ) {
		const made = eventFiles( schema, stamp( file ), php );
		made.ts.forEach( ( [ path, text ] ) => outputs.set( join( tsFolder, path ), text ) );
		made.php.forEach( ( [ path, text ] ) => outputs.set( join( phpFolder, path ), text ) );
		continue;
	}
	outputs.set( join( tsFolder, `${ name }.ts` ), await typeScriptOf( name, file, schema ) );
	outputs.set( join( phpFolder, `${ phpClass( name ) }.php` ), phpOf( name, file, schema ) );
	for ( const [ key, value ] of Object.entries( schema.constants ? schema.rules : {} ).filter( ( [ , group ] ) => isFlat( group ) ) ) {
		outputs.set( join( tsFolder, name, `${ key }.ts` ), `/* ${ stamp( file ) } */\n${ Object.entries( value ).map( ( [ rule, one ] ) => `export const ${ rule } = ${ json( one ) };\n` ).join( '' ) }` );
	}
	if ( schema.limits ) {
		outputs.set( join( tsFolder, name, 'limits.ts' ), `/* ${ stamp( file ) } */\n${ Object.entries( schema.limits ).map( ( [ limit, one ] ) => `export const ${ limit } = ${ json( one ) };\n` ).join( '' ) }` );
	}
	if ( ! schema.rules ) {
		const { js, dts } = validatorOf( file, schema );
		outputs.set( join( tsFolder, `${ name }.validate.js` ), js );
		outputs.set( join( tsFolder, `${ name }.validate.d.ts` ), dts );
	}
}

const stale = [];
for ( const [ path, text ] of outputs ) {
	const current = await readFile( path, 'utf8' ).catch( () => null );
	if ( current !== text ) {
		stale.push( path.slice( root.length + 1 ) );
		if ( ! checkOnly ) {
			await mkdir( dirname( path ), { recursive: true } );
			await writeFile( path, text );
		}
	}
}
if ( checkOnly && stale.length > 0 ) {
	console.error( `Not current: ${ stale.join( ', ' ) }.\nRun "npm run generate" and commit the result.` );
	process.exit( 1 );
}
console.log( stale.length === 0 ? 'Contracts are current.' : `Wrote ${ stale.length } files.` );

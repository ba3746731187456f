/**
 * Shapes: a JSON schema ("type") becomes a TypeScript type, defaults, and a PHP array in the keywords of WordPress'
 * rest_validate_value_from_schema; with "validator": true also a validator for the browser. "header" and "limits" beside
 * the schema become constants.
 */
import { compile } from 'json-schema-to-typescript';
import { constant, constantsModule, json, nameOf, phpContract, stamp, tsPath } from './source-text.mjs';
import { outputsOfValidator } from './validators.mjs';

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

const offsetsOf = ( header ) => Object.fromEntries( header.fields.map( ( { name, offset } ) => [ name, offset ] ) );

async function typeScriptOf( path, shape, { header, limits } ) {
	const name = constant( nameOf( path ) );
	const defaults = defaultsOf( shape );
	// A property with a default is never missing once read, so the type says so; the validator still allows it to be left out.
	const typed = { ...structuredClone( shape ), required: [ ...new Set( [ ...( shape.required ?? [] ), ...Object.keys( defaults ) ] ) ] };
	const parts = [ `/* ${ stamp( path ) } */\n`, await compile( typed, shape.title, { bannerComment: '', format: false } ) ];
	if ( Object.keys( defaults ).length > 0 ) {
		parts.push( `export const ${ name }_DEFAULTS: ${ shape.title } = ${ json( defaults ) };\n` );
		const lists = listsOf( shape );
		if ( Object.keys( lists ).length > 0 ) {
			parts.push( `export const ${ name }_LISTS = ${ json( lists ) } as const;\n` );
		}
	}
	if ( header ) {
		parts.push( `export const ${ name }_HEADER = ${ json( { bytes: header.bytes, magic: header.fields[ 0 ].value, offsets: offsetsOf( header ), flags: header.flags } ) } as const;\n` );
	}
	if ( limits ) {
		parts.push( `export const ${ name }_LIMITS = ${ json( limits ) } as const;\n` );
	}
	return parts.join( '\n' );
}

function phpOf( path, { $schema, ...shape }, { header, limits } ) {
	const constants = [
		[ 'SCHEMA', shape, 'The shape, in the keywords of rest_validate_value_from_schema.' ],
		[ 'DEFAULTS', defaultsOf( shape ), 'Values as installed.' ],
	];
	if ( header ) {
		constants.push(
			[ 'HEADER_BYTES', header.bytes, 'Length of the fixed header.' ],
			[ 'MAGIC', header.fields[ 0 ].value, 'First bytes of every segment.' ],
			[ 'OFFSETS', offsetsOf( header ), 'Where each field starts.' ],
			[ 'FLAGS', header.flags, 'Bits of the flags byte.' ],
		);
	}
	if ( limits ) {
		constants.push( [ 'LIMITS', limits, 'Limits both sides keep.' ] );
	}
	return phpContract( path, shape.description ?? shape.title, constants );
}

/**
 * @param {string} path Source file.
 * @param {string} text Its text.
 * @return {Promise<[string, string][]>} Generated files.
 */
export async function outputsOfShape( path, text ) {
	const { header, limits, validator = false, ...shape } = JSON.parse( text );
	const name = nameOf( path );
	return [
		[ tsPath( `${ name }.ts` ), await typeScriptOf( path, shape, { header, limits } ) ],
		...( limits ? [ [ tsPath( `${ name }/limits.ts` ), constantsModule( path, limits ) ] ] : [] ),
		...( validator ? outputsOfValidator( path, shape ) : [] ),
		phpOf( path, shape, { header, limits } ),
	];
}

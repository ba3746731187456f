/** How names and values are written in the generated TypeScript and PHP. */
import { basename } from 'node:path';

/** First line of a generated file. */
export const stamp = ( path ) => `Generated from ${ path } by "npm run generate". Do not edit.`;

export const nameOf = ( path ) => basename( path, '.json' );
const pascal = ( name ) => name.replace( /(^|-)(\w)/g, ( _, __, letter ) => letter.toUpperCase() );
export const constant = ( name ) => name.replace( /-/g, '_' ).replace( /([a-z])([A-Z])/g, '$1_$2' ).toUpperCase();
const phpClass = ( name ) => `${ name.split( '-' ).map( pascal ).join( '_' ) }_Contract`;

export const tsPath = ( file ) => `src/contracts/generated/${ file }`;
export const phpPath = ( name ) => `plugin/includes/Contracts/${ phpClass( name ) }.php`;

/** A value as TypeScript source. */
export const json = ( value ) => JSON.stringify( value, null, '\t' );

const phpString = ( text ) => `'${ text.replace( /\\/g, '\\\\' ).replace( /'/g, "\\'" ) }'`;

/** A value as PHP source, indented with tabs. */
export function php( value, depth = 1 ) {
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

/**
 * A PHP class of constants.
 *
 * @param {string}                      path        Source file.
 * @param {string}                      description What the class is.
 * @param {[string, unknown, string][]} constants   Name, value and description of each.
 * @return {[string, string]} Its path and text.
 */
export function phpContract( path, description, constants ) {
	const lines = constants.map( ( [ title, value, doc ] ) => `\t/** ${ doc } */\n\tpublic const ${ title } = ${ php( value ) };\n` );
	return [
		phpPath( nameOf( path ) ),
		`<?php\n/**\n * ${ stamp( path ) }\n *\n * @package Candid\n */\n\ndeclare(strict_types=1);\n\nnamespace Candid\\Contracts;\n\n` +
			`/** ${ description } */\nfinal class ${ phpClass( nameOf( path ) ) } {\n\n${ lines.join( '\n' ) }}\n`,
	];
}

/**
 * A TypeScript module of constants, one an entry: esbuild follows names through one module only, so a bundle has neither
 * what it does not use nor the names.
 */
export const constantsModule = ( path, values ) => `/* ${ stamp( path ) } */\n${ Object.entries( values ).map( ( [ name, value ] ) => `export const ${ name } = ${ json( value ) };\n` ).join( '' ) }`;

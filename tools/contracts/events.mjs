/**
 * plugin/schemas/event.json → the constants and shape tables of an event, in TypeScript and PHP.
 *
 * A shape names the properties of an object and what each may hold: a kind ("id", "text", …), "<type>" for one of the
 * numbers of that name, "{address}" for an object and "[rule]" for a list of that shape or kind. "!" behind it says that
 * the object means nothing without; "..." takes over what another shape has. In the tables a number stands for "one of so
 * many, from 0".
 */
import { nameOf, php, phpPath, stamp, tsPath } from './source-text.mjs';

/** Property of a shape, as { kind, shape, needed }. */
function property( schema, shape, name, text ) {
	const [ , open, word, needed ] = /^([<{[]?)(\w+)[>}\]]?(!?)$/.exec( text ) ?? [];
	const known = { '<': schema.numbers, '{': schema.shapes, '[': { ...schema.shapes, ...schema.kinds }, '': schema.kinds }[ open ];
	if ( ! known || ! ( word in known ) ) {
		throw new Error( `event.json: "${ shape }.${ name }" is "${ text }", which is nothing that is known.` );
	}
	return { text: text.replace( '!', '' ), open, word, needed: needed === '!' };
}

/** The properties of every shape, by its name. */
export function shapesOf( schema ) {
	const all = ( shape ) => Object.entries( schema.shapes[ shape ] ).flatMap( ( [ name, text ] ) => ( name === '...' ? all( text ) : [ [ name, property( schema, shape, name, text ) ] ] ) );
	for ( const [ group, { values } ] of Object.entries( schema.numbers ) ) {
		if ( Object.values( values ).some( ( value, i ) => value !== i ) ) {
			throw new Error( `event.json: the numbers of "${ group }" must go from 0 without a gap.` );
		}
	}
	for ( const [ group, shapes ] of Object.entries( schema.shapeOf ) ) {
		for ( const [ name, shape ] of Object.entries( shapes ) ) {
			if ( ! ( name in schema.numbers[ group ].values ) || ! ( shape in schema.shapes ) ) {
				throw new Error( `event.json: "shapeOf.${ group }.${ name }" names nothing that is known.` );
			}
		}
	}
	for ( const [ name, { shape } ] of Object.entries( schema.tags ) ) {
		if ( ! ( shape in schema.shapes ) ) {
			throw new Error( `event.json: "tags.${ name }" names a shape that is not known.` );
		}
	}
	return Object.fromEntries( Object.keys( schema.shapes ).map( ( shape ) => [ shape, Object.fromEntries( all( shape ) ) ] ) );
}

/** What stands in a table for a property. */
const inTable = ( schema, { open, word, text } ) => ( open === '<' ? Object.keys( schema.numbers[ word ].values ).length : text );

/** The shape tables: per shape the kind by property, and what it cannot be without. */
function tablesOf( schema ) {
	const shapes = Object.entries( shapesOf( schema ) );
	const each = ( make ) => Object.fromEntries( shapes.map( ( [ shape, properties ] ) => [ shape, make( Object.entries( properties ) ) ] ) );
	return {
		shapes: each( ( properties ) => Object.fromEntries( properties.map( ( [ name, one ] ) => [ name, inTable( schema, one ) ] ) ) ),
		needed: Object.fromEntries( Object.entries( each( ( properties ) => properties.filter( ( [ , one ] ) => one.needed ).map( ( [ name ] ) => name ) ) ).filter( ( [ , names ] ) => names.length > 0 ) ),
	};
}

const pascal = ( name ) => name[ 0 ].toUpperCase() + name.slice( 1 );
const constant = ( name ) => name.replace( /([a-z])([A-Z])/g, '$1_$2' ).toUpperCase();

const TYPES = { id: 'number', flag: 'boolean', number: 'number', seconds: 'number', time: 'number', index: 'number | number[]', text: 'string', name: 'string', object: 'Record< string, unknown >', list: 'unknown[]' };

function typeOf( { open, word } ) {
	const inner = TYPES[ word ] ?? `${ pascal( word ) }Shape`;
	return { '<': 'number', '[': `${ inner }[]`, '{': inner, '': inner }[ open ];
}

/**
 * TypeScript: enums that bundlers put in as numbers, a type per shape, and in files of their own, for a bundle takes only
 * what it uses, the limits and the tables.
 *
 * @param {Object} schema  The content of event.json.
 * @param {string} head    The comment that says where the file comes from.
 * @return {Array<[string, string]>} Path below src/contracts/generated and text.
 */
function typeScriptOf( schema, head ) {
	const enums = Object.entries( schema.numbers ).map( ( [ group, { description, values } ] ) => `/** ${ description } */\nexport const enum Event${ pascal( group ) } { ${ Object.entries( values ).map( ( [ name, value ] ) => `${ name } = ${ value }` ).join( ', ' ) } }\n` );
	const types = Object.entries( shapesOf( schema ) ).map( ( [ shape, properties ] ) => `export interface ${ pascal( shape ) }Shape {${ Object.keys( properties ).length > 0 ? '\n' : '' }${ Object.entries( properties ).map( ( [ name, one ] ) => `\t${ name }${ one.needed ? '' : '?' }: ${ typeOf( one ) }${ one.needed ? '' : ' | null' };\n` ).join( '' ) }}\n` );
	const limits = Object.entries( schema.limits ).map( ( [ name, { description, value } ] ) => `/** ${ description } */\nexport const ${ name } = ${ value };\n` );
	const { shapes, needed } = tablesOf( schema );
	const kinds = Object.entries( schema.kinds ).map( ( [ kind, text ] ) => ` * - "${ kind }": ${ text }\n` ).join( '' );
	const tables = Object.entries( shapes ).map( ( [ shape, table ] ) => `export const ${ shape } = ${ JSON.stringify( table ).replace( /"(\w+)":/g, '$1: ' ).replace( /,/g, ', ' ).replace( /^\{(?!\})/, '{ ' ).replace( /(?<!\{)\}$/, ' }' ) } as const;\n` );
	return [
		[ 'event.ts', `${ head }\n\n${ enums.join( '\n' ) }\n${ Object.entries( schema.tags ).map( ( [ name, { description, tag } ] ) => `/** Tag of a custom event. ${ description } */\nexport const ${ name }Tag = '${ tag }';\n` ).join( '' ) }\n${ types.join( '\n' ) }` ],
		[ 'event/limits.ts', `${ head }\n${ limits.join( '' ) }` ],
		[ 'event/shapes.ts', `${ head }\n\n/*\n * What each property may hold. A number: one of so many, from 0. "{…}" and "[…]": an object, a list of that shape or kind.\n${ kinds } */\n\n${ tables.join( '' ) }\n/** What a shape means nothing without. */\nexport const NEEDED = ${ JSON.stringify( needed, null, '\t' ) } as const;\n` ],
	];
}

/** PHP: constants, and the same tables. */
function phpOf( path, schema ) {
	const { shapes, needed } = tablesOf( schema );
	const parts = [];
	for ( const [ group, { description, values } ] of Object.entries( schema.numbers ) ) {
		const names = Object.keys( values ).map( ( name ) => `${ constant( group ) }_${ constant( name ) }` );
		const width = Math.max( ...names.map( ( name ) => name.length ) );
		parts.push( `\t/** ${ description } */\n${ Object.values( values ).map( ( value, i ) => `\tpublic const ${ names[ i ].padEnd( width ) } = ${ value };\n` ).join( '' ) }` );
	}
	const add = ( name, text, doc ) => parts.push( `\t/** ${ doc } */\n\tpublic const ${ name } = ${ text };\n` );
	for ( const [ name, { description, value } ] of Object.entries( schema.limits ) ) {
		add( `MAX_${ constant( name ) }`.replace( /^MAX_(LOWEST|HIGHEST|FARTHEST|LATEST|DECIMALS)/, '$1' ), value, description );
	}
	for ( const [ name, { description, tag } ] of Object.entries( schema.tags ) ) {
		add( `${ constant( name ) }_TAG`, php( tag ), `Tag of a custom event. ${ description }` );
	}
	add( 'SHAPE_OF_TAG', php( Object.fromEntries( Object.values( schema.tags ).map( ( { tag, shape } ) => [ tag, shape ] ) ) ), 'Shape of a custom event by its tag; there are no others.' );
	for ( const group of Object.keys( schema.shapeOf ) ) {
		const entries = Object.entries( schema.shapeOf[ group ] ).map( ( [ name, shape ] ) => [ `self::${ constant( group ) }_${ constant( name ) }`, php( shape ) ] );
		const width = Math.max( ...entries.map( ( [ name ] ) => name.length ) );
		add( `SHAPE_OF_${ constant( group ) }`, `array(\n${ entries.map( ( [ name, shape ] ) => `\t\t${ name.padEnd( width ) } => ${ shape },\n` ).join( '' ) }\t)`, `Shape by ${ group }.` );
	}
	add( 'SHAPES', php( shapes ), 'What each property may hold. A number: one of so many, from 0. "{…}" and "[…]": an object, a list of that shape or kind.' );
	add( 'NEEDED', php( needed ), 'What a shape means nothing without.' );
	return `<?php\n/**\n * ${ stamp( path ) }\n *\n * @package Candid\n */\n\ndeclare(strict_types=1);\n\nnamespace Candid\\Contracts;\n\n/** ${ schema.description } */\nfinal class Event_Contract {\n\n${ parts.join( '\n' ) }}\n`;
}

/** See outputsOf() in generate.mjs. */
export async function outputsOfEvents( path, text ) {
	const schema = JSON.parse( text );
	return [
		...typeScriptOf( schema, `/* ${ stamp( path ) } */` ).map( ( [ file, content ] ) => [ tsPath( file ), content ] ),
		[ phpPath( nameOf( path ) ), phpOf( path, schema ) ],
	];
}

/** A validator of a shape for the browser, compiled ahead by Ajv, so that no bundle has Ajv itself. */
import AjvDraft4 from 'ajv-draft-04';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { nameOf, stamp, tsPath } from './source-text.mjs';

/**
 * @param {string} path  Source file.
 * @param {Object} shape JSON schema, draft 4.
 * @return {[string, string][]} The module and its types.
 */
export function outputsOfValidator( path, shape ) {
	const name = nameOf( path );
	// The first fault decides, and no screen shows Ajv's English: both would only make bundles larger.
	const ajv = new AjvDraft4( { code: { source: true, esm: true, optimize: 2 }, strict: false, allErrors: false, messages: false, validateFormats: false } );
	// Ajv keeps the schema beside its code; the prose in it is for people who read schemas.
	const bare = JSON.parse( JSON.stringify( shape, ( key, value ) => ( key === 'description' && typeof value === 'string' ? undefined : value ) ) );
	const code = standaloneCode( ajv, ajv.compile( bare ) )
		// Ajv asks for its own module at run time, by a name that an ES module in a browser does not have.
		.replace( /require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, '( text ) => [ ...text ].length' )
		// The contract's SchemaError has no path into the schema.
		.replace( /schemaPath:"[^"]*",/g, '' );
	return [
		[ tsPath( `${ name }.validate.js` ), `/* ${ stamp( path ) } */\n/* eslint-disable */\n${ code }\n` ],
		[
			tsPath( `${ name }.validate.d.ts` ),
			`/* ${ stamp( path ) } */\nimport type { ${ shape.title } } from './${ name }';\n\n` +
				`export interface SchemaError { instancePath: string; keyword: string; params: Record< string, unknown > }\n` +
				`declare const validate: { ( data: unknown ): data is ${ shape.title }; errors?: SchemaError[] | null };\nexport default validate;\n`,
		],
	];
}

/** The languages that ship, where their files lie, and which script has which texts. */
import { join } from 'node:path';
import { root } from '../base/console.mjs';

export const folder = join( root, 'plugin/languages' );

/**
 * Locales that ship beside English, with the plural rule and count gettext has for each.
 *
 * @type {Record<string, {plurals: number, rule: string}>}
 */
export const LOCALES = {
	es_ES: { plurals: 2, rule: 'nplurals=2; plural=(n != 1);' },
	it_IT: { plurals: 2, rule: 'nplurals=2; plural=(n != 1);' },
	pl_PL: { plurals: 3, rule: 'nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);' },
	hu_HU: { plurals: 2, rule: 'nplurals=2; plural=(n != 1);' },
};

/**
 * Which built script a source file's strings are for; the path WordPress makes the JSON's name from.
 * Strings of parts the admin page loads later are in its own file: they share one text domain in the browser.
 */
export const SCRIPTS = {
	'build/admin/index.js': ( path ) => path.startsWith( 'src/' ),
	'build/blocks/privacy-statement/index.js': ( path ) => /^blocks\/.*\.tsx?$/.test( path ),
};

/**
 * Key of a string as gettext and the browser know it.
 *
 * @param {{id: string, context?: string}} string The string.
 * @return {string} Its key.
 */
export const keyOf = ( { id, context } ) => ( context ? `${ context }\u0004${ id }` : id );

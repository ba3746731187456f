/**
 * plugin/build/THIRD-PARTY-LICENSES.txt: the license of every package that is bundled. Minified code carries no notices,
 * so they stand here. A package without a known license text stops the build.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../base/console.mjs';
import { inputsOfClassic } from './classic.mjs';
import { inputsOfScreens } from './quick-screens.mjs';

/** Package → the packages whose code is already part of its published file. */
const CONTAINS = {
	'@rrweb/replay': [ 'rrweb', 'rrweb-snapshot', 'rrdom', '@rrweb/utils', '@xstate/fsm', 'base64-arraybuffer', 'mitt', 'postcss', 'nanoid', 'picocolors', 'source-map-js', 'tslib' ],
};

const RRWEB = 'Copyright (c) 2018 Contributors (https://github.com/rrweb-io/rrweb/graphs/contributors) and SmartX Inc.';

/** Copyright lines of packages under the MIT license that are published without its text; from their repositories. */
const MIT = { '@rrweb/replay': RRWEB, '@rrweb/utils': RRWEB, rrweb: RRWEB, 'rrweb-snapshot': RRWEB, rrdom: RRWEB };

const MIT_TEXT = ( copyright ) => `MIT License

${ copyright }

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/** Names of the packages that bundled files belong to, with those inside them, sorted. */
export function packagesOf( inputs ) {
	const named = inputs.map( ( path ) => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec( path )?.[ 1 ] ).filter( Boolean );
	return [ ...new Set( named.flatMap( ( name ) => [ name, ...( CONTAINS[ name ] ?? [] ) ] ) ) ].sort();
}

/** The license of an installed package, for people. */
async function noticeOf( name ) {
	const folder = join( root, 'node_modules', name );
	const { version, license, homepage, repository } = JSON.parse( await readFile( join( folder, 'package.json' ), 'utf8' ) );
	const file = ( await readdir( folder ) ).find( ( entry ) => /^(licen[cs]e|copying)/i.test( entry ) );
	const text = file ? await readFile( join( folder, file ), 'utf8' ) : MIT[ name ] && MIT_TEXT( MIT[ name ] );
	if ( ! text ) {
		throw new Error( `${ name } is bundled and published without its license. Add it to tools/build/licenses.mjs.` );
	}
	const home = homepage ?? repository?.url ?? repository ?? '';
	return `${ name } ${ version } (${ license })\n${ home }\n\n${ text.trim() }\n`;
}

/** @param {string} file Where the licenses go. */
export async function writeLicenses( file ) {
	const names = packagesOf( [ ...await inputsOfClassic(), ...await inputsOfScreens() ] );
	const notices = await Promise.all( names.map( noticeOf ) );
	const head = 'Candid is free software under the GNU General Public License, version 2 or later (see LICENSE).\nIts scripts contain the following packages, or parts of them.\n';
	await writeFile( file, [ head, ...notices ].join( `\n${ '-'.repeat( 80 ) }\n\n` ) );
}

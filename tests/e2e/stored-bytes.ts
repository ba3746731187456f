/** Everything a site has stored, made readable: files, database, and every recording decrypted. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { wp } from '../../tools/wp-cli/index.mjs';
import { ask, call } from './rest';
import type { Recording } from '../../src/contracts/generated/recording';
import type { Site } from './site';

const execute = promisify( execFile );
const LARGE = { maxBuffer: 512 * 1024 * 1024 };

interface RecordingsPage {
	items: Recording[];
	total: number;
}

export const recordingsOf = async ( page: Page, site: Site ): Promise< Recording[] > => ( await ask< RecordingsPage >( page, site, '/recordings?per_page=100' ) ).items;

/** Waits until a recording of so many pages is there and nothing is added to it any more. */
export async function settledRecording( page: Page, site: Site, pages: number, known: ReadonlySet< string > = new Set() ): Promise< Recording > {
	let last = '';
	await expect.poll( async () => {
		const found = ( await recordingsOf( page, site ) ).find( ( recording ) => ! known.has( recording.id ) );
		const state = found ? `${ found.id } ${ found.pages } ${ found.events }` : '';
		const still = state !== '' && state === last && found?.pages === pages;
		last = state;
		return still ? 'settled' : `still moving: ${ state }`;
	}, { timeout: 90_000, intervals: [ 1500 ] } ).toBe( 'settled' );
	const [ id ] = last.split( ' ' );
	return ask< Recording >( page, site, `/recordings/${ id }` );
}

/** The client may have undone the gzip already when the server said that it is one. */
const inflated = ( bytes: Buffer ): Buffer => ( bytes[ 0 ] === 0x1f && bytes[ 1 ] === 0x8b ? gunzipSync( bytes ) : bytes );

/** One recording as a player gets it: every segment, decrypted, in order. */
export async function decrypted( page: Page, site: Site, recording: Recording ): Promise< string > {
	const parts: string[] = [];
	for ( const { sequence } of recording.segment_list ?? [] ) {
		const answer = await call( page, site, `/recordings/${ recording.id }/segments/${ sequence }` );
		expect( answer.status() ).toBe( 200 );
		parts.push( inflated( await answer.body() ).toString( 'utf8' ) );
	}
	if ( site.stack === 'native' ) {
		const { code, stdout, output } = await wp( site.folder, [ 'candid', 'export', recording.id ] );
		expect( code, output ).toBe( 0 );
		parts.push( stdout );
	}
	return parts.join( '\n' );
}

async function filesBelow( folder: string, skip: RegExp ): Promise< string > {
	const texts: string[] = [];
	for ( const entry of await readdir( folder, { withFileTypes: true, recursive: true } ) ) {
		const path = join( entry.parentPath ?? entry.path, entry.name );
		if ( entry.isFile() && ! skip.test( path ) ) {
			texts.push( await readFile( path, 'latin1' ).catch( ( error: NodeJS.ErrnoException ) => {
				// WordPress works on: a journal of the database may be gone since it was listed.
				if ( error.code === 'ENOENT' ) {
					return '';
				}
				throw error;
			} ) );
		}
	}
	return texts.join( '\n' );
}

/** Every table, its definition and every row of it, as text. */
export async function tablesOf( site: Site ): Promise< string > {
	if ( site.stack === 'playground' ) {
		const dump = '$d=new SQLite3($argv[1],SQLITE3_OPEN_READONLY);$d->busyTimeout(60000);$t=$d->query("select name, sql from sqlite_master where type=\'table\'");while($n=$t->fetchArray(3)){echo $n[1],"\n";$r=$d->query(\'select * from "\'.$n[0].\'"\');while($x=$r->fetchArray(1))echo $n[0]," ",implode("\\t",array_map("strval",$x)),"\\n";}';
		const { stdout } = await execute( 'php', [ '-r', dump, '--', join( site.folder, 'wp-content/database/.ht.sqlite' ) ], { ...LARGE, encoding: 'latin1' } );
		return stdout;
	}
	const { stdout } = await execute( 'mariadb-dump', [ '--no-defaults', `--socket=${ site.socket }`, '-uroot', '--skip-extended-insert', 'candid' ], { ...LARGE, encoding: 'latin1' } );
	return stdout;
}

export interface Stored {
	/** What only the holder of the keys can read: the recordings. */
	recordings: string;
	/** Files and tables as they lie there. */
	raw: string;
}

/** Everything stored: decrypted recordings, tables, and the files WordPress writes (its own code and themes are not among them). */
export async function everythingStored( page: Page, site: Site ): Promise< Stored > {
	const recordings: string[] = [];
	for ( const { id } of await recordingsOf( page, site ) ) {
		recordings.push( await decrypted( page, site, await ask< Recording >( page, site, `/recordings/${ id }` ) ) );
	}
	const files = await filesBelow( join( site.folder, 'wp-content' ), /\/wp-content\/(themes|plugins)\// );
	return { recordings: recordings.join( '\n' ), raw: `${ await tablesOf( site ) }\n${ files }` };
}

/** The ways in which a value may hide in a text. */
function formsOf( value: string ): string[] {
	const bare = value.replace( /[\s-]/g, '' );
	return [ ...new Set( [ value, bare, encodeURIComponent( value ), value.replace( / /g, '+' ), JSON.stringify( value ).slice( 1, -1 ), ...( value.length > 6 ? [ Buffer.from( value ).toString( 'base64' ).replace( /=+$/, '' ).slice( 0, -1 ) ] : [] ) ] ) ].filter( ( form ) => form.length >= 4 );
}

/** Which of the values stand in a text, in any form. */
export function foundIn( text: string, values: Record< string, string > ): string[] {
	const lower = text.toLowerCase();
	// Four letters in any case occur by chance in what is encrypted, as they stand hardly ever.
	const holds = ( form: string ) => ( form.length < 6 ? text.includes( form ) : lower.includes( form.toLowerCase() ) );
	return Object.entries( values ).filter( ( [ , value ] ) => formsOf( value ).some( holds ) ).map( ( [ name ] ) => name );
}

/**
 * A WordPress for the tests of one worker: its own port, folder and database, started when the first
 * test asks for it and gone when the worker ends. Candid is installed in it and not active; the demo
 * shop is seeded.
 */
import { test as base } from '@playwright/test';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { assembleCore } from '../../tools/wordpress/assemble-core.mjs';
import { root } from '../../tools/base/console.mjs';
import { bootNative, stopNative } from '../../tools/stack/server.mjs';
import { bootPlayground } from '../../tools/playground/server.mjs';
import { freePort } from '../../tools/base/port.mjs';

export type Stack = 'playground' | 'native';

export interface SiteOptions {
	/** Which of the two stacks the project runs on. */
	stack: Stack;
	/** A spec that needs a site no other spec has touched gives it a name here; else a worker's specs share one. */
	ownSite: string;
}

export interface Site {
	stack: Stack;
	/** Address without a slash at its end. */
	url: string;
	/** WordPress' folder on this machine; on both stacks its files are real files. */
	folder: string;
	/** The stack's folder: database files and logs. */
	state: string;
	/** MariaDB's socket; only on the native stack. */
	socket: string;
}

interface BootOptions {
	stack: Stack;
	/** A name for the folder below .cache/e2e/. */
	name: string;
	/** First port to try. */
	firstPort: number;
	/** False: neither plugin nor shop, as a clean WordPress. */
	furnished?: boolean;
	/** False: the plugin without the shop. */
	shop?: boolean;
	/** Folder of the plugin; as installed the repository's own. */
	plugin?: string;
	constants?: Record< string, string | number | boolean >;
	/** "8.1" to "8.5"; on Playground alone, the native stack has one PHP. */
	php?: string;
}

const STATE = join( root, '.cache/e2e' );

const isAlive = ( pid: number ): boolean => {
	try {
		process.kill( pid, 0 );
		return true;
	} catch {
		return false;
	}
};

/** Stops and removes what runs that were broken off have left. Folders end with the pid of their run. */
async function sweep(): Promise< void > {
	for ( const name of await readdir( STATE ).catch( () => [] ) ) {
		const pid = Number( /-(\d+)$/.exec( name )?.[ 1 ] ?? 0 );
		if ( pid !== 0 && ! isAlive( pid ) ) {
			await stopNative( join( STATE, name ) );
			await rm( join( STATE, name ), { recursive: true, force: true } );
		}
	}
}

/** Lines of a log in which PHP or WordPress complains about us: a fault in one of our files, or a misuse that names us. */
const OURS = /^.*(?:\/plugins\/candid\/|\/plugin\/(?:candid\.php|includes\/|build\/)|<code>candid|[Cc]andid_\w+ was called).*$/gm;

/** What PHP has to say about our code on this site, line by line. Core itself is older than the newest PHP, and says so. */
async function complaints( stack: Stack, state: string, folder: string ): Promise< string[] > {
	const log = stack === 'native' ? join( state, 'log/debug.log' ) : join( folder, 'wp-content/debug.log' );
	return ( await readFile( log, 'utf8' ).catch( () => '' ) ).match( OURS ) ?? [];
}

/** Starts a fresh site. The caller stops it, and hears then what PHP complained about. */
export async function bootSite( { stack, name, firstPort, furnished = true, shop = furnished, plugin: folder = join( root, 'plugin' ), constants = {}, php }: BootOptions ): Promise< Site & { stop: () => Promise< unknown > } > {
	const core = await assembleCore();
	await sweep();
	const state = join( STATE, `${ name }-${ process.pid }` );
	const plugin = furnished ? folder : null;
	await rm( state, { recursive: true, force: true } );
	const port = await freePort( firstPort );
	const running = stack === 'playground'
		? await bootPlayground( { folder: state, core, port, plugin, shop, activate: false, debug: true, constants, php } )
		: await bootNative( { folder: state, core, port, plugin, shop, activate: false, constants } );
	const stop = async () => {
		const said = await complaints( stack, state, running.folder );
		await running.stop();
		await rm( state, { recursive: true, force: true } );
		if ( said.length > 0 ) {
			throw new Error( `PHP complained about Candid:\n${ [ ...new Set( said ) ].slice( 0, 10 ).join( '\n' ) }` );
		}
	};
	return { stack, state, url: running.url, folder: running.folder, socket: 'socket' in running ? running.socket : '', stop };
}

const FIRST_PORT = Number( process.env.CANDID_E2E_PORT ?? 8890 );

/** Ports of one worker lie apart from another's, for two may look for a free one at the same moment. */
export const firstPortOf = ( parallelIndex: number ): number => FIRST_PORT + parallelIndex * 5;

export const test = base.extend< object, SiteOptions & { site: Site } >( {
	stack: [ 'playground', { option: true, scope: 'worker' } ],
	ownSite: [ '', { option: true, scope: 'worker' } ],
	site: [
		async ( { stack, ownSite }, use, worker ) => {
			const site = await bootSite( { stack, name: `${ stack }${ ownSite }-${ worker.parallelIndex }`, firstPort: firstPortOf( worker.parallelIndex ) } );
			await use( site );
			await site.stop();
		},
		{ scope: 'worker', timeout: 240_000 },
	],
} );

export { expect } from '@playwright/test';

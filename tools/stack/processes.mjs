/** Starting and stopping by pid file: just what we started, nothing with a similar name. */
import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';

export const pause = ( ms ) => new Promise( ( resolve ) => setTimeout( resolve, ms ) );

/** The pid in a pid file when that process runs and is `program`, else null: a number may have been given to another program since. */
export async function runningPid( pidFile, program ) {
	const pid = Number( await readFile( pidFile, 'utf8' ).catch( () => '0' ) );
	if ( ! pid ) {
		return null;
	}
	const command = await readFile( `/proc/${ pid }/cmdline`, 'utf8' ).catch( () => '' );
	return command.includes( program ) ? pid : null;
}

/** Asks a process to end, waits, and ends it when it does not. */
export async function stopByPidFile( pidFile, program, signal = 'SIGTERM' ) {
	const pid = await runningPid( pidFile, program );
	if ( pid === null ) {
		return false;
	}
	process.kill( pid, signal );
	for ( let i = 0; i < 150; i++ ) {
		if ( await runningPid( pidFile, program ) !== pid ) {
			await rm( pidFile, { force: true } );
			return true;
		}
		await pause( 100 );
	}
	process.kill( pid, 'SIGKILL' );
	await rm( pidFile, { force: true } );
	return true;
}

/** Starts a program that stays, apart from this one. */
export function startApart( program, args ) {
	const child = spawn( program, args, { detached: true, stdio: 'ignore' } );
	child.unref();
	return child.pid;
}

/** Asks until the answer is true. */
export async function until( ask, seconds, failure ) {
	const end = Date.now() + seconds * 1000;
	while ( Date.now() < end ) {
		if ( await ask() ) {
			return;
		}
		await pause( 100 );
	}
	throw new Error( failure );
}

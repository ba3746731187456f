/** Is a port of this machine free? */
import { createServer } from 'node:net';
import { Stop } from './console.mjs';

const isFree = ( port ) => new Promise( ( resolve ) => {
	const server = createServer();
	server.once( 'error', () => resolve( false ) );
	server.listen( { port, host: '127.0.0.1', exclusive: true }, () => server.close( () => resolve( true ) ) );
} );

/**
 * @param {number} port   Port on 127.0.0.1.
 * @param {string} advice What to do when something else has it.
 * @throws {Stop} When the port is taken or no port at all.
 */
export async function demandPort( port, advice ) {
	if ( ! Number.isInteger( port ) || port < 1024 || port > 65535 ) {
		throw new Stop( 'A port is a whole number from 1024 to 65535.' );
	}
	if ( ! await isFree( port ) ) {
		throw new Stop( `Port ${ port } is in use by another program. ${ advice }` );
	}
}

/** The first free port from `first` on, of at most 50. */
export async function freePort( first ) {
	for ( let port = first; port < first + 50; port++ ) {
		if ( await isFree( port ) ) {
			return port;
		}
	}
	throw new Stop( `Ports ${ first } to ${ first + 49 } are all in use.` );
}

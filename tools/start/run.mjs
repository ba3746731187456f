/** The steps of `npm start`. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop, bold, faint, main, readOptions, root, step } from '../base/console.mjs';
import { installPackages } from '../base/packages.mjs';
import { demandPort } from '../base/port.mjs';

const DEFAULT_PORT = 8881;
const HELP = `npm start -- [options]
  --wp <6.6|6.7|folder>   another WordPress (also: CANDID_CORE=<folder>)
  --php <8.1 … 8.5>       another PHP
  --port <number>         another port (default ${ DEFAULT_PORT })
  --reset                 start over: forget the shop, its settings and its recordings`;

function say( { url, version, php } ) {
	console.log( `
${ bold( 'Candid is running.' ) } ${ faint( `WordPress ${ version }, PHP ${ php }, SQLite` ) }

  The shop, to visit      ${ bold( `${ url }/` ) }
  The recordings          ${ bold( `${ url }/wp-admin/admin.php?page=candid` ) }
  Log in with             ${ bold( 'admin' ) } / ${ bold( 'password' ) }

Recording is on in this demo shop and asks nobody (a new installation has it off, and asks: see Settings).
Candid does not record people who can edit the site, so visit the shop in a private window, walk
around, then open the recordings.

  Stop                    Ctrl-C ${ faint( '(everything is kept)' ) }
  Start over              npm start -- --reset
` );
}

/** @param {string[]} args Command line after `npm start --`. */
export const start = ( args ) => main( async () => {
	if ( args.includes( '--help' ) ) {
		console.log( HELP );
		return;
	}
	const options = readOptions( args, { wp: 'value', php: 'value', port: 'value', reset: 'flag' } );
	const port = Number( options.port ?? DEFAULT_PORT );
	await demandPort( port, 'Stop that program, or choose another port: npm start -- --port <number>' );

	await step( 'Packages', ( tell ) => installPackages( { purpose: 'run', tell } ) );
	const { assembleCore } = await import( '../wordpress/assemble-core.mjs' );
	const { bootPlayground, DEFAULT_PHP, PHP_VERSIONS } = await import( '../playground/server.mjs' );
	const { buildWhenChanged } = await import( '../build/when-changed.mjs' );
	const php = options.php ?? DEFAULT_PHP;
	if ( ! PHP_VERSIONS.includes( php ) ) {
		throw new Stop( `There is no PHP "${ php }" here. Choose one of ${ PHP_VERSIONS.join( ', ' ) }.` );
	}
	let core;
	await step( 'WordPress', async () => ( core = await assembleCore( options.wp ) ).version );
	await step( 'Build', () => buildWhenChanged( { quick: true } ) );

	const folder = join( root, '.cache/playground', core.name );
	if ( options.reset ) {
		await step( 'Start over', () => rm( folder, { recursive: true, force: true } ) );
	}
	let site;
	await step( 'Server (a first start seeds the shop)', async () => {
		site = await bootPlayground( { folder, core, php, port } );
	} );
	say( { url: site.url, version: core.version, php } );

	let stopping = false;
	for ( const signal of [ 'SIGINT', 'SIGTERM' ] ) {
		process.on( signal, async () => {
			if ( ! stopping ) {
				stopping = true;
				await site.stop();
				console.log( 'Stopped. "npm start" continues where you left.' );
				process.exit( 0 );
			}
		} );
	}
	const code = await site.ended;
	if ( ! stopping ) {
		throw new Stop( `The server ended by itself (code ${ code }). Run "npm start" again.` );
	}
} );

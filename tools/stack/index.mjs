/** `npm run stack` and `npm run stack:stop`: the same site on nginx, PHP-FPM and MariaDB, below .stack/. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop, bold, faint, main, readOptions, root, step } from '../base/console.mjs';
import { installPackages } from '../base/packages.mjs';

const folder = join( root, '.stack' );
const DEFAULT_PORT = 8882;

/** WordPress keeps its own address, so that a stack stays on the port it was made for. */
const portFile = join( folder, 'port' );
const keptPort = async () => Number( await readFile( portFile, 'utf8' ).catch( () => '' ) );

async function start( args ) {
	const options = readOptions( args, { wp: 'value', port: 'value', reset: 'flag' } );
	const kept = options.reset ? 0 : await keptPort();
	const port = Number( options.port ?? ( kept || DEFAULT_PORT ) );
	if ( kept && kept !== port ) {
		throw new Stop( `The stack was made for port ${ kept } and keeps it. Start it without --port, or start over: npm run stack -- --reset --port ${ port }` );
	}
	await step( 'Packages', ( tell ) => installPackages( { purpose: 'run', tell } ) );
	const { needMachine } = await import( './machine.mjs' );
	await step( 'Machine (nginx, PHP-FPM, MariaDB)', () => needMachine( 'stack', 'php' ) );
	const { assembleCore } = await import( '../wordpress/assemble-core.mjs' );
	const { buildWhenChanged } = await import( '../build/when-changed.mjs' );
	const { bootNative, stopNative } = await import( './server.mjs' );
	const { holdsAnotherSite } = await import( '../wordpress/site.mjs' );
	const { installWpCli } = await import( '../wp-cli/index.mjs' );
	let core;
	await step( 'WordPress', async () => ( core = await assembleCore( options.wp ) ).version );
	await step( 'Build', () => buildWhenChanged( { quick: true } ) );
	if ( options.reset ) {
		await step( 'Start over', async () => {
			await stopNative( folder );
			await rm( folder, { recursive: true, force: true } );
		} );
	}
	if ( await holdsAnotherSite( join( folder, 'site' ), core ) ) {
		throw new Stop( `The stack holds a site on another WordPress than ${ core.version }. Start it with that one, or start over: npm run stack -- --reset` );
	}
	let site;
	await step( 'Servers (a first start installs WordPress and seeds the shop)', async () => {
		site = await bootNative( { folder, core, port } );
	} );
	await writeFile( portFile, String( port ) );
	await step( 'WP-CLI', installWpCli );
	console.log( `
${ bold( 'Candid is running.' ) } ${ faint( `WordPress ${ core.version } on nginx, PHP-FPM and MariaDB` ) }

  The shop, to visit      ${ bold( `${ site.url }/` ) }
  The recordings          ${ bold( `${ site.url }/wp-admin/admin.php?page=candid` ) }
  Log in with             ${ bold( 'admin' ) } / ${ bold( 'password' ) }
  WP-CLI                  npm run -s wp -- candid status

  Stop                    npm run stack:stop ${ faint( '(everything is kept)' ) }
  Start over              npm run stack -- --reset
  Logs                    .stack/log/
` );
}

const commands = {
	start,
	async stop() {
		const { stopNative } = await import( './server.mjs' );
		const stopped = await stopNative( folder );
		console.log( stopped === 0 ? 'Nothing was running.' : `Stopped ${ stopped } servers.` );
	},
	async wp( args ) {
		const { wp } = await import( '../wp-cli/index.mjs' );
		const { code, output, stdout } = await wp( join( folder, 'site' ), args );
		process.stdout.write( code === 0 ? stdout : output );
		process.exitCode = code;
	},
};

const [ command = 'start', ...args ] = process.argv.slice( 2 );
main( async () => {
	if ( ! commands[ command ] ) {
		throw new Stop( `No command "${ command }". Commands: ${ Object.keys( commands ).join( ', ' ) }.` );
	}
	await commands[ command ]( args );
} );

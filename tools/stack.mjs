/** `npm run stack` and `npm run stack:stop`: the same site on nginx, PHP-FPM and MariaDB, below .stack/. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Stop, bold, faint, main, readOptions, root, step } from './console.mjs';
import { installPackages } from './dependencies.mjs';

const folder = join( root, '.stack' );
const DEFAULT_PORT = 8882;

async function start( args ) {
	const options = readOptions( args, { wp: 'value', port: 'value', reset: 'flag' } );
	const port = Number( options.port ?? DEFAULT_PORT );
	await step( 'Packages', installPackages );
	const { needMachine } = await import( './native/machine.mjs' );
	await step( 'Machine (nginx, PHP-FPM, MariaDB)', () => needMachine( 'stack', 'php' ) );
	const { assembleCore } = await import( './assemble-core.mjs' );
	const { buildWhenChanged } = await import( './build-current.mjs' );
	const { bootNative, stopNative } = await import( './native/server.mjs' );
	const { installWpCli } = await import( './native/wp-cli.mjs' );
	let core;
	await step( 'WordPress', async () => ( core = await assembleCore( options.wp ) ).version );
	await step( 'Build', buildWhenChanged );
	if ( options.reset ) {
		await step( 'Start over', async () => {
			await stopNative( folder );
			await rm( folder, { recursive: true, force: true } );
		} );
	}
	let site;
	await step( 'Servers (a first start installs WordPress and seeds the shop)', async () => {
		site = await bootNative( { folder, core, port } );
	} );
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
		const { stopNative } = await import( './native/server.mjs' );
		const stopped = await stopNative( folder );
		console.log( stopped === 0 ? 'Nothing was running.' : `Stopped ${ stopped } servers.` );
	},
	async wp( args ) {
		const { wp } = await import( './native/wp-cli.mjs' );
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

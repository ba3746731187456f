/** `npm run screenshots`: takes the pictures of README and of the plugin directory from the running product. */
import { join } from 'node:path';
import { main, root, Stop, step } from '../base/console.mjs';
import { installPackages, run } from '../base/packages.mjs';

main( async () => {
	await step( 'Packages', ( tell ) => installPackages( { tell } ) );
	const { needMachine } = await import( '../stack/machine.mjs' );
	await step( 'Chromium', () => needMachine( 'browser' ) );
	const { buildWhenChanged } = await import( '../build/when-changed.mjs' );
	await step( 'Build', () => buildWhenChanged() );
	const { code } = await run( join( root, 'node_modules/.bin/playwright' ), [ 'test', '--config=tests/screenshots/playwright.config.ts' ] );
	if ( code !== 0 ) {
		throw new Stop( 'The pictures were not taken; the reason is above.' );
	}
	console.log( 'The pictures are in .wordpress-org/ and docs/images/. Look at them before you commit them.' );
} );

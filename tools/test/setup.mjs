/** What steps need to be there first. Each is done at most once in a run. */
import { installComposer, installPackages } from '../base/packages.mjs';
import { needMachine } from '../stack/machine.mjs';

export const SETUPS = {
	packages: { title: 'Packages', run: ( tell ) => installPackages( { tell } ) },
	php: { title: 'PHP and Composer', run: () => needMachine( 'php' ) },
	stack: { title: 'nginx, PHP-FPM, MariaDB', run: () => needMachine( 'stack' ) },
	browser: { title: 'Chromium', run: () => needMachine( 'browser' ) },
	composer: { title: 'Composer packages', run: () => installComposer( '.' ) },
	wpCli: {
		title: 'WP-CLI',
		run: async () => ( await import( '../wp-cli/index.mjs' ) ).installWpCli(),
	},
	core: {
		title: 'WordPress',
		run: async () => ( await ( await import( '../wordpress/assemble-core.mjs' ) ).assembleCore() ).version,
	},
	build: {
		title: 'Build',
		run: async () => ( await import( '../build/when-changed.mjs' ) ).buildWhenChanged(),
	},
};

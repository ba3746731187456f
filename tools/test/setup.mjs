/** What steps need to be there first. Each is done at most once in a run. */
import { installComposer, installPackages } from '../dependencies.mjs';
import { needMachine } from '../native/machine.mjs';

export const SETUPS = {
	packages: { title: 'Packages', run: installPackages },
	php: { title: 'PHP and Composer', run: () => needMachine( 'php' ) },
	stack: { title: 'nginx, PHP-FPM, MariaDB', run: () => needMachine( 'stack' ) },
	browser: { title: 'Chromium', run: () => needMachine( 'browser' ) },
	composer: { title: 'Composer packages', run: () => installComposer( '.' ) },
	wpCli: {
		title: 'WP-CLI',
		run: async () => ( await import( '../native/wp-cli.mjs' ) ).installWpCli(),
	},
	core: {
		title: 'WordPress',
		run: async () => ( await ( await import( '../assemble-core.mjs' ) ).assembleCore() ).version,
	},
	build: {
		title: 'Build',
		run: async () => ( await import( '../build-current.mjs' ) ).buildWhenChanged(),
	},
};

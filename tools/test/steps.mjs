/** The steps of the tests and the groups they run in. docs/TESTING.md says the same for people. */
import { join } from 'node:path';
import { phpIntegration, phpUnderWasm } from './php.mjs';
import { arrows, lintFiles, ownCheck, ownCount, phpStyle, phpTypes, phpUnit, playwright, sizes, typeScript, vitest } from './tools-output.mjs';

const eslintFiles = ( report ) => report.map( ( file ) => ( {
	messages: file.messages.map( ( m ) => `${ file.filePath }:${ m.line } ${ m.message } (${ m.ruleId })` ),
} ) );
const stylelintFiles = ( report ) => report.map( ( file ) => ( {
	messages: file.warnings.map( ( m ) => `${ file.source }:${ m.line } ${ m.text }` ),
} ) );

/**
 * Journeys on one of the stacks, with one worker: the two stacks run side by side.
 *
 * @param {string} project Project of playwright.config.ts.
 * @param {number} apart   How far its ports lie from the first one: two runs may look for a free one at the same moment.
 */
const journeys = ( project, apart ) => playwright( project, [ `--project=${ project }` ], {
	CANDID_WORKERS: process.env.CANDID_WORKERS ?? '1',
	CANDID_E2E_PORT: String( Number( process.env.CANDID_E2E_PORT ?? 8890 ) + apart ),
	CANDID_RESULTS: join( process.env.CANDID_RESULTS ?? 'test-results', project ),
} );

const SITE_NEEDS = [ 'packages', 'php', 'stack', 'browser', 'core', 'wpCli', 'build' ];

/** @type {Record<string, {title: string, needs: string[], run: ( report: boolean ) => Promise<import('./run.mjs').Outcome>}>} */
export const STEPS = {
	contracts: { title: 'Contracts are current', needs: [ 'packages' ], run: () => ownCheck( 'tools/contracts/index.mjs', [ '--check' ] ) },
	types: { title: 'TypeScript types', needs: [ 'packages' ], run: typeScript },
	'lint-js': {
		title: 'JavaScript and TypeScript style',
		needs: [ 'packages' ],
		run: () => lintFiles( 'eslint', ( path ) => [ '.', '--format', 'json', '--output-file', path ], eslintFiles ),
	},
	'lint-css': {
		title: 'Style sheets',
		needs: [ 'packages' ],
		run: () => lintFiles( 'stylelint', ( path ) => [ '{src,blocks,demo}/**/*.{css,scss}', '--formatter', 'json', '--output-file', path ], stylelintFiles ),
	},
	'lint-php': { title: 'PHP style', needs: [ 'php', 'composer' ], run: phpStyle },
	'types-php': { title: 'PHP types and arrows (PHPStan)', needs: [ 'php', 'composer' ], run: phpTypes },
	layers: { title: 'TypeScript arrows', needs: [ 'packages' ], run: () => arrows( [ 'src', 'blocks', 'tools', 'tests' ] ) },
	unit: { title: 'TypeScript tests', needs: [ 'packages', 'php' ], run: () => vitest( 'unit' ) },
	'php-unit': { title: 'PHP tests without WordPress', needs: [ 'php', 'composer' ], run: () => phpUnit( [ '--testsuite', 'unit' ] ) },
	'php-sqlite': { title: 'PHP tests in WordPress on SQLite', needs: [ 'packages', 'php', 'composer', 'core', 'build' ], run: () => phpIntegration( 'sqlite' ) },
	'php-mariadb': { title: 'PHP tests in WordPress on MariaDB', needs: [ 'packages', 'php', 'stack', 'composer', 'core', 'build' ], run: () => phpIntegration( 'mariadb' ) },
	'php-8.1': { title: 'PHP 8.1: every file, and the tests without WordPress', needs: [ 'packages', 'php', 'composer' ], run: () => phpUnderWasm( '8.1' ) },
	'php-8.5': { title: 'PHP 8.5: every file, and the tests without WordPress', needs: [ 'packages', 'php', 'composer' ], run: () => phpUnderWasm( '8.5' ) },
	size: { title: 'Size budgets', needs: [ 'packages', 'build' ], run: sizes },
	bundles: { title: 'What is in the bundles', needs: [ 'packages', 'build' ], run: () => vitest( 'bundles' ) },
	privacy: { title: 'Privacy in the browser', needs: [ 'packages', 'php', 'composer', 'browser', 'core', 'build' ], run: ( report ) => ownCount( 'tests/privacy/run.mjs', report ? [ '--report' ] : [] ) },
	hostile: { title: 'Pages hostile to a recorder', needs: [ 'packages', 'browser', 'build' ], run: () => ownCount( 'tests/hostile/run.mjs' ) },
	random: { title: 'Random pages replayed', needs: [ 'packages', 'browser' ], run: () => ownCount( 'tests/fidelity/differential/run.mjs' ) },
	forged: { title: 'A forged recorder meets the fence', needs: [ 'packages', 'php', 'composer', 'browser' ], run: () => ownCount( 'tests/privacy/forged.mjs' ) },
	fidelity: { title: 'Pages replayed to the pixel', needs: [ 'packages', 'php', 'composer', 'browser', 'core', 'build' ], run: ( report ) => ownCount( 'tests/fidelity/pages/run.mjs', report ? [ '--report' ] : [] ) },
	replay: { title: 'Replay in the browser', needs: [ 'packages', 'browser', 'build' ], run: () => playwright( 'replay', [ '--config=tests/replay/playwright.config.ts' ] ) },
	looks: { title: 'What the visitor saw, in the replay', needs: [ 'packages', 'php', 'composer', 'browser', 'build' ], run: () => playwright( 'looks', [ '--config=tests/fidelity/looks/playwright.config.ts' ] ) },
	'e2e-native': { title: 'Journeys on nginx and MariaDB', needs: SITE_NEEDS, run: () => journeys( 'native', 0 ) },
	'e2e-playground': { title: 'Journeys on Playground (SQLite)', needs: SITE_NEEDS, run: () => journeys( 'playground', 20 ) },
};

const lint = [ 'lint-js', 'lint-css', 'lint-php' ];
const check = [ 'contracts', 'types', ...lint, 'layers', 'types-php' ];
const php = [ 'php-unit', 'php-sqlite', 'php-mariadb', 'php-8.1', 'php-8.5' ];

/**
 * In "all", the longest step comes first and what finds most faults soonest beside it: lanes take the next step as they
 * become free (run.mjs), so the order decides how long the whole takes.
 */
export const GROUPS = {
	lint,
	layers: [ 'layers', 'types-php' ],
	check,
	php,
	e2e: [ 'e2e-native', 'e2e-playground' ],
	all: [ 'e2e-native', ...check, 'unit', 'size', 'bundles', ...php, 'privacy', 'random', 'e2e-playground', 'hostile', 'forged', 'fidelity', 'replay', 'looks' ],
};

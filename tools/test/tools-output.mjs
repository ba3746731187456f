/** Runs a tool and reads its machine-readable report: numbers come from reports, never from exit codes alone. */
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../base/console.mjs';
import { run } from '../base/packages.mjs';

const bin = ( name ) => join( root, 'node_modules/.bin', name );
const captured = { stdio: [ 'ignore', 'pipe', 'pipe' ] };

/** A fresh path for a report. */
async function reportPath( name ) {
	const folder = join( root, '.cache/reports' );
	await mkdir( folder, { recursive: true } );
	const path = join( folder, name );
	await rm( path, { force: true } );
	return path;
}

const readReport = ( path ) => readFile( path, 'utf8' ).catch( () => null );

/** One of our own scripts that counts by itself and ends with "N passed, N failed". */
export async function ownCount( script, args = [] ) {
	const { code, output, stdout } = await run( process.execPath, [ join( root, script ), ...args ], captured );
	const [ , passed, failed ] = /(\d+) passed, (\d+) failed\s*$/.exec( stdout ) ?? [];
	if ( passed === undefined ) {
		return { passed: 0, failed: 1, details: output };
	}
	return { passed: Number( passed ), failed: Number( failed ) || ( code === 0 ? 0 : 1 ), details: output };
}

/** One of our own scripts that passes or fails as a whole. */
export async function ownCheck( script, args = [] ) {
	const { code, output } = await run( process.execPath, [ join( root, script ), ...args ], captured );
	return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, details: output };
}

/**
 * The compiler's configurations: what visitors load (ES2020), what else runs in browsers (ES2022), and all of it with the
 * tests, which run on Node.
 */
const CONFIGURATIONS = [ 'tsconfig.visitor.json', 'src/tsconfig.json', 'tsconfig.json' ];

/** Each configuration is one test; every TypeScript error is one failure. */
export async function typeScript() {
	const outcome = { passed: 0, failed: 0, details: '' };
	for ( const path of CONFIGURATIONS ) {
		const { code, output } = await run( bin( 'tsc' ), [ '-p', path, '--noEmit', '--pretty', 'false' ], captured );
		const errors = ( output.match( /error TS\d+/g ) ?? [] ).length;
		outcome.passed += code === 0 ? 1 : 0;
		outcome.failed += code === 0 ? 0 : Math.max( 1, errors );
		outcome.details += output;
	}
	return outcome;
}

/** A lint tool whose report is a list of files with messages. Files without an error have passed. */
export async function lintFiles( name, args, read ) {
	const path = await reportPath( `${ name }.json` );
	const { output } = await run( bin( name ), [ ...args( path ) ], captured );
	const report = await readReport( path );
	if ( report === null ) {
		return { passed: 0, failed: 1, details: output };
	}
	const files = read( JSON.parse( report ) );
	const bad = files.filter( ( file ) => file.messages.length > 0 );
	return { passed: files.length - bad.length, failed: bad.length, details: bad.flatMap( ( file ) => file.messages ).join( '\n' ) };
}

/** PHP_CodeSniffer. Files without an error have passed. */
export async function phpStyle() {
	// phpcs refuses a cache file in a folder that is not there yet.
	await mkdir( join( root, '.cache' ), { recursive: true } );
	const { stdout, output } = await run( 'php', [ 'vendor/bin/phpcs', '-q', '--report=json' ], captured );
	const start = stdout.indexOf( '{"totals"' );
	if ( start < 0 ) {
		return { passed: 0, failed: 1, details: output };
	}
	const files = Object.entries( JSON.parse( stdout.slice( start ) ).files );
	const bad = files.filter( ( [ , file ] ) => file.errors + file.warnings > 0 );
	return {
		passed: files.length - bad.length,
		failed: bad.length,
		details: bad.flatMap( ( [ path, file ] ) => file.messages.map( ( m ) => `${ path }:${ m.line } ${ m.message } (${ m.source })` ) ).join( '\n' ),
	};
}

/** PHPStan. Each error is one failure. */
export async function phpTypes() {
	const { stdout, output } = await run( 'php', [ 'vendor/bin/phpstan', 'analyse', '--no-progress', '--memory-limit=1G', '--error-format=json' ], captured );
	const start = stdout.indexOf( '{"totals"' );
	if ( start < 0 ) {
		return { passed: 0, failed: 1, details: output };
	}
	const { totals, files, errors } = JSON.parse( stdout.slice( start ) );
	const failed = totals.errors + totals.file_errors;
	const messages = Object.entries( files ).flatMap( ( [ path, file ] ) => file.messages.map( ( m ) => `${ path.replace( `${ root }/`, '' ) }:${ m.line } ${ m.message }` ) );
	return { passed: failed === 0 ? 1 : 0, failed, details: [ ...errors, ...messages ].join( '\n' ) };
}

/** dependency-cruiser. Each violation is one failure. */
export async function arrows( folders ) {
	const { stdout, output } = await run( bin( 'depcruise' ), [ ...folders, '--output-type', 'json' ], captured );
	let report;
	try {
		report = JSON.parse( stdout ).summary;
	} catch {
		return { passed: 0, failed: 1, details: output };
	}
	const violations = report.violations.map( ( v ) => `${ v.rule.name }: ${ v.from } → ${ v.to }` );
	return { passed: violations.length === 0 ? 1 : 0, failed: violations.length, details: violations.join( '\n' ) };
}

/** size-limit. Each budget is one test. */
export async function sizes() {
	const { stdout, output } = await run( bin( 'size-limit' ), [ '--json' ], captured );
	let budgets;
	try {
		budgets = JSON.parse( stdout );
	} catch {
		return { passed: 0, failed: 1, details: output };
	}
	const lines = budgets.map( ( { name, size, sizeLimit, passed } ) => `${ passed ? 'within' : 'OVER' } its budget: ${ name }, ${ size } of ${ sizeLimit } bytes` );
	const failed = budgets.filter( ( { passed } ) => ! passed ).length;
	return { passed: budgets.length - failed, failed, details: lines.join( '\n' ) };
}

/** Vitest, one of the projects of vitest.config.ts. */
export async function vitest( project ) {
	const path = await reportPath( `vitest-${ project }.json` );
	const { code, output } = await run( bin( 'vitest' ), [ 'run', `--project=${ project }`, '--reporter=default', '--reporter=json', `--outputFile.json=${ path }` ], { ...captured, env: { ...process.env, NO_COLOR: '1' } } );
	const report = JSON.parse( await readReport( path ) ?? 'null' );
	if ( report === null ) {
		return { passed: 0, failed: 1, details: output };
	}
	// A file that cannot be loaded has no failed test but is a failed suite.
	const broken = report.testResults.filter( ( file ) => file.status === 'failed' && file.assertionResults.length === 0 ).length;
	const skipped = report.numPendingTests + report.numTodoTests;
	const failed = report.numFailedTests + broken + skipped;
	return { passed: report.numPassedTests, failed: failed || ( code === 0 ? 0 : 1 ), details: skipped > 0 ? `${ output }\n${ skipped } tests were skipped.` : output };
}

/** Numbers of a JUnit report, or null. A skipped test counts as failed: it has shown nothing. */
export function readJunit( xml ) {
	const head = /<testsuite [^>]*>/.exec( xml ?? '' )?.[ 0 ];
	if ( ! head ) {
		return null;
	}
	const number = ( name ) => Number( new RegExp( `\\b${ name }="(\\d+)"` ).exec( head )?.[ 1 ] ?? 0 );
	const failed = number( 'errors' ) + number( 'failures' ) + number( 'skipped' );
	return { passed: number( 'tests' ) - failed, failed };
}

/**
 * PHPUnit, on this machine's PHP or through a given program.
 *
 * @param {string[]}                 args    PHPUnit's arguments.
 * @param {Object}                   env     More environment.
 * @param {[string, string[]]}       [through] Another PHP: program and arguments before PHPUnit's.
 */
export async function phpUnit( args, env = {}, through = [ 'php', [] ] ) {
	const path = await reportPath( `phpunit-${ Math.random().toString( 36 ).slice( 2, 8 ) }.xml` );
	const [ program, before ] = through;
	const { code, output } = await run( program, [ ...before, join( root, 'vendor/bin/phpunit' ), '--configuration', join( root, 'phpunit.xml.dist' ), '--colors=never', '--no-progress', '--do-not-cache-result', '--log-junit', path, ...args ], { ...captured, env: { ...process.env, ...env } } );
	const numbers = readJunit( await readReport( path ) );
	await rm( path, { force: true } );
	if ( numbers === null ) {
		return { passed: 0, failed: 1, details: output };
	}
	// PHPUnit also fails on notices, deprecations and risky tests, which its report does not count.
	return { ...numbers, failed: numbers.failed || ( code === 0 ? 0 : 1 ), details: output };
}

/** Playwright. A flaky or skipped test counts as failed. */
export async function playwright( name, args, env = {} ) {
	const path = await reportPath( `playwright-${ name }.json` );
	const { code, output } = await run( bin( 'playwright' ), [ 'test', '--reporter=json,line', ...args ], {
		...captured,
		env: { ...process.env, ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: path, NO_COLOR: '1', FORCE_COLOR: undefined },
	} );
	const report = JSON.parse( await readReport( path ) ?? 'null' );
	if ( report === null ) {
		return { passed: 0, failed: 1, details: output };
	}
	const { expected, unexpected, flaky, skipped } = report.stats;
	const failed = unexpected + flaky + skipped + report.errors.length;
	return { passed: expected, failed: failed || ( code === 0 ? 0 : 1 ), details: output };
}

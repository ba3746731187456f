/** Runs steps one after another, each set up by itself, and ends with one line: N passed, N failed. */
import { Stop, bold, faint, green, red, seconds, step as say } from '../base/console.mjs';
import { SETUPS } from './setup.mjs';
import { GROUPS, STEPS } from './steps.mjs';

/** What a step answers. @typedef {{passed: number, failed: number, details?: string}} Outcome */

const count = ( { passed, failed } ) => `${ passed } passed${ failed > 0 ? `, ${ red( `${ failed } failed` ) }` : '' }`;

async function setUp( name, done ) {
	if ( ! done.has( name ) ) {
		done.set( name, say( SETUPS[ name ].title, SETUPS[ name ].run ) );
	}
	await done.get( name );
}

/** @return {Promise<Outcome>} Never throws: a step that cannot run has failed, and says why. */
async function runStep( step, done, report ) {
	try {
		for ( const name of step.needs ) {
			await setUp( name, done );
		}
		const outcome = await step.run( report );
		// A step that ran nothing has shown nothing.
		return outcome.passed + outcome.failed === 0 ? { passed: 0, failed: 1, details: `${ outcome.details ?? '' }\nNothing ran.` } : outcome;
	} catch ( error ) {
		return { passed: 0, failed: 1, details: error instanceof Stop ? error.message : error.stack };
	}
}

/** @param {string[]} given Names of groups or steps, none: everything; --report prints what passed too, where a step has a report. */
export async function test( given ) {
	const wanted = given.filter( ( name ) => name !== '--report' );
	const unknown = wanted.filter( ( name ) => ! GROUPS[ name ] && ! STEPS[ name ] );
	if ( unknown.length > 0 ) {
		console.error( `Unknown: ${ unknown.join( ', ' ) }. Groups: ${ Object.keys( GROUPS ).join( ', ' ) }. Steps: ${ Object.keys( STEPS ).join( ', ' ) }.` );
		process.exitCode = 1;
		return;
	}
	const names = wanted.length === 0 ? GROUPS.all : wanted.flatMap( ( name ) => GROUPS[ name ] ?? [ name ] );
	const report = given.includes( '--report' );
	const started = Date.now();
	const done = new Map();
	const total = { passed: 0, failed: 0 };
	const lines = [];
	for ( const name of new Set( names ) ) {
		const from = Date.now();
		process.stdout.write( `\n${ bold( STEPS[ name ].title ) }\n` );
		const outcome = await runStep( STEPS[ name ], done, report );
		total.passed += outcome.passed;
		total.failed += outcome.failed;
		if ( ( report || outcome.failed > 0 ) && outcome.details ) {
			process.stdout.write( `${ outcome.details.trim() }\n` );
		}
		const line = `${ outcome.failed > 0 ? red( '✗' ) : green( '✓' ) } ${ STEPS[ name ].title }: ${ count( outcome ) } ${ faint( seconds( from ) ) }`;
		lines.push( line );
		process.stdout.write( `${ line }\n` );
	}
	if ( lines.length > 1 ) {
		process.stdout.write( `\n${ bold( 'Summary' ) }\n${ lines.join( '\n' ) }\n` );
	}
	process.stdout.write( `${ faint( `in ${ seconds( started ) }` ) }\n\n${ total.passed } passed, ${ total.failed } failed\n` );
	process.exitCode = total.failed > 0 ? 1 : 0;
}

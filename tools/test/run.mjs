/** Runs steps, two or three at a time, each set up by itself, and ends with one line: N passed, N failed. */
import { availableParallelism } from 'node:os';
import { Stop, bold, faint, green, red, seconds, step as say } from '../base/console.mjs';
import { inLanes } from './lanes.mjs';
import { SETUPS } from './setup.mjs';
import { GROUPS, STEPS } from './steps.mjs';

/** What a step answers. @typedef {{passed: number, failed: number, details?: string}} Outcome */

/** How often the run says which steps are under way, ms. */
const STILL_MS = 60_000;

/** Steps at a time: each keeps about one core busy. CANDID_LANES=1 runs one after another. */
const lanes = Number( process.env.CANDID_LANES ) || Math.max( 1, Math.min( 3, availableParallelism() ) );

const count = ( { passed, failed } ) => `${ passed } passed${ failed > 0 ? `, ${ red( `${ failed } failed` ) }` : '' }`;

/** Sets up each thing once, however many steps wait for it. */
function setUp( name, done ) {
	if ( ! done.has( name ) ) {
		done.set( name, say( SETUPS[ name ].title, SETUPS[ name ].run ) );
	}
	return done.get( name );
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

/** Runs a step and writes what it has to say in one piece, so that steps side by side stay readable. */
async function runAndTell( name, done, report, running ) {
	const { title } = STEPS[ name ];
	const from = Date.now();
	running.set( title, from );
	process.stdout.write( `${ faint( `· ${ title } …` ) }\n` );
	const outcome = await runStep( STEPS[ name ], done, report );
	running.delete( title );
	const line = `${ outcome.failed > 0 ? red( '✗' ) : green( '✓' ) } ${ title }: ${ count( outcome ) } ${ faint( seconds( from ) ) }`;
	const details = ( report || outcome.failed > 0 ) && outcome.details ? `${ outcome.details.trim() }\n` : '';
	process.stdout.write( details ? `\n${ bold( title ) }\n${ details }${ line }\n\n` : `${ line }\n` );
	return { outcome, line };
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
	const names = [ ...new Set( wanted.length === 0 ? GROUPS.all : wanted.flatMap( ( name ) => GROUPS[ name ] ?? [ name ] ) ) ];
	const started = Date.now();
	const running = new Map();
	const still = setInterval( () => process.stdout.write( faint( `  under way: ${ [ ...running ].map( ( [ title, from ] ) => `${ title } (${ seconds( from ) })` ).join( ', ' ) }\n` ) ), STILL_MS );
	const done = new Map();
	const results = await inLanes( names.map( ( name ) => () => runAndTell( name, done, given.includes( '--report' ), running ) ), lanes );
	clearInterval( still );
	if ( results.length > 1 ) {
		process.stdout.write( `\n${ bold( 'Summary' ) }\n${ results.map( ( { line } ) => line ).join( '\n' ) }\n` );
	}
	const total = ( what ) => results.reduce( ( sum, { outcome } ) => sum + outcome[ what ], 0 );
	process.stdout.write( `${ faint( `in ${ seconds( started ) }` ) }\n\n${ total( 'passed' ) } passed, ${ total( 'failed' ) } failed\n` );
	process.exitCode = total( 'failed' ) > 0 ? 1 : 0;
}

/** What is generated from one source file. */
import { outputsOfEvents } from './events.mjs';
import { outputsOfRules } from './rules.mjs';
import { outputsOfShape } from './shapes.mjs';

/** Everything in these folders is generated. */
export const OUTPUT_FOLDERS = [ 'src/contracts/generated', 'plugin/includes/Contracts' ];

/**
 * A kind of source file: how it is recognized, and its outputs as [ path in the repository, text ].
 *
 * @type {{ name: string, fits: ( source: object ) => boolean, outputs: ( path: string, text: string ) => Promise<[string, string][]> }[]}
 */
const KINDS = [
	{ name: 'rules (it has "rules")', fits: ( source ) => 'rules' in source, outputs: outputsOfRules },
	{ name: 'events (it has "event")', fits: ( source ) => 'event' in source, outputs: outputsOfEvents },
	{ name: 'a shape (it has "type")', fits: ( source ) => 'type' in source, outputs: outputsOfShape },
];

/**
 * @param {string} path Source file, relative to the repository.
 * @param {string} text Its text.
 * @return {Promise<[string, string][]>} Path and text of each generated file.
 * @throws {Error} When the file is of no known kind.
 */
export async function outputsOf( path, text ) {
	const source = JSON.parse( text );
	const kind = KINDS.find( ( { fits } ) => fits( source ) );
	if ( ! kind ) {
		throw new Error( `${ path } is of no known kind. Kinds: ${ KINDS.map( ( { name } ) => name ).join( ', ' ) }.` );
	}
	return kind.outputs( path, text );
}

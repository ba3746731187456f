/** Says of each page how far the replay is from what was seen, ours and rrweb's, and counts. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MOMENTS } from './visit.mjs';

/** So many pixels may differ: soft edges that fall otherwise. */
export const MOST = 0.01;

const percent = ( share ) => ( share === 0 ? '0' : ( share * 100 ).toFixed( share < 0.001 ? 3 : 2 ) );
const short = ( list ) => list.map( ( { share } ) => percent( share ) ).join( ' ' );
const sum = ( list, what ) => list.reduce( ( all, one ) => all + one[ what ].length, 0 );

/** What a page may have at most, of all three moments: share of differing pixels, elements with other texts, with other styles. */
const within = ( kind ) => ( { pixels: MOST, texts: 0, styles: 0, ...kind.short } );

/** What is wrong with a page, one line each: three moments, of each the picture, the texts and the styles. */
function faultsOf( { kind, ours, error, problems } ) {
	if ( error ) {
		return MOMENTS.flatMap( ( moment ) => [ 'picture', 'texts', 'styles' ].map( ( what ) => `${ moment }: ${ what }: ${ what === 'picture' ? error.stack : 'not seen' }` ) );
	}
	const most = within( kind );
	const faults = ours.flatMap( ( { share, texts, styles }, n ) => [
		...( share > most.pixels ? [ `${ MOMENTS[ n ] }: ${ percent( share ) } % of the pixels differ` ] : [] ),
		...( texts.length > most.texts ? [ `${ MOMENTS[ n ] }: texts:\n      ${ texts.join( '\n      ' ) }` ] : [] ),
		...( styles.length > most.styles ? [ `${ MOMENTS[ n ] }: styles:\n      ${ styles.join( '\n      ' ) }` ] : [] ),
	] );
	if ( kind.short && ours.every( ( { share, texts, styles } ) => share <= MOST && ! texts.length && ! styles.length ) ) {
		faults.push( 'nothing differs any more: take its own limit out of kinds.mjs' );
	}
	return faults.concat( problems.filter( ( problem ) => ! kind.isMissing?.test( problem ) ).map( ( problem ) => `the page said: ${ problem }` ) );
}

/** Prints the report and answers how many of the checks passed. */
export function tell( results, isWhole ) {
	const width = Math.max( ...results.map( ( { kind } ) => kind.title.length + 2 ) );
	const row = ( ...cells ) => console.log( [ cells[ 0 ].padEnd( width ), ...cells.slice( 1 ).map( ( cell, n ) => String( cell ).padEnd( [ 20, 16, 11, 24, 16, 6 ][ n ] ) ) ].join( '  ' ) );
	let failed = 0;
	if ( isWhole ) {
		row( 'page', 'pixels that differ, %', 'texts, styles', 'hidden, %', 'rrweb: pixels, %', 'texts, styles', 's' );
	}
	for ( const result of results ) {
		const { kind, ours, peer, ms } = result;
		const faults = faultsOf( result );
		failed += faults.length;
		if ( isWhole && ours ) {
			row( kind.title + ( kind.short ? ' *' : '' ), short( ours ), `${ sum( ours, 'texts' ) } ${ sum( ours, 'styles' ) }`, percent( Math.max( ...ours.map( ( { hidden } ) => hidden ) ) ), short( peer ), `${ sum( peer, 'texts' ) } ${ sum( peer, 'styles' ) }`, ( ms / 1000 ).toFixed( 1 ) );
		}
		faults.forEach( ( fault ) => console.log( `  ! ${ kind.name }: ${ fault }` ) );
	}
	for ( const { kind } of results.filter( ( result ) => result.kind.short ) ) {
		const { pixels, texts, styles } = within( kind );
		console.log( `  * ${ kind.name } may still differ by ${ percent( pixels ) } % of its pixels, ${ texts } texts, ${ styles } styles: ${ kind.short.why }` );
	}
	return { passed: Math.max( 0, results.length * MOMENTS.length * 3 - failed ), failed };
}

/** Writes what was seen of a page and of both replays into a folder, as <page>-<moment>-<page|ours|rrweb>.png. */
export async function savePictures( folder, { kind, ours = [], peer = [], moments = [] } ) {
	await mkdir( folder, { recursive: true } );
	for ( const [ n, { picture } ] of moments.entries() ) {
		for ( const [ who, png ] of [ [ 'page', picture ], [ 'ours', ours[ n ].picture ], [ 'rrweb', peer[ n ]?.picture ] ] ) {
			if ( png ) {
				await writeFile( join( folder, `${ kind.name }-${ n }-${ who }.png` ), png );
			}
		}
	}
}

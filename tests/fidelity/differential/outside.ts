/** Runs in the page around the programs: gives each a frame, replays what was recorded there, and compares. */
import { Replayer } from '@rrweb/replay';
import { BLOCKED, canonical, styles } from './canonical';
import type { Recorded } from './inside';
import type { Plan } from './program';

export interface Verdict {
	plan: Plan;
	checkpoints: number;
	events: number;
	/** What is wrong, empty when nothing is. */
	faults: string[];
	/** The same for rrweb's recorder; null where it did not run beside. */
	peer: string[] | null;
}

type Event = Exclude<ConstructorParameters<typeof Replayer>[ 0 ][ 0 ], string>;

/** A frame serves this many programs. */
const PROGRAMS_PER_FRAME = 25;

let frame: HTMLIFrameElement | null = null;
let served = 0;

async function place(): Promise<Window & { runHere: ( plan: Plan, isBeside: boolean ) => Promise<Recorded> }> {
	if ( ! frame || ++served > PROGRAMS_PER_FRAME ) {
		frame?.remove();
		served = 0;
		frame = document.createElement( 'iframe' );
		frame.width = '400';
		frame.height = '300';
		frame.src = '/program.html';
		document.body.append( frame );
		await new Promise( ( resolve ) => frame!.addEventListener( 'load', resolve, { once: true } ) );
	}
	return frame.contentWindow as never;
}

/** Where two lists of lines begin to differ. */
function difference( page: string[], replayed: string[] ): string {
	for ( let at = 0; at < Math.max( page.length, replayed.length ); at++ ) {
		if ( page[ at ] !== replayed[ at ] ) {
			const around = ( list: string[] ) => list.slice( Math.max( 0, at - 3 ), at + 3 ).join( '\n    ' );
			return `line ${ at }\n  page:\n    ${ around( page ) }\n  replay:\n    ${ around( replayed ) }`;
		}
	}
	return '';
}

const depthOf = ( line: string | undefined ): number => line?.search( /\S/ ) ?? -1;

/** The lines of a page without those of which the replay has placeholders. */
function withoutBlocked( page: string[], replayed: string[] ): string[] {
	const out: string[] = [];
	let at = 0;
	for ( const line of replayed ) {
		if ( at >= page.length ) {
			break;
		}
		const isPlaceholder = line === page[ at ] + BLOCKED;
		out.push( isPlaceholder ? line : page[ at ]! );
		at++;
		while ( isPlaceholder && depthOf( page[ at ] ) > depthOf( line ) ) {
			at++;
		}
	}
	return [ ...out, ...page.slice( at ) ];
}

function orderFault( events: Event[] ): string[] {
	const isSorted = events.every( ( { timestamp }, at ) => at === 0 || timestamp >= events[ at - 1 ]!.timestamp );
	const isLead = events.length < 2 || ( events[ 0 ]!.type === 4 && events[ 1 ]!.type === 2 );
	return [ ...( isSorted ? [] : [ 'timestamps go back' ] ), ...( isLead ? [] : [ 'events before the snapshot' ] ) ];
}

async function replay( { checkpoints }: Recorded, at: number, json: string, plan: Plan ): Promise<string[]> {
	const events: Event[] = JSON.parse( json );
	const faults = orderFault( events );
	const root = document.createElement( 'div' );
	document.body.append( root );
	const warnings: string[] = [];
	const warn = ( ...said: unknown[] ) => warnings.push( said.map( ( part ) => ( typeof part === 'string' ? part : JSON.stringify( part )?.slice( 0, 200 ) ) ).join( ' ' ) );
	const replayer = new Replayer( events, { root, useVirtualDom: plan.seed % 4 === 0, mouseTail: false, showWarning: true, logger: { log: warn, warn } as never } );
	try {
		// What was told before something was found closed has been thrown away.
		const usable = checkpoints.filter( ( { events: counts, age } ) => counts[ at ]! > 1 && ( at > 0 || age === checkpoints[ checkpoints.length - 1 ]!.age ) );
		if ( usable.length === 0 ) {
			faults.push( 'nothing was recorded' );
		}
		for ( const checkpoint of usable ) {
			const end = events[ Math.min( checkpoint.events[ at ]!, events.length ) - 1 ]!.timestamp;
			// A replayer plays what is earlier than the moment where it stops.
			replayer.pause( end + 1 - events[ 0 ]!.timestamp );
			await new Promise( ( resolve ) => setTimeout( resolve, 2 ) );
			const mirror = replayer.getMirror();
			const { lines, elements } = canonical( replayer.iframe.contentDocument!, { isOwn: ( node ) => mirror.getId( node ) > 0 || ! /^(style|html)$/i.test( node.nodeName ), isOutline: plan.masked, isBlocked: ( element ) => 'rr_width' in ( ( mirror.getMeta( element ) as { attributes?: object } | null )?.attributes ?? {} ) } );
			const differs = plan.masked ? difference( withoutBlocked( checkpoint.lines, lines ), lines ) : difference( checkpoint.lines, lines ) || difference( checkpoint.styles, styles( elements, 3 ) );
			if ( differs ) {
				faults.push( `checkpoint after ${ checkpoint.done.slice( -12 ).join( ' ' ) }: ${ differs }` );
				break;
			}
		}
		faults.push( ...warnings.slice( 0, 3 ) );
	} catch ( error ) {
		faults.push( `replay: ${ ( error as Error ).stack }` );
	} finally {
		replayer.destroy();
		root.remove();
	}
	return faults;
}

async function judge( plan: Plan, isBeside: boolean ): Promise<Verdict & { recorded: Recorded }> {
	const recorded = await ( await place() ).runHere( plan, isBeside );
	const faults = [ ...recorded.errors, ...await replay( recorded, 0, recorded.events[ 0 ]!, plan ) ];
	const leaked = recorded.secrets.filter( ( secret ) => recorded.events[ 0 ]!.includes( secret ) );
	if ( leaked.length > 0 ) {
		faults.push( `secrets recorded: ${ leaked.join() }` );
	}
	const peer = recorded.events[ 1 ] ? await replay( recorded, 1, recorded.events[ 1 ], { ...plan, masked: false } ) : null;
	return { plan, checkpoints: recorded.checkpoints.length, events: recorded.events[ 0 ]!.split( '"timestamp"' ).length - 1, faults, peer, recorded };
}

Object.assign( window, {
	judge: async ( plan: Plan, isBeside: boolean ): Promise<Verdict> => {
		const { recorded, ...verdict } = await judge( plan, isBeside );
		( window as unknown as { lastRecorded: Recorded } ).lastRecorded = recorded;
		return verdict;
	},
} );

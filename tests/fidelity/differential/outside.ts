/** Runs in the page around the programs: gives each a frame, replays what was recorded there, and compares. */
import { Replayer } from '@rrweb/replay';
import { beginPagesAnew } from '../../../src/player/stage/next-page';
import { BLOCKED, canonical, styles } from './canonical';
import { FIXED } from './fixed';
import type { Recorded } from './inside';
import { isVirtual, type Checkpoint, type Plan } from './plan';

export interface Verdict {
	plan: Plan;
	checkpoints: number;
	events: number;
	/** What is wrong, empty when nothing is. */
	faults: string[];
	/** The same for rrweb's recorder; null where it did not run beside. */
	peer: string[] | null;
	/** What was recorded, as one text. */
	print: string;
}

type Event = Exclude<ConstructorParameters<typeof Replayer>[ 0 ][ 0 ], string>;

interface Inside {
	runHere: ( plan: Plan, isBeside: boolean ) => Promise<Recorded>;
}

/** Runs programs one after another in a frame of their own. */
async function runAll( plans: Plan[], isBeside: ( plan: Plan ) => boolean ): Promise<Recorded[]> {
	const frame = document.createElement( 'iframe' );
	frame.width = '400';
	frame.height = '300';
	// Painting takes time, and nobody looks.
	frame.style.visibility = 'hidden';
	frame.src = '/program.html';
	document.body.append( frame );
	await new Promise( ( resolve ) => frame.addEventListener( 'load', resolve, { once: true } ) );
	const recorded: Recorded[] = [];
	for ( const plan of plans ) {
		recorded.push( await ( frame.contentWindow as unknown as Inside ).runHere( plan, isBeside( plan ) ) );
	}
	frame.remove();
	return recorded;
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

/** Puts what was recorded of programs together, the programs in the order of their times, and plays it. */
class Replay {
	private readonly root = document.createElement( 'div' );
	private readonly replayer: Replayer;
	private warnings: string[] = [];

	public constructor( private readonly events: Event[], private readonly virtual: boolean ) {
		// See runAll().
		this.root.style.visibility = 'hidden';
		document.body.append( this.root );
		const warn = ( ...said: unknown[] ) => this.warnings.push( said.map( ( part ) => ( typeof part === 'string' ? part : JSON.stringify( part )?.slice( 0, 200 ) ) ).join( ' ' ) );
		this.replayer = new Replayer( events, { root: this.root, useVirtualDom: virtual, mouseTail: false, showWarning: true, logger: { log: warn, warn } as never } );
		beginPagesAnew( this.replayer );
	}

	/** What differs at a checkpoint from what the page was there. */
	public async compare( checkpoint: Checkpoint, last: Event, isMasked: boolean ): Promise<string> {
		// A replayer plays what is earlier than the moment where it stops.
		this.replayer.pause( last.timestamp + 1 - this.events[ 0 ]!.timestamp );
		// The replayer adopts sheets in a task of its own where it could not at once.
		await new Promise( ( resolve ) => setTimeout( resolve ) );
		const mirror = this.replayer.getMirror();
		const isBlocked = ( element: Element ) => 'rr_width' in ( ( mirror.getMeta( element ) as { attributes?: object } | null )?.attributes ?? {} );
		const { lines, elements } = canonical( this.replayer.iframe.contentDocument!, { isOwn: ( node ) => mirror.getId( node ) > 0 || ! /^(style|html)$/i.test( node.nodeName ), isOutline: isMasked, isVirtual: this.virtual, isBlocked } );
		return isMasked ? difference( withoutBlocked( checkpoint.lines, lines ), lines ) : difference( checkpoint.lines, lines ) || difference( checkpoint.styles, styles( elements, checkpoint.every ) );
	}

	/** What the replayer has complained of since it was asked last. */
	public complaints(): string[] {
		return this.warnings.splice( 0 );
	}

	public end(): void {
		this.replayer.destroy();
		this.root.remove();
	}
}

async function checkAll( replay: Replay, { checkpoints }: Recorded, at: number, events: Event[], isMasked: boolean ): Promise<string[]> {
	const faults = orderFault( events );
	try {
		// What was told before something was found closed has been thrown away.
		const usable = checkpoints.filter( ( { events: counts, age } ) => counts[ at ]! > 1 && ( at > 0 || age === checkpoints[ checkpoints.length - 1 ]!.age ) );
		if ( usable.length === 0 ) {
			faults.push( 'nothing was recorded' );
		}
		for ( const checkpoint of usable ) {
			const differs = await replay.compare( checkpoint, events[ Math.min( checkpoint.events[ at ]!, events.length ) - 1 ]!, isMasked );
			if ( differs ) {
				faults.push( `checkpoint after ${ checkpoint.done.slice( -12 ).join( ' ' ) }: ${ differs }` );
				break;
			}
		}
	} catch ( error ) {
		faults.push( `replay: ${ ( error as Error ).stack }` );
	}
	return [ ...faults, ...replay.complaints().slice( 0, 3 ) ];
}

/** Replays what one of the recorders made of programs; null for programs beside which it did not run. */
async function replayAll( plans: Plan[], recorded: Recorded[], at: number ): Promise<( string[] | null )[]> {
	const lists = recorded.map( ( { events } ): Event[] => JSON.parse( events[ at ] ?? '[]' ) );
	const together = lists.flat();
	if ( together.length < 2 ) {
		return lists.map( () => ( at === 0 ? [ 'nothing was recorded' ] : null ) );
	}
	const faults: ( string[] | null )[] = [];
	const replay = new Replay( together, isVirtual( plans[ 0 ]! ) );
	for ( const [ place, plan ] of plans.entries() ) {
		const one = recorded[ place ]!;
		faults.push( one.events[ at ] === undefined ? null : await checkAll( replay, one, at, lists[ place ]!, plan.masked && at === 0 ) );
	}
	replay.end();
	return faults;
}

async function judge( plans: Plan[], beside: number ): Promise<Verdict[]> {
	const recorded = await runAll( plans, ( { seed, masked } ) => ! masked && beside > 0 && seed % beside === 1 % beside );
	( window as unknown as { lastRecorded: Recorded[] } ).lastRecorded = recorded;
	const ours = await replayAll( plans, recorded, 0 );
	const peers = await replayAll( plans, recorded, 1 );
	return plans.map( ( plan, at ) => {
		const { events, errors, secrets, checkpoints } = recorded[ at ]!;
		const leaked = secrets.filter( ( secret ) => events[ 0 ]!.includes( secret ) );
		const faults = [ ...errors, ...ours[ at ]!, ...( leaked.length > 0 ? [ `secrets recorded: ${ leaked.join() }` ] : [] ) ];
		return { plan, checkpoints: checkpoints.length, events: events[ 0 ]!.split( '"timestamp"' ).length - 1, faults, peer: peers[ at ]!, print: events[ 0 ]! };
	} );
}

/** A number that is another when what was recorded is another: the same seed must always give the same. */
function printOf( text: string ): number {
	let print = 0;
	for ( let at = 0; at < text.length; at++ ) {
		print = Math.imul( print, 31 ) + text.charCodeAt( at ) | 0;
	}
	return print;
}

Object.assign( window, { fixedPrograms: FIXED.map( ( { isMasked = false } ) => isMasked ), judge: async ( plans: Plan[], beside: number ) => ( await judge( plans, beside ) ).map( ( { print, ...verdict } ) => ( { ...verdict, print: printOf( print.replaceAll( location.origin, '' ) ) } ) ) } );

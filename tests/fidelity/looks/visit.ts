/**
 * A page as a visitor sees it and as its replay shows it: recorded by the built recorder, sent to the tests' collector,
 * fenced as the site does, played in the real player. Whatever a test says of a moment must hold in both.
 */
import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Browser, type BrowserContextOptions, type Frame, type Page } from '@playwright/test';
import { build } from 'esbuild';
import { EventType } from '../../../src/contracts/generated/event';
import { openVisitor } from '../../privacy/browser.mjs';
import { startSite, tags } from '../../privacy/collector.mjs';
import { sealRecording, type RawEvent } from '../../replay/recordings';
import { measure, type Look, type Measured } from './measure';

const ROOT = join( import.meta.dirname, '../../..' );
/** Attribute by which a moment is found among the events: a number of up to three digits leaves the page in every preset. */
const MARK = 'data-moment';
/** A box may lie this far from that of the visitor's page (CSS px): fractions are rounded differently below a scaled frame. */
const NEAR = 1;

export interface Moment {
	/** What happens before the moment. */
	does?: ( page: Page ) => Promise<unknown>;
	/** Looks by selector. */
	shows: Readonly<Record<string, Look>>;
	/** Looks that hold in the replay alone: of what the visitor's page does not let a script see, or what is shown otherwise. */
	replays?: Readonly<Record<string, Look>>;
}

export interface File {
	type: string;
	body: string | Buffer;
}

export interface Visit {
	/** Settings other than as installed. */
	config?: Record<string, unknown>;
	/** Mark-up of the head before the recorder's tags. */
	head?: string;
	body: string;
	/** Root tag, and what stands before it. */
	open?: string;
	/** Files of the site, by path. */
	files?: Readonly<Record<string, File>>;
	/** Browser of the visitor, and of who watches. */
	visitor?: BrowserContextOptions;
	viewer?: BrowserContextOptions;
	moments: readonly Moment[];
	/** How often the page is marked at a moment: two times where no more is said, for the first mark may fall into a comparison that is under way. */
	marks?: number;
	/** Findings of the fence that are no mistake of the recorder. */
	findings?: Record<string, number>;
}

export interface Recorded {
	/** Events as the fence stores them. */
	events: RawEvent[];
	/** Times of the moments, from the first event (ms). */
	times: number[];
	/** What the recorder sent, as text. */
	text: string;
}

/** A segment as the collector has taken it apart. */
interface Segment {
	text: string;
	events: RawEvent[];
	envelope: { ended?: string };
}

let hostScript: Promise<string> | undefined;

async function bundleHost(): Promise<string> {
	const { outputFiles } = await build( { entryPoints: [ join( ROOT, 'tests/replay/site/host.ts' ) ], bundle: true, write: false, format: 'iife', target: 'es2022', logLevel: 'error' } );
	return outputFiles[ 0 ]!.text;
}

/** Everything of the player that is served beside the recorded pages. */
async function playerFile( path: string ): Promise<File | undefined> {
	if ( path === '/host.js' ) {
		return { type: 'text/javascript', body: await ( hostScript ??= bundleHost() ) };
	}
	if ( path === '/stage.js' || path === '/decoder.js' ) {
		return { type: 'text/javascript', body: await readFile( join( ROOT, 'plugin/build/player', path ) ) };
	}
	return path === '/wp-admin/host' ? { type: 'text/html; charset=utf-8', body: '<!doctype html><title>Host</title><body style="margin:0"><div id="box" style="width:800px;height:500px"></div><script src="/host.js"></script>' } : undefined;
}

/** Events as the site would store them. */
function fenced( bodies: string[], { inputs = false, preset = 'balanced' }: Record<string, unknown>, findings: Record<string, number> ): RawEvent[] {
	const fence = spawnSync( 'php', [ join( ROOT, 'tests/privacy/fence.php' ) ], { input: JSON.stringify( { inputs, preset, segments: bodies } ), encoding: 'utf8', maxBuffer: 1e9 } );
	const report = JSON.parse( fence.stdout ) as { stored: string[]; findings: Record<string, number> | []; dropped: number };
	expect( { findings: { ...report.findings }, dropped: report.dropped }, 'what the fence had to redact' ).toEqual( { findings, dropped: 0 } );
	// The first line of a body is its envelope, the last one the fence's own state.
	return report.stored.flatMap( ( text ) => text.split( '\n' ).slice( 1, -1 ) ).map( ( line ) => JSON.parse( line ) as RawEvent );
}

/** Whether an event tells of a mark: a change of the attribute, or a new snapshot that was taken meanwhile. */
const isMarked = ( { type, data }: RawEvent, value: string ): boolean =>
	type === EventType.fullSnapshot ? JSON.stringify( data ).includes( `"${ MARK }":"${ value }"` ) : ( ( data as { attributes?: { attributes: Record<string, unknown> }[] } ).attributes ?? [] ).some( ( { attributes } ) => attributes[ MARK ] === value );

async function looksOf( scope: Page | Frame, looks: Readonly<Record<string, Look>> ): Promise<Record<string, Measured | 'not there'>> {
	const found: Record<string, Measured | 'not there'> = {};
	for ( const [ selector, look ] of Object.entries( looks ) ) {
		const element = scope.locator( selector ).first();
		found[ selector ] = await element.count() === 0 ? 'not there' : await element.evaluate( measure, look );
	}
	return found;
}

const lookOf = ( found: Record<string, Measured | 'not there'> ) => Object.fromEntries( Object.entries( found ).map( ( [ selector, measured ] ) => [ selector, measured === 'not there' ? measured : measured.look ] ) );

type Site = Awaited<ReturnType<typeof startSite>>;

/** Marks the page, and has the recorder tell all there is, as where a tab is hidden. Resolves when the mark has come. */
async function mark( page: Page, site: Site, value: string ): Promise<void> {
	await page.evaluate( ( [ name, text ] ) => {
		document.documentElement.setAttribute( name, text );
		Object.defineProperty( document, 'visibilityState', { value: 'hidden', configurable: true } );
		document.dispatchEvent( new Event( 'visibilitychange' ) );
		delete ( document as { visibilityState?: unknown } ).visibilityState;
		document.dispatchEvent( new Event( 'visibilitychange' ) );
	}, [ MARK, value ] as const );
	await site.until( ( segments: Segment[] ) => segments.some( ( { events } ) => events.some( ( event ) => isMarked( event, value ) ) ), `moment ${ value }` );
}

/** The recorded page: the frame in the stage. */
function recordedFrame( page: Page ): Frame {
	const inner = page.frames().find( ( frame ) => frame.url().startsWith( 'data:' ) )?.childFrames()[ 0 ];
	if ( ! inner ) {
		throw new Error( 'There is no stage.' );
	}
	return inner;
}

function near( live: Measured | 'not there' | undefined, replayed: Measured | 'not there' | undefined ): boolean {
	return typeof live !== 'object' || typeof replayed !== 'object' || live.box.every( ( value, at ) => Math.abs( value - replayed.box[ at ]! ) <= NEAR );
}

/** Visits the page, looks at its moments, then at the same moments of its replay. */
export async function expectSameLooks( browser: Browser, visit: Visit ): Promise<Recorded> {
	const { head = '<title>A page</title>', body, open = '<!doctype html><html lang="en">', files = {}, config = {}, moments, marks = 2, findings = {} } = visit;
	const html = `${ open }<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${ head }${ tags( config ) }</head><body>${ body }</body></html>`;
	const site = await startSite( { page: async ( path: string ) => ( path === '/page' ? html : files[ path ] ?? await playerFile( path ) ) } );
	try {
		const { context, page, problems } = await openVisitor( browser, { viewport: { width: 1000, height: 700 }, ...visit.visitor } );
		const live: Record<string, Measured | 'not there'>[] = [];
		await page.goto( `${ site.origin }/page` );
		await site.until( ( segments: Segment[] ) => segments.length > 0, 'the first segment' );
		for ( const [ at, { does, shows } ] of moments.entries() ) {
			await does?.( page );
			for ( let n = marks - 1; n >= 0; n-- ) {
				await mark( page, site, `${ at }${ String( n ).padStart( 2, '0' ) }` );
			}
			const looks = await looksOf( page, shows );
			expect( lookOf( looks ), `the visitor's page, moment ${ at }` ).toEqual( shows );
			live.push( looks );
		}
		expect( problems.filter( ( problem ) => ! /404/.test( problem ) ) ).toEqual( [] );
		await context.close();
		const bodies = site.segments.map( ( segment ) => segment.text );
		const events = fenced( bodies, config, findings );
		expect( site.segments.flatMap( ( { envelope } ) => envelope.ended ?? [] ), 'reasons for which the recorder stopped' ).toEqual( [] );
		const first = Math.min( ...events.map( ( event ) => event.timestamp ) );
		const times = moments.map( ( _, at ) => events.find( ( event ) => isMarked( event, `${ at }00` ) )!.timestamp - first );
		await replay( browser, site.origin, visit, { events, times, live } );
		return { events, times, text: bodies.join( '\n' ) };
	} finally {
		await site.close();
	}
}

async function replay( browser: Browser, origin: string, { moments, viewer }: Visit, { events, times, live }: { events: RawEvent[]; times: number[]; live: Record<string, Measured | 'not there'>[] } ): Promise<void> {
	const context = await browser.newContext( { viewport: { width: 1280, height: 900 }, ...viewer } );
	try {
		const page = await context.newPage();
		await page.goto( `${ origin }/wp-admin/host` );
		await page.evaluate( ( given ) => ( window as unknown as { begin: ( given: unknown ) => void } ).begin( given ), sealRecording( [ events ] ) );
		await expect.poll( () => page.evaluate( () => window.state()?.status ) ).toBe( 'ready' );
		// Forwards, then back to the first moment, then to the last: each must be what was seen whatever was shown before.
		for ( const at of [ ...moments.keys(), 0, moments.length - 1 ] ) {
			const { shows, replays } = moments[ at ]!;
			await page.evaluate( ( time ) => window.player?.seek( time ), times[ at ]! );
			await expect( async () => {
				const looks = await looksOf( recordedFrame( page ), { ...shows, ...replays } );
				expect( lookOf( looks ), `the replay, moment ${ at }` ).toEqual( { ...shows, ...replays } );
				const far = Object.keys( shows ).filter( ( selector ) => shows[ selector ]!.shown !== false && ! shows[ selector ]!.anyBox && ! near( live[ at ]![ selector ], looks[ selector ] ) );
				expect( far.map( ( selector ) => [ selector, ( looks[ selector ] as Measured ).box ] ), `boxes of the replay, moment ${ at }` ).toEqual( far.map( ( selector ) => [ selector, ( live[ at ]![ selector ] as Measured ).box ] ) );
			} ).toPass( { timeout: 20_000, intervals: [ 50, 100, 250, 500 ] } );
		}
		const state = await page.evaluate( () => window.state() );
		expect( { limited: state?.limited, message: state?.message }, 'what the player left out' ).toEqual( { limited: 0, message: undefined } );
	} finally {
		await context.close();
	}
}

import type { Recording } from '../contracts/generated/recording';

/** Sentences the player itself may put into {@link PlayerState.message}; the host translates them. */
export interface PlayerStrings {
	/** Accessible name of the stage's frame. */
	frameTitle: string;
	/** The player's own files could not be fetched. */
	cannotStart: string;
	/** The stage's frame was not let into the page. */
	frameRefused: string;
	/** No segment of the recording could be fetched. */
	cannotLoad: string;
	/** Everything was fetched, but no picture of a page is in it. */
	nothingToShow: string;
	/** One segment needs more than the limits of the decoder allow, or longer than it may take. */
	tooLarge: string;
	/** Some time without activity was skipped; gets the skipped time in whole seconds. */
	skipped: ( seconds: number ) => string;
}

export type PlayerStatus = 'loading' | 'ready' | 'playing' | 'paused' | 'ended' | 'failed';

/** All times are ms since the first event of the recording. */
export interface PlayerState {
	status: PlayerStatus;
	/** Plays, or will as soon as it can; at the end: plays on when somebody goes back. */
	wantsToPlay: boolean;
	time: number;
	duration: number;
	speed: number;
	skipIdle: boolean;
	/** The visitor does nothing at this moment, or such a time has just been skipped. */
	idle: boolean;
	/** What to tell the person who watches; set when failed and just after a skip. */
	message?: string;
	/** Places where something was dropped because it was damaged, unknown or too large. */
	limited: number;
	/** Up to where the recording can be played right now. */
	loaded: number;
	/** Ordinal of the page view on the stage. */
	page: number;
	/** Start of each page view by its ordinal, as far as known. */
	pageTimes: Readonly< Record< number, number > >;
	/** Times at which segments are missing: from the last event before to the first event after. */
	gaps: ReadonlyArray< readonly [ number, number ] >;
	/** How many segments are on the site and could not be fetched; their times are among the gaps. */
	unloaded: number;
	/** Size of the visitor's window at this moment, CSS px. */
	viewport: readonly [ number, number ];
}

export interface PlayerOptions {
	/** Empty element; the player fills it and keeps the stage scaled to its size. */
	container: HTMLElement;
	/** Address of stage.js. */
	stageUrl: string;
	/** Address of decoder.js. */
	decoderUrl: string;
	/** Bytes of one segment: gzip of NDJSON, envelope first. Null when the site does not have it; rejects when it cannot be fetched. */
	loadSegment: ( sequence: number ) => Promise< ArrayBuffer | null >;
	recording: Pick< Recording, 'duration' | 'viewport' | 'segment_list' | 'page_views' >;
	/** The site's address; pictures and fonts are taken from its origin only. */
	siteUrl: string;
	strings: PlayerStrings;
	onState: ( state: PlayerState ) => void;
}

export interface Player {
	play: () => void;
	pause: () => void;
	/** Goes to `ms`, waiting for segments when they are not there yet; keeps playing if it played. */
	seek: ( ms: number ) => void;
	/** 0.5 to 8. */
	setSpeed: ( speed: number ) => void;
	setSkipIdle: ( on: boolean ) => void;
	/** Ends everything and empties the container. */
	destroy: () => void;
}

export const MIN_SPEED = 0.5;
export const MAX_SPEED = 8;

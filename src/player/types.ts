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
	/** Every segment was fetched, but none holds a snapshot of a page. */
	nothingToShow: string;
	/** One segment needs more than the limits of the decoder allow, or longer than it may take. */
	tooLarge: string;
	/** Some time without activity was skipped; gets the skipped time in whole seconds. */
	skipped: ( seconds: number ) => string;
}

/**
 * - `loading`: waits for segments, or for the fonts and pictures of the first page.
 * - `ready`: the first page is complete, nothing has been played.
 * - `waiting`: everything that has arrived was played; the visit is live, so more will come.
 * - `failed`: nothing can be played; `message` says why.
 */
export type PlayerStatus = 'loading' | 'ready' | 'playing' | 'paused' | 'waiting' | 'ended' | 'failed';

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
	/** Whether the visit goes on, so that segments may follow. */
	live: boolean;
	/** A sentence for the person who watches; set when failed and just after a skip. */
	message?: string;
	/** Places that were damaged, unknown or too large, and are left out. */
	limited: number;
	/** The limits of a recording are used up: the rest is not loaded. */
	cut: boolean;
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

/** What the player needs of a recording. */
export type PlayedRecording = Pick< Recording, 'duration' | 'viewport' | 'segment_list' | 'page_views' | 'live' >;

export interface PlayerOptions {
	/** Empty element; the player fills it and keeps the stage scaled to its size. */
	container: HTMLElement;
	/** Address of stage.js. */
	stageUrl: string;
	/** Address of decoder.js. */
	decoderUrl: string;
	/** Bytes of one segment: gzip of NDJSON, envelope first. Null when the site does not have it; rejects when it cannot be fetched. */
	loadSegment: ( sequence: number ) => Promise< ArrayBuffer | null >;
	recording: PlayedRecording;
	/** The site's address; pictures and fonts are fetched from its origin only. */
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
	/**
	 * Tells the player what the site now has of a live recording: segments it does not know are fetched and
	 * played after the others. With `live: false` the recording ends after them.
	 */
	update: ( recording: PlayedRecording ) => void;
	/** Ends everything and empties the container. */
	destroy: () => void;
}

export const MIN_SPEED = 0.5;
export const MAX_SPEED = 8;

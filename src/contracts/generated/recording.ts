/* Generated from plugin/schemas/recording.json by "npm run generate". Do not edit. */

/**
 * One tab's visit, as lists and the player's screen get it from /candid/v1/recordings.
 */
export interface Recording {
/**
 * Recording id, 32 hexadecimal digits.
 */
id: string
/**
 * Row id of the account it was made for.
 */
account: number
/**
 * Unix time of the first event, ms, by the server's clock.
 */
started: number
/**
 * From first to last event, ms.
 */
duration: number
/**
 * Number of page views.
 */
pages: number
/**
 * Number of rrweb events, counted by the indexer.
 */
events: number
/**
 * Number of segments in the vault.
 */
segments: number
/**
 * Size in the vault.
 */
bytes: number
device: ("desktop" | "tablet" | "phone")
/**
 * First width and height of the window, CSS px.
 * 
 * @minItems 2
 * @maxItems 2
 */
viewport: [number, number]
language: string
/**
 * Path of the first page view.
 */
entry: string
/**
 * Path of the last page view.
 */
exit: string
/**
 * Title of the first page view.
 */
title: string
referrer: string
/**
 * How many values the fence redacted.
 */
redacted: number
/**
 * Whether a segment came within the last 30 seconds.
 */
live: boolean
/**
 * Chapters; only on a single recording.
 */
page_views?: {
n: number
path: string
title: string
/**
 * ms since the recording's start.
 */
started: number
/**
 * Sequence number of the first segment of this page view.
 */
sequence: number
}[]
/**
 * Segments in playing order; only on a single recording. Bytes come from /recordings/{id}/segments/{sequence}.
 */
segment_list?: {
sequence: number
bytes: number
page: number
}[]
}

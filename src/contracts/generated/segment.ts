/* Generated from plugin/schemas/segment.json by "npm run generate". Do not edit. */

/**
 * One upload: a fixed binary header (big-endian), the account key, then the body: NDJSON, gzipped when the flag says so. Line 1 of the body is the envelope, every further line is one rrweb event.
 */
export interface Segment {
/**
 * Envelope version.
 */
v: 1
/**
 * Ordinal of the page view inside the recording, from 0.
 */
page: number
/**
 * Address of the page, already scrubbed by the recorder.
 */
url: string
/**
 * Title of the page, already scrubbed.
 */
title: string
/**
 * Where the visitor came from, already scrubbed; only on the first page view.
 */
referrer?: string
/**
 * Unix time of the page view's start by the visitor's clock, ms.
 */
started: number
/**
 * Unix time of sealing by the visitor's clock, ms. With the receive time it gives the skew.
 */
sent: number
/**
 * Width and height of the window, CSS px.
 * 
 * @minItems 2
 * @maxItems 2
 */
viewport: [number, number]
/**
 * Width and height of the screen, CSS px.
 * 
 * @minItems 2
 * @maxItems 2
 */
screen: [number, number]
device: ("desktop" | "tablet" | "phone")
/**
 * The browser's first language.
 */
language: string
/**
 * Preset in force when the segment was made.
 */
preset: ("strict" | "balanced" | "open")
/**
 * Whether form inputs were recorded when the segment was made.
 */
inputs: boolean
/**
 * Why the recording ended, on its last segment. "cost": even at its lowest detail the recorder took too much of the page's time.
 */
ended?: ("left" | "stopped" | "limit" | "error" | "selector" | "cost")
}

export const SEGMENT_HEADER = {
	"bytes": 36,
	"magic": "CND",
	"offsets": {
		"magic": 0,
		"version": 3,
		"flags": 4,
		"accountKeyBytes": 5,
		"reserved": 6,
		"recordingKey": 8,
		"sequence": 24,
		"bodyBytes": 28,
		"crc32": 32
	},
	"flags": {
		"gzip": 1,
		"pageEnd": 2
	}
} as const;

export const SEGMENT_LIMITS = {
	"protocolVersion": 1,
	"contentType": "application/octet-stream",
	"maxBodyBytes": 1048576,
	"maxDecodedBytes": 8388608,
	"maxLineBytes": 6291456,
	"maxEnvelopeBytes": 8192,
	"maxSequence": 20000,
	"targetBodyBytes": 14336,
	"sealEveryMs": 5000,
	"keepaliveBudgetBytes": 60000,
	"maxPages": 1000,
	"maxEventsPerSegment": 50000,
	"maxReadMs": 1000
} as const;

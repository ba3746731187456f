/**
 * Limits of what a recording may demand of the browser that plays it. Parts beyond a limit are dropped and
 * counted, and the playing goes on. The numbers are several times what large real pages need. A recording made
 * to reach one of them can still block the admin page for some seconds, but not for good.
 */
export const LIMITS = {
	/** Events of one recording. */
	events: 200_000,
	/** Inflated bytes of one recording. */
	decodedBytes: 256 * 1024 * 1024,
	/** Nodes alive at once. */
	nodes: 100_000,
	/** Nodes added by one event. */
	adds: 20_000,
	/** Nesting of nodes. */
	depth: 512,
	/** Characters of one text node. */
	text: 1024 * 1024,
	/** Characters of one attribute. */
	attribute: 65_536,
	/** Classes of one element: each change of them looks at all. */
	classes: 200,
	/** Attributes of one element. */
	attributes: 200,
	/** Characters of one style sheet, and of all style sheets of a page view. */
	sheet: 512 * 1024,
	sheets: 4 * 1024 * 1024,
	/** Rules of all style sheets of a page view. */
	rules: 40_000,
	/** Pointer positions of one event, and of one recording. */
	positions: 50,
	positionsInAll: 200_000,
	/** Times a rule is held against an element to draw a page view once; and rules that meet every element. */
	matches: 20_000_000,
	rulesForAll: 2_000,
	/** Pieces of one style sheet that the recorder noted as a whole, and characters of such a note. */
	sheetPieces: 200,
	sheetNoted: 8 * 1024 * 1024,
	/** Font faces of a recording. */
	fonts: 100,
	/** Nodes of a page view that `use` draws again. */
	clonedNodes: 100_000,
	/** Documents inside documents. */
	frames: 20,
	/** SVG `use` elements of a page view. */
	uses: 1_000,
	/** Custom element names of a page view. */
	customNames: 500,
	/** Characters of a picture inside the recording: 2 MB as base64. */
	dataImage: 2_796_300,
	/** Addresses handed to the host page for fetching. */
	assets: 500,
	/** CSS px of the visitor's window. */
	viewport: 8_192,
	/** CSS px of any position or scroll offset. */
	offset: 10_000_000,
	/** Longest time between two events, ms; more is a broken clock. */
	pause: 60 * 60 * 1000,
	/** Highest node or style id. */
	id: 1_000_000_000,
} as const;

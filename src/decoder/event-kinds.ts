/** Numbers of the rrweb event format, as the recorder writes them and the stage plays them. */

export const EventType = { DomContentLoaded: 0, Load: 1, FullSnapshot: 2, Incremental: 3, Meta: 4, Custom: 5 } as const;

/** Kinds of an incremental event. */
export const IncrementalSource = {
	Mutation: 0,
	MouseMove: 1,
	MouseInteraction: 2,
	Scroll: 3,
	ViewportResize: 4,
	Input: 5,
	TouchMove: 6,
	MediaInteraction: 7,
	StyleSheetRule: 8,
	Font: 10,
	Log: 11,
	Drag: 12,
	StyleDeclaration: 13,
	Selection: 14,
	AdoptedStyleSheet: 15,
	CustomElement: 16,
} as const;

export const NodeType = { Document: 0, Doctype: 1, Element: 2, Text: 3, Cdata: 4, Comment: 5 } as const;

/** The highest kind of a mouse interaction; the lowest is 0. */
export const LAST_MOUSE_INTERACTION = 10;

/** What a pointer may be: a mouse, a pen, a finger. */
export const POINTER_TYPES: ReadonlySet< unknown > = new Set( [ 0, 1, 2 ] );

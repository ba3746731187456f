/**
 * The parts of rrweb's event format that the gate reads. Loose on purpose: what the gate does not
 * know, it does not let pass.
 */

// Enums that are put in as numbers: every visitor loads this.

/** rrweb's EventType. */
export const enum EVENT { domReady, load, fullSnapshot, incremental, meta, custom }

/** rrweb's IncrementalSource. */
export const enum SOURCE {
	mutation = 0,
	mouseMove = 1,
	mouseInteraction = 2,
	scroll = 3,
	viewportResize = 4,
	input = 5,
	touchMove = 6,
	media = 7,
	styleSheetRule = 8,
	drag = 12,
	styleDeclaration = 13,
	selection = 14,
	adoptedStyleSheet = 15,
	customElement = 16,
}

/** rrweb's NodeType. */
export const enum NODE { document, doctype, element, text }

export type Attributes = Record<string, unknown>;

export interface SerializedNode {
	type: number;
	id: number;
	tagName?: string;
	attributes?: Attributes;
	childNodes?: SerializedNode[];
	textContent?: string;
}

export interface Mutation {
	adds: { parentId: number; nextId: number | null; node: SerializedNode }[];
	removes: { parentId: number; id: number }[];
	texts: { id: number; value: string | null }[];
	attributes: { id: number; attributes: Attributes }[];
}

export interface Rule {
	rule: string;
}

export interface RecordedEvent {
	type: number;
	timestamp: number;
	data: Record<string, unknown>;
}

/** rrweb's two-way map between nodes of the page and ids in the events. */
export interface Mirror {
	getNode: ( id: number ) => Node | null;
	getId: ( node: Node | null ) => number;
}

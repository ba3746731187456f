/**
 * The parts of an event that the gate reads, in the words of plugin/schemas/event.json. Loose on purpose: what the gate
 * does not know, it does not let pass.
 */
export { EventDetail as DETAIL, EventNode as NODE, EventSource as SOURCE, EventType as EVENT } from '../contracts/generated/event';

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
	/** The data as JSON in UTF-8, where a large description was written in slices. `data` then says the source alone, or nothing. */
	written?: Uint8Array<ArrayBuffer>[];
}

/** The node that an event names by its number; null for one that the event does not name. */
export type NodeOf = ( id: number ) => Node | null;

/** Parts that a delivery is made of, and the segments it delivers. */
import type { Identity } from '../session/identity';
import type { Bytes } from './segment';

export interface Parcel {
	/** NDJSON as UTF-8, in pieces; its gzip once the compressor has answered. */
	body: Bytes[];
	/** Bytes of the body. */
	size: number;
	gzipped: boolean;
	pageEnd: boolean;
	hasSnapshot: boolean;
	/** The NDJSON, of which smaller segments can be made. */
	ndjson: Bytes[];
	/** Whether the body has its final form. */
	isReady: boolean;
	/** A parcel that is dropped unsent leaves a hole in the sequence, by which the loss is seen. */
	sequence: number;
	/** Whether it was tried: from then on its bytes stay as they are. */
	tried: boolean;
	sending: boolean;
	/** Whether it was purged while it was on its way: it is not sent a second time. */
	isPurged: boolean;
	/** Recording the parcel belongs to. */
	key: Uint8Array;
}

export interface DeliverySettings {
	door: string;
	accountKey: string;
	identity: Pick<Identity, 'key' | 'take'>;
	/** Called once when nothing can be delivered any more from this page. */
	onRefused: () => void;
	/**
	 * Called when a segment is lost: only a new full snapshot makes readable what follows.
	 *
	 * @param hadSnapshot Whether the lost segment held a full snapshot: the next one would fare the same.
	 */
	onLost: ( hadSnapshot: boolean ) => void;
	/** Called when a segment is dropped because too many bytes wait: whatever is captured now would be dropped too. */
	onFull: () => void;
	/** Called when, after onFull, everything that waited is gone. */
	onRoom: () => void;
	fetch?: typeof fetch;
	/** Evenly from 0 to 1. */
	random?: () => number;
	isOnline?: () => boolean;
}

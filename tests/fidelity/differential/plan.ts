/** What a program is, and what it leaves to compare. */
export interface Plan {
	seed: number;
	operations: number;
	masked: boolean;
	/** Place in FIXED of a program that is not random. */
	fixed?: number;
	/** Operations left out, to shrink a program. */
	without?: number[];
}

export interface Checkpoint {
	/** How many events each recorder has told so far. */
	events: number[];
	/** How often the events were thrown away before. */
	age: number;
	lines: string[];
	styles: string[];
	/** Of so many elements the styles of one are compared. */
	every: number;
	/** Operations done so far. */
	done: string[];
}

/** Programs that stand together in a batch are replayed alike: by rrweb's virtual DOM, which plays long stretches, or without. */
export const isVirtual = ( { seed }: Plan ): boolean => Math.floor( ( seed - 1 ) / 25 ) % 4 === 0;

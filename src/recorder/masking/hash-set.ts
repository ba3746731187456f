/**
 * A bounded set of 32-bit hashes in open addressing: four bytes a slot, so that the texts of a page of 7,000 nodes are
 * remembered in 64 KB, and no copy of any text is held.
 */

/** Slots at first; doubled whenever half of them are taken. */
const FIRST_SLOTS = 1024;

/** FNV-1a over the UTF-16 code units of a text that are no white space; never 0. */
export function hashOfText( text: string, seed = 0x811c9dc5 ): number {
	let hash = seed;
	for ( let at = 0; at < text.length; at++ ) {
		const unit = text.charCodeAt( at );
		if ( unit > 32 && unit !== 0xa0 ) {
			hash = Math.imul( hash ^ unit, 0x01000193 );
		}
	}
	return hash || 1;
}

export class HashSet {
	private slots = new Int32Array( FIRST_SLOTS );
	private count = 0;

	/** @param most Hashes that the set takes. */
	constructor( private readonly most: number ) {}

	has( hash: number ): boolean {
		return this.slots[ this.slotOf( hash ) ] === hash;
	}

	/** False: the set is full. */
	add( hash: number ): boolean {
		const at = this.slotOf( hash );
		if ( this.slots[ at ] !== hash ) {
			if ( this.count >= this.most ) {
				return false;
			}
			this.slots[ at ] = hash;
			if ( ++this.count * 2 > this.slots.length ) {
				this.grow();
			}
		}
		return true;
	}

	private slotOf( hash: number ): number {
		const last = this.slots.length - 1;
		let at = ( hash ^ ( hash >>> 15 ) ) & last;
		while ( this.slots[ at ] && this.slots[ at ] !== hash ) {
			at = ( at + 1 ) & last;
		}
		return at;
	}

	private grow(): void {
		const before = this.slots;
		this.slots = new Int32Array( before.length * 2 );
		for ( const hash of before ) {
			if ( hash ) {
				this.slots[ this.slotOf( hash ) ] = hash;
			}
		}
	}
}

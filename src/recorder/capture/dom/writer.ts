/**
 * JSON that is written piece by piece, in slices: what has been written is turned into UTF-8 every now and then, so
 * that neither a large tree of objects nor a large text is held, and nothing large is turned at once.
 */

/** Characters after which the text is turned: small enough for a fraction of a millisecond. */
const TURNED_AT = 16_384;

export class Writer {
	private readonly chunks: Uint8Array<ArrayBuffer>[] = [];
	private readonly encoder = new TextEncoder();
	/** Whether the next item is the first. */
	private isOpen = true;

	/** @param waiting Text that is not turned yet: what is written first. */
	public constructor( private waiting: string ) {}

	/** Writes a piece. */
	public write( text: string ): void {
		this.waiting += text;
		if ( this.waiting.length > TURNED_AT ) {
			this.turn();
		}
	}

	/**
	 * Writes an item of the list that was opened last, with a comma before all but the first.
	 *
	 * @param isParent Whether the text ends with a list that is opened.
	 */
	public item( text: string, isParent = false ): void {
		this.write( this.isOpen ? text : `,${ text }` );
		this.isOpen = isParent;
	}

	/** Opens a list after this text. */
	public open( text: string ): void {
		this.write( `${ text }[` );
		this.isOpen = true;
	}

	/** Closes a list and writes what stands after it. */
	public close( text: string ): void {
		this.write( `]${ text }` );
		this.isOpen = false;
	}

	/** All that was written, as UTF-8. */
	public end(): Uint8Array<ArrayBuffer>[] {
		this.turn();
		return this.chunks;
	}

	private turn(): void {
		this.chunks.push( this.encoder.encode( this.waiting ) );
		this.waiting = '';
	}
}

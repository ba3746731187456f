/**
 * Erases recordings on the server: by their keys, which only this tab holds. A key waits in the tab's storage until the
 * server has answered, so that no crash and no lost connection leaves a recording behind.
 */
import { TO_ERASE } from './stored-answer';

/** First and longest wait before another attempt, ms. */
const FIRST_WAIT_MS = 5000;
const LONGEST_WAIT_MS = 60_000;
/** Most keys of one request (PHP: Door\Eraser). */
const MOST_KEYS = 8;

const bytesOf = ( keys: string[] ) => Uint8Array.from( keys.join( '' ).match( /../g )!, ( pair ) => parseInt( pair, 16 ) );

export class Erasure {
	private keys: string[] = [];
	private wait = FIRST_WAIT_MS;
	private timer: ReturnType<typeof setTimeout> | undefined;
	private isSending = false;

	/**
	 * @param address  Address that erases.
	 * @param onErased Gets a receipt for each recording.
	 */
	constructor( private readonly address: string, private readonly onErased: ( receipts: string[] ) => void ) {}

	/** Goes on with what an earlier page of the tab could not finish. */
	start(): void {
		try {
			this.keys = ( sessionStorage.getItem( TO_ERASE ) ?? '' ).match( /[0-9a-f]{32}/g ) ?? [];
		} catch {}
		addEventListener( 'online', this.onOnline );
		void this.send();
	}

	/** Attempts nothing any more; what was not erased stays in the tab's storage for its next page. */
	stop(): void {
		removeEventListener( 'online', this.onOnline );
		clearTimeout( this.timer );
		this.isSending = true;
	}

	/** @param key Recording key, 32 hexadecimal digits. */
	add( key: string ): void {
		this.keys.push( key );
		this.keep();
		void this.send();
	}

	private keep(): void {
		try {
			if ( this.keys.length ) {
				sessionStorage.setItem( TO_ERASE, this.keys.join() );
			} else {
				sessionStorage.removeItem( TO_ERASE );
			}
		} catch {}
	}

	private readonly onOnline = () => void this.send();

	private async send(): Promise<void> {
		const keys = this.keys.slice( 0, MOST_KEYS );
		if ( this.isSending || ! keys.length ) {
			return;
		}
		clearTimeout( this.timer );
		this.isSending = true;
		let receipts: unknown;
		try {
			const response = await fetch( this.address, {
				method: 'POST',
				body: bytesOf( keys ),
				headers: { 'Content-Type': 'application/octet-stream' },
				credentials: 'omit',
				cache: 'no-store',
				referrerPolicy: 'origin',
				keepalive: true,
			} );
			receipts = response.ok && ( await response.json() ).receipts;
		} catch {}
		this.isSending = false;
		if ( Array.isArray( receipts ) ) {
			this.keys = this.keys.slice( keys.length );
			this.keep();
			this.onErased( receipts );
			return this.send();
		}
		this.timer = setTimeout( this.onOnline, this.wait );
		this.wait = Math.min( LONGEST_WAIT_MS, this.wait * 2 );
	}
}

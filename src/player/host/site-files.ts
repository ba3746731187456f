/**
 * Pictures and fonts of the site itself, fetched for the stage: without credentials, static files only,
 * checked by address, type, first bytes and size. Vector pictures are handed on as pixels.
 */
import { siteAsset, type AssetKind } from '../../decoder/site-asset';

export interface SiteFile {
	id: number;
	/** A picture's media type, or `font`; empty when the file cannot be had. */
	type: string;
	bytes: ArrayBuffer;
}

const MAX_FILE = 2 * 1024 * 1024;
const MAX_ALL = 40 * 1024 * 1024;
const AT_ONCE = 6;
/** Longest side of a vector picture drawn as pixels. */
const MAX_DRAWN = 1600;

const RASTER: ReadonlyArray< readonly [ string, ( head: string ) => boolean ] > = [
	[ 'image/png', ( head ) => head.startsWith( '\x89PNG' ) ],
	[ 'image/jpeg', ( head ) => head.startsWith( '\xff\xd8\xff' ) ],
	[ 'image/gif', ( head ) => head.startsWith( 'GIF8' ) ],
	[ 'image/webp', ( head ) => head.startsWith( 'RIFF' ) && head.slice( 8, 12 ) === 'WEBP' ],
	[ 'image/avif', ( head ) => head.slice( 4, 8 ) === 'ftyp' && /^avi[fs]|^mif1/.test( head.slice( 8, 12 ) ) ],
];
const FONT_HEADS = [ 'wOFF', 'wOF2', '\x00\x01\x00\x00', 'true' ];

/** What the first bytes say a file is: a raster media type, `font`, or null. */
export function fileType( bytes: ArrayBuffer, kind: AssetKind ): string | null {
	const head = String.fromCharCode( ...new Uint8Array( bytes, 0, Math.min( 12, bytes.byteLength ) ) );
	if ( kind === 'font' ) {
		return FONT_HEADS.some( ( start ) => head.startsWith( start ) ) ? 'font' : null;
	}
	return RASTER.find( ( [ , test ] ) => test( head ) )?.[ 0 ] ?? null;
}

/** Says of a file that it does not come. */
const lost = (): Omit< SiteFile, 'id' > => ( { type: '', bytes: new ArrayBuffer( 0 ) } );

/** Whole body, or null above `max` bytes. */
async function readUpTo( response: Response, max: number ): Promise< ArrayBuffer | null > {
	const reader = response.body?.getReader();
	const parts: Uint8Array[] = [];
	let total = 0;
	while ( reader ) {
		const { done, value } = await reader.read();
		if ( done ) {
			break;
		}
		total += value.byteLength;
		if ( total > max ) {
			void reader.cancel();
			return null;
		}
		parts.push( value );
	}
	const all = new Uint8Array( total );
	let at = 0;
	for ( const part of parts ) {
		all.set( part, at );
		at += part.byteLength;
	}
	return all.buffer;
}

/** Draws an SVG file to pixels. As a picture it runs no script and loads nothing. */
async function drawVector( bytes: ArrayBuffer ): Promise< ArrayBuffer | null > {
	const address = URL.createObjectURL( new Blob( [ bytes ], { type: 'image/svg+xml' } ) );
	try {
		const image = new Image();
		image.src = address;
		await image.decode();
		// At its own size, so that a page that does not say a size keeps its shape.
		const scale = Math.min( 1, MAX_DRAWN / Math.max( 1, image.naturalWidth, image.naturalHeight ) );
		const canvas = document.createElement( 'canvas' );
		canvas.width = Math.max( 1, Math.round( ( image.naturalWidth || 300 ) * scale ) );
		canvas.height = Math.max( 1, Math.round( ( image.naturalHeight || 150 ) * scale ) );
		canvas.getContext( '2d' )?.drawImage( image, 0, 0, canvas.width, canvas.height );
		const blob = await new Promise< Blob | null >( ( resolve ) => canvas.toBlob( resolve, 'image/png' ) );
		return blob ? await blob.arrayBuffer() : null;
	} catch {
		return null;
	} finally {
		URL.revokeObjectURL( address );
	}
}

/** Fetches what the decoder asks for; hands on what passes, and of the rest that it never comes. */
export class SiteFiles {
	private readonly origin: string;
	private readonly waiting: Array< { id: number; url: string; kind: AssetKind } > = [];
	private running = 0;
	private total = 0;
	private stopped = false;

	public constructor( siteUrl: string, private readonly hand: ( file: SiteFile ) => void ) {
		this.origin = new URL( siteUrl ).origin;
	}

	public want( id: unknown, url: unknown, kind: unknown ): void {
		if ( typeof id !== 'number' || typeof url !== 'string' || ( kind !== 'image' && kind !== 'font' ) ) {
			return;
		}
		const address = siteAsset( url, this.origin, this.origin, kind );
		if ( address !== null ) {
			this.waiting.push( { id, url: address, kind } );
			void this.run();
		} else {
			this.hand( { id, ...lost() } );
		}
	}

	public stop(): void {
		this.stopped = true;
	}

	private async run(): Promise< void > {
		if ( this.running >= AT_ONCE ) {
			return;
		}
		this.running++;
		for ( let next = this.waiting.shift(); next && ! this.stopped; next = this.waiting.shift() ) {
			const file = await this.fetchOne( next.url, next.kind ).catch( () => null );
			if ( ! this.stopped ) {
				this.hand( { id: next.id, ...( file ?? lost() ) } );
			}
		}
		this.running--;
	}

	private async fetchOne( url: string, kind: AssetKind ): Promise< Omit< SiteFile, 'id' > | null > {
		if ( this.total >= MAX_ALL ) {
			return null;
		}
		const response = await fetch( url, { credentials: 'omit', mode: 'same-origin', redirect: 'error', referrerPolicy: 'no-referrer', cache: 'force-cache' } );
		const declared = ( response.headers.get( 'content-type' ) ?? '' ).toLowerCase();
		if ( ! response.ok || ! /^(?:image|font|application\/(?:font|x-font|vnd\.ms-fontobject|octet-stream))/.test( declared ) ) {
			return null;
		}
		const bytes = await readUpTo( response, Math.min( MAX_FILE, MAX_ALL - this.total ) );
		if ( bytes === null ) {
			return null;
		}
		this.total += bytes.byteLength;
		if ( kind === 'image' && declared.startsWith( 'image/svg' ) ) {
			const drawn = await drawVector( bytes );
			return drawn === null ? null : { type: 'image/png', bytes: drawn };
		}
		const type = fileType( bytes, kind );
		return type === null ? null : { type, bytes };
	}
}

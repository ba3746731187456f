import { ASSET_ATTRIBUTE, BOX_ATTRIBUTE, STAND_IN } from '../../decoder/stage-words';
import type { WantedFont } from '../../decoder/sanitize/page';

/** Marks our own style element inside the recorded document. */
const STYLE_ATTRIBUTE = 'data-candid-stage';

/** Scrolling by the page itself was recorded: the browser's scroll anchoring would add to the recorded positions. */
const BASE_STYLE = `
* { overflow-anchor: none !important; }
${ STAND_IN } { display: none !important; }
[${ BOX_ATTRIBUTE }="blocked"] { background: repeating-linear-gradient(135deg, #e4e6ea 0 8px, #eef0f2 8px 16px) !important; }
img[${ ASSET_ATTRIBUTE }=""] { background: #e4e6ea; }
video { background: #e4e6ea; }
`;

/** A gray picture of the size the page states, so that the layout stays the same without the real one. */
function placeholder( image: Element ): string | null {
	const width = Number.parseInt( image.getAttribute( 'width' ) ?? '', 10 );
	const height = Number.parseInt( image.getAttribute( 'height' ) ?? '', 10 );
	if ( ! ( width > 0 && height > 0 && width < 10_000 && height < 10_000 ) ) {
		return null;
	}
	return `data:image/svg+xml,${ encodeURIComponent( `<svg xmlns="http://www.w3.org/2000/svg" width="${ width }" height="${ height }"><rect width="100%" height="100%" fill="#e4e6ea"/></svg>` ) }`;
}

/** Has the browser decode a picture before it is painted; one that is damaged does not matter. */
async function decode( address: string ): Promise< void > {
	const image = new Image();
	image.src = address;
	try {
		await image.decode();
	} catch {
		// Shown as a broken picture, as on the visitor's page.
	}
}

/** Whether an element still stands in a document that stands in a window. */
function isShown( element: Element ): boolean {
	return element.isConnected && element.ownerDocument.defaultView !== null;
}

/**
 * Pictures and fonts the host page hands over as data: puts them where the recorded page names them, now
 * and in every document that is built later.
 */
export class Pictures {
	private readonly addresses = new Map< string, string >();
	private readonly files = new Map< number, ArrayBuffer >();
	private readonly waiting = new Map< string, Set< Element > >();
	/** Files that will never come. */
	private readonly lost = new Set< string >();
	private readonly documents = new Set< Document >();
	private readonly fonts: WantedFont[] = [];
	private readonly faces: FontFace[] = [];
	/** One for each face and picture file; resolved when it can be painted, or never will. */
	private readonly loading: Array< Promise< unknown > > = [];

	/** A document of the recording has been built. */
	public addDocument( doc: Document ): void {
		for ( const known of this.documents ) {
			if ( ! known.defaultView ) {
				this.documents.delete( known );
			}
		}
		for ( const [ id, elements ] of this.waiting ) {
			// A waiting element keeps its whole document in memory, and every seek backwards builds another document.
			elements.forEach( ( element ) => isShown( element ) || elements.delete( element ) );
			if ( elements.size === 0 ) {
				this.waiting.delete( id );
			}
		}
		this.documents.add( doc );
		this.writeStyle( doc );
		for ( const face of this.faces ) {
			doc.fonts.add( face );
		}
	}

	/** An element of the recording has been built, or its picture has changed. */
	public addElement( element: Element ): void {
		const id = element.getAttribute( ASSET_ATTRIBUTE );
		if ( id === null ) {
			return;
		}
		const address = this.addresses.get( id );
		if ( address !== undefined ) {
			this.show( element, address );
			return;
		}
		const stand = element.localName === 'img' ? placeholder( element ) : null;
		if ( stand !== null ) {
			element.setAttribute( 'src', stand );
		}
		if ( id !== '' && ! this.lost.has( id ) ) {
			this.waiting.set( id, ( this.waiting.get( id ) ?? new Set() ).add( element ) );
		}
	}

	/** A file has come from the host page; one without bytes is one that will never come. */
	public addFile( id: number, type: string, bytes: ArrayBuffer ): void {
		if ( bytes.byteLength === 0 ) {
			this.lost.add( String( id ) );
			this.waiting.delete( String( id ) );
			return;
		}
		if ( type === 'font' ) {
			this.files.set( id, bytes );
			this.fonts.filter( ( font ) => font.id === id ).forEach( ( font ) => this.load( font, bytes ) );
			return;
		}
		const key = String( id );
		const address = URL.createObjectURL( new Blob( [ bytes ], { type } ) );
		this.addresses.set( key, address );
		this.loading.push( decode( address ) );
		this.documents.forEach( ( doc ) => this.writeStyle( doc ) );
		this.waiting.get( key )?.forEach( ( element ) => this.show( element, address ) );
		this.waiting.delete( key );
	}

	public addFonts( fonts: readonly WantedFont[] ): void {
		for ( const font of fonts ) {
			this.fonts.push( font );
			const bytes = this.files.get( font.id );
			if ( bytes ) {
				this.load( font, bytes );
			}
		}
	}

	/** Resolves when the fonts and pictures that have come so far can be painted. Never rejects. */
	public async settled(): Promise< void > {
		await Promise.all( this.loading );
	}

	private show( element: Element, address: string ): void {
		if ( element.localName === 'img' ) {
			element.setAttribute( 'src', address );
		} else if ( element.localName === 'image' ) {
			element.setAttribute( 'href', address );
		}
	}

	private load( font: WantedFont, bytes: ArrayBuffer ): void {
		try {
			const face = new FontFace( font.family, bytes.slice( 0 ), font.descriptors as FontFaceDescriptors );
			this.loading.push( face.load().catch( () => undefined ) );
			this.faces.push( face );
			this.documents.forEach( ( doc ) => doc.fonts.add( face ) );
		} catch {
			// A family or descriptor no browser takes: the page is shown in another font.
		}
	}

	private writeStyle( doc: Document ): void {
		if ( ! doc.documentElement ) {
			return;
		}
		let style = doc.querySelector( `style[${ STYLE_ATTRIBUTE }]` );
		if ( ! style ) {
			style = doc.createElement( 'style' );
			style.setAttribute( STYLE_ATTRIBUTE, '' );
			doc.documentElement.append( style );
		}
		const assets = [ ...this.addresses ].map( ( [ id, address ] ) => `--candid-asset-${ id }:url("${ address }")` ).join( ';' );
		style.textContent = `${ BASE_STYLE }:root{${ assets }}`;
	}
}

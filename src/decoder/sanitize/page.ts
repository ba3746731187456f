import { asNumber } from '../parse';
import { LIMITS } from '../limits';
import { isRasterData, siteAsset, type AssetKind } from '../site-asset';
import { apart, cleanCss, cleanPieces, cutSheet, fontDeclarations, fontSources, type CssLinks } from './css';
import { answer, type Display } from './display';
import { KnownNodes } from './known-nodes';

/** Something the host page is asked to fetch; `id` is its name on the stage. */
export interface WantedAsset {
	id: number;
	url: string;
	kind: AssetKind;
}

/** A font face of the page; its file is the asset `id`. */
export interface WantedFont {
	id: number;
	family: string;
	descriptors: Record< string, string >;
}

const FONT_DESCRIPTORS: Record< string, string > = { 'font-style': 'style', 'font-weight': 'weight', 'font-stretch': 'stretch', 'unicode-range': 'unicodeRange', 'font-display': 'display' };

/** What the sanitizer knows of the recording and of the page view on the stage right now. */
export class PageContext {
	public readonly nodes = new KnownNodes();
	/** Address of the recorded page; relative addresses are resolved against it. */
	public base: string;
	/** Things dropped that an honest recorder would not have sent, or that were too large. */
	public dropped = 0;

	/** Media features of the visitor's screen; null where the recording does not tell them. */
	public display: Display | null = null;

	private sheetCharacters = 0;
	private rules = 0;
	private frames = 0;
	private uses = 0;
	private positions = 0;
	private customNames = new Set< string >();
	private readonly assets = new Map< string, number >();
	private wantedAssets: WantedAsset[] = [];
	private wantedFonts: WantedFont[] = [];
	private fonts = 0;
	/** Ids of the files of each face. */
	private readonly fontsSeen = new Map< string, Set< number > >();

	public constructor( private readonly siteOrigin: string ) {
		this.base = siteOrigin;
	}

	/** A new picture of a page follows: budgets of the page view start again. */
	public startSnapshot(): void {
		this.nodes.clear();
		this.sheetCharacters = 0;
		this.rules = 0;
		this.frames = 0;
		this.uses = 0;
		this.customNames.clear();
	}

	public drop(): null {
		this.dropped++;
		return null;
	}

	/** A usable node or style id: an integer from 1. */
	public id( value: unknown ): number | null {
		const id = asNumber( value, 0, LIMITS.id + 1 );
		return id !== null && Number.isInteger( id ) && id >= 1 && id <= LIMITS.id ? id : null;
	}

	/** Whether one more frame, `use` or custom name fits the budget of the page view. */
	public mayAddFrame(): boolean {
		return ++this.frames <= LIMITS.frames;
	}

	public mayAddUse( name: string ): boolean {
		return ( ++this.uses <= LIMITS.uses && this.nodes.clones.use( name ) ) || this.drop() !== null;
	}

	/** Pointer positions that still fit the budget of the recording, of so many. */
	public takePositions( wanted: number ): number {
		const taken = Math.min( wanted, LIMITS.positions, LIMITS.positionsInAll - this.positions );
		this.positions += taken;
		return taken;
	}

	public mayUseName( name: string ): boolean {
		this.customNames.add( name );
		return this.customNames.size <= LIMITS.customNames;
	}

	/** Number of a picture of the site itself, or null when it is not one. */
	public image( url: string ): number | null {
		return this.asset( url, 'image' );
	}

	/** A whole style sheet, or one rule of it. */
	public sheet( css: string ): string {
		return cleanCss( this.fitting( css, LIMITS.sheet ), this.links( true ) );
	}

	/** A style sheet that stands in several text nodes. Each may be changed without the others. */
	public sheets( parts: readonly string[] ): string[] {
		let room: number = LIMITS.sheet;
		const fitting = parts.map( ( part ) => {
			const fits = this.fitting( part, room );
			room -= fits.length;
			return fits;
		} );
		return cleanPieces( fitting, this.links( true ) ).map( apart );
	}

	private fitting( css: string, most: number ): string {
		const room = Math.max( 0, Math.min( most, LIMITS.sheets - this.sheetCharacters ) );
		if ( css.length > room ) {
			this.drop();
		}
		const cut = cutSheet( css, room );
		this.sheetCharacters += cut.length;
		return cut;
	}

	/** The value of a `style` attribute or of one declaration. */
	public declarations( css: string ): string {
		return css.length > LIMITS.attribute && ! css.includes( 'data:image' ) ? '' : cleanCss( css.slice( 0, LIMITS.dataImage ), this.links( false ) );
	}

	/** A font the page loaded by script. */
	public font( family: string, src: string, descriptors: Record< string, string > ): void {
		if ( family.length > 200 || this.fonts >= LIMITS.fonts ) {
			return;
		}
		const face = `${ family } ${ JSON.stringify( descriptors ) }`;
		const seen = this.fontsSeen.get( face ) ?? new Set();
		for ( const url of fontSources( src ) ) {
			const id = this.asset( url, 'font' );
			if ( id !== null && ! seen.has( id ) ) {
				this.fonts++;
				this.fontsSeen.set( face, seen.add( id ) );
				this.wantedFonts.push( { id, family, descriptors } );
				return;
			}
		}
	}

	/** What is to be fetched since the last call. */
	public takeAssets(): WantedAsset[] {
		const wanted = this.wantedAssets;
		this.wantedAssets = [];
		return wanted;
	}

	public takeFonts(): WantedFont[] {
		const wanted = this.wantedFonts;
		this.wantedFonts = [];
		return wanted;
	}

	private asset( url: string, kind: AssetKind ): number | null {
		const address = siteAsset( url, this.base, this.siteOrigin, kind );
		if ( address === null ) {
			return null;
		}
		const known = this.assets.get( address );
		if ( known !== undefined || this.assets.size >= LIMITS.assets ) {
			return known ?? null;
		}
		const id = this.assets.size + 1;
		this.assets.set( address, id );
		this.wantedAssets.push( { id, url: address, kind } );
		return id;
	}

	private links( sheet: boolean ): CssLinks {
		const { display } = this;
		return {
			media: sheet && display ? ( feature, value ) => answer( display, feature, value ) : undefined,
			dark: display?.flags.dark,
			image: ( url ) => {
				if ( isRasterData( url, LIMITS.dataImage ) ) {
					return `url("${ url }")`;
				}
				const id = this.image( url );
				return id === null ? null : `var(--candid-asset-${ id },none)`;
			},
			rule: sheet ? ( keys ) => ( ++this.rules <= LIMITS.rules && this.nodes.matches.addRule( keys ) ) || this.drop() !== null : undefined,
			fontFace: sheet ? ( block ) => this.fontFace( block ) : undefined,
		};
	}

	private fontFace( block: string ): void {
		const found = fontDeclarations( block );
		const family = ( found.get( 'font-family' ) ?? '' ).replace( /^["']|["']$/g, '' );
		const descriptors: Record< string, string > = {};
		for ( const [ css, name ] of Object.entries( FONT_DESCRIPTORS ) ) {
			const value = found.get( css );
			if ( value && value.length <= 2000 ) {
				descriptors[ name ] = value;
			}
		}
		if ( family !== '' ) {
			this.font( family, found.get( 'src' ) ?? '', descriptors );
		}
	}
}

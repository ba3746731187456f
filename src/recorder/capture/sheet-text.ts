/**
 * A style sheet as one text that says what applies: imports in place with their conditions, media of the sheet around
 * the rules, nothing of a sheet that is switched off.
 *
 * Rules are read from the CSSOM, because scripts add and change rules there. Where the source of a sheet gives the same
 * rules, the source is taken: the CSSOM writes longhands empty whose shorthand came through var() (CSS Variables,
 * "pending-substitution value"). The source of a style element is its text; that of a file is fetched once, from the
 * browser's cache, where a longhand is empty.
 */
import { absoluteCss } from './dom/attributes';
import { rulesOf } from './sheet-rules';
import { baseOf, nodeNameOf, textOf } from '../../privacy/natives';

/** Rules of larger sources are compared a few at a time (SheetWatch); here by their number alone (characters). */
export const LONGEST_COMPARED = 20_000;
/** A sheet without rules. A replay takes a link without any text for one that is not described, and loads its address. */
const NOTHING = '/**/';
/** Imports are followed this deep; a sheet may import itself through others. */
const DEEPEST = 8;
/** Files that are fetched of a page, and characters of one. */
const MOST_FILES = 30;
const LONGEST_FILE = 1_000_000;

/** A longhand without a value. A custom property may have an empty one. */
const HOLE = /[{;]\s*-?[a-z][a-z-]*: ;/;
const HOLES = /(^|[\s;])-?[a-z][a-z-]*: ;/g;
/** Statements before the rules of a source: encoding, imports, and layers that are only named. */
const PRELUDE = /^(?:\s+|<!--|-->|\/\*[^]*?\*\/|@charset "[^"]*";|@layer[^{};]*;|@import(?:\s|\/\*[^]*?\*\/|url\((?:[^"')\\]|\\[^])*\)|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|[^;"'])*;)*/i;

/** Tokens that separate the rules of a source: comments, strings and escapes hold no braces of its own. */
const SIGNS = /\/\*[^]*?\*\/|"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\\[^]|[{};]/g;

/** Texts of rules from this one on. */
function joined( rules: CSSRuleList, from = 0, filled = ( text: string ): string => text ): string {
	let text = '';
	for ( let at = from; at < rules.length; at++ ) {
		text += filled( rules[ at ]!.cssText );
	}
	return text;
}

const selectorOf = ( rule: string ): string => rule.slice( 0, rule.indexOf( '{' ) );

/** Fills empty longhands in texts of rules by the rules of a source. A rule that was changed gets its own declarations behind those of the source. */
function filling( source: string ): ( text: string ) => string {
	const known = rulesBySaying( source );
	const bySelector = new Map( [ ...known ].map( ( [ said, rule ] ) => [ selectorOf( said ), rule ] ) );
	return ( text ) => {
		const rule = HOLE.test( text ) ? known.get( text ) ?? bySelector.get( selectorOf( text ) ) : undefined;
		return rule === undefined || known.has( text ) ? rule ?? text : rule.replace( /\}\s*$/, `;${ text.slice( text.indexOf( '{' ) + 1 ).replace( HOLES, '' ) }` );
	};
}

/** The rules of a source in which a longhand is empty, by what the CSSOM says of each. */
function rulesBySaying( source: string ): Map<string, string> {
	const found = new Map<string, string>();
	const sheet = new CSSStyleSheet();
	let depth = 0;
	let start = 0;
	for ( const { 0: sign, index } of source.matchAll( SIGNS ) ) {
		depth += Number( sign === '{' ) - Number( sign === '}' );
		if ( depth <= 0 && ( sign === '}' || sign === ';' ) ) {
			const rule = source.slice( start, index + 1 );
			start = index + 1;
			depth = 0;
			if ( /(var|env)\(/i.test( rule ) ) {
				sheet.replaceSync( rule );
				const said = sheet.cssRules[ 0 ]?.cssText ?? '';
				if ( HOLE.test( said ) ) {
					found.set( said, rule );
				}
			}
		}
	}
	return found;
}

/** Puts conditions around rules: the outermost last. */
function within( css: string, { media, supportsText, layerName }: { media?: MediaList; supportsText?: string | null; layerName?: string | null } ): string {
	let out = css;
	if ( typeof layerName === 'string' ) {
		out = `@layer ${ layerName } {${ out }}`;
	}
	if ( supportsText ) {
		out = `@supports ${ /^\s*(\(|not\b|selector\(|font-)/i.test( supportsText ) ? supportsText : `(${ supportsText })` } {${ out }}`;
	}
	const condition = media?.mediaText ?? '';
	return condition && condition !== 'all' ? `@media ${ condition } {${ out }}` : out;
}

/** Whether a text gives the rules that a sheet has from this one on. */
function gives( text: string, rules: CSSRuleList, from: number ): boolean {
	try {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync( text );
		return sheet.cssRules.length === rules.length - from && ( text.length > LONGEST_COMPARED || joined( sheet.cssRules ) === joined( rules, from ) );
	} catch {
		return false;
	}
}

/** The sheet that stands in a data: address, in whose place no request is needed. */
function sourceIn( address: string ): string {
	const [ , kind, text = '' ] = /^data:([^,]*),([^#]*)/i.exec( address ) ?? [];
	try {
		return /;\s*base64$/i.test( kind ?? '' ) ? atob( decodeURIComponent( text ) ) : decodeURIComponent( text );
	} catch {
		return '';
	}
}

/** Whether a sheet applies only once a script switches it on. Chromium does not call such a sheet disabled. */
const isAlternate = ( { rel, title }: HTMLLinkElement ): boolean => /\balternate\b/i.test( rel ) && title !== '';

export class SheetTexts {
	/** Sources of files by address; empty for one that is on its way, or cannot be had. */
	private readonly files = new Map<string, string>();
	/** Sheets with more rules than are compared at once, of which a rule differs from the source. */
	private readonly changed = new WeakSet<CSSStyleSheet>();
	/** Links that a script has switched on or off. */
	private readonly switched = new WeakSet<Element>();

	/** @param onSource Told of an element whose sheet can be told better than before. */
	public constructor( private readonly onSource: ( owner: Element ) => void ) {}

	/**
	 * The text that applies of the sheet of a `style` or `link` element; null where the element has no sheet, or one that may not be read.
	 *
	 * @param isSwitched Whether a script has just switched the sheet on or off.
	 */
	public readonly of = ( element: Element, isSwitched = false ): string | null => {
		const { sheet } = element as HTMLStyleElement;
		if ( ! sheet ) {
			return null;
		}
		if ( isSwitched ) {
			this.switched.add( element );
		}
		if ( sheet.disabled || ( isAlternate( element as HTMLLinkElement ) && ! this.switched.has( element ) ) ) {
			return NOTHING;
		}
		const text = this.rules( sheet, baseOf( element ), element );
		return text === null ? null : within( text, { media: sheet.media } ) || NOTHING;
	};

	/** A rule of a sheet was found to differ from the sheet's source. */
	public differs( sheet: CSSStyleSheet ): void {
		this.changed.add( sheet );
	}

	/** The rules that the source of a sheet gives; empty where there is no source. */
	public source( sheet: CSSStyleSheet ): string {
		const { ownerNode, href } = sheet;
		const source = ownerNode && /^style$/i.test( nodeNameOf( ownerNode ) ) ? textOf( ownerNode ) : this.files.get( href ?? '' ) ?? sourceIn( href ?? '' );
		return ( source ?? '' ).replace( PRELUDE, '' );
	}

	/** The rules of a sheet from this one on. */
	private text( sheet: CSSStyleSheet, rules: CSSRuleList, from: number, owner: Element | null ): string {
		const source = this.source( sheet );
		if ( source && ! this.changed.has( sheet ) && gives( source, rules, from ) ) {
			return source;
		}
		const text = joined( rules, from );
		if ( ! HOLE.test( text ) ) {
			return text;
		}
		if ( source ) {
			return joined( rules, from, filling( source ) );
		}
		if ( sheet.href && owner ) {
			void this.fetch( sheet.href, owner );
		}
		return text;
	}

	/**
	 * The rules of a sheet as text, addresses absolute. Null: the rules may not be read.
	 *
	 * @param owner Element the sheet belongs to, directly or by an import.
	 */
	public rules( sheet: CSSStyleSheet, base: string, owner: Element | null = null, depth = 0 ): string | null {
		const rules = depth > DEEPEST ? null : rulesOf( sheet );
		if ( ! rules ) {
			return null;
		}
		const here = sheet.href ?? base;
		let before = '';
		let at = 0;
		for ( ; at < rules.length; at++ ) {
			const rule = rules[ at ] as CSSImportRule;
			if ( rule.href !== undefined ) {
				before += rule.styleSheet ? within( this.rules( rule.styleSheet, here, owner, depth + 1 ) ?? '', rule ) : '';
			} else if ( 'nameList' in rule ) {
				before += rule.cssText;
			} else {
				break;
			}
		}
		return before + absoluteCss( this.text( sheet, rules, at, owner ), here );
	}

	/** Fetches the file of a sheet of this site. It has just been loaded, so that it comes out of the browser's cache. */
	private async fetch( address: string, owner: Element ): Promise<void> {
		if ( this.files.has( address ) || this.files.size >= MOST_FILES || new URL( address ).origin !== location.origin ) {
			return;
		}
		this.files.set( address, '' );
		try {
			const answer = await fetch( address, { cache: 'force-cache', credentials: 'same-origin' } );
			const text = answer.ok ? await answer.text() : '';
			if ( text && text.length <= LONGEST_FILE ) {
				this.files.set( address, text );
				this.onSource( owner );
			}
		} catch {
			// The file cannot be had: the rules stay as the CSSOM has them.
		}
	}
}

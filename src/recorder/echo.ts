/**
 * What a hidden field holds, a page may show elsewhere: "Hello, Anna", a card drawn beside the form, "Results for …".
 */
import { MASK } from '../privacy';

/** Fields watched; the oldest is let go. */
const MOST_FIELDS = 200;
/** Fewer characters are looked for only as a text of their own. */
const SHORTEST = 3;
/** Nobody repeats a whole letter. */
const LONGEST = 500;
/** What a search found: there the word is a product's own, and only where it is quoted it is what the visitor wrote. */
const RESULTS = 'a,li,article';
const QUOTES = /["“”„‟«»‘’‚‹›]/;

export interface Echo {
	/** Call before each event. */
	forget: ( isSnapshot: boolean ) => void;
	/** Watches a field that hides what is typed into it. */
	watch: ( field: Element ) => void;
	/**
	 * A text without what watched fields hold.
	 *
	 * @param place Element that shows it; none for the page's title.
	 */
	hide: ( text: string, place?: Element ) => string;
}

const escape = ( value: string ) => value.replace( /[\\^$.*+?()[\]{}|/]/g, '\\$&' ).replace( /\s+/g, '\\s+' );
const digitsOf = ( value: string ) => value.replace( /[\s./-]/g, '' );

/** @param search What the page's address says was searched for, if that may not be recorded. */
export function createEcho( search: string ): Echo {
	/** What each field held last: a form that is gone may still be quoted. */
	const fields = new Map<Element, string>();
	/** Watched since the last event: a page with more fields than are kept must not turn them over again and again. */
	let fresh = new WeakSet<Element>();
	let wanted: { words?: RegExp; quoted?: RegExp; whole: Set<string>; digits: string } | undefined;
	let whole = false;

	const collect = () => {
		const words: string[] = [];
		const searches = search ? [ search ] : [];
		let digits = '';
		for ( const [ field, before ] of fields ) {
			const { type, name, value } = field as HTMLInputElement;
			const now = value.trim() || before;
			fields.set( field, now );
			( type === 'search' || /^[qs]$/.test( name ) ? searches : words ).push( now );
			// A card in groups, while it is typed too.
			if ( type !== 'number' && /^[\d\s./-]+$/.test( now ) && ( now.length >= SHORTEST || field.matches( ':focus' ) ) ) {
				digits += ` ${ digitsOf( now ) }`;
			}
		}
		const any = ( values: string[] ) => {
			const long = values.filter( ( value ) => value.length >= SHORTEST && value.length < LONGEST ).map( escape ).join( '|' );
			return long ? new RegExp( `(^|[^\\p{L}\\p{N}])(?:${ long })(?![\\p{L}\\p{N}])`, 'giu' ) : undefined;
		};
		return {
			words: any( words ),
			quoted: any( searches ),
			whole: new Set( [ ...words, ...searches ].filter( ( value ) => /\p{L}/u.test( value ) ).map( ( value ) => value.toLowerCase() ) ),
			digits,
		};
	};

	return {
		forget( isSnapshot ) {
			wanted = undefined;
			fresh = new WeakSet();
			whole = isSnapshot;
		},
		watch( field ) {
			if ( 'value' in field && typeof field.value === 'string' && ! fields.has( field ) && ! fresh.has( field ) ) {
				fresh.add( field );
				fields.set( field, '' );
				wanted = undefined;
				if ( fields.size > MOST_FIELDS ) {
					fields.delete( fields.keys().next().value! );
				}
			}
		},
		hide( text, place ) {
			if ( ! fields.size && ! search ) {
				return text;
			}
			wanted ??= collect();
			const { words, quoted, digits } = wanted;
			const alone = text.trim().toLowerCase();
			if ( wanted.whole.has( alone ) ) {
				return MASK;
			}
			const bare = digitsOf( alone );
			if ( digits && /^\d+$/.test( bare ) && ( ! whole || bare.length >= SHORTEST ) && digits.includes( bare ) ) {
				return MASK;
			}
			const out = words ? text.replace( words, `$1${ MASK }` ) : text;
			return quoted && ( ! place?.closest( RESULTS ) || QUOTES.test( out ) ) ? out.replace( quoted, `$1${ MASK }` ) : out;
		},
	};
}

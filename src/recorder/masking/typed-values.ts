/**
 * What a hidden field holds, a page may show elsewhere: "Hello, Anna", a card drawn beside the form, "Results for …".
 */
import { MASK } from '../../privacy';

/** Fields whose values are known; the least telling is let go. */
const MOST_FIELDS = 200;
/** Values that fields held before: a page may show them when the next one is being written. */
const MOST_PAST = 50;
/** Fewer characters are looked for only as a text of their own. */
const SHORTEST = 3;
/** The longest code that a page draws in slots, a character in each. */
const LONGEST_CODE = 8;
/** A text this long that stands in a value is a part of it: a line, what is left of a mark. */
const SHORTEST_PART = 8;
/** Nothing is written in these. */
const UNWRITTEN = /^(submit|button|reset|image|radio|checkbox|hidden|select-.*)$/;
/** What a search found: there the word is a product's own, and only where it is quoted it is what the visitor wrote. */
const RESULTS = 'a,li,article';
const QUOTES = /["“”„‟«»‘’‚‹›]/;
/** Scripts that put no spaces between words. */
const UNSPACED = /[\u0e00-\u0eff\u2e80-\ud7ff\uf900-\ufaff]/;
/** Worth a place among many: what may be a name. */
const TELLING = /\p{L}../u;
const LETTER = /[\p{L}\p{N}]/u;

export interface Echo {
	/** Call before each event. */
	forget: ( isSnapshot: boolean ) => void;
	/** Reads in a window what is typed, before the page does. */
	listen: ( view: Window | null ) => void;
	/** Says of a field that it has been met, whether what is written in it is recorded, and whether it is a secret. */
	watch: ( field: Element, isOpen?: boolean, isSecret?: boolean ) => void;
	/** Whether a field has been met that is a secret. */
	hasSecret: () => boolean;
	/** Keeps what the field holds now; the page may show it and empty the field before the next event. */
	saw: ( field: Element ) => void;
	/**
	 * A text without what watched fields hold.
	 *
	 * @param place Where it is shown; nothing for the page's title.
	 */
	hide: ( text: string, place?: Node ) => string;
}

const digitsOf = ( value: string ) => value.replace( /[\s./-]/g, '' );
/** Half a card number is not recognisable as one: while it is written every longer run of digits is hidden. */
export const hideRuns = ( text: string ) => text.replace( /\d(?:[\s./-]?\d){7,}/g, MASK );
/** Lower case of the same length, so that places in it are places in the text. */
const lower = ( text: string ) => text.replace( /İ/g, 'i' ).toLowerCase();
const spaced = ( text: string ) => text.replace( /\s+/g, ' ' );
const fold = ( text: string ) => lower( spaced( text.trim() ) );
const endsWord = ( char: string ) => ! LETTER.test( char ) || UNSPACED.test( char );

/** The text without these folded values where they are whole words; longer ones come first. */
function without( text: string, values: string[] ): string {
	let plain = spaced( text );
	let folded = lower( plain );
	for ( const value of values ) {
		let out = '';
		let done = 0;
		const isLong = value.length >= ( UNSPACED.test( value ) ? 2 : SHORTEST );
		for ( let at = -1; isLong && ( at = folded.indexOf( value, at + 1 ) ) >= 0; ) {
			const end = at + value.length;
			if ( endsWord( folded.charAt( at - 1 ) ) && endsWord( folded.charAt( end ) ) ) {
				out += plain.slice( done, at ) + MASK;
				done = end;
				at = end - 1;
			}
		}
		if ( done ) {
			text = plain = out + plain.slice( done );
			folded = lower( plain );
		}
	}
	return text;
}

/** @param search What the page's address says was searched for, if that may not be recorded. */
export function createEcho( search: string ): Echo {
	/** What each field held last: a form that is gone may still be quoted. */
	const fields = new Map<HTMLInputElement, string>();
	let past: string[] = [];
	/** Fields that are recorded. One that nobody has met yet is not. */
	const open = new WeakSet<Element>();
	const secrets = new WeakSet<Element>();
	/** What fields held at first; scripts write what they hold now into the same attribute. */
	const firsts = new WeakMap<Element, string>();
	let hasSecret = false;
	let isRead = false;
	let whole = false;
	let words: string[];
	let searches: string[];
	let digits: string;
	/** Whether a secret holds so little that a page may draw it one letter at a time. */
	let isDrawn: boolean;
	/** How much is written in the field that has the focus, and how much more it can take. */
	let counts: RegExp | null;

	const isSearch = ( field: HTMLInputElement ) =>
		// A longer text is a question to somebody.
		field.type !== 'textarea' && ( field.type === 'search' || /^[qs]$|search|query|keyword/i.test( field.name ) || field.closest( '[role^=search]' ) );

	const remember = ( value: string ) => {
		past = [ value, ...past.filter( ( other ) => other !== value ) ].slice( 0, MOST_PAST );
	};

	const saw = ( field: HTMLInputElement ) => {
		const { type, value, files } = field;
		if ( typeof value !== 'string' || UNWRITTEN.test( type ) ) {
			return;
		}
		if ( open.has( field ) && hideRuns( value ) === value ) {
			fields.delete( field );
			return;
		}
		for ( const { name } of files ?? [] ) {
			remember( fold( name ) );
			remember( fold( name.replace( /\.\w+$/, '' ) ) );
		}
		const before = fields.get( field ) ?? '';
		if ( ! firsts.has( field ) ) {
			firsts.set( field, field.defaultValue );
		}
		// Where a slider stands before anybody moves it is the page's own, and so is what nobody can write.
		const now = ( /^(range|color)$/.test( type ) || ( field.readOnly && ! secrets.has( field ) ) ) && value === firsts.get( field ) ? '' : fold( value );
		if ( now && before && ! now.startsWith( before ) && ! before.startsWith( now ) && ! isSearch( field ) ) {
			remember( before );
		}
		fields.set( field, now || before );
		if ( fields.size > MOST_FIELDS ) {
			// Of two that are too many an empty one, or a number, is missed less.
			fields.delete( TELLING.test( now ) ? fields.keys().next().value! : field );
		}
	};
	const onInput = ( event: Event ) => {
		try {
			saw( event.composedPath()[ 0 ] as HTMLInputElement );
		} catch {}
	};
	/** The same listener twice is one: a frame's window stays what it is with its next document. */
	const listen = ( view: Window | null ) => view?.addEventListener( 'input', onInput, true );

	const read = () => {
		isRead = true;
		words = [ ...past ];
		searches = search ? [ fold( search ) ] : [];
		digits = '';
		isDrawn = false;
		counts = null;
		[ ...fields.keys() ].forEach( saw );
		for ( const [ field, now ] of fields ) {
			if ( now ) {
				( isSearch( field ) ? searches : words ).push( now );
			}
			isDrawn ||= !! now && now.length <= LONGEST_CODE && secrets.has( field );
			const isFocused = field.matches( ':focus' );
			if ( isFocused && ! whole ) {
				const { length } = field.value;
				counts = new RegExp( `\\b(${ length }|${ field.maxLength - length })\\b`, 'g' );
			}
			// A card in groups, while it is typed too.
			const bare = digitsOf( now );
			if ( field.type !== 'number' && /^\d+$/.test( bare ) && ( now.length >= SHORTEST || isFocused ) ) {
				digits += ` ${ bare }`;
			}
		}
		words.sort( ( one, other ) => other.length - one.length );
	};

	return {
		forget( isSnapshot ) {
			isRead = false;
			whole = isSnapshot;
		},
		listen,
		watch( field, isOpen, isSecret ) {
			listen( field.ownerDocument.defaultView );
			open[ isOpen ? 'add' : 'delete' ]( field );
			if ( isSecret ) {
				secrets.add( field );
				hasSecret = true;
			}
			saw( field as HTMLInputElement );
			isRead = false;
		},
		hasSecret: () => hasSecret,
		saw: saw as Echo[ 'saw' ],
		hide( text, place ) {
			if ( ! isRead ) {
				read();
			}
			if ( ! words.length && ! searches.length ) {
				return text;
			}
			const alone = fold( text );
			const bare = digitsOf( alone );
			if (
				// All of them: if only its own were hidden, those that are would tell it.
				( isDrawn && alone.length === 1 && LETTER.test( alone ) ) ||
				( /\p{L}/u.test( alone ) && ( words.includes( alone ) || searches.includes( alone ) ) ) ||
				( ( alone.length >= SHORTEST_PART || alone.includes( ' ' ) ) && words.some( ( value ) => value.includes( alone ) ) ) ||
				( digits && /^\d+$/.test( bare ) && ( ! whole || bare.length >= SHORTEST ) && digits.includes( bare ) )
			) {
				return MASK;
			}
			let out = without( text, words );
			if ( searches.length && ( ! ( place as Element | undefined )?.closest?.( RESULTS ) || QUOTES.test( out ) ) ) {
				out = without( out, searches );
			}
			// "13 of 500". More numbers may be a card or telephone, which is still to be recognised.
			return counts && out.split( /\d+/ ).length < 4 ? out.replace( counts, MASK ) : out;
		},
	};
}

/**
 * Values of fields that are not recorded. A page may show them elsewhere: "Hello, Anna", a card drawn beside the form,
 * "Results for …". There it is hidden too.
 */
import { MASK } from '../../privacy';
import { PAGES_OWN, isCarried } from './carried';
import { isTelling } from './telling';
import { spellingsOf, withoutSpellings, type Spellings } from './spellings';
import { SHORTEST, digitsOf, fold, hideRuns, isLetter, isPartOf, wantedOf, without, type Wanted } from './occurrences';
import { closest, closestTo, documentOf, listen, matches, unlisten, windowOf } from '../../privacy/natives';
import { task } from '../tasks/task';

/** Fields whose values are known; of two that are too many, an empty one or a number is missed less. */
const MOST_FIELDS = 200;
/** Values that fields held before: a page may show them when the next one is being written. */
const MOST_PAST = 50;
/** The longest code that a page draws in slots, a character in each. */
const LONGEST_CODE = 8;
/** Nobody writes in these. */
const UNWRITTEN = /^(submit|button|reset|image|radio|checkbox|hidden|select-.*)$/;
/** Results of a search: the word is a product's own there, and the visitor's only where it is quoted. */
const RESULTS = 'a,li,article';
const QUOTES = /["“”„‟«»‘’‚‹›]/;
/** May be a name. */
const NAME_LIKE = /\p{L}../u;

/** Shorter values are looked for only as a text of their own (two characters of scripts without spaces inside others). */
const SHORTEST_SEARCHED = 2;
/** A text that is no longer than this can be a short value with white space around it (characters). */
const LONGEST_SHORT = 16;

/** A counter says a number and a few words ("13 of 500 characters"), beside a field that takes at least so many characters. */
const LONGEST_COUNTER = 40;
const SHORTEST_COUNTED = 20;
const NOTHING: Wanted = { folded: '' };

/** Values that are looked for in the texts of one event. */
interface Search {
	words: Wanted[];
	searches: Wanted[];
	/** Digits of numbers, each run after a space. */
	digits: string;
	/** Whether a secret holds so little that a page may draw it one letter at a time. */
	isDrawn: boolean;
	/** The values in other spellings; null where there are none. */
	spellings: Spellings | null;
	/** Values that hidden inputs carry on from the step before. */
	carried: Wanted[];
	/** How much is written in the field that has the focus, and how much more it can take. */
	counts: RegExp | null;
	/** Whether the field has a limit, beside which pages count. */
	isCounted: boolean;
	/** Longest text that any of the values can stand in or be: where all are short, longer texts need no look. */
	longest: number;
}

const looksLikeSearch = ( field: HTMLInputElement ) =>
	// A text area holds a question to somebody, not a search.
	field.type !== 'textarea' && ( field.type === 'search' || /^[qs]$|search|query|keyword/i.test( field.name ) || !! closest( field, '[role^=search]' ) );

export class TypedValues {
	private isStarted = false;
	/** Windows whose input events are heard: the page's, and those of its frames. */
	private readonly windows = new Set<Window>();
	/** Last value of each field: a form that is gone may still be quoted. */
	private fields = new Map<HTMLInputElement, Wanted>();
	/** The value from which each field's entry was made. */
	private raw = new WeakMap<Element, string>();
	private past: Wanted[] = [];
	/** Values of hidden inputs, by field. */
	private carried = new Map<Element, Wanted>();
	/** Fields that are recorded. One that nobody has met yet is not. */
	private open = new WeakSet<Element>();
	private secrets = new WeakSet<Element>();
	/** First values of fields; scripts write what they hold now into the same attribute. */
	private firsts = new WeakMap<Element, string>();
	private readonly searchFields = new WeakMap<Element, boolean>();
	private isSecretKnown = false;
	/** How many fields that hold something have been met. */
	private filled = 0;
	private isSnapshot = false;
	private search: Search | null = null;

	private readonly searched = new Set<string>();

	/** @param searched What was searched for, if that may not be recorded. */
	constructor( searched: string ) {
		this.searchedFor( [ searched ] );
	}

	/** Takes note of what addresses of the page say was searched for. */
	searchedFor( texts: readonly string[] ): void {
		texts.forEach( ( text ) => text.trim() && this.searched.add( text.trim() ) );
		this.search = null;
	}

	/** Begins to read what is typed, before the page does. */
	start(): void {
		this.isStarted = true;
		this.listen( windowOf( document ) );
	}

	/** Listens again in every window: `document.open()` has removed the listeners of one. */
	listenAgain(): void {
		this.windows.forEach( ( view ) => listen( view, 'input', this.onInput, { capture: true } ) );
	}

	/** Stops reading, and forgets all values. */
	stop(): void {
		this.isStarted = false;
		this.windows.forEach( ( view ) => unlisten( view, 'input', this.onInput, { capture: true } ) );
		this.windows.clear();
		this.fields = new Map();
		this.raw = new WeakMap();
		this.firsts = new WeakMap();
		this.past = [];
		this.carried = new Map();
		this.search = null;
	}

	/**
	 * Call before texts are read that may have changed.
	 *
	 * @param isSnapshot Whether they are those of a snapshot; by default what they were.
	 */
	forget( isSnapshot = this.isSnapshot ): void {
		this.search = null;
		this.isSnapshot = isSnapshot;
	}

	/** Says of a field that it has been met, whether what is written in it is recorded, and whether it is a secret. */
	watch( field: Element, isOpen = false, isSecret = false ): void {
		const isKnown = this.fields.has( field as HTMLInputElement );
		this.listen( windowOf( documentOf( field )! ) );
		this.open[ isOpen ? 'add' : 'delete' ]( field );
		if ( isSecret ) {
			this.secrets.add( field );
			this.isSecretKnown = true;
		}
		this.saw( field );
		this.filled += ! isKnown && this.fields.get( field as HTMLInputElement )?.folded ? 1 : 0;
		this.search = null;
	}

	/** How many fields that hold something have been met: where another one is met, texts that were read before may say what it holds. */
	get met(): number {
		return this.filled;
	}

	/** Whether a field has been met that is a secret. */
	hasSecret(): boolean {
		return this.isSecretKnown;
	}

	/** Keeps what the field holds now; the page may show it and empty the field before the next event. */
	saw( element: Element ): void {
		const field = element as HTMLInputElement;
		const { type, value, files } = field;
		if ( type === 'hidden' && this.carried.size < MOST_PAST && isCarried( field ) ) {
			this.carried.set( field, wantedOf( value ) );
		}
		if ( typeof value !== 'string' || UNWRITTEN.test( type ) ) {
			return;
		}
		if ( this.open.has( field ) && hideRuns( value ) === value ) {
			this.fields.delete( field );
			this.raw.delete( field );
			return;
		}
		for ( const { name } of files ?? [] ) {
			this.remember( wantedOf( encodeURIComponent( name ) ) );
			this.remember( wantedOf( name ) );
			this.remember( wantedOf( name.replace( /\.\w+$/, '' ) ) );
		}
		if ( ! this.firsts.has( field ) ) {
			this.firsts.set( field, field.defaultValue );
		}
		const before = this.fields.get( field ) ?? NOTHING;
		// Where a slider stands before anybody moves it is the page's own, and so is what nobody can write.
		const isPages = ( /^(range|color)$/.test( type ) || ( field.readOnly && ! this.secrets.has( field ) ) ) && value === this.firsts.get( field );
		const shown = isPages ? '' : value;
		// A long text is not folded again for every event.
		const now = this.raw.get( field ) === shown ? before : wantedOf( shown );
		this.raw.set( field, shown );
		if ( now.folded && before.folded && ! now.folded.startsWith( before.folded ) && ! before.folded.startsWith( now.folded ) && ! this.isSearch( field ) ) {
			this.remember( before );
		}
		this.fields.set( field, now.folded ? now : before );
		if ( this.fields.size > MOST_FIELDS ) {
			this.fields.delete( NAME_LIKE.test( now.folded ) ? this.fields.keys().next().value! : field );
		}
	}

	/**
	 * A text without what watched fields hold.
	 *
	 * @param place Where it is shown; nothing for the page's title.
	 */
	hide( text: string, place?: Node ): string {
		const { words, searches, digits, isDrawn, counts, longest, spellings, carried } = ( this.search ??= this.read() );
		if ( ( ! words.length && ! searches.length && ! carried.length ) || ( text.length > longest && ! counts && ! digits ) ) {
			return text;
		}
		const alone = fold( text );
		const bare = digitsOf( alone );
		const isSame = ( { folded }: Wanted ) => folded === alone;
		if (
			// Every single letter, also those of no secret: the ones that are left would tell the ones that are hidden.
			( isDrawn && alone.length === 1 && isLetter( alone ) ) ||
			( /\p{L}/u.test( alone ) && ( words.some( isSame ) || searches.some( isSame ) ) ) ||
			words.some( ( value ) => isPartOf( value, alone ) ) ||
			( digits && /^\d+$/.test( bare ) && ( ! this.isSnapshot || bare.length >= SHORTEST ) && digits.includes( bare ) )
		) {
			return MASK;
		}
		let out = without( text, words );
		if ( spellings ) {
			out = withoutSpellings( out, alone, spellings );
		}
		if ( carried.length && place && ! closestTo( place, PAGES_OWN ) ) {
			out = without( out, carried );
		}
		if ( searches.length && ( ! closestTo( place, RESULTS ) || QUOTES.test( out ) ) ) {
			out = without( out, searches );
		}
		// "13 of 500". More numbers may be a card or telephone, which is still to be recognised.
		return counts && out.split( /\d+/ ).length < 4 ? out.replace( counts, MASK ) : out;
	}

	/** Whether a text counts what is written in the field that has the focus. */
	isCounter( text: string ): boolean {
		const { counts, isCounted } = ( this.search ??= this.read() );
		return isCounted && text.length <= LONGEST_COUNTER && text.replace( counts!, '' ) !== text;
	}

	/** A name that a page gives (a class, an id) without what watched fields hold, as far as that is no word of everybody's. */
	hideInName( name: string ): string {
		const { words, searches } = ( this.search ??= this.read() );
		const telling = [ ...words, ...searches ].filter( ( { folded } ) => isTelling( folded ) );
		return telling.length ? without( name, telling ) : name;
	}

	private read(): Search {
		const words = [ ...this.past ];
		const searches = [ ...this.searched ].map( wantedOf );
		let digits = '';
		let isDrawn = false;
		let counts: RegExp | null = null;
		let isCounted = false;
		[ ...this.fields.keys() ].forEach( ( field ) => this.saw( field ) );
		for ( const [ field, wanted ] of this.fields ) {
			const now = wanted.folded;
			if ( now ) {
				( this.isSearch( field ) ? searches : words ).push( wanted );
			}
			isDrawn ||= !! now && now.length <= LONGEST_CODE && this.secrets.has( field );
			const isFocused = matches( field, ':focus' );
			if ( isFocused && ! this.isSnapshot ) {
				const { length } = field.value;
				isCounted = field.maxLength >= SHORTEST_COUNTED;
				counts = new RegExp( `\\b(${ length }|${ field.maxLength - length })\\b`, 'g' );
			}
			// A card in groups, while it is typed too.
			const bare = digitsOf( now );
			if ( field.type !== 'number' && /^\d+$/.test( bare ) && ( now.length >= SHORTEST || isFocused ) ) {
				digits += ` ${ bare }`;
			}
		}
		// A list with hundreds of number fields that all hold "1" has one value.
		const distinct = [ ...new Map( words.map( ( wanted ) => [ wanted.folded, wanted ] ) ).values() ];
		distinct.sort( ( one, other ) => other.folded.length - one.folded.length );
		const carried = [ ...this.carried.values() ];
		const isShort = [ ...distinct, ...searches, ...carried ].every( ( { folded } ) => folded.length < SHORTEST_SEARCHED );
		return { words: distinct, searches, spellings: spellingsOf( distinct ), carried, digits, isDrawn, counts, isCounted, longest: isShort ? LONGEST_SHORT : Infinity };
	}

	/** Whether a field is for searching: asked of each field for every look. */
	private isSearch( field: HTMLInputElement ): boolean {
		let is = this.searchFields.get( field );
		if ( is === undefined ) {
			this.searchFields.set( field, ( is = looksLikeSearch( field ) ) );
		}
		return is;
	}

	private remember( value: Wanted ): void {
		this.past = [ value, ...this.past.filter( ( { folded } ) => folded !== value.folded ) ].slice( 0, MOST_PAST );
	}

	/** A frame's window stays what it is with its next document, and the same listener twice is one. */
	private listen( view: Window | null ): void {
		if ( view && this.isStarted && ! this.windows.has( view ) ) {
			this.windows.forEach( ( other ) => other.closed && this.windows.delete( other ) );
			this.windows.add( view );
			listen( view, 'input', this.onInput, { capture: true } );
		}
	}

	private readonly onInput = task( ( event: Event ) => this.saw( event.composedPath()[ 0 ] as Element ) );
}

/**
 * Offers of hidden choices: the entries of lists, the values and labels of boxes. A page that draws a list of its own
 * beside a hidden one, or says what was chosen, says one of these.
 */
import { allIn, localNameOf, textOf } from '../../privacy/natives';
import { fold } from './occurrences';

/** More are those of lists of countries and towns; what more there is, is found by its cause alone. */
const MOST_OFFERS = 4000;
/** A longer text is no entry of a list (characters). */
const LONGEST_OFFER = 80;
/** The value of a box that has none says nothing. */
const EMPTY = /^(on|[\d\W_]*)$/;

export class Choices {
	private readonly offers = new Set<string>();
	/** Offers of lists, whose entries are hidden where the list stands. */
	private readonly listed = new Set<string>();
	private readonly words = new Set<string>();
	private readonly known = new WeakSet<Element>();

	/** A hidden list, or a box. */
	watch( control: Element ): void {
		if ( localNameOf( control ) === 'select' ) {
			for ( const option of allIn( control, 'option' ) ) {
				this.watchOne( option, [ textOf( option ), ( option as HTMLOptionElement ).value ], this.listed );
			}
		} else {
			const { value, labels } = control as HTMLInputElement;
			this.watchOne( control, [ value, ...[ ...labels ?? [] ].map( textOf ) ], this.offers );
		}
	}

	/** Whether a text is one that a hidden choice offers. */
	isOffered( text: string ): boolean {
		return this.offers.size > 0 && text.length <= LONGEST_OFFER && this.offers.has( fold( text ) );
	}

	/** Whether a text is an entry of a hidden list. */
	isListed( text: string ): boolean {
		return this.listed.size > 0 && text.length <= LONGEST_OFFER && this.listed.has( fold( text ) );
	}

	/** Whether a name, such as a class, has one of the words in it by which a hidden choice is told. */
	isNamed( name: string ): boolean {
		return this.words.size > 0 && name.length <= LONGEST_OFFER && fold( name ).split( /[\s_:./-]+/ ).some( ( word ) => this.words.has( word ) );
	}

	private watchOne( control: Element, texts: ( string | null )[], into: Set<string> ): void {
		if ( ! this.known.has( control ) && this.offers.size < MOST_OFFERS ) {
			this.known.add( control );
			for ( const text of texts ) {
				const offer = text && text.length <= LONGEST_OFFER ? fold( text ) : '';
				if ( ! EMPTY.test( offer ) ) {
					this.offers.add( offer );
					into.add( offer );
					this.words.add( offer.replace( /[\s_:./]+/g, '-' ) );
					if ( ! /[\s_:./-]/.test( offer ) ) {
						this.words.add( offer );
					}
				}
			}
		}
	}
}

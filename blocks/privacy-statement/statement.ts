import { STATEMENTS } from '../../src/contracts/generated/statements';

/** Where recordings go. */
export type AccountKind = 'own' | 'candid' | 'smartsupp';

export type StatementLanguage = keyof typeof STATEMENTS.languages;

export interface Statement {
	language: StatementLanguage;
	/** The sentence, plain text. */
	text: string;
}

interface Words {
	quoted: string;
	unnumbered: string;
	unnamed: string;
	own: string;
	article?: Article;
}

/** Replacements of the Hungarian article, see plugin/schemas/statements.json. */
interface Article {
	quoted: string;
	beforeVowel: string;
	none: string;
	vowels: string;
	letters: string;
}

/** The five languages with their own names, in the order of the schema. */
export const LANGUAGES = Object.entries( STATEMENTS.languages ).map( ( [ code, words ] ) => ( {
	code: code as StatementLanguage,
	name: words.name as string,
} ) );

function isLanguage( code: string ): code is StatementLanguage {
	return Object.hasOwn( STATEMENTS.languages, code );
}

/**
 * One of the five languages.
 *
 * @param locale Language or locale, e.g. "pl" or "pl_PL"; others give English.
 */
export function languageOf( locale: string ): StatementLanguage {
	const short = shortOf( locale );
	return isLanguage( short ) ? short : STATEMENTS.fallback;
}

/** Whether there is a statement in a language; else the English one is shown. */
export function hasStatement( locale: string ): boolean {
	return isLanguage( shortOf( locale ) );
}

function shortOf( locale: string ): string {
	return locale.replace( /[-_].*$/s, '' ).toLowerCase();
}

/**
 * Company and VAT id that stand in the statement when the block's fields are empty.
 *
 * @param kind Where recordings go.
 */
export function defaultsFor( kind: AccountKind ): { company: string; vatId: string } {
	return kind === 'smartsupp' ? { ...STATEMENTS.vendor } : { company: '', vatId: '' };
}

/** The sentence with the article that fits the company. */
function withArticle( sentence: string, article: Article | undefined, company: string ): string {
	if ( ! article ) {
		return sentence;
	}
	const first = ( [ ...company ][ 0 ] ?? '' ).toLowerCase();
	if ( ! article.letters.includes( first ) || /^\p{L}(?!\p{Ll})/u.test( company ) ) {
		return sentence.replace( article.quoted, article.none );
	}
	return article.vowels.includes( first ) ? sentence.replace( article.quoted, article.beforeVowel ) : sentence;
}

const tidy = ( text: string ) => text.replace( /\s+/g, ' ' ).trim();

/**
 * The statement for an account; the same rules as Candid\Statement\Statement, held to it by shared samples.
 *
 * @param locale  Language or locale.
 * @param kind    Where recordings go.
 * @param company Who receives recordings; empty: not said.
 * @param vatId   The company's VAT id; empty: not said.
 */
export function composeStatement( locale: string, kind: AccountKind, company: string, vatId: string ): Statement {
	const language = languageOf( locale );
	const words: Words = STATEMENTS.languages[ language ];
	let named = tidy( company );
	let number = tidy( vatId );
	if ( kind === 'smartsupp' && ( named === '' || named === STATEMENTS.vendor.company ) ) {
		named = STATEMENTS.vendor.company;
		number = number === '' ? STATEMENTS.vendor.vatId : number;
	}
	let sentence: string;
	if ( named === '' ) {
		sentence = kind === 'own' ? words.own : words.unnamed;
	} else {
		sentence = number === '' ? words.unnumbered : words.quoted;
	}
	const values: Record< string, string > = { company: named, vatId: number };
	const text = withArticle( sentence, words.article, named ).replace( /\{(company|vatId)\}/g, ( _, name: string ) => values[ name ] ?? '' );
	return { language, text: text.endsWith( STATEMENTS.stop ) ? text : text + STATEMENTS.stop };
}

<?php
/**
 * The privacy statement as text.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Statement;

use Candid\Accounts\Account_Kind;
use Candid\Contracts\Statements_Contract;

/**
 * Picks the sentence of plugin/schemas/statements.json and puts the company in.
 *
 * blocks/privacy-statement/statement.ts does the same for the editor; one set of samples holds both to it.
 */
final class Statement {

	/**
	 * @param string $language              Language of the text, one of the five.
	 * @param string $text                  The statement, plain text, not escaped.
	 * @param bool   $keeps_recordings_here Whether it says that recordings stay on this site; else it names a third party.
	 */
	private function __construct(
		public readonly string $language,
		public readonly string $text,
		public readonly bool $keeps_recordings_here
	) {
	}

	/**
	 * The statement for an account.
	 *
	 * A company that is named makes it a third party. Without one: Smartsupp's account means the company and
	 * number of the quotation, this site's own account means no third party, another account means a third
	 * party nobody has named.
	 *
	 * @param string       $language Language or locale, e.g. "pl" or "pl_PL"; others give English.
	 * @param Account_Kind $kind     Where recordings go.
	 * @param string       $company  Who receives recordings; empty: not said.
	 * @param string       $vat_id   The company's VAT id; empty: not said.
	 */
	public static function compose( string $language, Account_Kind $kind, string $company, string $vat_id ): self {
		$rules    = Statements_Contract::RULES;
		$language = self::language( $language );
		$words    = $rules['languages'][ $language ];
		$company  = self::tidy( $company );
		$vat_id   = self::tidy( $vat_id );
		if ( Account_Kind::Smartsupp === $kind && ( '' === $company || $rules['vendor']['company'] === $company ) ) {
			$company = $rules['vendor']['company'];
			$vat_id  = '' === $vat_id ? $rules['vendor']['vatId'] : $vat_id;
		}
		$is_own = '' === $company && Account_Kind::Own === $kind;
		if ( '' === $company ) {
			$sentence = $is_own ? $words['own'] : $words['unnamed'];
		} else {
			$sentence = '' === $vat_id ? $words['unnumbered'] : $words['quoted'];
		}
		$text = strtr(
			self::with_article( $sentence, $words['article'] ?? array(), $company ),
			array(
				'{company}' => $company,
				'{vatId}'   => $vat_id,
			)
		);
		return new self( $language, str_ends_with( $text, $rules['stop'] ) ? $text : $text . $rules['stop'], $is_own );
	}

	/**
	 * One of the five languages.
	 *
	 * @param string $language Language or locale.
	 */
	public static function language( string $language ): string {
		$short = strtolower( (string) preg_replace( '/[-_].*\z/s', '', $language ) );
		return array_key_exists( $short, Statements_Contract::RULES['languages'] ) ? $short : Statements_Contract::RULES['fallback'];
	}

	/**
	 * The sentence with the article that fits the company.
	 *
	 * @param array{}|array{quoted: string, beforeVowel: string, none: string, vowels: string, letters: string} $article
	 */
	private static function with_article( string $sentence, array $article, string $company ): string {
		if ( array() === $article ) {
			return $sentence;
		}
		$first = mb_strtolower( mb_substr( $company, 0, 1, 'UTF-8' ), 'UTF-8' );
		if ( ! str_contains( $article['letters'], $first ) || 1 === preg_match( '/\A\p{L}(?!\p{Ll})/u', $company ) ) {
			return str_replace( $article['quoted'], $article['none'], $sentence );
		}
		return str_contains( $article['vowels'], $first ) ? str_replace( $article['quoted'], $article['beforeVowel'], $sentence ) : $sentence;
	}

	/** A name on one line. */
	private static function tidy( string $text ): string {
		return trim( (string) preg_replace( '/\s+/u', ' ', $text ) );
	}
}

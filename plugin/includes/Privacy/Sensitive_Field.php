<?php
/**
 * Fields that are never recorded.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;
use Candid\Contracts\Privacy_Words_Contract;

/** The same rules as src/privacy/field.ts and words.ts, on attributes instead of elements. */
final class Sensitive_Field {

	/** Letters beyond ASCII in lower or upper case, and what they are written as; Latin-1 and Latin Extended-A. */
	private const LETTERS = array(
		'a'  => 'àáâãäåāăąǎÀÁÂÃÄÅĀĂĄǍ',
		'c'  => 'çćĉċčÇĆĈĊČ',
		'd'  => 'ďđðĎĐÐ',
		'e'  => 'èéêëēĕėęěÈÉÊËĒĔĖĘĚ',
		'g'  => 'ĝğġģĜĞĠĢ',
		'h'  => 'ĥħĤĦ',
		'i'  => 'ìíîïĩīĭįıÌÍÎÏĨĪĬĮİ',
		'j'  => 'ĵĴ',
		'k'  => 'ķĶ',
		'l'  => 'ĺļľłĹĻĽŁ',
		'n'  => 'ñńņňÑŃŅŇ',
		'o'  => 'òóôõöøōŏőÒÓÔÕÖØŌŎŐ',
		'r'  => 'ŕŗřŔŖŘ',
		's'  => 'śŝşšșŚŜŞŠȘ',
		't'  => 'ţťŧțŢŤŦȚ',
		'u'  => 'ùúûüũūŭůűųÙÚÛÜŨŪŬŮŰŲ',
		'w'  => 'ŵŴ',
		'y'  => 'ýÿŷÝŸŶ',
		'z'  => 'źżžŹŻŽ',
		'ae' => 'æÆ',
		'oe' => 'œŒ',
		'ss' => 'ßẞ',
		'th' => 'þÞ',
	);

	/** Where a field's name or label may stand. */
	private const NAMES = array( 'name', 'id', 'data-name', 'aria-label', 'placeholder', 'title', 'autocomplete' );

	/** The first of them are written by programmers: a short name ("pan", "nie") is a number there, and an ordinary word in a label. */
	private const CODED = 3;

	/** @var array<string, string>|null */
	private static ?array $folds = null;

	/** @var array{non-empty-string, non-empty-string, non-empty-string}|null */
	private static ?array $words = null;

	/** @var array<string, non-empty-string> */
	private static array $autocomplete = array();

	/**
	 * Why this field is never recorded, or null.
	 *
	 * @param array<string, string>        $attributes Attributes by lower-case name.
	 * @param list<string>                 $labels     Texts of its labels, as far as known.
	 * @param 'strict'|'balanced'|'open' $preset     In all but open also personal fields count.
	 * @return string|null 'password', 'hidden', 'file', 'marked', 'autocomplete', 'personal', or 'word:' and the word.
	 */
	public static function reason( array $attributes, array $labels, string $preset ): ?string {
		$type = strtolower( $attributes['type'] ?? '' );
		if ( 'password' === $type || isset( $attributes['data-rr-is-password'] ) ) {
			return 'password';
		}
		if ( 'hidden' === $type || 'file' === $type ) {
			return $type;
		}
		if ( self::is_marked( $attributes ) ) {
			return 'marked';
		}
		$tokens = $attributes['autocomplete'] ?? '';
		if ( '' !== $tokens && Pattern::matches( self::autocomplete( 'sensitive' ), $tokens ) ) {
			return 'autocomplete';
		}
		$names = array();
		foreach ( self::NAMES as $i => $name ) {
			$names[] = isset( $attributes[ $name ] ) && '' !== $attributes[ $name ] ? ( $i < self::CODED ? 'number ' : '' ) . $attributes[ $name ] : '';
		}
		foreach ( array( ...$names, ...$labels ) as $text ) {
			$word = self::word( $text );
			if ( null !== $word ) {
				return 'word:' . $word;
			}
		}
		$personal = 'email' === $type || 'tel' === $type || ( '' !== $tokens && Pattern::matches( self::autocomplete( 'personal' ), $tokens ) );
		return 'open' !== $preset && $personal ? 'personal' : null;
	}

	/**
	 * @param 'sensitive'|'personal' $kind
	 * @return non-empty-string
	 */
	private static function autocomplete( string $kind ): string {
		return self::$autocomplete[ $kind ] ??= Pattern::of( Privacy_Rules_Contract::RULES['autocomplete'][ $kind ] );
	}

	/**
	 * Whether the page marks it, and with it all it holds, as sensitive.
	 *
	 * @param array<string, string> $attributes Attributes by lower-case name.
	 */
	public static function is_marked( array $attributes ): bool {
		return 1 === preg_match( '/(?:^|[ \t\n\f\r])sensitive(?:[ \t\n\f\r]|$)/Di', $attributes['data-candid'] ?? '' );
	}

	/** Whether an element's content is a form input: native controls, their options, and whatever plays their part. */
	public static function is_control( string $tag, ?string $role, ?string $editable ): bool {
		return Pattern::matches( Pattern::named( 'control', false ), $tag ) ||
			( null !== $role && Pattern::matches( Pattern::named( 'controlRole' ), $role ) ) ||
			( null !== $editable && 'false' !== strtolower( $editable ) );
	}

	/** The sensitive word in a name or label. Long words are found anywhere, short ones only on their own. */
	public static function word( string $text ): ?string {
		if ( '' === $text ) {
			return null;
		}
		list( $harmless, $whole, $anywhere ) = self::$words ??= self::words();

		$folded = preg_replace( $harmless, '', self::fold( $text ) );
		if ( null === $folded || 1 === preg_match( $whole, $folded, $match ) ) {
			return $match[0] ?? 'unknown';
		}
		return 1 === preg_match( $anywhere, str_replace( ' ', '', $folded ), $match ) ? $match[0] : null;
	}

	/** @return array{non-empty-string, non-empty-string, non-empty-string} Patterns of harmless words, of words that count on their own, and of words that count anywhere. */
	private static function words(): array {
		$rules = Privacy_Words_Contract::RULES;
		$own   = static fn( string $source ): string => Pattern::of( '\b(?:' . Pattern::grouped( $source ) . ')\b', false );
		return array( $own( $rules['harmless'] ), $own( $rules['whole'] ), Pattern::of( Pattern::grouped( $rules['anywhere'] ), false ) );
	}

	/** Names and labels in one form: camelCase split, lower case, accents removed, everything else one space. */
	public static function fold( string $text ): string {
		if ( null === self::$folds ) {
			self::$folds = array();
			foreach ( self::LETTERS as $plain => $letters ) {
				foreach ( (array) preg_split( '//u', $letters, -1, PREG_SPLIT_NO_EMPTY ) as $letter ) {
					self::$folds[ (string) $letter ] = $plain;
				}
			}
		}
		$text = preg_replace( '/([a-z0-9])([A-Z])/', '$1 $2', $text ) ?? '';
		if ( ! mb_check_encoding( $text, 'ASCII' ) ) {
			$text = preg_replace( '/[\x{300}-\x{36f}]/u', '', strtr( $text, self::$folds ) ) ?? '';
		}
		return trim( preg_replace( '/[^a-z0-9]+/', ' ', strtolower( $text ) ) ?? '' );
	}
}

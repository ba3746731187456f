<?php
/**
 * Text as it may be stored.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

/**
 * The same rules as src/privacy/text.ts, proven by the samples of tests/contract.
 *
 * Always hidden: numbers that pass the card or bank-account check, US social security numbers, signed tokens,
 * private keys, strings shaped like an API key. In balanced also e-mail addresses and phone numbers that are
 * written as such; in strict every word. Applying it twice changes nothing more.
 */
final class Text_Scrubber {

	/** No ordinary text has more digits in one run; looking at every stretch of a longer one would take too long. */
	private const LONGEST_RUN = 200;

	/**
	 * @param string                       $text   Valid UTF-8.
	 * @param 'strict'|'balanced'|'open' $preset How much text is shown.
	 */
	public static function scrub( string $text, string $preset ): string {
		if ( 'strict' === $preset ) {
			return Mask::text( $text );
		}
		if ( ! Pattern::matches( Pattern::named( 'suspicious' ), $text ) ) {
			return $text;
		}
		$mask = static fn(): string => Mask::MASK;
		$text = self::hide_ibans( Pattern::replace( Pattern::named( 'secret' ), $mask, $text ) );
		$text = Pattern::replace( Pattern::named( 'longToken' ), static fn( array $m ): string => self::hide_token( $m[0] ), $text );
		$text = Pattern::replace( Pattern::named( 'digitRun', false ), static fn( array $m ): string => self::hide_cards( $m[0] ), $text );
		$text = Pattern::replace( Pattern::named( 'ssn', false ), static fn( array $m ): string => $m[1] . Mask::MASK, $text );
		if ( 'open' === $preset ) {
			return $text;
		}
		$text = Pattern::replace( Pattern::named( 'email' ), $mask, $text );
		return Pattern::replace( Pattern::named( 'phone', false ), static fn( array $m ): string => self::hide_phone( $m[0], $m[1], $m[2] ), $text );
	}

	/** Whether a run of word characters looks like a key and not like a word, a slug or a file name. */
	public static function is_key_shaped( string $token ): bool {
		$bare = str_replace( array( '-', '_', '+', '=' ), '', $token );
		return 1 === preg_match( '/\d/', $bare ) && 1 === preg_match( '/[a-z]/i', $bare ) && (
			1 === preg_match( '/[a-z0-9]{20}/i', $token ) ||
			1 === preg_match( '/^[0-9a-f]{32,}$/Di', $bare ) ||
			( strlen( $bare ) > 31 && strtolower( $bare ) !== $bare && strtoupper( $bare ) !== $bare && ( strlen( $token ) - strlen( $bare ) ) * 10 <= strlen( $token ) )
		);
	}

	/** A card inside a longer number without separators: 15 or 16 digits that begin as payment cards do. */
	private static function holds_card( string $digits ): bool {
		for ( $start = 0; $start + 15 <= strlen( $digits ); $start++ ) {
			foreach ( array( 15, 16 ) as $length ) {
				$part = substr( $digits, $start, $length );
				if ( strlen( $part ) === $length && Pattern::matches( Pattern::named( 'cardStart', false ), $part ) && Checksum::luhn( $part ) ) {
					return true;
				}
			}
		}
		return false;
	}

	/** A token with a signed part, or with a part that is shaped like a key. */
	private static function hide_token( string $token ): string {
		$signed = strpos( $token, 'eyJ' );
		if ( false !== $signed && false !== strpos( $token, '.', min( strlen( $token ), $signed + 8 ) ) ) {
			return Mask::MASK;
		}
		return implode( '.', array_map( static fn( string $part ): string => self::is_key_shaped( $part ) ? Mask::MASK : $part, explode( '.', $token ) ) );
	}

	/**
	 * A list of sizes or the like: numbers of one or two digits, each larger than the one before.
	 *
	 * @param list<string> $groups
	 */
	private static function is_ladder( array $groups ): bool {
		foreach ( $groups as $i => $group ) {
			if ( strlen( $group ) > 2 || ( $i > 0 && (int) $group <= (int) $groups[ $i - 1 ] ) ) {
				return false;
			}
		}
		return count( $groups ) > 5;
	}

	/** Every stretch of whole groups that makes 13 to 19 digits and passes the card check is hidden. */
	private static function hide_cards( string $run ): string {
		if ( preg_match_all( '/./su', $run ) > self::LONGEST_RUN ) {
			return Mask::MASK;
		}
		$parts = preg_split( '/([^0-9]+)/u', $run, -1, PREG_SPLIT_DELIM_CAPTURE );
		if ( false === $parts ) {
			return Mask::MASK;
		}
		for ( $from = 0; $from < count( $parts ); $from += 2 ) {
			for ( $to = count( $parts ) - 1; $to >= $from; $to -= 2 ) {
				$groups = array();
				for ( $i = $from; $i <= $to; $i += 2 ) {
					$groups[] = $parts[ $i ];
				}
				$digits = implode( '', $groups );
				$length = strlen( $digits );
				$alone  = $from === $to || ( 0 === $from && count( $parts ) - 1 === $to );
				$card   = $from === $to && $length > 14
					? $length > 19 || Checksum::luhn( $digits ) || self::holds_card( $digits )
					: $length > 12 && ! self::is_ladder( $groups ) && 1 !== preg_match( '/^97[89]\d{10}$/D', $digits ) && $length < 20 && ( $alone || Pattern::matches( Pattern::named( 'cardStart', false ), $digits ) ) && Checksum::luhn( $digits );
				if ( $card ) {
					array_splice( $parts, $from, $to - $from + 1, array( Mask::MASK ) );
					break;
				}
			}
		}
		return implode( '', $parts );
	}

	/** Hides bank accounts; an account may end at any break between groups, or where digits turn into letters. */
	private static function hide_ibans( string $text ): string {
		$out  = '';
		$done = 0;
		$at   = 0;
		while ( 1 === preg_match( Pattern::named( 'ibanStart' ), $text, $match, PREG_OFFSET_CAPTURE, $at ) ) {
			list( $run, $start ) = $match[0];

			$length = Checksum::iban_length( $run, $text[ $start + strlen( $run ) ] ?? ' ' );
			if ( $length > 0 ) {
				$out .= substr( $text, $done, $start - $done ) . Mask::MASK;
				$done = $start + $length;
			}
			$at = $start + max( 1, $length );
		}
		return $out . substr( $text, $done );
	}

	private static function hide_phone( string $whole, string $before, string $number ): string {
		$digits = strlen( (string) preg_replace( '/[^0-9]/', '', $number ) );
		if ( $digits < 9 || $digits > 15 ) {
			return '+' === $number[0] && $digits > 7 ? $before . Mask::MASK : $whole;
		}
		return Pattern::matches( Pattern::named( 'date', false ), $number ) ? $whole : $before . Mask::MASK;
	}
}

<?php
/**
 * Text as it may be stored.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;

/**
 * The same rules as src/privacy/text.ts, proven by the samples of tests/contract.
 *
 * Always hidden: numbers that pass the card or bank-account check, US social security numbers, signed tokens,
 * private keys, strings shaped like an API key. In balanced also e-mail addresses and phone numbers that are
 * written as such; in strict every word. Applying it twice changes nothing more.
 */
final class Text_Scrubber {

	/** Digits of other scripts, and characters that are not seen: soft hyphens, spaces without width. */
	private const DISGUISE = '/(?![0-9])[\p{Nd}\p{Cf}]/u';

	private const DIGITS = array( '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' );

	/** @var array<int|string, bool> Whether a card begins with these two digits. */
	private static array $begins = array();

	/** @var non-empty-string|null */
	private static ?string $suspicious = null;

	/** @var array<string, string> What such a character stands for. */
	private static array $undisguised = array();

	/**
	 * @param string                       $text   Valid UTF-8.
	 * @param 'strict'|'balanced'|'open' $preset How much text is shown.
	 */
	public static function scrub( string $text, string $preset ): string {
		if ( 'strict' === $preset ) {
			return Mask::text( $text );
		}
		if ( self::is_harmless( $text ) ) {
			return $text;
		}
		$out    = self::hide_secrets( $text, $preset );
		$plain  = self::undisguised( $out );
		$judged = $plain === $out ? $out : self::hide_secrets( $plain, $preset );
		return $judged === $plain ? $out : $judged;
	}

	/**
	 * Whether no rule of balanced and open can find anything in the text, nor in a part of it: most texts of a page are
	 * like that, and are known by one look.
	 */
	public static function is_harmless( string $text ): bool {
		return ( strlen( $text ) < 6 || ! Pattern::matches( self::suspicious(), $text ) ) && mb_check_encoding( $text, 'ASCII' );
	}

	/**
	 * Matches whatever holds a secret, and much else: what does not match needs no further look.
	 *
	 * @return non-empty-string
	 */
	public static function suspicious(): string {
		return self::$suspicious ??= Pattern::of( Privacy_Rules_Contract::RULES['patterns']['suspicious'] . '|' . Privacy_Rules_Contract::RULES['keys'] );
	}

	/** Numbers only: what of a secret can stand in a name that a style sheet or a script gives. */
	public static function hide_numbers( string $text ): string {
		$text = Pattern::replace( Pattern::named( 'digitGroups', false ), static fn( array $m ): string => self::hide_cards( $m[0], true ), self::hide_runs( $text ) );
		// What is left around a card is looked at once more.
		return self::hide_runs( $text );
	}

	private static function hide_runs( string $text ): string {
		return Pattern::replace( Pattern::named( 'digitRun', false ), static fn( array $m ): string => self::hide_cards( $m[0] ), $text );
	}

	private static function hide_secrets( string $text, string $preset ): string {
		// Nothing secret is shorter than the shortest e-mail address.
		if ( strlen( $text ) < 6 || ! Pattern::matches( self::suspicious(), $text ) ) {
			return $text;
		}
		if ( Pattern::is_longer( $text, Privacy_Rules_Contract::RULES['limits']['text'] ) ) {
			// Longer than any text of a page and full of what may be secret: too long to look at.
			return Mask::MASK;
		}
		$mask = static fn(): string => Mask::MASK;
		$text = Pattern::replace( Pattern::named( 'secret' ), $mask, $text );
		$text = Key_Scrubber::scrub( $text );
		$text = self::hide_ibans( self::hide_ibans( $text, Pattern::named( 'ibanStart' ) ), Pattern::named( 'ibanGroups' ) );
		$text = Pattern::replace( Pattern::named( 'longToken' ), static fn( array $m ): string => self::hide_token( $m[0] ), $text );
		$text = Pattern::replace( Pattern::named( 'ssn', false ), static fn( array $m ): string => $m[1] . Mask::MASK, self::hide_numbers( $text ) );
		if ( 'open' === $preset ) {
			return $text;
		}
		return Pattern::replace( Pattern::named( 'phone', false ), static fn( array $m ): string => self::hide_phone( $m[0], $m[1], $m[2] ), self::hide_emails( $text ) );
	}

	/** The text without e-mail addresses. */
	public static function hide_emails( string $text ): string {
		return Pattern::replace( Pattern::named( 'email' ), static fn(): string => Mask::MASK, $text );
	}

	/** The text as a reader sees it: every digit an ASCII one, without what is not seen. */
	private static function undisguised( string $text ): string {
		return Pattern::replace( self::DISGUISE, static fn( array $m ): string => self::$undisguised[ $m[0] ] ??= self::plain_character( $m[0] ), $text );
	}

	private static function plain_character( string $char ): string {
		if ( 1 !== preg_match( '/\p{Nd}/u', $char ) ) {
			return '';
		}
		$value = 0;
		// The ten digits of a script follow one another, zero first.
		for ( $code = mb_ord( $char ) - 1; 1 === preg_match( '/\p{Nd}/u', (string) mb_chr( $code ) ); $code-- ) {
			++$value;
		}
		return (string) ( $value % 10 );
	}

	/** Whether a run of word characters looks like a key and not like a word, a slug or a file name. */
	public static function is_key_shaped( string $token ): bool {
		if ( strlen( $token ) < 20 ) {
			return false;
		}
		$bare = str_replace( array( '-', '_', '+', '=' ), '', $token );
		return Pattern::matches( '/[0-9]/', $bare ) && Pattern::matches( '/[a-z]/i', $bare ) && (
			Pattern::matches( '/[a-z0-9]{20}/i', $token ) ||
			Pattern::matches( '/^[0-9a-f]{32,}$/Di', $bare ) ||
			( strlen( $bare ) > 31 && strtolower( $bare ) !== $bare && strtoupper( $bare ) !== $bare && ( strlen( $token ) - strlen( $bare ) ) * 10 <= strlen( $token ) )
		);
	}

	/** A token with a signed part, or with a part that is shaped like a key; one too long to look at counts as such. */
	private static function hide_token( string $token ): string {
		$signed = strpos( $token, 'eyJ' );
		if ( strlen( $token ) > Privacy_Rules_Contract::RULES['limits']['token'] || ( false !== $signed && false !== strpos( $token, '.', min( strlen( $token ), $signed + 8 ) ) ) ) {
			return Mask::MASK;
		}
		return Pattern::replace( '/[^.]{20,}/', static fn( array $m ): string => self::is_key_shaped( $m[0] ) ? Mask::MASK : $m[0], $token );
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

	/**
	 * Every stretch of whole groups that makes 13 to 19 digits and passes the card check is hidden, the longest first.
	 *
	 * @param string $run      Digits and what stands between.
	 * @param bool   $is_apart The groups stand far apart or in lines: only those count that are grouped as on a card.
	 */
	private static function hide_cards( string $run, bool $is_apart = false ): string {
		$count = strlen( $run ) - strlen( str_replace( self::DIGITS, '', $run ) );
		$parts = $count > Privacy_Rules_Contract::RULES['limits']['run'] ? false : preg_split( '/([^0-9]+)/', $run, -1, PREG_SPLIT_DELIM_CAPTURE );
		if ( false === $parts ) {
			return Mask::MASK;
		}
		$groups = array();
		$digits = '';
		// How many groups end at a digit, where one does.
		$ends  = array();
		$count = count( $parts );
		for ( $i = 0; $i < $count; $i += 2 ) {
			$groups[] = $parts[ $i ];
			$digits  .= $parts[ $i ];

			$ends[ strlen( $digits ) ] = count( $groups );
		}
		$sums  = Checksum::luhn_sums( $digits );
		$all   = count( $groups );
		$total = strlen( $digits );
		$out   = '';
		$from  = 0;
		for ( $first = 0; $first < $all; ) {
			$last   = 0;
			$begins = self::begins_card( $digits, $from );
			for ( $to = min( $from + 19, $total ); $to > $from + 12; $to-- ) {
				$end = $ends[ $to ] ?? 0;
				if (
					$end > $first && 0 === ( $sums[ $to % 2 ][ $to ] - $sums[ $to % 2 ][ $from ] ) % 10 &&
					( $end === $first + 1 || ( $is_apart ? $begins && Pattern::matches( Pattern::named( 'cardGroups' ), implode( '', array_map( 'strlen', array_slice( $groups, $first, $end - $first ) ) ) ) : ( 0 === $first && $end === $all ) || $begins ) ) &&
					! ( 13 === $to - $from && 1 === preg_match( '/^97[89]/', substr( $digits, $from, 3 ) ) ) && ! self::is_ladder( array_slice( $groups, $first, $end - $first ) )
				) {
					$last = $end;
					break;
				}
			}
			if ( 0 === $last && ( strlen( $groups[ $first ] ) > 19 || self::holds_card( $digits, $sums, $from, $from + strlen( $groups[ $first ] ) ) ) ) {
				$last = $first + 1;
			}
			$out .= $last > 0 ? Mask::MASK : $groups[ $first ];
			do {
				$from += strlen( $groups[ $first++ ] );
			} while ( $first < $last );
			$out .= $parts[ 2 * $first - 1 ] ?? '';
		}
		return $out;
	}

	private static function begins_card( string $digits, int $at ): bool {
		$start                           = substr( $digits, $at, 2 );
		return self::$begins[ $start ] ??= Pattern::matches( Pattern::named( 'cardStart', false ), $start );
	}

	/**
	 * A card inside a longer number without separators: 15 or 16 digits that begin as payment cards do.
	 *
	 * @param string                      $digits All digits of the run.
	 * @param array{list<int>, list<int>} $sums   Of them.
	 * @param int                         $from   Where the number begins in them.
	 * @param int                         $stop   Where it ends.
	 */
	private static function holds_card( string $digits, array $sums, int $from, int $stop ): bool {
		for ( $at = $from; $at + 15 <= $stop; $at++ ) {
			if ( ( Checksum::luhn( $sums, $at, $at + 15 ) || ( $at + 16 <= $stop && Checksum::luhn( $sums, $at, $at + 16 ) ) ) && self::begins_card( $digits, $at ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Hides bank accounts; an account may end at any break between groups, or where digits turn into letters.
	 *
	 * @param non-empty-string $pattern What one may look like.
	 */
	private static function hide_ibans( string $text, string $pattern ): string {
		$out  = '';
		$done = 0;
		$at   = 0;
		for ( ; ; ) {
			$found = preg_match( $pattern, $text, $match, PREG_OFFSET_CAPTURE, $at );
			if ( false === $found ) {
				return Mask::MASK;
			}
			if ( 0 === $found ) {
				return $out . substr( $text, $done );
			}
			list( $run, $start ) = $match[0];

			$length = Checksum::iban_length( $run, $text[ $start + strlen( $run ) ] ?? ' ' );
			if ( $length > 0 ) {
				$out .= substr( $text, $done, $start - $done ) . Mask::MASK;
				$done = $start + $length;
			}
			$at = $start + max( 1, $length );
		}
	}

	private static function hide_phone( string $whole, string $before, string $number ): string {
		$digits = strlen( $number ) - strlen( str_replace( self::DIGITS, '', $number ) );
		if ( $digits < 9 || $digits > 15 ) {
			return '+' === $number[0] && $digits > 7 ? $before . Mask::MASK : $whole;
		}
		return Pattern::matches( Pattern::named( 'date', false ), $number ) ? $whole : $before . Mask::MASK;
	}
}

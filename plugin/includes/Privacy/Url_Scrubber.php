<?php
/**
 * Addresses as they may be stored.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;

/** The same rules as src/privacy/url.ts: no user, no fragment, only harmless query keys, no e-mail or long token in the path. */
final class Url_Scrubber {

	/** Longest name of a host (RFC 1035, without the final dot). */
	private const LONGEST_HOST = 253;

	/** What stands for a data: or blob: address that was left out: valid, and loads nothing. */
	public const NO_DATA = 'data:,';

	/** @var array<string, true> */
	private array $keep;

	/** @var list<string> What stands before a search text in paths of this site, between slashes. */
	private array $bases;

	/**
	 * @param list<string> $allowed Query keys kept beside the built-in ones, but for those that hold secrets; and, between slashes, what stands before a search text in paths.
	 * @param bool         $inputs  Whether form inputs are recorded; the search text is one.
	 */
	public function __construct( array $allowed, bool $inputs ) {
		$this->bases = array_values( array_filter( $allowed, static fn( string $key ): bool => str_starts_with( $key, '/' ) ) );

		$allowed    = array_filter( $allowed, static fn( string $key ): bool => ! self::is_secret_name( $key ) );
		$this->keep = array_fill_keys( array_merge( $allowed, Privacy_Rules_Contract::RULES['query']['keys'] ), true );
		unset( $this->keep['s'] );
		if ( $inputs ) {
			$this->keep['s'] = true;
		}
	}

	/** Whether the value of a query key, an attribute or the like of this name gives access to something. */
	public static function is_secret_name( string $name ): bool {
		return Pattern::matches( Pattern::named( 'secretName' ), $name );
	}

	/** A relative address stays relative. Of mailto:, tel:, javascript: and the like only the scheme is left. */
	public function scrub( string $url ): string {
		if ( $this->is_plain( $url ) ) {
			return $url;
		}
		$url   = self::trimmed( str_replace( array( "\t", "\n", "\r" ), '', $url ) );
		$found = preg_match( '/^[a-z][a-z0-9+.-]*:/i', $url, $match );
		if ( false === $found ) {
			return '';
		}
		$scheme = strtolower( $match[0] ?? '' );
		if ( '' !== $scheme && 1 !== preg_match( '/^(?:https?|wss?|ftp):$/D', $scheme ) ) {
			if ( 'data:' === $scheme || 'blob:' === $scheme ) {
				return 1 === preg_match( Pattern::named( 'dataUrl' ), $url ) ? $url : self::NO_DATA;
			}
			return 'about:blank' === $url ? $url : $scheme;
		}
		if ( Pattern::is_longer( $url, Privacy_Rules_Contract::RULES['limits']['url'] ) ) {
			// Too long to look at: at most the host is left.
			$url = 1 === preg_match( '~^(?:[a-z]+:)?[/\\\\]{2}[^/\\\\?#]{1,255}(?=[/\\\\?#])~iu', $url, $origin ) ? $origin[0] : '';
		}
		if ( 1 !== preg_match( '/^([^?#]*)(?:\?([^#]*))?/', $url, $parts ) || 1 !== preg_match( '~^((?:[a-z]+:)?[/\\\\]{2}[^/\\\\]*)?(.*)$~isD', $parts[1], $address ) ) {
			return '';
		}
		return self::trimmed( self::origin( $address[1] ) . $this->path( $address[2] ) ) . $this->query( $parts[2] ?? '' );
	}

	/** Whether it is an ordinary address in which no rule can find anything: most are like that, and are known by one look. */
	private function is_plain( string $url ): bool {
		return strlen( $url ) <= Privacy_Rules_Contract::RULES['limits']['url']
			&& 1 === preg_match( '~^(?:https?://[a-z0-9.-]{1,200})?(?!//)(?:/[\w.,\~!$&\'()*=-]*)*$~Di', $url )
			&& Text_Scrubber::is_harmless( $url )
			&& ( isset( $this->keep['s'] ) || $this->hide_search( $url ) === $url );
	}

	/**
	 * Whether it is a reference inside the document, such as a gradient's: no address, and kept, if it looks like no key.
	 */
	public static function is_reference( string $text ): bool {
		return 1 === preg_match( Pattern::named( 'reference', false ), $text ) && ! self::has_secret( $text, false );
	}

	/** Each candidate of a srcset, its width or density kept; null for a list too long to look at. */
	public function candidates( string $value ): ?string {
		if ( Pattern::is_longer( $value, Privacy_Rules_Contract::RULES['limits']['list'] ) ) {
			return null;
		}
		$scrubbed   = array();
		$candidates = preg_split( '/ ?, | (?=[^ ,]+ [\d.]+[wxh])/', self::trimmed( (string) preg_replace( '/[ \t\n\f\r]+/', ' ', $value ) ) );
		foreach ( false === $candidates ? array() : $candidates as $candidate ) {
			$parts      = explode( ' ', $candidate );
			$sizes      = array_filter( array_slice( $parts, 1 ), static fn( string $part ): bool => 1 === preg_match( Pattern::named( 'descriptor', false ), $part ) );
			$scrubbed[] = implode( ' ', array( $this->scrub( $parts[0] ), ...array_slice( $sizes, 0, 2 ) ) );
		}
		return implode( ', ', $scrubbed );
	}

	/** Without the spaces and control characters around it that a browser's own parser drops. */
	public static function trimmed( string $text ): string {
		return trim( $text, "\x00..\x20" );
	}

	/** Scheme and host, without user and password. */
	private static function origin( string $start ): string {
		if ( '' === $start ) {
			return '';
		}
		if ( 1 !== preg_match( '~^((?:[a-z]+:)?[/\\\\]{2})(?:.*@)?(.*)$~isD', $start, $parts ) ) {
			return Mask::MASK;
		}
		if ( Pattern::is_longer( $parts[2], self::LONGEST_HOST ) ) {
			return $parts[1] . Mask::MASK;
		}
		$host = self::decode( $parts[2] );
		// A label of a host in another script looks like a key, and is none.
		$bare = preg_replace( Pattern::named( 'punycode' ), '', $host ) ?? $host;
		return $parts[1] . ( str_contains( $host, '@' ) || self::has_secret( $bare, true ) ? Mask::MASK : $parts[2] );
	}

	/** Without the search text where WordPress writes it into the path, after a word of the rules or of this site. */
	private function hide_search( string $path ): string {
		static $pattern = null;

		$pattern ??= Pattern::of( '(' . Privacy_Rules_Contract::RULES['patterns']['searchBase'] . ')(?![^/]*\\.\\w+$)[^/]+' );
		$path      = Pattern::replace( $pattern, static fn( array $m ): string => $m[1] . Mask::MASK, $path );
		foreach ( $this->bases as $base ) {
			$at = strpos( $path, $base );
			if ( false !== $at ) {
				$end  = $at + strlen( $base );
				$path = substr( $path, 0, $end ) . ( preg_replace( '~^[^/]+~', Mask::MASK, substr( $path, $end ) ) ?? Mask::MASK );
			}
		}
		return $path;
	}

	private function path( string $path ): string {
		if ( ! isset( $this->keep['s'] ) ) {
			$path = $this->hide_search( $path );
		}
		return Pattern::replace(
			// Shorter than the shortest e-mail address there is nothing to hide.
			'~[^/\\\\;]{6,}~u',
			static function ( array $match ): string {
				$plain = self::decode( $match[0] );
				$bare  = preg_replace( Pattern::named( 'staticFile' ), '', $plain ) ?? $plain;
				if ( $bare === $plain ) {
					return self::has_secret( $plain, false ) ? Mask::MASK : $match[0];
				}
				$hash = 1 === preg_match( Pattern::named( 'fontFile' ), $plain ) ? '/[a-z0-9]{20,64}/i' : '/[a-f0-9]{20,64}/i';
				return self::has_secret( preg_replace( $hash, '', $bare ) ?? $bare, true ) ? Mask::MASK : $match[0];
			},
			$path
		);
	}

	private function query( string $text ): string {
		$kept = array();
		foreach ( explode( '&', str_replace( ';', '&', $text ) ) as $pair ) {
			$parts = explode( '=', $pair, 2 );
			if ( ! $this->keeps( self::decode( $parts[0] ) ) ) {
				continue;
			}
			if ( ! isset( $parts[1] ) ) {
				$kept[] = $parts[0];
				continue;
			}
			$plain  = self::decode( $parts[1] );
			$kept[] = $parts[0] . '=' . ( Pattern::is_longer( $plain, 100 ) || self::has_secret( $plain, false ) ? Mask::MASK : $parts[1] );
		}
		return array() === $kept ? '' : '?' . implode( '&', $kept );
	}

	private function keeps( string $name ): bool {
		if ( isset( $this->keep[ $name ] ) ) {
			return true;
		}
		foreach ( Privacy_Rules_Contract::RULES['query']['prefixes'] as $prefix ) {
			if ( str_starts_with( $name, $prefix ) && 1 === preg_match( '/^[\w-]{1,100}$/D', $name ) && ! self::has_secret( $name, false ) ) {
				return true;
			}
		}
		return false;
	}

	private static function has_secret( string $text, bool $is_file ): bool {
		if ( ! $is_file && false !== preg_match_all( '/[\w-]{20,}/', $text, $tokens ) ) {
			foreach ( $tokens[0] as $token ) {
				if ( Text_Scrubber::is_key_shaped( $token ) ) {
					return true;
				}
			}
		}
		return Text_Scrubber::scrub( $is_file ? Text_Scrubber::hide_emails( $text ) : $text, $is_file ? 'open' : 'balanced' ) !== $text;
	}

	/** What can be decoded is: a byte that cannot must not keep the rest from being seen, nor must encoding it again. */
	private static function decode( string $text ): string {
		$text = str_replace( '+', ' ', $text );
		for ( $i = 0; $i < 3 && str_contains( $text, '%' ); $i++ ) {
			$text = preg_replace_callback(
				'/(?:%[0-7][\da-f])+|(?:%[89a-f][\da-f])+/i',
				static function ( array $match ): string {
					$plain = rawurldecode( $match[0] );
					return 1 === preg_match( '//u', $plain ) ? $plain : $match[0];
				},
				$text
			) ?? $text;
		}
		return $text;
	}
}

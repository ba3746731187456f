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

	/** What stands for a data: or blob: address that was left out: valid, and loads nothing. */
	public const NO_DATA = 'data:,';

	/** @var array<string, true> */
	private array $keep;

	/**
	 * @param list<string> $allowed Query keys kept beside the built-in ones.
	 * @param bool         $inputs  Whether form inputs are recorded; the search text is one.
	 */
	public function __construct( array $allowed, bool $inputs ) {
		$this->keep = array_fill_keys( array_merge( $allowed, Privacy_Rules_Contract::RULES['query']['keys'] ), true );
		unset( $this->keep['s'] );
		if ( $inputs ) {
			$this->keep['s'] = true;
		}
	}

	/** A relative address stays relative. Of mailto:, tel:, javascript: and the like only the scheme is left. */
	public function scrub( string $url ): string {
		$url    = self::trimmed( str_replace( array( "\t", "\n", "\r" ), '', $url ) );
		$scheme = 1 === preg_match( '/^[a-z][a-z0-9+.-]*:/i', $url, $match ) ? strtolower( $match[0] ) : '';
		if ( '' !== $scheme && 1 !== preg_match( '/^(?:https?|wss?|ftp):$/D', $scheme ) ) {
			if ( 'data:' === $scheme || 'blob:' === $scheme ) {
				return 1 === preg_match( Pattern::named( 'dataUrl' ), $url ) ? $url : self::NO_DATA;
			}
			return 'about:blank' === $url ? $url : $scheme;
		}
		preg_match( '/^([^?#]*)(?:\?([^#]*))?/', $url, $parts );
		preg_match( '~^((?:[a-z]+:)?[/\\\\]{2}[^/\\\\]*)?(.*)$~isD', $parts[1] ?? '', $address );
		$start = (string) preg_replace( '~^((?:[a-z]+:)?[/\\\\]{2}).*@~is', '$1', $address[1] ?? '' );
		return self::trimmed( $start . $this->path( $address[2] ?? '' ) ) . $this->query( $parts[2] ?? '' );
	}

	/** Without the spaces and control characters around it that a browser's own parser drops. */
	public static function trimmed( string $text ): string {
		return trim( $text, "\x00..\x20" );
	}

	private function path( string $path ): string {
		if ( ! isset( $this->keep['s'] ) ) {
			// The search text where WordPress writes it into the path.
			$path = preg_replace( '~(/search/)(?!(?:[^/]*)\.\w+$)[^/]+~iD', '$1' . Mask::MASK, $path ) ?? Mask::MASK;
		}
		return (string) preg_replace_callback(
			'~[^/\\\\;]+~',
			static function ( array $match ): string {
				$plain = self::decode( $match[0] );
				$bare  = preg_replace( Pattern::named( 'staticFile' ), '', $plain ) ?? $plain;
				return $bare === $plain
					? ( self::has_secret( $plain, false ) ? Mask::MASK : $match[0] )
					: ( self::has_secret( (string) preg_replace( '/[a-f0-9]{20,64}/i', '', $bare ), true ) ? Mask::MASK : $match[0] );
			},
			$path
		);
	}

	private function query( string $text ): string {
		$kept = array();
		foreach ( (array) preg_split( '/[&;]/', $text ) as $pair ) {
			$parts = explode( '=', (string) $pair, 2 );
			if ( ! $this->keeps( self::decode( $parts[0] ) ) ) {
				continue;
			}
			if ( ! isset( $parts[1] ) ) {
				$kept[] = $parts[0];
				continue;
			}
			$plain = self::decode( $parts[1] );
			// As JavaScript counts: UTF-16 units.
			$length = intdiv( strlen( mb_convert_encoding( $plain, 'UTF-16BE', 'UTF-8' ) ), 2 );
			$kept[] = $parts[0] . '=' . ( $length > 100 || self::has_secret( $plain, false ) ? Mask::MASK : $parts[1] );
		}
		return array() === $kept ? '' : '?' . implode( '&', $kept );
	}

	private function keeps( string $name ): bool {
		if ( isset( $this->keep[ $name ] ) ) {
			return true;
		}
		foreach ( Privacy_Rules_Contract::RULES['query']['prefixes'] as $prefix ) {
			if ( str_starts_with( $name, $prefix ) && 1 === preg_match( '/^[\w-]+$/D', $name ) ) {
				return true;
			}
		}
		return false;
	}

	private static function has_secret( string $text, bool $is_file ): bool {
		if ( ! $is_file ) {
			foreach ( (array) preg_split( '/[^\w-]/', $text ) as $token ) {
				if ( Text_Scrubber::is_key_shaped( (string) $token ) ) {
					return true;
				}
			}
		}
		return Text_Scrubber::scrub( $text, $is_file ? 'open' : 'balanced' ) !== $text;
	}

	/** As decodeURIComponent does; a text that it would refuse is taken as it stands. */
	private static function decode( string $text ): string {
		if ( 1 === preg_match( '/%(?![0-9a-f]{2})/i', $text ) ) {
			return $text;
		}
		$plain = rawurldecode( str_replace( '+', ' ', $text ) );
		return 1 === preg_match( '//u', $plain ) ? $plain : $text;
	}
}

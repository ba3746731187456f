<?php
/**
 * Text that comes in pieces.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Door;

use Candid\Domain\Malformed;

/** Checks that bytes which come in pieces are UTF-8 and that every line looks like a JSON object. Keeps at most three bytes. */
final class Utf8_Lines {

	private string $rest = '';
	private string $last = "\n";

	/** @throws Malformed Field "body". */
	public function add( string $piece ): void {
		if ( '' === $piece ) {
			return;
		}
		$this->check_lines( $piece );
		$text = $this->rest . $piece;
		$keep = self::unfinished( $text );
		if ( ! mb_check_encoding( substr( $text, 0, strlen( $text ) - $keep ), 'UTF-8' ) ) {
			throw new Malformed( 'body', 'The body is not valid UTF-8.' );
		}
		$this->rest = substr( $text, strlen( $text ) - $keep );
	}

	/** @throws Malformed Field "body", when the text stops inside a character or a line. */
	public function end(): void {
		if ( '' !== $this->rest ) {
			throw new Malformed( 'body', 'The body is not valid UTF-8.' );
		}
		if ( "\n" !== $this->last && '}' !== $this->last ) {
			throw new Malformed( 'body', 'Every line of the body must be one JSON object.' );
		}
	}

	private function check_lines( string $piece ): void {
		// Over the border of two pieces and inside: a line ends with "}" and starts with "{".
		$joined = $this->last . $piece;
		if ( 1 === preg_match( '/\n[^{]|[^}\n]\n/', $joined ) ) {
			throw new Malformed( 'body', 'Every line of the body must be one JSON object.' );
		}
		$this->last = $piece[ strlen( $piece ) - 1 ];
	}

	/** How many bytes at the end belong to a character that goes on in the next piece. */
	private static function unfinished( string $text ): int {
		$length = strlen( $text );
		for ( $back = 1; $back <= min( 3, $length ); $back++ ) {
			$byte = ord( $text[ $length - $back ] );
			if ( $byte < 0x80 ) {
				return 0;
			}
			if ( $byte >= 0xC0 ) {
				$needs = $byte >= 0xF0 ? 4 : ( $byte >= 0xE0 ? 3 : 2 );
				return $needs > $back ? $back : 0;
			}
		}
		return 0;
	}
}

<?php
/**
 * Attributes as they may be stored.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

use Candid\Contracts\Privacy_Rules_Contract;

/** The same rules as src/privacy/attribute.ts. */
final class Attribute_Scrubber {

	/** White space between classes. */
	private const BLANKS = " \t\n\f\r";

	/** Longest drawing that may be a size or a colour (characters). */
	private const LONGEST_SIZE = 40;

	/** @var array<string, array<string, true>> */
	private array $names = array();

	public function __construct( private readonly Url_Scrubber $urls, private readonly Css_Scrubber $styles ) {
		foreach ( Privacy_Rules_Contract::RULES['attributes'] as $kind => $list ) {
			$this->names[ $kind ] = array_fill_keys( explode( ' ', $list ), true );
		}
	}

	/**
	 * An attribute as it may be stored, or null when it may not.
	 *
	 * @param string                       $tag       Name of the element; empty when unknown.
	 * @param string                       $name      Name of the attribute.
	 * @param string                       $value     Its value.
	 * @param 'strict'|'balanced'|'open' $preset    How much text is shown.
	 * @param bool                         $masked    Inside a masked element.
	 * @param bool                         $control   Whether the element is a form control or belongs to one.
	 * @param bool                         $inputs    Whether the content of form controls is recorded.
	 * @param string                       $type      The control's type; a button's value is its label.
	 * @param bool                         $sensitive Whether it is a sensitive field.
	 */
	public function scrub( string $tag, string $name, string $value, string $preset, bool $masked = false, bool $control = false, bool $inputs = false, string $type = '', bool $sensitive = false ): ?string {
		$key    = strtolower( $name );
		$tag    = strtolower( $tag );
		$closed = $masked || 'strict' === $preset;
		if ( '_csstext' === $key ) {
			return $this->styles->scrub( $value, $closed ? 'strict' : $preset );
		}
		if ( 'style' === $key ) {
			return $this->styles->scrub_style( $value, $closed ? 'strict' : $preset );
		}
		// Data for the page's own scripts in which sites put what must stay secret; a custom element's own matter; a choice.
		if ( ( str_starts_with( $key, 'data-' ) && Pattern::matches( Pattern::named( 'secretData' ), $value ) ) || ( 'name' === $key && 'open' !== $preset && str_contains( $tag, '-' ) ) || ( 'aria-checked' === $key && ! $inputs ) ) {
			return null;
		}
		if ( 'data' === $key && ( 'object' === $tag || '' === $tag ) ) {
			return $closed ? null : $this->urls->scrub( $value );
		}
		if ( $control && isset( $this->names['content'][ $key ] ) && ( $sensitive || ! Known_Field::is_button( $tag, $type ) ) ) {
			if ( $sensitive || ! $inputs ) {
				return 'placeholder' === $key ? Mask::value( $value ) : null;
			}
			if ( 'value' === $key ) {
				return $closed ? Mask::value( $value ) : Text_Scrubber::scrub( $value, $preset );
			}
		}
		if ( ( 'href' === $key || 'xlink:href' === $key ) && 'a' !== $tag && Url_Scrubber::is_reference( $value ) ) {
			return $value;
		}
		if ( $closed && ( isset( $this->names['media'][ $key ] ) || ( isset( $this->names['url'][ $key ] ) && ( $masked ? 'link' !== $tag : str_ends_with( $key, 'href' ) && Pattern::matches( Pattern::named( 'picture' ), $tag ) ) ) ) ) {
			return null;
		}
		if ( isset( $this->names['url'][ $key ] ) ) {
			return $this->urls->scrub( $value );
		}
		if ( isset( $this->names['list'][ $key ] ) ) {
			return $this->urls->candidates( $value );
		}
		if ( 'value' === $key && in_array( $tag, array( 'li', 'progress', 'meter' ), true ) ) {
			return ! $closed && 1 === preg_match( '/^-?[\d.]{1,12}$/D', $value ) ? $value : null;
		}
		if ( 'value' === $key && ! $control ) {
			// What is sent, or a custom element's state; nobody sees it.
			return null;
		}
		if ( isset( $this->names['text'][ $key ] ) ) {
			if ( $closed || ( 'open' !== $preset && 'value' !== $key ) ) {
				return 'placeholder' === $key || 'value' === $key ? Mask::value( $value ) : null;
			}
			return Text_Scrubber::scrub( $value, $preset );
		}
		return $this->by_value( $tag, $key, $value, $preset, $masked );
	}

	/**
	 * An attribute that is neither an address nor a text of its own: what stands in it decides.
	 *
	 * @param 'strict'|'balanced'|'open' $preset
	 */
	private function by_value( string $tag, string $key, string $value, string $preset, bool $masked ): ?string {
		if ( ( $masked && Pattern::matches( Pattern::named( 'drawn', false ), $key ) ) || ( 'd' === $key && Drawn_Path::is_qr_code( $value ) ) ) {
			// A signature, the squares of a QR code.
			return null;
		}
		if ( isset( $this->names['kept'][ $key ] ) ) {
			if ( 'class' === $key && 1 === preg_match( '/\bcart-discount\b/', $value ) ) {
				// WooCommerce makes a class of the row of a coupon out of the coupon's code.
				$value = Pattern::replace( '/(^|[' . Mask::SPACE . '])coupon-[^' . Mask::SPACE . ']+/u', static fn( array $m ): string => $m[1] . Mask::MASK, $value );
			}
			return 'class' === $key ? $this->classes( $value ) : Text_Scrubber::scrub( $value, 'balanced' );
		}
		if ( 'content' === $key && 1 === preg_match( Pattern::named( 'viewport' ), $value ) ) {
			return $value;
		}
		$said = str_starts_with( $key, 'aria-' ) || str_starts_with( $key, 'data-' );
		if ( Pattern::matches( Pattern::named( 'never', false ), $key ) || Url_Scrubber::is_secret_name( $key ) || ( $masked && $said ) ) {
			return null;
		}
		if ( $said || str_contains( $tag, '-' ) ) {
			return 'open' === $preset ? $this->other( $value ) : ( 1 === preg_match( Pattern::named( 'harmlessValue' ), $value ) ? $value : null );
		}
		$is_long = strlen( $value ) > self::LONGEST_SIZE;
		$is_path = 'd' === $key && 1 === preg_match( '/^\s*m/i', $value ) && Pattern::consists_of( Pattern::named( 'path' ), $value );
		if ( ! ( $masked && $is_long ) && ( $is_path || Pattern::consists_of( Pattern::named( 'drawing' ), $value ) ) ) {
			// Coordinates look like phone numbers and keys now and then.
			return $is_long && ( $is_path || 'points' === $key ) ? $value : Text_Scrubber::scrub( $value, 'balanced' );
		}
		return 'open' === $preset && ! $masked && 1 === preg_match( '/^[a-z]+$/D', $key ) ? $this->other( $value ) : null;
	}

	/** Classes; those that WordPress makes of a block's style look like keys, and come last. */
	private function classes( string $value ): string {
		$pattern = Pattern::named( 'coreClass' );
		if ( 1 > (int) preg_match_all( $pattern, $value, $made ) ) {
			return Text_Scrubber::scrub( $value, 'balanced' );
		}
		return trim( Text_Scrubber::scrub( (string) preg_replace( $pattern, '', $value ), 'balanced' ) . ' ' . trim( implode( '', $made[0] ), self::BLANKS ), self::BLANKS );
	}

	/** What no rule knows, in open: where an address stands in it, what follows the question mark may be a key. */
	private function other( string $value ): ?string {
		if ( Pattern::matches( Pattern::named( 'secretData' ), $value ) ) {
			return null;
		}
		return Text_Scrubber::scrub( Pattern::matches( Pattern::named( 'addressed' ), $value ) && ! Url_Scrubber::is_reference( $value ) ? $this->urls->scrub( $value ) : $value, 'open' );
	}
}

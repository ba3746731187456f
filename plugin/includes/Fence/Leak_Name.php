<?php
/**
 * What a place is called in the leak log.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Contracts\Privacy_Rules_Contract;

/** Names come from the page, and a forged page can write a secret into one: only known names, and names that cannot be a value, are reported. */
final class Leak_Name {

	/** Attributes that name an element for the owner, and how the name is written: as a selector. */
	public const NAMES = array(
		'name'  => '[name=%s]',
		'id'    => '#%s',
		'class' => '.%s',
	);

	/** Attributes with a rule of their own beside those the rules list. */
	private const OTHERS = array( 'content', 'data', 'download', 'integrity', 'nonce', 'ping', 'rr_dataurl', 'srcdoc' );

	/** @var array<string, true>|null */
	private static ?array $known = null;

	/** Name of the rule for an attribute: by its own name when that is a known one, else by its family. */
	public static function attribute( string $name ): string {
		if ( null === self::$known ) {
			$names       = implode( ' ', Privacy_Rules_Contract::RULES['attributes'] );
			self::$known = array_fill_keys( array_merge( self::OTHERS, explode( ' ', $names ) ), true );
		}
		$key = strtolower( $name );
		if ( '_csstext' === $key || 'style' === $key ) {
			return 'style';
		}
		if ( isset( self::$known[ $key ] ) ) {
			return 'attribute-' . $key;
		}
		foreach ( array( 'aria-' => 'aria', 'data-' => 'data', 'on' => 'on' ) as $start => $family ) {
			if ( str_starts_with( $key, $start ) ) {
				return 'attribute-' . $family;
			}
		}
		return 'attribute-other';
	}

	/**
	 * What an element looks like, for the owner: tag and name, id or first class; letters that cannot be a value.
	 *
	 * @param array<string, string> $texts Its attributes.
	 */
	public static function element( string $tag, array $texts ): string {
		$tag = 1 === preg_match( '/^(?:h[1-6]|[a-z][a-z-]{0,29})$/D', $tag ) ? $tag : '';
		foreach ( self::NAMES as $attribute => $form ) {
			$word = strtok( $texts[ $attribute ] ?? '', " \t\n" );
			if ( false !== $word && strlen( $word ) <= 60 && 1 === preg_match( '/^[\w\[\]-]+$/D', $word ) && ! Event_Shape::is_telling( $word ) ) {
				return $tag . sprintf( $form, $word );
			}
		}
		return $tag;
	}
}

<?php
/**
 * What an element looks like.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

/** The name of an element for the owner's list of findings, made when something was found: most elements have nothing. */
final class Element_Look implements \Stringable {

	private ?string $look = null;

	/** @var array<string, string> The attributes that make the name. */
	private readonly array $names;

	/** @param array<string, string> $texts Its attributes. */
	public function __construct( private readonly string $tag, array $texts ) {
		$names = array();
		foreach ( Leak_Name::NAMES as $name => $form ) {
			if ( isset( $texts[ $name ] ) ) {
				$names[ $name ] = $texts[ $name ];
			}
		}
		$this->names = $names;
	}

	public function __toString(): string {
		return $this->look ??= Leak_Name::element( $this->tag, $this->names );
	}
}

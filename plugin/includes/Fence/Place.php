<?php
/**
 * Where a node stands.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

/** What the nodes around it make of a node. Inherited: a child is never more open than its parent. */
final class Place {

	/**
	 * @param bool   $inside Whether it is the content of a form control, or of something that is marked as sensitive.
	 * @param bool   $secret Whether that control is a sensitive one; of what is marked, always.
	 * @param bool   $style  Whether it is the text of a style element.
	 * @param string $look   What the element around it looks like, for the owner.
	 * @param bool   $choice Whether it is, or stands in, what is chosen by pointing at it.
	 * @param bool   $label  Whether it is, or stands in, a label of such.
	 */
	public function __construct( public readonly bool $inside = false, public readonly bool $secret = false, public readonly bool $style = false, public readonly string $look = '', public readonly bool $choice = false, public readonly bool $label = false ) {
	}
}

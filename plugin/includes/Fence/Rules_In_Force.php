<?php
/**
 * The rules in force for one segment.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Domain\Deadline;
use Candid\Privacy\Attribute_Scrubber;
use Candid\Privacy\Css_Scrubber;
use Candid\Privacy\Url_Scrubber;

/** The stricter of the rules that the segment says were in force and the site's rules now: a forged segment cannot loosen anything. */
final class Rules_In_Force {

	public readonly Url_Scrubber $urls;
	public readonly Css_Scrubber $styles;
	public readonly Attribute_Scrubber $attributes;

	/**
	 * @param 'strict'|'balanced'|'open' $preset  How much text is shown.
	 * @param bool                         $inputs  Whether the content of form controls is recorded.
	 * @param list<string>                 $allowed  The owner's query keys.
	 * @param Deadline                     $deadline Until when the segment must be done: style sheets are long.
	 */
	public function __construct( public readonly string $preset, public readonly bool $inputs, array $allowed, Deadline $deadline ) {
		$this->urls       = new Url_Scrubber( $allowed, $inputs );
		$this->styles     = new Css_Scrubber( $this->urls, $deadline );
		$this->attributes = new Attribute_Scrubber( $this->urls, $this->styles );
	}

	/** Whether the content of a control is hidden. */
	public function hides( bool $sensitive ): bool {
		return $sensitive || ! $this->inputs || 'strict' === $this->preset;
	}
}

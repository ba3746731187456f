<?php
/**
 * The button by which visitors change their answer.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Frontend;

use Candid\Service;

/**
 * Shortcode `[candid_consent text="…"]`: a button that shows the notice. The loader listens to it, and to links and menu
 * items whose address ends in #candid-consent. Whoever works on the site is not recorded and gets a button that says so.
 */
final class Consent_Link implements Service {

	public function __construct( private readonly Page_Facts $facts ) {
	}

	public function register_hooks(): void {
		add_shortcode( 'candid_consent', array( $this, 'button' ) );
	}

	/** @param mixed $attributes `text`: words of the button; empty: Candid's own. */
	public function button( mixed $attributes = array() ): string {
		$text  = is_array( $attributes ) && is_string( $attributes['text'] ?? null ) ? trim( $attributes['text'] ) : '';
		$label = '' === $text ? __( 'Recording of this visit', 'candid' ) : $text;
		$staff = $this->facts->is_seen_by_staff() ? sprintf( ' disabled title="%s"', esc_attr__( 'Visitors change their answer here. You work on this site and are not recorded.', 'candid' ) ) : '';
		return sprintf( '<button type="button" class="candid-consent" data-candid-consent%s>%s</button>', $staff, esc_html( $label ) );
	}
}

<?php
/**
 * The suggested text in WordPress' privacy policy guide.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Blocks;

use Candid\Service;
use Candid\Statement\Site_Statement;

/** Puts the statement of the block into Settings → Privacy → Policy guide. */
final class Policy_Guide implements Service {

	public function __construct( private readonly Site_Statement $statement ) {
	}

	public function register_hooks(): void {
		add_action( 'admin_init', array( $this, 'suggest' ) );
	}

	/** Suggests the text. */
	public function suggest(): void {
		wp_add_privacy_policy_content( 'Candid', $this->text() );
	}

	/** The suggested text as HTML. */
	public function text(): string {
		$tutorial = __( 'Candid records visits to this site. Tell your visitors so. Laws differ from country to country: ask a local lawyer. In the block editor, the block “Privacy statement” prints this text and keeps it up to date.', 'candid' );
		return '<p class="privacy-policy-tutorial">' . esc_html( $tutorial ) . '</p>'
			. '<p><strong class="privacy-policy-tutorial">' . esc_html__( 'Suggested text:', 'candid' ) . ' </strong>'
			. esc_html( $this->statement->of( array(), get_locale() )->text ) . '</p>';
	}
}

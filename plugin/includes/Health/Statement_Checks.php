<?php
/**
 * Checks of what visitors are told.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Accounts\Account_Resolver;
use Candid\Blocks\Privacy_Statement;
use Candid\Contracts\Statements_Contract;
use Candid\Settings\Settings_Store;
use Candid\Statement\Statement;
use WP_Post;

/** Is the statement published on the privacy policy page, and does it still fit? */
final class Statement_Checks implements Check_Group {

	/**
	 * The checks.
	 *
	 * @param Settings_Store   $settings The owner's settings.
	 * @param Account_Resolver $accounts Knows where recordings go.
	 */
	public function __construct(
		private readonly Settings_Store $settings,
		private readonly Account_Resolver $accounts,
	) {}

	/** {@inheritDoc} */
	public function checks(): array {
		$page  = $this->policy_page();
		$needs = $this->settings->read()->recording ? Check::RECOMMENDED : Check::GOOD;
		if ( null === $page ) {
			return array( new Check( 'statement', __( 'There is no privacy policy page', 'candid' ), $needs, __( 'Choose or create one in Settings → Privacy, then put the block "Privacy statement" on it.', 'candid' ) ) );
		}
		if ( 'publish' !== $page->post_status ) {
			return array( new Check( 'statement', __( 'The privacy policy page is not published', 'candid' ), $needs, __( 'Visitors cannot read it yet. Publish it.', 'candid' ) ) );
		}
		if ( ! $this->tells_visitors( $page ) ) {
			return array( new Check( 'statement', __( 'The privacy policy does not mention recordings', 'candid' ), $needs, __( 'Put the block "Privacy statement" on the privacy policy page. Laws differ; ask a local lawyer.', 'candid' ) ) );
		}

		return array( new Check( 'statement', __( 'The privacy policy tells visitors about recordings', 'candid' ), Check::GOOD, __( 'The statement is on the published privacy policy page.', 'candid' ) ) );
	}

	/** The page chosen in Settings → Privacy. */
	private function policy_page(): ?WP_Post {
		$id   = (int) get_option( 'wp_page_for_privacy_policy' );
		$page = $id > 0 ? get_post( $id ) : null;

		return $page instanceof WP_Post && 'trash' !== $page->post_status ? $page : null;
	}

	/** Whether the page holds the block, or the statement for the account in force as text, in one of the languages. */
	private function tells_visitors( WP_Post $page ): bool {
		if ( has_block( Privacy_Statement::NAME, $page ) ) {
			return true;
		}
		$text = (string) preg_replace( '/\s+/u', ' ', html_entity_decode( wp_strip_all_tags( $page->post_content ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) );
		foreach ( array_keys( Statements_Contract::RULES['languages'] ) as $language ) {
			$statement = Statement::compose( $language, $this->accounts->account()->kind, '', '' )->text;
			if ( str_contains( $text, rtrim( $statement, '.' ) ) ) {
				return true;
			}
		}

		return false;
	}
}

<?php
/**
 * Checks of what visitors are told.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Accounts\Account_Resolver;
use Candid\Statement\Published_Statement;
use Candid\Statement\Told;
use WP_Post;

/** Is the statement published, and does it fit the account in force? */
final class Statement_Checks implements Check_Group {

	public function __construct(
		private readonly Account_Resolver $accounts,
		private readonly Published_Statement $published
	) {
	}

	/** @inheritDoc */
	public function checks(): array {
		return array( $this->statement( $this->published->policy_page(), $this->published->told() ) );
	}

	private function statement( ?WP_Post $page, Told $told ): Check {
		return match ( true ) {
			Told::Recordings === $told => $this->check(
				__( 'The privacy policy tells visitors about recordings', 'candid' ),
				__( 'It says that visits are recorded and that recordings stay on this site.', 'candid' ),
				true
			),
			Told::Collection === $told => $this->check(
				__( 'The privacy policy names who may collect personal data', 'candid' ),
				__( 'It does not say that visits are recorded. Add that in your own words.', 'candid' ),
				true
			),
			null === $page => $this->check(
				__( 'There is no privacy policy page', 'candid' ),
				__( 'Choose or create one under Settings → Privacy, then add the block “Privacy statement” to it.', 'candid' ),
				false,
				new Check_Remedy( __( 'Choose the privacy policy page', 'candid' ), admin_url( 'options-privacy.php' ) )
			),
			! $this->published->is_readable( $page ) => $this->check(
				__( 'Visitors cannot read the privacy policy page', 'candid' ),
				__( 'Publish it, without a password.', 'candid' ),
				false,
				$this->editor_of( $page )
			),
			Told::Something_Else === $told => $this->check(
				__( 'The privacy policy does not match the settings', 'candid' ),
				__( 'It says where personal data goes, and that is not where recordings go. Replace the old sentence with the block “Privacy statement”.', 'candid' ),
				false,
				$this->editor_of( $page )
			),
			default => $this->check(
				__( 'The privacy policy does not mention recordings', 'candid' ),
				__( 'Add the block “Privacy statement” to the privacy policy page. Laws differ; ask a local lawyer.', 'candid' ),
				false,
				$this->editor_of( $page )
			),
		};
	}

	/** Nobody is urged while nothing is recorded. */
	private function check( string $label, string $message, bool $is_good, ?Check_Remedy $remedy = null ): Check {
		$needs = $this->accounts->policy()->of_site()->is_yes() ? Check::RECOMMENDED : Check::GOOD;
		return new Check( 'statement', $label, $is_good ? Check::GOOD : $needs, $message, $remedy );
	}

	/** A link to the editor of a page; null for people who may not edit the page. */
	private function editor_of( WP_Post $page ): ?Check_Remedy {
		$url = get_edit_post_link( $page, 'raw' );
		return is_string( $url ) && '' !== $url ? new Check_Remedy( __( 'Edit the page', 'candid' ), $url ) : null;
	}
}

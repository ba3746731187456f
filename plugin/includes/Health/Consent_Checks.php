<?php
/**
 * Checks of how visitors agree.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Health;

use Candid\Accounts\Account_Resolver;
use Candid\Compat\Consent_Api;
use Candid\Settings\Settings_Store;

/** Does somebody ask visitors, where somebody should? */
final class Consent_Checks implements Check_Group {

	public function __construct( private readonly Settings_Store $settings, private readonly Account_Resolver $accounts ) {
	}

	/** @inheritDoc */
	public function checks(): array {
		return array( $this->consent( $this->settings->read()->consent, Consent_Api::is_there(), Consent_Api::is_managed() ) );
	}

	/**
	 * @param string $mode       The setting "consent".
	 * @param bool   $is_there   Whether the WP Consent API is there.
	 * @param bool   $is_managed Whether a consent plugin manages consent by it.
	 */
	private function consent( string $mode, bool $is_there, bool $is_managed ): Check {
		return match ( true ) {
			'ask' === $mode => new Check(
				'consent',
				__( 'Visitors are asked before they are recorded', 'candid' ),
				Check::GOOD,
				__( 'Candid’s notice asks them.', 'candid' )
			),
			'without' === $mode => new Check(
				'consent',
				__( 'Visitors are recorded without being asked', 'candid' ),
				Check::GOOD,
				__( 'You stated that the law that applies to this site allows that. Laws differ and change: ask a local lawyer.', 'candid' )
			),
			! $is_there => $this->nobody(
				__( 'No consent plugin was found: nobody is recorded', 'candid' ),
				__( 'Install the plugin “WP Consent API” and a consent plugin that works with it, or let Candid ask.', 'candid' )
			),
			! $is_managed => $this->nobody(
				__( 'No consent plugin seems to manage consent: nobody is recorded until one does', 'candid' ),
				__( 'The WP Consent API is there, but PHP knows of no consent plugin that uses it. Some tell it to the browser only: look at a page as a visitor. Otherwise set one up, or let Candid ask.', 'candid' )
			),
			default => new Check(
				'consent',
				__( 'A consent plugin asks visitors', 'candid' ),
				Check::GOOD,
				__( 'Candid follows its answer.', 'candid' )
			),
		};
	}

	/** Nobody is urged while recording is off. */
	private function nobody( string $label, string $message ): Check {
		$status = $this->accounts->policy()->of_site()->is_yes() ? Check::RECOMMENDED : Check::GOOD;
		return new Check( 'consent', $label, $status, $message, new Check_Remedy( __( 'Open Candid’s settings', 'candid' ), admin_url( 'admin.php?page=candid&p=/settings' ) ) );
	}
}

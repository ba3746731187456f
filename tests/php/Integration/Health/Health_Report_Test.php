<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Health;

use Candid\Accounts\Account_Kind;
use Candid\Domain\Fault;
use Candid\Domain\Fence_Finding;
use Candid\Domain\Recording_Id;
use Candid\Health\Check;
use Candid\Health\Check_Group;
use Candid\Health\Fault_Text;
use Candid\Health\Consent_Checks;
use Candid\Health\Health_Report;
use Candid\Health\Leak_Log;
use Candid\Health\Recording_Checks;
use Candid\Health\Site_Health;
use Candid\Health\Statement_Checks;
use Candid\Health\Stop_Log;
use Candid\Plugin;
use Candid\Statement\Published_Statement;
use Candid\Statement\Statement;
use Candid\Tests\Integration\Site_Case;
use RuntimeException;

/** What the owner is told about the state of things. */
final class Health_Report_Test extends Site_Case {

	private int $policy = 0;

	protected function tearDown(): void {
		if ( $this->policy > 0 ) {
			wp_delete_post( $this->policy, true );
		}
		delete_option( 'wp_page_for_privacy_policy' );
		remove_all_filters( 'home_url' );
		parent::tearDown();
	}

	public function test_the_route_is_for_those_who_manage(): void {
		self::assertSame( 401, $this->send( 'GET', '/candid/v1/health' )->get_status() );
		$this->log_in( 'editor' );
		self::assertSame( 403, $this->send( 'GET', '/candid/v1/health' )->get_status() );
		$this->log_in( 'administrator' );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
		$answer = $this->send( 'GET', '/candid/v1/health' )->get_data();
		self::assertSame( array( 'checks', 'leaks', 'stops' ), array_keys( $answer ) );
		foreach ( $answer['checks'] as $check ) {
			self::assertSame( array( 'id', 'label', 'status', 'message', 'remedy' ), array_keys( $check ) );
			self::assertContains( $check['status'], array( 'good', 'recommended', 'critical' ) );
		}
		$ids = array_column( $answer['checks'], 'id' );
		self::assertSame( array( 'recording', 'tls', 'consent', 'data_key', 'data_folder', 'inbox', 'indexer', 'vault_files', 'recorder', 'leaks', 'statement' ), $ids );
	}

	public function test_a_full_inbox_is_named_with_the_way_out(): void {
		$this->log_in( 'administrator' );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
		$path = Plugin::instance()->storage()->folder->path( 'inbox' ) . '/taken-1.spool';
		$file = fopen( $path, 'wb' );
		self::assertIsResource( $file );
		// A hole, which takes no room on the disk.
		ftruncate( $file, 300000000 );
		fclose( $file );
		try {
			$checks = array_column( $this->send( 'GET', '/candid/v1/health' )->get_data()['checks'], null, 'id' );
		} finally {
			unlink( $path );
		}
		self::assertSame( array( 'critical', Fault_Text::of( Fault::Inbox_Full ) ), array( $checks['inbox']['status'], $checks['inbox']['message'] ) );
	}

	public function test_who_manages_empties_the_list_of_leaks_and_nobody_else(): void {
		$log = new Leak_Log();
		$log->note_leaks( '/checkout/', array( new Fence_Finding( 'secret-text', 'p.note', 2 ) ), Recording_Id::from_hex( str_repeat( 'a', 32 ) ), 1000 );
		$log->keep();
		self::assertSame( 401, $this->send( 'DELETE', '/candid/v1/health/leaks' )->get_status() );
		$this->log_in( 'administrator' );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
		self::assertCount( 1, $this->send( 'GET', '/candid/v1/health' )->get_data()['leaks'] );
		self::assertSame( array( 'forgotten' => 1 ), $this->send( 'DELETE', '/candid/v1/health/leaks' )->get_data() );
		self::assertSame( array(), $this->send( 'GET', '/candid/v1/health' )->get_data()['leaks'] );
	}

	public function test_the_route_names_each_reason_a_recorder_stopped_for_once(): void {
		$this->log_in( 'administrator' );
		wp_get_current_user()->add_cap( 'candid_manage_settings' );
		$log = new Stop_Log();
		$id  = Recording_Id::from_hex( str_repeat( 'a', 32 ) );
		$log->note_stop( 'limit', '/long/', $id, 1000 );
		$log->note_stop( 'limit', '/longer/', $id, 2000 );
		$log->keep();
		self::assertSame(
			array(
				array(
					'reason' => 'limit',
					'count'  => 2,
					'path'   => '/longer/',
					'last'   => 2000,
				),
			),
			$this->send( 'GET', '/candid/v1/health' )->get_data()['stops']
		);
		self::assertSame( array( 'forgotten' => 1 ), $this->send( 'DELETE', '/candid/v1/health/stops' )->get_data() );
		self::assertSame( array(), $this->send( 'GET', '/candid/v1/health' )->get_data()['stops'] );
	}

	public function test_only_who_manages_empties_the_list_of_stops(): void {
		self::assertSame( 401, $this->send( 'DELETE', '/candid/v1/health/stops' )->get_status() );
		$this->log_in( 'editor' );
		self::assertSame( 403, $this->send( 'DELETE', '/candid/v1/health/stops' )->get_status() );
	}

	public function test_it_says_whether_visits_are_recorded_and_why_not(): void {
		self::assertSame( array( 'good', 'Candid is off' ), $this->recording() );
		$this->given_settings( array( 'recording' => true ) );
		self::assertSame( array( 'good', 'Candid records visits' ), $this->recording() );
		self::assertSame( 'critical', $this->recording( 'no key' )[0] );
		self::assertSame( 'recommended', $this->recording( self::SMARTSUPP_KEY )[0] );
		self::assertSame( 'critical', $this->recording( null, '' )[0] );
	}

	public function test_it_says_when_nobody_asks_visitors_and_so_nobody_is_recorded(): void {
		$consent = function (): array {
			$check = ( new Consent_Checks( $this->plugin()->settings(), $this->plugin()->accounts() ) )->checks()[0];
			return array( $check->status, $check->label );
		};
		$this->given_settings( array( 'consent' => 'plugin' ) );
		self::assertSame( array( 'good', 'No consent plugin was found: nobody is recorded' ), $consent() );
		$this->given_settings( array( 'recording' => true ) );
		self::assertSame( 'recommended', $consent()[0] );
		$this->given_settings( array( 'consent' => 'ask' ) );
		self::assertSame( array( 'good', 'Visitors are asked before they are recorded' ), $consent() );
		$this->given_settings( array( 'consent' => 'without' ) );
		self::assertSame( array( 'good', 'Visitors are recorded without being asked' ), $consent() );
	}

	public function test_a_public_site_without_https_is_critical_and_ones_own_machine_is_not(): void {
		self::assertSame( 'good', $this->transport( 'https://shop.example' ) );
		self::assertSame( 'critical', $this->transport( 'http://shop.example' ) );
		self::assertSame( 'good', $this->transport( 'http://localhost:8881' ) );
		self::assertSame( 'critical', $this->transport( 'http://localhost.evil.example' ) );
	}

	public function test_it_knows_whether_the_policy_page_tells_visitors(): void {
		$this->given_settings( array( 'recording' => true ) );
		self::assertSame( array( 'recommended', 'There is no privacy policy page' ), $this->statement() );
		$this->policy = $this->page( 'privacy', 'We like you.', 'draft' );
		update_option( 'wp_page_for_privacy_policy', $this->policy );
		self::assertSame( array( 'recommended', 'Visitors cannot read the privacy policy page' ), $this->statement() );
		$this->policy_says( 'We like you.' );
		self::assertSame( array( 'recommended', 'The privacy policy does not mention recordings' ), $this->statement() );
		$this->policy_says( '<!-- wp:candid/privacy-statement /-->' );
		self::assertSame( array( 'good', 'The site tells visitors about recordings' ), $this->statement() );
		$this->policy_says( '<!-- wp:group --><div><!-- wp:candid/privacy-statement {"language":"pl"} /--></div><!-- /wp:group -->' );
		self::assertSame( 'good', $this->statement()[0] );
		$this->policy_says( '<p>' . str_replace( ' ', '  ', Statement::compose( 'pl', Account_Kind::Own, '', '' )->text ) . '</p>' );
		self::assertSame( 'good', $this->statement()[0] );
	}

	public function test_a_policy_behind_a_password_tells_nobody(): void {
		$this->given_settings( array( 'recording' => true ) );
		$this->policy_says( '<!-- wp:candid/privacy-statement /-->' );
		wp_update_post( array( 'ID' => $this->policy, 'post_password' => 'x' ) );
		self::assertSame( array( 'recommended', 'Visitors cannot read the privacy policy page' ), $this->statement() );
	}

	public function test_a_statement_left_over_from_a_third_party_is_not_true_of_a_site_that_keeps_recordings(): void {
		$this->given_settings( array( 'recording' => true ) );
		foreach ( array( 'Smartsupp.com, s.r.o.', '' ) as $company ) {
			$this->policy_says( '<p>' . Statement::compose( 'en', Account_Kind::Candid, $company, '' )->text . '</p>' );
			self::assertSame( array( 'recommended', 'A published privacy statement does not match the settings' ), $this->statement() );
		}
		$this->policy_says( '<!-- wp:candid/privacy-statement {"company":"My own shop"} /-->' );
		self::assertSame( 'recommended', $this->statement()[0] );
	}

	public function test_the_sentence_of_a_third_party_says_who_collects_and_not_that_visits_are_recorded(): void {
		$this->given_settings( array( 'recording' => true, 'account_key' => self::SMARTSUPP_KEY ) );
		$this->policy_says( '<!-- wp:candid/privacy-statement /-->' );
		self::assertSame( array( 'good', 'The site names who may collect personal data' ), $this->statement() );
	}

	public function test_a_statement_in_a_synced_pattern_or_on_the_page_of_terms_counts(): void {
		$this->given_settings( array( 'recording' => true ) );
		$pattern = wp_insert_post( array( 'post_type' => 'wp_block', 'post_status' => 'publish', 'post_title' => 'Told', 'post_content' => '<!-- wp:candid/privacy-statement /-->' ) );
		$this->policy_says( "<!-- wp:block {\"ref\":$pattern} /-->" );
		self::assertSame( 'good', $this->statement()[0] );
		wp_delete_post( $pattern, true );
		self::assertSame( 'recommended', $this->statement()[0] );
		update_option( 'woocommerce_terms_page_id', $this->page( 'terms', '<!-- wp:candid/privacy-statement /-->' ) );
		self::assertSame( 'good', $this->statement()[0] );
		wp_delete_post( (int) get_option( 'woocommerce_terms_page_id' ), true );
		delete_option( 'woocommerce_terms_page_id' );
	}

	public function test_the_remedy_is_where_the_thing_is_put_right(): void {
		$this->log_in( 'administrator' );
		self::assertStringEndsWith( 'options-privacy.php', $this->statement_check()->remedy?->url ?? '' );
		$this->policy_says( 'We like you.' );
		self::assertSame( array( 'Edit the page', get_edit_post_link( $this->policy, 'raw' ) ), array_values( (array) $this->statement_check()->remedy ) );
	}

	public function test_nobody_is_urged_while_nothing_is_recorded(): void {
		self::assertSame( 'good', $this->statement()[0] );
	}

	public function test_a_check_that_fails_is_reported_and_the_others_still_show(): void {
		$broken = new class() implements Check_Group {
			public function checks(): array {
				throw new RuntimeException( 'the disk is gone' );
			}
		};
		$checks = ( new Health_Report( array( $broken, $this->recording_checks() ) ) )->checks();
		self::assertSame( 'critical', $checks[0]->status );
		self::assertStringNotContainsString( 'the disk is gone', $checks[0]->message );
		self::assertStringContainsString( 'WP_DEBUG_LOG', $checks[0]->message );
		self::assertSame( 'failed_0', $checks[0]->id );
		self::assertContains( 'recording', array_map( static fn ( Check $check ): string => $check->id, $checks ) );
	}

	public function test_site_health_shows_the_same_checks_and_no_key(): void {
		$report = new Health_Report( array( $this->recording_checks() ) );
		$site   = new Site_Health( $report );
		$tests  = $site->add_tests( array( 'direct' => array() ) );
		self::assertSame( array( 'candid_recording', 'candid_tls' ), array_keys( $tests['direct'] ) );
		$result = $tests['direct']['candid_recording']['test']();
		self::assertSame( array( 'label', 'status', 'badge', 'description', 'actions', 'test' ), array_keys( $result ) );
		$debug = (string) wp_json_encode( $site->add_debug_information( array() ) );
		self::assertStringNotContainsString( 'cnd_', $debug );
	}

	/** @return array{0: string, 1: string} */
	private function recording( ?string $fixed_key = null, string $own_key = self::OWN_KEY ): array {
		$check = $this->recording_checks( $fixed_key, $own_key )->checks()[0];

		return array( $check->status, $check->label );
	}

	private function recording_checks( ?string $fixed_key = null, string $own_key = self::OWN_KEY ): Recording_Checks {
		return new Recording_Checks( $this->plugin( $fixed_key, $own_key )->accounts() );
	}

	private function transport( string $home ): string {
		remove_all_filters( 'home_url' );
		add_filter( 'home_url', static fn (): string => $home );

		return $this->recording_checks()->checks()[1]->status;
	}

	/** @return array{0: string, 1: string} */
	private function statement(): array {
		$check = $this->statement_check();

		return array( $check->status, $check->label );
	}

	private function statement_check(): Check {
		$plugin = $this->plugin();

		return ( new Statement_Checks( $plugin->accounts(), new Published_Statement( $plugin->statement() ) ) )->checks()[0];
	}

	private function policy_says( string $content ): void {
		if ( 0 === $this->policy ) {
			$this->policy = $this->page( 'privacy' );
			update_option( 'wp_page_for_privacy_policy', $this->policy );
		}
		wp_update_post(
			array(
				'ID'           => $this->policy,
				'post_status'  => 'publish',
				'post_content' => $content,
			)
		);
	}
}

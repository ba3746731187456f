<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Domain;

use Candid\Domain\No_Recording;
use Candid\Domain\Recording_Policy;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\TestCase;

/** Whether, where and why a visit is recorded. */
final class Recording_Policy_Test extends TestCase {

	private const OWN   = 'cnd_0123456789abcdefghijklmnopqrstuv';
	private const OTHER = 'cnd_zyxwvutsrqponmlkjihgfedcba987654';

	public function test_a_site_that_records_says_for_which_account(): void {
		$decision = ( new Recording_Policy( true, self::OWN, self::OWN ) )->of_site();
		self::assertTrue( $decision->is_yes() );
		self::assertSame( self::OWN, $decision->account_key );
	}

	/** @return array<string, array{0: bool, 1: string, 2: string|null, 3: No_Recording}> */
	public static function sites(): array {
		return array(
			'recording is off'                             => array( false, self::OWN, self::OWN, No_Recording::Off ),
			'the constant is no key'                       => array( true, self::OWN, null, No_Recording::Unusable_Key ),
			'the constant is no key, and recording is off' => array( false, self::OWN, null, No_Recording::Unusable_Key ),
			'no account yet'                               => array( true, '', '', No_Recording::No_Account ),
			'the key is of another site'                   => array( true, self::OWN, self::OTHER, No_Recording::Elsewhere ),
			'the key is of another site, and no account'   => array( true, '', self::OTHER, No_Recording::Elsewhere ),
			'the key is of another site, and off'          => array( false, self::OWN, self::OTHER, No_Recording::Elsewhere ),
		);
	}

	#[DataProvider( 'sites' )]
	public function test_a_site_that_does_not_record_says_why( bool $is_on, string $own_key, ?string $key, No_Recording $reason ): void {
		$policy = new Recording_Policy( $is_on, $own_key, $key );
		self::assertSame( $reason, $policy->of_site()->reason );
		self::assertSame( '', $policy->of_site()->account_key );
		self::assertSame( $reason, $policy->of_visit( No_Recording::Editing, true )->reason, 'The site comes before the page.' );
	}

	public function test_a_visit_is_recorded_when_neither_page_nor_person_are_left_out(): void {
		$policy = new Recording_Policy( true, self::OWN, self::OWN );
		self::assertSame( self::OWN, $policy->of_visit( null, false )->account_key );
		self::assertSame( No_Recording::Sign_Up, $policy->of_visit( No_Recording::Sign_Up, false )->reason );
		self::assertSame( No_Recording::Staff, $policy->of_visit( null, true )->reason );
		self::assertSame( No_Recording::Sign_Up, $policy->of_visit( No_Recording::Sign_Up, true )->reason );
	}

	public function test_a_visitor_who_is_logged_in_is_left_out_only_where_the_owner_says_so(): void {
		$policy = new Recording_Policy( true, self::OWN, self::OWN, true );
		self::assertSame( No_Recording::Logged_In, $policy->of_visit( null, false, true )->reason );
		self::assertSame( No_Recording::Staff, $policy->of_visit( null, true, true )->reason );
		self::assertTrue( $policy->of_visit( null, false, false )->is_yes() );
		self::assertTrue( $policy->of_page( null )->is_yes() );
		self::assertTrue( ( new Recording_Policy( true, self::OWN, self::OWN ) )->of_visit( null, false, true )->is_yes() );
		self::assertSame( No_Recording::Staff, ( new Recording_Policy( true, self::OWN, self::OWN ) )->of_visit( null, true, true )->reason );
	}

	public function test_a_page_is_judged_as_if_recording_were_on(): void {
		$policy = new Recording_Policy( false, self::OWN, self::OWN );
		self::assertTrue( $policy->of_page( null )->is_yes() );
		self::assertSame( No_Recording::Accelerated, $policy->of_page( No_Recording::Accelerated )->reason );
	}
}

<?php
/**
 * What the fence remembers of a page, and what it makes of things it could not remember.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

use Candid\Domain\Envelope;
use Candid\Domain\Event_Observer;
use PHPUnit\Framework\Attributes\DataProvider;

final class Node_Memory_Test extends Fence_Case {

	private static function shown( Line_Fence $fence, string $line, Envelope $envelope ): string {
		return (string) $fence->inspect( $line, $envelope )->line;
	}

	public function test_a_password_that_becomes_a_button_does_not_show_its_value_as_a_label(): void {
		foreach ( array( false, true ) as $inputs ) {
			$fence    = self::fence( $inputs );
			$envelope = self::envelope( array( 'inputs' => true ) );
			$fence->inspect( self::snapshot( array( self::element( 20, 'input', array( 'type' => 'password' ) ) ) ), $envelope );
			self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::altered( 20, array( 'type' => 'button', 'value' => 'SECRET' ) ), $envelope ) );
			self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::altered( 20, array( 'value' => 'SECRET' ) ), $envelope ) );
			self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::added( 3, self::element( 20, 'input', array( 'type' => 'button', 'value' => 'SECRET' ) ) ), $envelope ) );
		}
	}

	public function test_only_an_input_is_a_button_by_its_type(): void {
		foreach ( array( false, true ) as $inputs ) {
			$option = self::element( 9, 'select', array( 'name' => 'password' ), array( self::element( 10, 'option', array( 'type' => 'button', 'value' => 'SECRET', 'label' => 'SECRET' ) ) ) );
			self::assertStringNotContainsString( 'SECRET', self::shown( self::fence( $inputs ), self::snapshot( array( $option ) ), self::envelope( array( 'inputs' => true ) ) ) );
		}
	}

	public function test_a_button_keeps_its_label_as_the_recorder_shows_it(): void {
		$button = static fn( string $label ): string => self::snapshot( array( self::element( 9, 'input', array( 'type' => 'submit', 'name' => 'pin', 'value' => $label ) ) ) );
		$result = self::fence()->inspect( $button( 'Send PIN' ), self::envelope() );
		self::assertStringContainsString( 'Send PIN', (string) $result->line );
		self::assertSame( array(), $result->findings );
		$result = self::fence( true )->inspect( $button( '*** ***' ), self::envelope( array( 'inputs' => true ) ) );
		self::assertStringContainsString( '*** ***', (string) $result->line );
		self::assertSame( array(), $result->findings );
		$fence = self::fence();
		$fence->inspect( $button( 'Send' ), self::envelope() );
		self::assertSame( array(), $fence->inspect( self::altered( 9, array( 'value' => 'Sending …' ) ), self::envelope() )->findings );
	}

	public function test_a_control_for_which_there_is_no_room_counts_as_a_sensitive_one(): void {
		$fence = self::fence( true );
		$body  = array();
		for ( $id = 10; $id < 2010; $id++ ) {
			$body[] = self::element( $id, 'option' );
		}
		$body[]   = self::element( 9001, 'div', array( 'contenteditable' => 'true' ), array( self::text( 9002, '' ) ) );
		$body[]   = self::element( 9003, 'textarea' );
		$body[]   = self::element( 9005, 'div', array( 'role' => 'textbox' ) );
		$body[]   = self::element( 9006, 'input' );
		$envelope = self::envelope( array( 'inputs' => true ) );
		$fence->inspect( self::snapshot( $body ), $envelope );
		foreach ( array( 9001, 9003, 9005 ) as $parent ) {
			self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::added( $parent, self::text( $parent + 100, 'SECRET' ) ), $envelope ) );
			self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::retold( $parent + 100, 'SECRET' ), $envelope ) );
		}
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::altered( 9003, array( 'value' => 'SECRET' ) ), $envelope ) );
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::typed( 9006, 'SECRET' ), $envelope ) );
		self::assertSame( array(), json_decode( self::shown( $fence, self::change( 14, array( 'ranges' => array( array( 'start' => 9005, 'startOffset' => 6, 'end' => 9005, 'endOffset' => 6 ) ) ) ), $envelope ) )->data->ranges );
	}

	public function test_a_text_for_which_there_is_no_room_counts_as_one_of_a_control(): void {
		$between = array();
		$inside  = array();
		for ( $i = 0; $i < 4001; $i++ ) {
			$between[] = self::element( 11 + 2 * $i, 'b' );
			$inside[]  = self::text( 10 + 2 * $i, '' );
		}
		$editor = self::element( 9, 'div', array( 'contenteditable' => 'true' ), $inside );
		foreach ( array( array_merge( $between, array( $editor ) ), array_merge( array( $editor ), $between ) ) as $body ) {
			$fence = self::fence();
			$fence->inspect( self::snapshot( $body ), self::envelope() );
			foreach ( array( 10, 8010 ) as $id ) {
				self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::retold( $id, 'SECRET' ), self::envelope() ) );
			}
		}
	}

	public function test_a_text_of_a_sensitive_area_is_hidden_when_it_changes_too(): void {
		$fence    = self::fence( true );
		$envelope = self::envelope( array( 'inputs' => true ) );
		$fence->inspect( self::snapshot( array( self::element( 9, 'textarea', array( 'name' => 'iban' ), array( self::text( 10, '' ) ) ), self::element( 11, 'div', array( 'contenteditable' => '' ), array( self::element( 12, 'p', array(), array( self::text( 13, '' ) ) ) ) ) ) ), $envelope );
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::retold( 10, 'SECRET' ), $envelope ) );
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::retold( 999, 'SECRET' ), $envelope ) );
		foreach ( array( self::retold( 13, 'Ordinary' ), self::added( 12, self::text( 14, 'Ordinary' ) ) ) as $line ) {
			$result = $fence->inspect( $line, $envelope );
			self::assertStringContainsString( 'Ordinary', (string) $result->line );
			self::assertSame( array(), $result->findings );
		}
		$fence->inspect( self::altered( 11, array( 'aria-label' => 'Your password' ) ), $envelope );
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::retold( 13, 'SECRET' ), $envelope ) );
	}

	public function test_a_document_in_an_editable_region_is_what_is_written_there(): void {
		$document = static fn( int $id ): array => array( 'type' => 0, 'id' => $id, 'childNodes' => array( self::text( $id + 1, 'SECRET' ) ) );
		$fence    = self::fence();
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::snapshot( array( self::element( 9, 'div', array( 'contenteditable' => 'true' ), array( $document( 10 ) ) ) ) ), self::envelope() ) );
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::added( 9, $document( 20 ) ), self::envelope() ) );
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::retold( 21, 'SECRET' ), self::envelope() ) );
	}

	public function test_a_segment_of_an_earlier_page_does_not_lose_what_is_known_of_this_one(): void {
		$page  = static fn( int $page ): Envelope => self::envelope( array( 'page' => $page ) );
		$fence = self::fence();
		foreach ( array( 0, 1 ) as $number ) {
			$fence->inspect( self::snapshot( array( self::element( 4, 'p', array(), array( self::text( 5, 'x' ) ) ) ) ), $page( $number ) );
		}
		$late = self::fence( false, $fence->close() );
		$late->inspect_envelope( $page( 0 ) );
		self::assertStringNotContainsString( 'Hello', self::shown( $late, self::retold( 5, 'Hello' ), $page( 0 ) ), 'Nothing is known of the earlier page any more.' );
		$late->inspect( self::snapshot( array( self::element( 4, 'input', array( 'type' => 'password' ) ) ) ), $page( 0 ) );
		$next   = self::fence( false, $late->close() );
		$result = $next->inspect( self::retold( 5, 'Hello' ), $page( 1 ) );
		self::assertStringContainsString( 'Hello', (string) $result->line );
		self::assertSame( array(), $result->findings );
	}

	/** @return iterable<string, array{list<string>}> */
	public static function labels(): iterable {
		$secret = static fn( array $attributes = array() ): array => self::element( 60, 'input', $attributes + array( 'value' => 'SECRET' ) );
		yield 'a label that is for it, seen before' => array( array( self::snapshot( array( self::element( 30, 'label', array( 'for' => 'cn' ), array( self::text( 31, 'Card number' ) ) ) ) ), self::added( 3, $secret( array( 'id' => 'cn' ) ) ) ) );
		yield 'a label around it, seen before' => array( array( self::snapshot( array( self::element( 30, 'label', array(), array( self::text( 31, 'PIN' ), self::element( 32, 'span' ) ) ) ) ), self::added( 32, $secret() ) ) );
		yield 'a label around it, whose words are added alone' => array( array( self::snapshot( array() ), self::mutation( array( 'adds' => array( array( 'parentId' => 3, 'nextId' => null, 'node' => self::element( 30, 'label' ) ), array( 'parentId' => 30, 'nextId' => null, 'node' => $secret() ), array( 'parentId' => 30, 'nextId' => 60, 'node' => self::text( 31, 'PIN' ) ) ) ) ) ) );
		yield 'what aria-labelledby names' => array( array( self::snapshot( array( $secret( array( 'aria-labelledby' => 'a q' ) ), self::element( 30, 'span', array( 'id' => 'q' ), array( self::element( 31, 'b', array(), array( self::text( 32, 'CVV' ) ) ) ) ) ) ) ) );
		yield 'what aria-labelledby names, seen before' => array( array( self::snapshot( array( self::element( 29, 'div', array( 'id' => 'form' ), array( self::element( 30, 'span', array( 'id' => 'cn' ), array( self::element( 31, 'b', array(), array( self::text( 32, 'CVV' ) ) ) ) ) ) ) ) ), self::added( 3, $secret( array( 'aria-labelledby' => 'a cn' ) ) ) ) );
		yield 'what aria-labelledby names, named later' => array( array( self::snapshot( array( self::element( 30, 'span', array( 'id' => 'cn' ), array( self::text( 32, 'CVV' ) ) ), self::element( 60, 'input' ) ) ), self::altered( 60, array( 'aria-labelledby' => 'cn' ) ), self::altered( 60, array( 'value' => 'SECRET' ) ) ) );
		$legend = self::element( 30, 'legend', array(), array( self::text( 31, 'Enter the security code we sent you' ) ) );
		yield 'the legend of its group' => array( array( self::snapshot( array( self::element( 29, 'fieldset', array(), array( $legend, self::element( 32, 'label', array(), array( self::text( 33, 'Digit 1' ), $secret( array( 'maxlength' => '1' ) ) ) ) ) ) ) ) ) );
		yield 'the legend of its group, seen before' => array( array( self::snapshot( array( self::element( 29, 'fieldset', array(), array( $legend, self::element( 32, 'div' ) ) ) ) ), self::added( 32, $secret( array( 'aria-label' => 'Digit 1' ) ) ) ) );
		yield 'the name of its group' => array( array( self::snapshot( array( self::element( 29, 'div', array( 'role' => 'group', 'aria-label' => 'One-time code' ), array( $secret( array( 'aria-label' => 'Digit 1' ) ) ) ) ) ) ) );
		yield 'what the label of its group names' => array( array( self::snapshot( array( self::element( 29, 'div', array( 'role' => 'RadioGroup', 'aria-labelledby' => 'cn' ), array( $secret() ) ), self::element( 30, 'p', array( 'id' => 'cn' ), array( self::text( 31, 'Your PIN' ) ) ) ) ) ) );
		yield 'what the label of its group names, seen before' => array( array( self::snapshot( array( self::element( 30, 'p', array( 'id' => 'cn' ), array( self::text( 31, 'Your PIN' ) ) ) ) ), self::added( 3, self::element( 29, 'div', array( 'role' => 'group', 'aria-labelledby' => 'cn' ), array( $secret() ) ) ) ) );
		yield 'an id that a label seen before is for' => array( array( self::snapshot( array( self::element( 30, 'label', array( 'for' => 'cn' ), array( self::text( 31, 'Card number' ) ) ), self::element( 60, 'input' ) ) ), self::altered( 60, array( 'id' => 'cn' ) ), self::altered( 60, array( 'value' => 'SECRET' ) ) ) );
	}

	/** @param list<string> $lines */
	#[DataProvider( 'labels' )]
	public function test_a_field_is_sensitive_by_its_label_wherever_that_came( array $lines ): void {
		$state    = '';
		$envelope = self::envelope( array( 'inputs' => true ) );
		$shown    = '';
		foreach ( $lines as $line ) {
			$fence = self::fence( true, $state );
			$shown = self::shown( $fence, $line, $envelope );
			$state = $fence->close();
		}
		self::assertStringNotContainsString( 'SECRET', $shown );
		self::assertStringNotContainsString( 'SECRET', self::shown( self::fence( true, $state ), self::typed( 60, 'SECRET' ), $envelope ) );
		self::assertStringNotContainsString( '"cn"', $state, 'No text of the page is kept.' );
	}

	/** @return iterable<string, array{list<string>}> */
	public static function passwords_made_anew(): iterable {
		$field = static fn( int $id, array $attributes ): array => self::element( $id, 'input', $attributes );
		$first = self::snapshot( array( $field( 50, array( 'type' => 'password', 'name' => 'f3', 'id' => 'p3' ) ) ) );
		$gone  = self::mutation( array( 'removes' => array( array( 'parentId' => 3, 'id' => 50 ) ) ) );
		yield 'under its name' => array( array( $first, $gone, self::added( 3, $field( 60, array( 'type' => 'text', 'name' => 'f3', 'value' => 'SECRET' ) ) ) ) );
		yield 'under its id' => array( array( $first, $gone, self::added( 3, $field( 60, array( 'type' => 'text', 'id' => 'p3', 'value' => 'SECRET' ) ) ) ) );
		yield 'with a new snapshot' => array( array( $first, $gone, self::snapshot( array( $field( 60, array( 'type' => 'text', 'name' => 'f3', 'value' => 'SECRET' ) ) ) ) ) );
		yield 'and named later' => array( array( $first, $gone, self::added( 3, $field( 60, array( 'type' => 'text' ) ) ), self::altered( 60, array( 'name' => 'f3' ) ), self::altered( 60, array( 'value' => 'SECRET' ) ) ) );
		yield 'under a name it got later' => array( array( $first, self::altered( 50, array( 'name' => 'f4' ) ), self::added( 3, $field( 60, array( 'type' => 'text', 'name' => 'f4', 'value' => 'SECRET' ) ) ) ) );
	}

	/** @param list<string> $lines */
	#[DataProvider( 'passwords_made_anew' )]
	public function test_a_password_that_is_made_anew_as_a_text_field_stays_one( array $lines ): void {
		$state    = '';
		$envelope = self::envelope( array( 'inputs' => true ) );
		foreach ( $lines as $line ) {
			$fence = self::fence( true, $state );
			$shown = self::shown( $fence, $line, $envelope );
			$state = $fence->close();
			self::assertStringNotContainsString( 'SECRET', $shown );
		}
		self::assertStringNotContainsString( 'SECRET', self::shown( self::fence( true, $state ), self::typed( 60, 'SECRET' ), $envelope ) );
		self::assertDoesNotMatchRegularExpression( '/"(?:f3|p3)"/', $state, 'No text of the page is kept.' );
		$other = self::fence( true, $state );
		self::assertStringContainsString( 'Brno', self::shown( $other, self::snapshot( array( self::element( 60, 'input', array( 'name' => 'f3', 'value' => 'Brno' ) ) ) ), self::envelope( array( 'inputs' => true, 'page' => 1 ) ) ), 'Another page has names of its own.' );
	}

	public function test_more_passwords_than_there_is_room_for_close_every_field_with_a_name(): void {
		$fence    = self::fence( true );
		$envelope = self::envelope( array( 'inputs' => true ) );
		$fence->inspect( self::snapshot( array_map( static fn( int $id ): array => self::element( $id, 'input', array( 'type' => 'password', 'name' => "p{$id}" ) ), range( 10, 600 ) ) ), $envelope );
		$next = self::fence( true, $fence->close() );
		self::assertStringNotContainsString( 'SECRET', self::shown( $next, self::added( 3, self::element( 700, 'input', array( 'name' => 'p600', 'value' => 'SECRET' ) ) ), $envelope ) );
		self::assertLessThan( Event_Observer::MAX_STATE_BYTES, strlen( $next->close() ) );
	}

	public function test_an_ordinary_label_makes_no_field_sensitive(): void {
		$fence    = self::fence( true );
		$envelope = self::envelope( array( 'inputs' => true ) );
		$fence->inspect( self::snapshot( array( self::element( 30, 'label', array( 'for' => 'cn' ), array( self::text( 31, 'PIN' ) ) ), self::element( 32, 'label', array( 'for' => 'town' ), array( self::text( 33, 'Town' ) ) ) ) ), $envelope );
		self::assertStringContainsString( 'Brno', self::shown( $fence, self::added( 32, self::element( 60, 'input', array( 'id' => 'town', 'value' => 'Brno' ) ) ), $envelope ) );
	}

	public function test_words_beside_an_ordinary_one_that_is_named_make_no_field_sensitive(): void {
		$fence    = self::fence( true );
		$envelope = self::envelope( array( 'inputs' => true ) );
		$fence->inspect( self::snapshot( array( self::element( 30, 'p', array( 'id' => 'pin' ), array( self::text( 31, 'PIN' ) ) ), self::element( 32, 'p', array( 'id' => 'town' ), array( self::text( 33, 'Town' ) ) ) ) ), $envelope );
		self::assertStringContainsString( 'Brno', self::shown( $fence, self::added( 3, self::element( 60, 'input', array( 'aria-labelledby' => 'town', 'value' => 'Brno' ) ) ), $envelope ) );
	}

	public function test_the_words_of_a_group_are_of_its_fields_and_not_of_its_buttons_or_what_is_beside_it(): void {
		$group  = self::element( 29, 'fieldset', array(), array( self::element( 30, 'legend', array(), array( self::text( 31, 'Security code' ) ) ), self::element( 32, 'input', array( 'type' => 'submit', 'value' => 'Verify' ) ) ) );
		$other  = self::element( 39, 'fieldset', array(), array( self::element( 40, 'legend', array(), array( self::text( 41, 'Address' ) ) ), self::element( 42, 'p', array(), array( self::text( 43, 'No PIN is needed' ) ) ), self::element( 44, 'input', array( 'value' => 'Brno' ) ) ) );
		$result = self::fence( true )->inspect( self::snapshot( array( $group, $other, self::element( 50, 'input', array( 'value' => 'Praha' ) ) ) ), self::envelope( array( 'inputs' => true ) ) );
		self::assertSame( array(), $result->findings );
	}

	public function test_more_named_words_than_are_looked_at_close_only_fields_that_name_theirs(): void {
		$fence    = self::fence( true );
		$envelope = self::envelope( array( 'inputs' => true ) );
		$body     = array();
		for ( $id = 10; $id < 12030; $id += 2 ) {
			$body[] = self::element( $id, 'b', array( 'id' => "b{$id}" ), array( self::text( $id + 1, $id > 12000 ? 'CVV' : 'Town' ) ) );
		}
		$fence->inspect( self::snapshot( $body ), $envelope );
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, self::added( 3, self::element( 20001, 'input', array( 'aria-labelledby' => 'b12028', 'value' => 'SECRET' ) ) ), $envelope ) );
		self::assertStringContainsString( 'Brno', self::shown( $fence, self::added( 3, self::element( 20002, 'input', array( 'value' => 'Brno' ) ) ), $envelope ) );
	}

	public function test_what_is_known_of_a_large_page_still_fits_into_the_state(): void {
		$rows = array();
		for ( $id = 10; $id < 30010; $id += 12 ) {
			$rows[] = self::element( $id, 'div', array( 'id' => "row{$id}" ), array( self::element( $id + 1, 'label', array( 'for' => "f{$id}" ), array( self::text( $id + 2, 'Security code' ) ) ), self::element( $id + 4, 'input', array( 'id' => "f{$id}", 'type' => 0 === $id % 24 ? 'radio' : 'text' ) ), self::element( $id + 6, 'my-card' ), self::element( $id + 8, 'style' ) ) );
		}
		$fence = self::fence();
		$fence->inspect( self::snapshot( $rows ), self::envelope() );
		$state = $fence->close();
		self::assertNotSame( '', $state );
		self::assertSame( $state, self::fence( false, $state )->close(), 'What is read is what was written.' );
	}

	public function test_a_page_of_groups_within_groups_is_soon_looked_through(): void {
		$inner = self::element( 9, 'input', array( 'value' => 'SECRET' ) );
		for ( $id = 10; $id < 240; $id++ ) {
			$inner = self::element( $id, 'fieldset', array( 'id' => 'same', 'aria-labelledby' => 'same other' ), array( self::element( 1000 + $id, 'legend', array(), array( self::text( 2000 + $id, 'PIN' ) ) ), $inner ) );
		}
		$many = array_map( static fn( int $id ): array => self::element( $id, 'b', array( 'id' => 'same' ), array( self::text( 50000 + $id, 'a' ) ) ), range( 10000, 19999 ) );
		$used = hrtime( true );
		self::assertStringNotContainsString( 'SECRET', self::shown( self::fence( true ), self::snapshot( array( $inner, ...$many ) ), self::envelope( array( 'inputs' => true ) ) ) );
		self::assertLessThan( 5.0, ( hrtime( true ) - $used ) / 1e9 );
	}

	public function test_a_memory_of_another_format_is_none(): void {
		$old = '{"page":0,"known":[[1,9]],"inside":[],"styles":[],"fields":{"4":["text",false,""]},"blurred":false}';
		self::assertStringNotContainsString( 'SECRET', self::shown( self::fence( false, $old ), self::retold( 5, 'SECRET' ), self::envelope() ) );
		$fence = self::fence();
		$fence->inspect( self::snapshot( array( self::element( 4, 'p', array(), array( self::text( 5, 'x' ) ) ) ) ), self::envelope() );
		self::assertStringContainsString( 'Hello', self::shown( self::fence( false, $fence->close() ), self::retold( 5, 'Hello' ), self::envelope() ) );
		self::assertStringNotContainsString( 'Hello', self::shown( self::fence( false, str_replace( '"inside":[false,[]]', '"inside":[false,[0,1]]', $fence->close() ) ), self::retold( 5, 'Hello' ), self::envelope() ) );
		self::assertLessThan( Event_Observer::MAX_STATE_BYTES, strlen( $fence->close() ) );
	}
}

<?php
/**
 * What tells of a hidden value without saying it: where the pointer is, how far a field is scrolled, how it looks.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

use Candid\Domain\Event_Observer;
use PHPUnit\Framework\Attributes\DataProvider;

final class Choice_Test extends Fence_Case {

	/** Ids of what tells a choice; and of what is beside it. */
	private const TELLING = array( 20, 21, 23, 25, 26, 28, 29, 30, 33, 35, 38, 40, 41 );
	private const BESIDE  = array( 3, 10, 11, 12, 13, 24, 36, 44 );

	private static function page(): string {
		return self::snapshot(
			array(
				self::element( 10, 'p', array(), array( self::element( 11, 'b' ) ) ),
				self::element( 12, 'label', array( 'for' => 'name' ) ),
				self::element( 13, 'input', array( 'id' => 'name' ) ),
				self::element( 20, 'input', array( 'type' => 'RADIO', 'id' => 'r' ) ),
				self::element( 21, 'input', array( 'type' => 'checkbox' ) ),
				self::element( 22, 'select', array(), array( self::element( 23, 'option' ) ) ),
				self::element( 24, 'label', array( 'for' => 'nothing' ) ),
				self::element( 25, 'label', array( 'for' => 'r' ), array( self::element( 26, 'span', array(), array( self::text( 27, 'Yes' ) ) ) ) ),
				self::element( 28, 'label', array(), array( self::element( 29, 'span' ), self::element( 30, 'input', array( 'type' => 'radio' ) ) ) ),
				self::element( 33, 'div', array( 'role' => 'switch' ), array( self::element( 35, 'i' ) ) ),
				self::element( 36, 'label', array(), array( self::element( 37, 'input' ), self::element( 38, 'input', array( 'type' => 'checkbox' ) ) ) ),
				self::element( 40, 'input', array( 'type' => 'range' ) ),
				self::element( 41, 'li', array( 'role' => 'option' ) ),
				self::element( 44, 'textarea' ),
			)
		);
	}

	/** @return array{Fence, string} A fence in a second segment, and the preset of both. */
	private static function after( string $page, bool $inputs = false ): Line_Fence {
		$first = self::fence( $inputs );
		$first->inspect( $page, self::envelope( array( 'inputs' => true ) ) );
		$state = $first->close();
		self::assertLessThan( Event_Observer::MAX_STATE_BYTES, strlen( $state ) );
		return self::fence( $inputs, $state );
	}

	/** @return iterable<string, array{int}> */
	public static function moves(): iterable {
		yield 'mouse' => array( 1 );
		yield 'touch' => array( 6 );
		yield 'drag' => array( 12 );
	}

	#[DataProvider( 'moves' )]
	public function test_no_pointer_is_stored_over_a_hidden_choice_or_its_label( int $source ): void {
		$fence    = self::after( self::page() );
		$position = static fn( int $id ): array => array( 'x' => 1, 'y' => 2, 'id' => $id, 'timeOffset' => -10 );
		$result   = $fence->inspect( self::change( $source, array( 'positions' => array_map( $position, array( ...self::TELLING, ...self::BESIDE ) ) ) ), self::envelope() );
		self::assertSame( self::BESIDE, array_map( static fn( object $at ): int => $at->id, json_decode( (string) $result->line )->data->positions ) );
		self::assertContains( 'form-input input', self::rules( $result ) );
		self::assertNull( $fence->inspect( self::change( $source, array( 'positions' => array( $position( 20 ) ) ) ), self::envelope() )->line, 'Of positions nothing is left.' );
		$shown = self::after( self::page(), true )->inspect( self::change( $source, array( 'positions' => array_map( $position, self::TELLING ) ) ), self::envelope( array( 'inputs' => true ) ) );
		self::assertSame( array(), $shown->findings, 'Where inputs are recorded a choice may be seen.' );
	}

	public function test_no_click_is_stored_on_a_hidden_choice_or_its_label(): void {
		$fence = self::after( self::page() );
		foreach ( self::TELLING as $id ) {
			self::assertNull( $fence->inspect( self::change( 2, array( 'type' => 2, 'id' => $id, 'x' => 1, 'y' => 2 ) ), self::envelope() )->line, "Node {$id}" );
		}
		foreach ( self::BESIDE as $id ) {
			$result = $fence->inspect( self::change( 2, array( 'type' => 2, 'id' => $id, 'x' => 1, 'y' => 2 ) ), self::envelope() );
			self::assertSame( array( array(), true ), array( $result->findings, null !== $result->line ), "Node {$id}" );
		}
		$sensitive = self::after( self::snapshot( array( self::element( 20, 'input', array( 'type' => 'radio', 'name' => 'pin' ) ) ) ), true );
		self::assertNull( $sensitive->inspect( self::change( 2, array( 'type' => 2, 'id' => 20, 'x' => 1, 'y' => 2 ) ), self::envelope( array( 'inputs' => true ) ) )->line );
	}

	public function test_what_is_put_into_a_choice_or_becomes_one_later_is_one_too(): void {
		$fence = self::after( self::page() );
		$fence->inspect( self::added( 33, self::element( 60, 'b' ) ), self::envelope() );
		$fence->inspect( self::added( 25, self::element( 61, 'b' ) ), self::envelope() );
		$fence->inspect( self::altered( 10, array( 'role' => 'menuitemradio' ) ), self::envelope() );
		foreach ( array( 60, 61, 10 ) as $id ) {
			self::assertNull( $fence->inspect( self::change( 2, array( 'type' => 2, 'id' => $id, 'x' => 1, 'y' => 2 ) ), self::envelope() )->line );
		}
	}

	public function test_that_a_hidden_choice_has_changed_is_not_stored(): void {
		$fence = self::after( self::page() );
		foreach ( array( 20, 21, 22, 40 ) as $id ) {
			self::assertNull( $fence->inspect( self::typed( $id, '***' ), self::envelope() )->line );
		}
		self::assertNotNull( $fence->inspect( self::typed( 13, '***' ), self::envelope() )->line );
		self::assertNotNull( self::after( self::page(), true )->inspect( self::typed( 22, 'x' ), self::envelope( array( 'inputs' => true ) ) )->line );
	}

	public function test_how_far_a_hidden_field_is_scrolled_is_not_stored(): void {
		$page  = self::snapshot( array( self::element( 10, 'div' ), self::element( 11, 'textarea' ), self::element( 12, 'div', array( 'contenteditable' => '' ), array( self::element( 13, 'p' ) ) ), self::element( 14, 'textarea', array( 'name' => 'iban' ) ) ) );
		$kept  = static fn( Line_Fence $fence, array $ids ): array => array_values( array_filter( $ids, static fn( int $id ): bool => null !== $fence->inspect( self::change( 3, array( 'id' => $id, 'x' => 0, 'y' => 40 ) ), self::envelope( array( 'inputs' => true ) ) )->line ) );
		$nodes = array( 1, 10, 11, 12, 13, 14, 999 );
		self::assertSame( array( 1, 10 ), $kept( self::after( $page ), $nodes ) );
		self::assertSame( array( 1, 10, 11, 12, 13 ), $kept( self::after( $page, true ), $nodes ) );
		$later = self::after( $page );
		$later->inspect( self::altered( 10, array( 'contenteditable' => 'true' ) ), self::envelope() );
		self::assertSame( array( 1 ), $kept( $later, $nodes ), 'The page itself still scrolls when something has become a field.' );
	}

	/** @return iterable<string, array{int, array<string, mixed>}> */
	public static function changes(): iterable {
		foreach ( array( 'tabindex' => '0', 'aria-pressed' => 'true', 'aria-checked' => 'true', 'aria-selected' => 'true', 'data-state' => 'on', 'data-selected' => '', 'checked' => '' ) as $name => $value ) {
			foreach ( array( 33, 35, 41, 50 ) as $id ) {
				yield "{$name} of {$id}" => array( $id, array( $name => $value ) );
				yield "{$name} of {$id}, removed" => array( $id, array( $name => null ) );
			}
		}
		foreach ( array( 'rows' => '7', 'cols' => '9', 'size' => '3' ) as $name => $value ) {
			yield $name => array( 44, array( $name => $value ) );
		}
		foreach ( array( 'height:180px', 'color:red; MIN-height: 3em', '/* */height:9px', 'block-size:9px', '--value:7', 'background-size:40% 100%', 'he\\69ght:9px' ) as $style ) {
			yield $style => array( 44, array( 'style' => $style ) );
		}
		yield 'declaration' => array( 44, array( 'style' => array( 'height' => '180px' ) ) );
		yield 'declaration removed' => array( 44, array( 'style' => array( 'height' => false ) ) );
		yield 'declaration of what is written' => array( 46, array( 'style' => array( '--rows' => array( '7', 'important' ) ) ) );
	}

	/** @param array<string, mixed> $attributes */
	#[DataProvider( 'changes' )]
	public function test_an_attribute_that_tells_of_a_hidden_value_is_not_stored( int $id, array $attributes ): void {
		$page   = self::snapshot( array( self::element( 33, 'button', array( 'role' => 'checkbox' ), array( self::element( 35, 'i' ) ) ), self::element( 41, 'li', array( 'role' => 'option' ) ), self::element( 44, 'textarea' ), self::element( 45, 'div', array( 'contenteditable' => '' ), array( self::element( 46, 'p' ) ) ), self::element( 50, 'x-box' ) ) );
		$result = self::after( $page )->inspect( self::altered( $id, array( 'class' => 'a' ) + $attributes ), self::envelope() );
		$left   = json_encode( json_decode( (string) $result->line )->data->attributes[0]->attributes, JSON_THROW_ON_ERROR );
		self::assertContains( $left, array( '{"class":"a"}', '{"class":"a","style":{}}', '{"class":"a","style":""}', '{"class":"a","style":"color:red"}' ) );
		self::assertNotSame( array(), $result->findings );
	}

	public function test_a_filled_field_in_a_snapshot_does_not_tell_how_it_has_grown_and_an_empty_one_keeps_its_look(): void {
		$look = array( 'rows' => '9', 'cols' => '20', 'style' => 'height:200px;color:red' );
		$line = (string) self::fence()->inspect( self::snapshot( array( self::element( 9, 'textarea', $look + array( 'value' => 'Nine lines' ) ) ) ), self::envelope() )->line;
		self::assertStringContainsString( '"attributes":{"style":"color:red","value":"***"}', str_replace( '";color', '"color', $line ) );
		$result = self::fence()->inspect( self::snapshot( array( self::element( 9, 'textarea', $look ), self::element( 10, 'textarea', $look + array( 'value' => '***' ) ) ) ), self::envelope() );
		self::assertSame( array(), $result->findings );
	}

	public function test_the_state_of_what_is_no_choice_stays(): void {
		$fence = self::after( self::page() );
		foreach ( array( array( 10, array( 'data-state' => 'open', 'tabindex' => '-1', 'aria-pressed' => 'true', 'style' => array( 'height' => '10px' ) ) ), array( 25, array( 'tabindex' => '0' ) ), array( 44, array( 'class' => 'wide', 'style' => 'color:red' ) ) ) as list( $id, $attributes ) ) {
			$line   = self::altered( $id, $attributes );
			$result = $fence->inspect( $line, self::envelope() );
			self::assertSame( array(), $result->findings );
			self::assertJsonStringEqualsJsonString( $line, (string) $result->line );
		}
		$line   = self::altered( 33, array( 'data-state' => 'on', 'tabindex' => '0' ) );
		$result = self::after( self::page(), true )->inspect( $line, self::envelope( array( 'inputs' => true ) ) );
		self::assertSame( array(), $result->findings );
		self::assertJsonStringEqualsJsonString( $line, (string) $result->line );
	}
}

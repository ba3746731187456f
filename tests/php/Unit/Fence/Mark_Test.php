<?php
/**
 * Parts of a page that are marked as sensitive.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

final class Mark_Test extends Fence_Case {

	private const MARK = array( 'data-candid' => 'sensitive' );

	private static function shown( Line_Fence $fence, string $line ): string {
		return (string) $fence->inspect( $line, self::envelope( array( 'inputs' => true, 'preset' => 'open' ) ) )->line;
	}

	private static function open_fence( bool $inputs, string $state = '' ): Line_Fence {
		return new Line_Fence( array(), $inputs, 'open', $state );
	}

	public function test_what_stands_in_a_marked_element_is_hidden_in_every_mode_and_told(): void {
		$inside = array(
			self::text( 10, 'SECRET' ),
			self::element( 11, 'b', array( 'title' => 'SECRET' ), array( self::text( 12, 'SECRET' ) ) ),
			self::element( 13, 'img', array( 'src' => '/SECRET.png', 'alt' => 'SECRET' ) ),
			self::element( 14, 'a', array( 'href' => '/SECRET' ), array( self::text( 15, 'SECRET' ) ) ),
			self::element( 16, 'input', array( 'value' => 'SECRET', 'name' => 'city', 'placeholder' => 'SECRET' ) ),
			self::element( 17, 'textarea', array(), array( self::text( 18, 'SECRET' ) ) ),
			self::element( 19, 'input', array( 'type' => 'submit', 'value' => 'SECRET' ) ),
			self::element( 20, 'style', array(), array( self::text( 21, 'b::after{content:"SECRET"}' ) ) ),
		);
		foreach ( array( false, true ) as $inputs ) {
			$line   = self::snapshot( array( self::element( 9, 'p', array( 'title' => 'SECRET', 'data-candid' => 'Allow SENSITIVE', 'aria-label' => 'SECRET', 'class' => 'note' ), $inside ) ) );
			$result = self::open_fence( $inputs )->inspect( $line, self::envelope( array( 'inputs' => true, 'preset' => 'open' ) ) );
			self::assertStringNotContainsString( 'SECRET', (string) $result->line );
			self::assertContains( 'sensitive-field p.note', self::rules( $result ) );
			foreach ( range( 9, 21 ) as $id ) {
				self::assertStringContainsString( '"id":' . $id . ',', (string) $result->line, 'Every node keeps its place.' );
			}
			$fence = self::open_fence( $inputs );
			self::assertSame( self::shown( $fence, $line ), self::shown( $fence, self::shown( $fence, $line ) ), 'Looking again changes nothing.' );
		}
	}

	public function test_what_comes_into_it_later_is_hidden_too_and_what_is_beside_it_stays(): void {
		foreach ( array( false, true ) as $inputs ) {
			$first = self::open_fence( $inputs );
			self::shown( $first, self::snapshot( array( self::element( 9, 'div', self::MARK, array( self::element( 10, 'p', array(), array( self::text( 11, '' ) ) ), self::element( 12, 'input', array( 'name' => 'city' ) ), self::element( 13, 'img' ) ) ), self::element( 20, 'p', array(), array( self::text( 21, '' ) ) ) ) ) );
			$next = self::open_fence( $inputs, $first->close() );
			foreach ( array( 9, 10 ) as $parent ) {
				self::assertStringNotContainsString( 'SECRET', self::shown( $next, self::added( $parent, self::text( $parent + 100, 'SECRET' ), self::element( $parent + 200, 'input', array( 'value' => 'SECRET' ) ) ) ) );
				self::assertStringNotContainsString( 'SECRET', self::shown( $next, self::typed( $parent + 200, 'SECRET' ) ) );
			}
			foreach ( array( self::retold( 11, 'SECRET' ), self::typed( 12, 'SECRET' ), self::altered( 12, array( 'value' => 'SECRET' ) ), self::altered( 13, array( 'src' => '/SECRET.png' ) ), self::altered( 9, array( 'title' => 'SECRET' ) ) ) as $line ) {
				self::assertStringNotContainsString( 'SECRET', self::shown( $next, $line ) );
			}
			foreach ( array( self::retold( 21, 'Ordinary' ), self::added( 3, self::text( 30, 'Ordinary' ) ) ) as $line ) {
				self::assertStringContainsString( 'Ordinary', self::shown( $next, $line ) );
			}
		}
	}

	public function test_what_is_moved_out_of_it_stays_hidden(): void {
		$fence = self::open_fence( true );
		self::shown( $fence, self::snapshot( array( self::element( 9, 'div', self::MARK, array( self::element( 10, 'p', array(), array( self::text( 11, 'SECRET' ) ) ) ) ) ) ) );
		$moved = self::mutation( array( 'removes' => array( array( 'parentId' => 9, 'id' => 10 ) ), 'adds' => array( array( 'parentId' => 3, 'nextId' => null, 'node' => self::element( 10, 'p' ) ), array( 'parentId' => 10, 'nextId' => null, 'node' => self::text( 11, 'SECRET' ) ) ) ) );
		self::assertStringNotContainsString( 'SECRET', self::shown( $fence, $moved ) );
	}

	public function test_a_mark_that_comes_later_hides_everything_until_the_next_snapshot(): void {
		$page  = self::snapshot( array( self::element( 9, 'div', array(), array( self::element( 10, 'p', array(), array( self::text( 11, '' ) ) ), self::element( 12, 'input', array( 'name' => 'city' ) ) ) ) ) );
		$first = self::open_fence( true );
		self::shown( $first, $page );
		self::shown( $first, self::altered( 9, self::MARK ) );
		$next = self::open_fence( true, $first->close() );
		foreach ( array( self::retold( 11, 'SECRET' ), self::typed( 12, 'SECRET' ), self::added( 9, self::element( 30, 'input', array( 'value' => 'SECRET' ) ) ) ) as $line ) {
			self::assertStringNotContainsString( 'SECRET', self::shown( $next, $line ) );
		}
		self::shown( $next, $page );
		self::assertStringContainsString( 'Ordinary', self::shown( $next, self::retold( 11, 'Ordinary' ) ) );
		self::assertStringContainsString( 'Brno', self::shown( $next, self::typed( 12, 'Brno' ) ) );
	}

	public function test_a_marked_part_as_the_recorder_sends_it_passes_without_a_finding(): void {
		$line   = self::snapshot( array( self::element( 9, 'div', array( 'rr_width' => '120px', 'rr_height' => '40px' ) ), self::element( 10, 'input', array( 'name' => 'code', 'value' => '***', 'class' => 'wide' ) ) ) );
		$result = self::open_fence( true )->inspect( $line, self::envelope( array( 'inputs' => true, 'preset' => 'open' ) ) );
		self::assertSame( array(), $result->findings );
		self::assertJsonStringEqualsJsonString( $line, (string) $result->line );
	}
}

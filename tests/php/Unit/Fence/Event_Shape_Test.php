<?php
/**
 * Events of which a name is right and what stands under it is not.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

use PHPUnit\Framework\Attributes\DataProvider;

final class Event_Shape_Test extends Fence_Case {

	private const CARD = 4111111111111111;

	/** @return iterable<string, array{string}> */
	public static function odd_shapes(): iterable {
		$card = (string) self::CARD;
		$node = static fn( array $node ): array => array( self::snapshot( array( $node ) ) );
		yield 'a fact beside the payload' => array( self::event( 5, array( 'tag' => 'candid:address', 'payload' => array( 'href' => '/' ), 'extra' => 'SECRET' ) ) );
		yield 'a fact no address has' => array( self::event( 5, array( 'tag' => 'candid:address', 'payload' => array( 'href' => '/', 'words' => 'SECRET' ) ) ) );
		yield 'a level no detail has' => array( self::event( 5, array( 'tag' => 'candid:detail', 'payload' => array( 'level' => self::CARD ) ) ) );
		yield 'a level that is text' => array( self::event( 5, array( 'tag' => 'candid:detail', 'payload' => array( 'level' => 'SECRET' ) ) ) );
		yield 'an address told as a detail' => array( self::event( 5, array( 'tag' => 'candid:detail', 'payload' => array( 'href' => 'SECRET' ) ) ) );
		yield 'a tag that is a list' => array( self::event( 5, array( 'tag' => array( 'SECRET' ), 'payload' => array( 'href' => '/' ) ) ) );
		yield 'an event of its own name' => array( self::event( 5, array( 'tag' => 'candid:x', 'payload' => array( 'a' => self::CARD ) ) ) );
		yield 'a delay that is text' => array( '{"type":0,"data":{},"timestamp":1,"delay":"' . $card . '"}' );
		yield 'a property of the event' => array( '{"type":0,"data":{},"timestamp":1,"SECRET":1}' );
		yield 'an element named by a card' => $node( self::element( 9, "x{$card}" ) );
		yield 'an element named by words' => $node( self::element( 9, 'SECRET words' ) );
		yield 'a text with a name' => $node( self::text( 9, 'x' ) + array( 'tagName' => 'SECRET' ) );
		yield 'an element with a public id' => $node( self::element( 9, 'p' ) + array( 'name' => 'SECRET', 'publicId' => 'SECRET' ) );
		yield 'a flag that is text' => $node( self::element( 9, 'p' ) + array( 'isSVG' => 'SECRET' ) );
		yield 'a flag that is an object' => $node( self::element( 9, 'p' ) + array( 'isShadow' => array( 'a' => array( 'SECRET' ) ) ) );
		yield 'a root that is an object' => $node( self::text( 9, 'x' ) + array( 'rootId' => array( 'a' => 'SECRET' ) ) );
		yield 'an id that is text' => $node( array( 'type' => 3, 'id' => $card, 'textContent' => 'x' ) );
		yield 'an id beyond all ids' => $node( array( 'type' => 3, 'id' => self::CARD, 'textContent' => 'x' ) );
		yield 'a type that is text' => $node( array( 'type' => 'SECRET', 'id' => 9, 'textContent' => '' ) );
		yield 'a child that is text' => $node( self::element( 9, 'p', array(), array( 'SECRET' ) ) );
		yield 'a mode of a document' => $node( array( 'type' => 0, 'id' => 9, 'childNodes' => array(), 'compatMode' => $card ) );
		yield 'an attribute named by a card' => $node( self::element( 9, 'p', array( "data-{$card}" => 'true' ) ) );
		yield 'a number as title' => $node( self::element( 9, 'p', array( 'title' => self::CARD ) ) );
		yield 'a number as value' => $node( self::element( 9, 'input', array( 'type' => 'text', 'value' => self::CARD ) ) );
		yield 'a number of a slider' => $node( self::element( 9, 'div', array( 'role' => 'slider', 'aria-valuenow' => self::CARD ) ) );
		yield 'a scroll offset beyond all pages' => $node( self::element( 9, 'div', array( 'rr_scrollTop' => self::CARD ) ) );
		yield 'a declaration named by a card' => $node( self::element( 9, 'p', array( 'style' => array( "x{$card}" => 'red' ) ) ) );
		yield 'a declaration that is a number' => $node( self::element( 9, 'p', array( 'style' => array( 'top' => self::CARD ) ) ) );
		yield 'a parent that is text' => array( self::mutation( array( 'adds' => array( array( 'parentId' => 'SECRET', 'nextId' => null, 'node' => self::text( 60, 'x' ) ) ) ) ) );
		yield 'a sibling that is an object' => array( self::mutation( array( 'adds' => array( array( 'parentId' => 3, 'nextId' => array( 'a' => 'SECRET' ), 'node' => self::text( 60, 'x' ) ) ) ) ) );
		yield 'a node that is a list' => array( self::mutation( array( 'adds' => array( array( 'parentId' => 3, 'nextId' => null, 'node' => array( self::text( 60, 'SECRET' ) ) ) ) ) ) );
		yield 'a node that is text' => array( self::mutation( array( 'adds' => array( array( 'parentId' => 3, 'nextId' => null, 'node' => 'SECRET' ) ) ) ) );
		yield 'a changed text that is a number' => array( self::retold( 5, self::CARD ) );
		yield 'a changed text that is an object' => array( self::retold( 5, array( 'a' => 'SECRET' ) ) );
		yield 'a changed text of a password that is a list' => array( self::retold( 20, array( 'SECRET' ) ) );
		yield 'attributes that are a list' => array( self::mutation( array( 'attributes' => array( array( 'id' => 20, 'attributes' => array( 'SECRET' ) ) ) ) ) );
		yield 'a removal by text' => array( self::mutation( array( 'removes' => array( array( 'parentId' => 1, 'id' => 'SECRET' ) ) ) ) );
		yield 'a shadow that is text' => array( self::mutation( array( 'removes' => array( array( 'parentId' => 1, 'id' => 5, 'isShadow' => 'SECRET' ) ) ) ) );
		yield 'a frame that is an object' => array( self::mutation( array( 'isAttachIframe' => array( 'a' => 'SECRET' ) ) ) );
		yield 'a trigger that is text' => array( self::change( 5, array( 'id' => 21, 'text' => '', 'isChecked' => false, 'userTriggered' => 'SECRET' ) ) );
		yield 'a position beyond all pages' => array( self::change( 2, array( 'type' => 2, 'id' => 3, 'x' => self::CARD, 'y' => 1 ) ) );
		yield 'a path beyond all pages' => array( self::change( 1, array( 'positions' => array( array( 'x' => 1, 'y' => self::CARD, 'id' => 3, 'timeOffset' => 0 ) ) ) ) );
		yield 'a way of a pointer that is text' => array( self::change( 1, array( 'positions' => array( 'SECRET' ) ) ) );
		yield 'a removed rule with a note' => array( self::change( 8, array( 'id' => 3, 'removes' => array( array( 'index' => 0, 'note' => 'SECRET' ) ) ) ) );
		yield 'a place of a rule that is text' => array( self::change( 8, array( 'id' => 3, 'adds' => array( array( 'rule' => 'a{}', 'index' => array( 'SECRET' ) ) ) ) ) );
		yield 'a sheet named by text' => array( self::change( 15, array( 'id' => 1, 'styleIds' => array( 'SECRET' ), 'styles' => array( array( 'styleId' => 'SECRET', 'rules' => array() ) ) ) ) );
		yield 'a sheet with more than rules' => array( self::change( 15, array( 'id' => 1, 'styleIds' => array( 1 ), 'styles' => array( array( 'styleId' => 1, 'rules' => array(), 'more' => 'SECRET' ) ) ) ) );
		yield 'a declaration set to an object' => array( self::change( 13, array( 'id' => 3, 'index' => array( 0 ), 'set' => array( 'property' => 'color', 'value' => array( 'SECRET' ) ) ) ) );
		yield 'a declaration set to a number' => array( self::change( 13, array( 'id' => 3, 'index' => array( 0 ), 'set' => array( 'property' => 'color', 'value' => self::CARD ) ) ) );
		yield 'a custom element named by a card' => array( self::change( 16, array( 'define' => array( 'name' => "x-{$card}" ) ) ) );
	}

	#[DataProvider( 'odd_shapes' )]
	public function test_a_name_that_is_right_lets_nothing_of_a_wrong_type_through_and_it_is_told( string $line ): void {
		foreach ( array( false, true ) as $inputs ) {
			$fence    = self::fence( $inputs );
			$envelope = self::envelope( array( 'inputs' => true ) );
			$fence->inspect( self::snapshot( array( self::element( 4, 'p', array(), array( self::text( 5, 'x' ) ) ), self::element( 20, 'input', array( 'type' => 'password' ) ), self::element( 21, 'input' ) ) ), $envelope );
			$result = $fence->inspect( $line, $envelope );
			self::assertStringNotContainsString( 'SECRET', (string) $result->line );
			self::assertStringNotContainsString( (string) self::CARD, (string) $result->line );
			self::assertNotSame( array(), $result->findings );
			if ( null !== $result->line ) {
				self::assertJsonStringEqualsJsonString( $result->line, (string) $fence->inspect( $result->line, $envelope )->line, 'Looking again changes nothing.' );
			}
		}
	}

	public function test_the_search_text_in_a_new_address_is_an_input(): void {
		$line = self::event( 5, array( 'tag' => 'candid:address', 'payload' => array( 'href' => 'https://shop.test/search/PRIVATEWORDS' ) ) );
		self::assertStringNotContainsString( 'PRIVATEWORDS', (string) self::fence()->inspect( $line, self::envelope() )->line );
		self::assertStringContainsString( 'PRIVATEWORDS', (string) self::fence( true )->inspect( $line, self::envelope( array( 'inputs' => true ) ) )->line );
	}

	public function test_every_event_of_an_honest_recorder_passes_unchanged_and_without_a_finding(): void {
		$fence = self::fence();
		$page  = array(
			self::element( 4, 'p', array( 'rr_scrollLeft' => 12 ), array( self::text( 5, 'x' ) ) ),
			self::element( 6, 'video', array( 'rr_mediaState' => 'played', 'rr_mediaCurrentTime' => 1.5, 'rr_mediaMuted' => true, 'rr_mediaVolume' => 1 ) ),
			self::element( 7, 'input', array( 'type' => 'submit', 'name' => 'send_pin', 'value' => 'Send my PIN' ) ),
			self::element( 8, 'x-card', array( 'class' => 'a' ), array( array( 'isShadow' => true ) + self::element( 9, 'slot', array( 'name' => '' ) ) ) ) + array( 'isShadowHost' => true, 'isCustom' => true ),
			self::element( 10, 'svg', array( 'xlink:href' => '#a', 'viewBox' => '0 0 1 1' ) ) + array( 'isSVG' => true, 'rootId' => 1 ),
			self::element( 11, 'style' ),
		);
		$lines = array(
			self::event( 4, array( 'href' => 'https://shop.test/', 'width' => 800, 'height' => 600 ) ),
			self::snapshot( $page ),
			self::mutation(
				array(
					'adds'           => array( array( 'parentId' => 4, 'previousId' => 5, 'nextId' => null, 'node' => self::text( 40, 'Hello' ) ) ),
					'removes'        => array( array( 'parentId' => 4, 'id' => 5, 'isShadow' => true ) ),
					'texts'          => array( array( 'id' => 40, 'value' => 'Hallo' ) ),
					'attributes'     => array( array( 'id' => 4, 'attributes' => array( 'class' => null, 'style' => array( 'top' => '1px', '--x' => array( '2px', 'important' ), 'left' => false ) ) ) ),
					'isAttachIframe' => true,
				)
			),
			self::change( 1, array( 'positions' => array( array( 'x' => 1, 'y' => 2, 'id' => -1, 'timeOffset' => -40 ) ) ) ),
			self::change( 2, array( 'type' => 2, 'id' => 4, 'x' => 1, 'y' => 2.5, 'pointerType' => 0 ) ),
			self::change( 3, array( 'id' => 1, 'x' => 0, 'y' => 999999 ) ),
			self::change( 4, array( 'width' => 800, 'height' => 600 ) ),
			self::change( 7, array( 'type' => 0, 'id' => 6, 'currentTime' => 1.25, 'volume' => 0.5, 'muted' => false, 'loop' => false, 'playbackRate' => 1 ) ),
			self::change( 8, array( 'id' => 11, 'adds' => array( array( 'rule' => 'a{}', 'index' => array( 0, 1 ) ), array( 'rule' => 'b{}', 'index' => 0 ), array( 'rule' => 'i{}' ) ), 'removes' => array( array( 'index' => 0 ) ) ) ),
			self::change( 13, array( 'id' => 11, 'index' => array( 0 ), 'set' => array( 'property' => '--x', 'value' => '1px', 'priority' => 'important' ) ) ),
			self::change( 13, array( 'styleId' => 1, 'index' => array( 0 ), 'remove' => array( 'property' => 'color' ) ) ),
			self::change( 14, array( 'ranges' => array( array( 'start' => 40, 'startOffset' => 0, 'end' => 40, 'endOffset' => 3 ) ) ) ),
			self::change( 15, array( 'id' => 1, 'styleIds' => array( 1 ), 'styles' => array( array( 'styleId' => 1, 'rules' => array( array( 'rule' => 'a{}', 'index' => 0 ) ) ) ) ) ),
			self::change( 16, array( 'define' => array( 'name' => 'x-card' ) ) ),
			self::event( 5, array( 'tag' => 'candid:address', 'payload' => array( 'href' => 'https://shop.test/a' ) ) ),
			self::event( 5, array( 'tag' => 'candid:detail', 'payload' => array( 'level' => 3 ) ) ),
		);
		foreach ( $lines as $line ) {
			$result = $fence->inspect( $line, self::envelope() );
			self::assertSame( array(), self::rules( $result ), $line );
			self::assertJsonStringEqualsJsonString( $line, (string) $result->line );
		}
	}

	public function test_names_that_frameworks_and_broken_mark_up_make_are_left_out_and_no_leak(): void {
		$result = self::fence()->inspect( self::snapshot( array( self::element( 9, 'p', array( '@click' => '', ':class' => '', '"' => '', 'class' => 'a' ) ) ) ), self::envelope() );
		self::assertSame( array(), self::rules( $result ) );
		self::assertStringContainsString( '"attributes":{"class":"a"}', (string) $result->line );
	}

	public function test_the_log_hears_only_names_that_cannot_be_a_value(): void {
		$seen = static fn( array $node ): array => self::rules( self::fence()->inspect( self::snapshot( array( $node ) ), self::envelope() ) );
		self::assertSame( array( 'shape ', 'attribute-on div' ), $seen( self::element( 9, '4111-1111-1111-1111', array( 'onclick' => 'x' ) ) ) );
		self::assertSame( array( 'shape p' ), $seen( self::element( 9, 'p', array( 'onSECRET 4111111111111111' => 'x' ) ) ) );
		self::assertSame( array( 'attribute-on p', 'attribute-srcdoc p', 'attribute-data p', 'attribute-other p' ), $seen( self::element( 9, 'p', array( 'onSECRET' => 'x', 'srcdoc' => 'x', 'data-x' => 'pay 4111 1111 1111 1111', 'SECRET' => 'pay 4111 1111 1111 1111' ) ) ) );
		self::assertSame( array( 'attribute-on ' ), $seen( self::element( 9, 'SECRET.words', array( 'onclick' => 'x' ) ) ) );
		self::assertSame( array( 'attribute-on h1' ), $seen( self::element( 9, 'h1', array( 'onclick' => 'x' ) ) ) );
	}
}

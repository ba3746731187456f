<?php
/**
 * Segments of a forged recorder.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

use Candid\Domain\Envelope;
use PHPUnit\Framework\Attributes\DataProvider;

final class Fence_Test extends Fence_Case {

	/** @return iterable<string, array{string}> */
	public static function secrets(): iterable {
		$wide = array(
			'password value'              => self::element( 9, 'input', array( 'type' => 'password', 'value' => 'SECRET' ) ),
			'password once, text now'     => self::element( 9, 'input', array( 'type' => 'text', 'data-rr-is-password' => 'true', 'value' => 'SECRET' ) ),
			'hidden nonce'                => self::element( 9, 'input', array( 'type' => 'hidden', 'name' => '_wpnonce', 'value' => 'SECRET' ) ),
			'file name'                   => self::element( 9, 'input', array( 'type' => 'file', 'value' => 'C:\\fakepath\\SECRET' ) ),
			'card by autocomplete'        => self::element( 9, 'input', array( 'autocomplete' => 'billing cc-number', 'value' => 'SECRET' ) ),
			'card by name'                => self::element( 9, 'input', array( 'name' => 'card_number', 'value' => 'SECRET' ) ),
			'card by its label'           => self::element( 8, 'label', array(), array( self::text( 7, 'Číslo karty' ), self::element( 9, 'input', array( 'value' => 'SECRET' ) ) ) ),
			'card by a label elsewhere'   => self::element( 8, 'div', array(), array( self::element( 9, 'input', array( 'id' => 'x', 'value' => 'SECRET' ) ), self::element( 10, 'label', array( 'for' => 'x' ), array( self::text( 11, 'Kartennummer' ) ) ) ) ),
			'text of a sensitive area'    => self::element( 9, 'textarea', array( 'name' => 'iban' ), array( self::text( 10, 'SECRET' ) ) ),
			'option of a sensitive list'  => self::element( 9, 'select', array( 'name' => 'pin' ), array( self::element( 10, 'option', array( 'value' => 'SECRET' ), array( self::text( 11, 'SECRET' ) ) ) ) ),
			'csrf meta'                   => self::element( 9, 'meta', array( 'name' => 'csrf-token', 'content' => 'SECRET' ) ),
			'comment'                     => array( 'type' => 5, 'id' => 9, 'textContent' => 'SECRET' ),
			'cdata'                       => array( 'type' => 4, 'id' => 9, 'textContent' => 'SECRET' ),
			'script'                      => self::element( 9, 'script', array(), array( self::text( 10, 'SECRET' ) ) ),
			'noscript'                    => self::element( 9, 'noscript', array(), array( self::text( 10, 'SECRET' ) ) ),
			'link query'                  => self::element( 9, 'a', array( 'href' => '/x?reset=SECRET' ) ),
			'form action'                 => self::element( 9, 'form', array( 'action' => '/x?t=SECRET' ) ),
			'image'                       => self::element( 9, 'img', array( 'src' => '/x.png?sig=SECRET', 'srcset' => '/x.png?sig=SECRET 2x' ) ),
			'image as recorded source'    => self::element( 9, 'img', array( 'rr_src' => '/x.png?sig=SECRET' ) ),
			'picture of a canvas'         => self::element( 9, 'canvas', array( 'rr_dataURL' => 'data:image/png;base64,SECRET' ) ),
			'srcdoc'                      => self::element( 9, 'iframe', array( 'srcdoc' => '<p>SECRET' ) ),
			'style sheet'                 => self::element( 9, 'style', array( '_cssText' => 'a{background:url(/x?SECRET)}' ) ),
			'style text'                  => self::element( 9, 'style', array(), array( self::text( 10, 'a{background:url(/x?SECRET)}' ) ) ),
			'style comment'               => self::element( 9, 'style', array(), array( self::text( 10, '/* SECRET' ) ) ),
			'custom property'             => self::element( 9, 'div', array( 'style' => '--x:SECRET' ) ),
			'data attribute'              => self::element( 9, 'div', array( 'data-x' => 'SECRET', 'title' => 'SECRET', 'aria-label' => 'SECRET' ) ),
			'custom element'              => self::element( 9, 'my-card', array( 'owner' => 'SECRET' ) ),
			'handler'                     => self::element( 9, 'div', array( 'onclick' => 'x("SECRET")' ) ),
			'unknown property of a node'  => array( 'extra' => 'SECRET' ) + self::text( 9, 'x' ),
			'attribute that is an object' => self::element( 9, 'div', array( 'class' => array( 'a' => 'SECRET' ) ) ),
			'doctype'                     => array( 'type' => 1, 'id' => 9, 'name' => 'html', 'publicId' => '<SECRET>', 'systemId' => '' ),
		);
		foreach ( $wide as $name => $node ) {
			yield "snapshot: {$name}" => array( self::snapshot( array( $node ) ) );
			yield "added: {$name}" => array( self::change( 0, array( 'adds' => array( array( 'parentId' => 3, 'nextId' => null, 'node' => $node ) ), 'texts' => array(), 'attributes' => array(), 'removes' => array() ) ) );
		}
		$attributes = static fn( int $id, array $set ): string => self::change( 0, array( 'attributes' => array( array( 'id' => $id, 'attributes' => $set ) ), 'adds' => array(), 'texts' => array(), 'removes' => array() ) );
		yield 'value attribute of a password, changed' => array( $attributes( 20, array( 'value' => 'SECRET' ) ) );
		yield 'value attribute of an unknown node' => array( $attributes( 999, array( 'value' => 'SECRET' ) ) );
		yield 'placeholder changed' => array( $attributes( 21, array( 'placeholder' => 'SECRET' ) ) );
		yield 'declaration changed' => array( $attributes( 3, array( 'style' => array( 'background' => 'url(/x?SECRET)', '--x' => array( 'SECRET', 'important' ) ) ) ) );
		yield 'password typed' => array( self::change( 5, array( 'id' => 20, 'text' => 'SECRET', 'isChecked' => false ) ) );
		yield 'card typed' => array( self::change( 5, array( 'id' => 22, 'text' => 'SECRET', 'isChecked' => false ) ) );
		yield 'typed into an unknown node' => array( self::change( 5, array( 'id' => 999, 'text' => 'SECRET', 'isChecked' => false ) ) );
		yield 'file chosen' => array( self::change( 5, array( 'id' => 23, 'text' => 'SECRET', 'isChecked' => false ) ) );
		yield 'typed, in a property nobody reads' => array( self::change( 5, array( 'id' => 21, 'text' => 'x', 'isChecked' => false, 'old' => 'SECRET' ) ) );
		yield 'rule added' => array( self::change( 8, array( 'id' => 3, 'adds' => array( array( 'rule' => 'a{background:url(/x?SECRET)}', 'index' => 0 ) ) ) ) );
		yield 'sheet adopted' => array( self::change( 15, array( 'id' => 1, 'styleIds' => array( 1 ), 'styles' => array( array( 'styleId' => 1, 'rules' => array( array( 'rule' => '/*SECRET*/' ) ) ) ) ) ) );
		yield 'declaration set' => array( self::change( 13, array( 'id' => 3, 'index' => array( 0 ), 'set' => array( 'property' => 'background', 'value' => 'url(/x?SECRET)', 'priority' => 'SECRET' ) ) ) );
		yield 'canvas' => array( self::change( 9, array( 'id' => 3, 'type' => 0, 'commands' => array( array( 'property' => 'fillText', 'args' => array( 'SECRET' ) ) ) ) ) );
		yield 'font' => array( self::change( 10, array( 'family' => 'x', 'fontSource' => 'SECRET', 'buffer' => false ) ) );
		yield 'console' => array( self::change( 11, array( 'level' => 'log', 'payload' => array( 'SECRET' ) ) ) );
		yield 'plugin' => array( self::event( 6, array( 'plugin' => 'x', 'payload' => 'SECRET' ) ) );
		yield 'custom event' => array( self::event( 5, array( 'tag' => 'x', 'payload' => array( 'a' => 'SECRET' ) ) ) );
		yield 'page address' => array( self::event( 4, array( 'href' => 'https://shop.test/?t=SECRET#SECRET', 'width' => 1, 'height' => 1, 'more' => 'SECRET' ) ) );
		yield 'words in a pointer event' => array( self::change( 2, array( 'type' => 2, 'id' => 3, 'x' => 'SECRET', 'text' => 'SECRET' ) ) );
		yield 'card in a visible text' => array( self::snapshot( array( self::text( 9, 'pay 4111 1111 1111 1111' ) ) ) );
	}

	#[DataProvider( 'secrets' )]
	public function test_a_secret_is_redacted_whatever_the_toggle_and_the_event_still_decodes( string $line ): void {
		foreach ( array( false, true ) as $inputs ) {
			$fence    = self::fence( $inputs );
			$envelope = self::envelope( array( 'inputs' => true, 'preset' => 'balanced' ) );
			$fence->inspect( self::snapshot( array( self::element( 20, 'input', array( 'type' => 'password' ) ), self::element( 21, 'input', array( 'type' => 'text' ) ), self::element( 22, 'input', array( 'autocomplete' => 'cc-csc' ) ), self::element( 23, 'input', array( 'type' => 'file' ) ) ) ), $envelope );
			$result = $fence->inspect( $line, $envelope );
			if ( null !== $result->line ) {
				self::assertStringNotContainsString( 'SECRET', $result->line );
				self::assertStringNotContainsString( '4111', $result->line );
				self::assertIsObject( json_decode( $result->line ) );
				self::assertSame( $result->line, $fence->inspect( $result->line, $envelope )->line, 'Looking again changes nothing.' );
			}
			self::assertStringNotContainsString( 'SECRET', $fence->close() );
		}
	}

	public function test_with_the_toggle_off_nothing_of_a_control_stays(): void {
		$fence  = self::fence( true );
		$result = $fence->inspect(
			self::snapshot(
				array(
					self::element( 4, 'input', array( 'type' => 'text', 'name' => 'first', 'value' => 'PERSONAL' ) ),
					self::element( 5, 'input', array( 'type' => 'radio', 'value' => 'PERSONAL', 'checked' => true ) ),
					self::element( 6, 'select', array(), array( self::element( 7, 'option', array( 'value' => 'PERSONAL', 'selected' => true ), array( self::text( 8, 'PERSONAL' ) ) ) ) ),
					self::element( 9, 'div', array( 'contenteditable' => 'true' ), array( self::element( 10, 'p', array(), array( self::text( 11, 'PERSONAL' ) ) ) ) ),
					self::element( 12, 'datalist', array(), array( self::element( 13, 'option', array( 'value' => 'PERSONAL' ) ) ) ),
					self::element( 14, 'div', array( 'role' => 'textbox' ), array( self::text( 15, 'PERSONAL' ) ) ),
					self::element( 16, 'input', array( 'type' => 'submit', 'value' => 'Send order' ) ),
				)
			),
			self::envelope()
		);
		self::assertStringNotContainsString( 'PERSONAL', (string) $result->line );
		self::assertStringNotContainsString( '"checked"', (string) $result->line );
		self::assertStringNotContainsString( '"selected"', (string) $result->line );
		self::assertStringContainsString( 'Send order', (string) $result->line );
		self::assertContains( 'form-input input[name=first]', self::rules( $result ) );

		self::assertNull( $fence->inspect( self::change( 5, array( 'id' => 5, 'text' => 'PERSONAL', 'isChecked' => true ) ), self::envelope() )->line );
		foreach ( array( 4, 9, 999 ) as $id ) {
			$result = $fence->inspect( self::change( 5, array( 'id' => $id, 'text' => 'PERSONAL', 'isChecked' => true ) ), self::envelope() );
			self::assertSame( array( '***', false ), array( json_decode( (string) $result->line )->data->text, json_decode( (string) $result->line )->data->isChecked ) );
		}
		$result = $fence->inspect( self::change( 0, array( 'texts' => array( array( 'id' => 11, 'value' => 'PERSONAL' ), array( 'id' => 999, 'value' => 'PERSONAL' ) ), 'attributes' => array(), 'adds' => array( array( 'parentId' => 10, 'nextId' => null, 'node' => self::text( 40, 'PERSONAL' ) ) ), 'removes' => array() ) ), self::envelope() );
		self::assertStringNotContainsString( 'PERSONAL', (string) $result->line );
		$result = $fence->inspect( self::change( 14, array( 'ranges' => array( array( 'start' => 11, 'startOffset' => 8, 'end' => 11, 'endOffset' => 8 ) ) ) ), self::envelope() );
		self::assertSame( array(), json_decode( (string) $result->line )->data->ranges );
	}

	public function test_with_the_toggle_on_ordinary_inputs_stay_and_their_secrets_do_not(): void {
		$fence    = self::fence( true );
		$envelope = self::envelope( array( 'inputs' => true ) );
		$result   = $fence->inspect( self::snapshot( array( self::element( 4, 'input', array( 'name' => 'city', 'value' => 'Brno' ) ) ) ), $envelope );
		self::assertStringContainsString( 'Brno', (string) $result->line );
		self::assertSame( array(), $result->findings );
		$result = $fence->inspect( self::change( 5, array( 'id' => 4, 'text' => 'Praha 4111111111111111', 'isChecked' => false ) ), $envelope );
		self::assertSame( 'Praha ***', json_decode( (string) $result->line )->data->text );
	}

	public function test_a_segment_cannot_say_that_inputs_are_recorded_when_the_site_says_no(): void {
		$fence    = self::fence( false );
		$envelope = self::envelope( array( 'inputs' => true, 'preset' => 'open' ) );
		$result   = $fence->inspect( self::snapshot( array( self::element( 4, 'input', array( 'name' => 'city', 'value' => 'Brno' ) ) ) ), $envelope );
		self::assertStringNotContainsString( 'Brno', (string) $result->line );
	}

	public function test_what_a_careful_recorder_sends_passes_unchanged_and_without_a_finding(): void {
		$fence  = self::fence();
		$line   = self::snapshot(
			array(
				self::element( 4, 'h1', array( 'class' => 'title wide' ), array( self::text( 5, 'Hand-thrown mug, 1 299 Kč' ) ) ),
				self::element( 6, 'input', array( 'type' => 'text', 'name' => 'email', 'value' => '***', 'placeholder' => '***' ) ),
				self::element( 7, 'input', array( 'type' => 'hidden' ) ),
				self::element( 8, 'a', array( 'href' => 'https://shop.test/shop?paged=2' ), array( self::text( 9, 'Next' ) ) ),
				self::element( 10, 'style', array( '_cssText' => 'a{background:url("/x.png")}' ) ),
				self::element( 11, 'div', array( 'rr_width' => '120px', 'rr_height' => '40px' ) ),
				self::element( 12, 'meta', array( 'name' => 'viewport', 'content' => 'width=device-width, initial-scale=1' ) ),
				self::element( 13, 'select', array(), array( self::element( 14, 'option', array(), array( self::text( 15, '***' ) ) ) ) ),
				self::element( 16, 'svg', array( 'viewBox' => '0 0 24 24' ), array( self::element( 17, 'path', array( 'd' => 'M1 2l3.5-4z', 'fill' => 'none' ) ) ) ),
			)
		);
		$result = $fence->inspect( $line, self::envelope() );
		self::assertSame( array(), self::rules( $result ) );
		self::assertJsonStringEqualsJsonString( $line, (string) $result->line );
	}

	public function test_the_memory_travels_to_the_next_segment(): void {
		$first = self::fence( true );
		$first->inspect( self::snapshot( array( self::element( 4, 'input', array( 'name' => 'city' ) ), self::element( 5, 'input', array( 'name' => 'cvc' ) ) ) ), self::envelope( array( 'inputs' => true ) ) );
		$next = self::fence( true, $first->close() );
		$city = $next->inspect( self::change( 5, array( 'id' => 4, 'text' => 'Brno', 'isChecked' => false ) ), self::envelope( array( 'inputs' => true ) ) );
		$code = $next->inspect( self::change( 5, array( 'id' => 5, 'text' => '123', 'isChecked' => false ) ), self::envelope( array( 'inputs' => true ) ) );
		self::assertStringContainsString( 'Brno', (string) $city->line );
		self::assertStringNotContainsString( '123"', (string) $code->line );
		self::assertSame( array( 'sensitive-field input[name=cvc]' ), self::rules( $code ) );
		$other = self::fence( true, $first->close() )->inspect( self::change( 5, array( 'id' => 4, 'text' => 'Brno', 'isChecked' => false ) ), self::envelope( array( 'inputs' => true, 'page' => 1 ) ) );
		self::assertStringNotContainsString( 'Brno', (string) $other->line, 'Ids of another page are unknown.' );
	}

	public function test_a_field_that_becomes_a_password_stays_one(): void {
		$fence    = self::fence( true );
		$envelope = self::envelope( array( 'inputs' => true ) );
		$fence->inspect( self::snapshot( array( self::element( 4, 'input', array( 'type' => 'text', 'name' => 'x' ) ) ) ), $envelope );
		foreach ( array( 'password', 'text' ) as $type ) {
			$fence->inspect( self::change( 0, array( 'attributes' => array( array( 'id' => 4, 'attributes' => array( 'type' => $type ) ) ), 'texts' => array(), 'adds' => array(), 'removes' => array() ) ), $envelope );
		}
		$result = $fence->inspect( self::change( 5, array( 'id' => 4, 'text' => 'PERSONAL', 'isChecked' => false ) ), $envelope );
		self::assertStringNotContainsString( 'PERSONAL', (string) $result->line );
	}

	public function test_the_envelope_is_scrubbed_and_still_valid(): void {
		$result = self::fence()->inspect_envelope( self::envelope( array( 'url' => 'https://shop.test/u/jane@doe.com?token=x#y', 'title' => 'Order of jane@doe.com', 'referrer' => 'https://u:p@mail.test/?q=x' ) ) );
		$seen   = Envelope::parse( (string) $result->line );
		self::assertSame( array( 'https://shop.test/u/***', 'Order of ***', 'https://mail.test/' ), array( $seen->url, $seen->title, $seen->referrer ) );
		self::assertSame( 3, $result->redacted() );
	}

	public function test_shapes_nobody_expects_are_dropped_without_a_notice(): void {
		foreach ( array( '[]', '1', '{}', '{"type":2,"data":{},"timestamp":1}', '{"type":3,"data":{"source":"x"},"timestamp":1}', '{"type":3,"data":{"source":0,"adds":{"a":1},"texts":7,"attributes":[null,{"id":"x","attributes":[]}],"removes":[1]},"timestamp":1}', '{"type":2,"data":{"node":{"type":2,"id":"x","tagName":[],"attributes":[],"childNodes":[1,[],{"type":3}]}},"timestamp":1}', '{"type":3,"data":{"source":15,"styles":[{"rules":{"rule":1}}]},"timestamp":1}', '{"type":3,"data":{"source":13,"set":[]},"timestamp":1}', '{"type":3,"data":{"source":14,"ranges":{"a":{}}},"timestamp":1}', '{"type":3,"data":{"source":16,"define":{"name":1}},"timestamp":1}' ) as $line ) {
			$result = self::fence()->inspect( $line, self::envelope() );
			self::assertTrue( null === $result->line || is_object( json_decode( $result->line ) ), $line );
		}
		self::assertSame( '', ( new Line_Fence( array(), false, 'x' ) )->inspect( self::snapshot( array() ), self::envelope() )->findings[0]->selector ?? '' );
	}
}

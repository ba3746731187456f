<?php
/**
 * Events as rrweb writes them, and a fence to look at them.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Unit\Fence;

use Candid\Domain\Envelope;
use Candid\Domain\Fence_Finding;
use Candid\Domain\Recording_Id;
use PHPUnit\Framework\TestCase;

abstract class Fence_Case extends TestCase {

	protected static function recording(): Recording_Id {
		return Recording_Id::from_hex( str_repeat( 'ab', 16 ) );
	}

	/** @param array<string, mixed> $changes */
	protected static function envelope( array $changes = array() ): Envelope {
		return Envelope::parse(
			json_encode(
				array_merge(
					array(
						'v'        => 1,
						'page'     => 0,
						'url'      => 'https://shop.test/',
						'title'    => 'Shop',
						'started'  => 1,
						'sent'     => 2,
						'viewport' => array( 800, 600 ),
						'screen'   => array( 800, 600 ),
						'device'   => 'desktop',
						'language' => 'en',
						'preset'   => 'balanced',
						'inputs'   => false,
					),
					$changes
				),
				JSON_THROW_ON_ERROR
			)
		);
	}

	/**
	 * A node as rrweb writes it.
	 *
	 * @param array<string, mixed> $attributes
	 * @param list<mixed>          $children
	 * @return array<string, mixed>
	 */
	protected static function element( int $id, string $tag, array $attributes = array(), array $children = array() ): array {
		return array(
			'type'       => 2,
			'id'         => $id,
			'tagName'    => $tag,
			'attributes' => (object) $attributes,
			'childNodes' => $children,
		);
	}

	/** @return array<string, mixed> */
	protected static function text( int $id, string $text ): array {
		return array(
			'type'        => 3,
			'id'          => $id,
			'textContent' => $text,
		);
	}

	/** @param list<mixed> $body */
	protected static function snapshot( array $body ): string {
		return self::event( 2, array( 'node' => array( 'type' => 0, 'id' => 1, 'childNodes' => array( self::element( 2, 'html', array(), array( self::element( 3, 'body', array(), $body ) ) ) ) ), 'initialOffset' => array( 'left' => 0, 'top' => 0 ) ) );
	}

	/** @param array<string, mixed> $data */
	protected static function event( int $type, array $data ): string {
		return json_encode( array( 'type' => $type, 'data' => $data, 'timestamp' => 1700000000000 ), JSON_THROW_ON_ERROR );
	}

	/** @param array<string, mixed> $data */
	protected static function change( int $source, array $data ): string {
		return self::event( 3, array( 'source' => $source ) + $data );
	}

	/**
	 * A change of the page; what is not given is empty.
	 *
	 * @param array<string, list<mixed>> $parts
	 */
	protected static function mutation( array $parts ): string {
		return self::change( 0, $parts + array( 'texts' => array(), 'attributes' => array(), 'removes' => array(), 'adds' => array() ) );
	}

	/** @param array<string, mixed> ...$nodes */
	protected static function added( int $parent, array ...$nodes ): string {
		return self::mutation( array( 'adds' => array_map( static fn( array $node ): array => array( 'parentId' => $parent, 'nextId' => null, 'node' => $node ), $nodes ) ) );
	}

	/** @param array<string, mixed> $attributes */
	protected static function altered( int $id, array $attributes ): string {
		return self::mutation( array( 'attributes' => array( array( 'id' => $id, 'attributes' => $attributes ) ) ) );
	}

	protected static function retold( int $id, mixed $text ): string {
		return self::mutation( array( 'texts' => array( array( 'id' => $id, 'value' => $text ) ) ) );
	}

	protected static function typed( int $id, string $text ): string {
		return self::change( 5, array( 'id' => $id, 'text' => $text, 'isChecked' => false ) );
	}

	protected static function fence( bool $inputs = false, string $state = '' ): Line_Fence {
		return new Line_Fence( array(), $inputs, 'balanced', $state );
	}

	/** @return list<string> */
	protected static function rules( Inspected_Line $result ): array {
		return array_map( static fn( Fence_Finding $finding ): string => $finding->rule . ' ' . $finding->selector, $result->findings );
	}
}

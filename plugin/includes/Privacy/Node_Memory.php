<?php
/**
 * What the fence must know of a page's nodes.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Privacy;

/**
 * Which ids are form controls, which texts stand inside one, which are style sheets; of all others only that
 * they exist. Travels from segment to segment as JSON. Holds no value that a visitor typed.
 */
final class Node_Memory {

	/** Most controls remembered; a control beyond is unknown, and the value of an unknown one is masked. */
	private const MAX_FIELDS = 2000;

	/** Ids of every node seen. */
	private Id_Set $known;

	/** Ids of nodes that are the content of a control. */
	private Id_Set $inside;

	/** Ids of style elements and their texts. */
	private Id_Set $styles;

	/** @var array<int, array{string, bool, string}> Controls: type, whether sensitive, what it looks like. */
	private array $fields = array();

	/** Whether a known node became a control later, so that texts inside it cannot be told from others. */
	private bool $blurred = false;

	/** Page view the ids belong to; -1 before the first. */
	private int $page = -1;

	public function __construct() {
		$this->forget( -1 );
	}

	/** Starts anew: at a page view, and at each full snapshot, which names every node again. */
	public function forget( int $page ): void {
		$this->page    = $page;
		$this->known   = new Id_Set();
		$this->inside  = new Id_Set();
		$this->styles  = new Id_Set();
		$this->fields  = array();
		$this->blurred = false;
	}

	/** Makes sure the ids are those of this page view. */
	public function turn_to( int $page ): void {
		if ( $this->page !== $page ) {
			$this->forget( $page );
		}
	}

	/** Page view the ids belong to. */
	public function page(): int {
		return $this->page;
	}

	/** Notes a node. */
	public function note( int $id, bool $inside, bool $style ): void {
		$this->known->add( $id );
		if ( $inside ) {
			$this->inside->add( $id );
		}
		if ( $style ) {
			$this->styles->add( $id );
		}
	}

	/** Notes a control. Once sensitive, always. */
	public function note_field( int $id, string $type, bool $sensitive, string $look ): void {
		if ( isset( $this->fields[ $id ] ) || count( $this->fields ) < self::MAX_FIELDS ) {
			$this->fields[ $id ] = array( substr( $type, 0, 20 ), $sensitive || ( $this->fields[ $id ][1] ?? false ), $look );
		}
	}

	/** Notes that a node which was no control has become one. */
	public function blur(): void {
		$this->blurred = true;
	}

	/** @return array{string, bool, string}|null Type, whether sensitive, what it looks like. */
	public function field( int $id ): ?array {
		return $this->fields[ $id ] ?? null;
	}

	/** Whether the node is known to be an ordinary one, so that its text is the page's and not a visitor's. */
	public function is_ordinary( int $id ): bool {
		return ! $this->blurred && $this->known->has( $id ) && ! $this->inside->has( $id ) && ! isset( $this->fields[ $id ] );
	}

	/** Whether the node was ever seen. */
	public function knows( int $id ): bool {
		return $this->known->has( $id );
	}

	/** Whether it is a style element or a text in one. */
	public function is_style( int $id ): bool {
		return $this->styles->has( $id );
	}

	/** For the next segment; empty when it would be longer than allowed. */
	public function to_json( int $max_bytes ): string {
		$json = json_encode(
			array(
				'page'    => $this->page,
				'known'   => $this->known->stretches(),
				'inside'  => $this->inside->stretches(),
				'styles'  => $this->styles->stretches(),
				'fields'  => $this->fields,
				'blurred' => $this->blurred,
			),
			JSON_UNESCAPED_UNICODE | JSON_INVALID_UTF8_SUBSTITUTE
		);
		return false === $json || strlen( $json ) > $max_bytes ? '' : $json;
	}

	/** From the segment before; anything that is not ours is no knowledge. */
	public static function from_json( string $json ): self {
		$memory = new self();
		$value  = '' === $json ? null : json_decode( $json, true, 8 );
		if ( ! is_array( $value ) || ! is_int( $value['page'] ?? null ) ) {
			return $memory;
		}
		$memory->page    = $value['page'];
		$memory->known   = Id_Set::from( $value['known'] ?? null );
		$memory->inside  = Id_Set::from( $value['inside'] ?? null );
		$memory->styles  = Id_Set::from( $value['styles'] ?? null );
		$memory->blurred = false !== ( $value['blurred'] ?? true );
		foreach ( is_array( $value['fields'] ?? null ) ? $value['fields'] : array() as $id => $field ) {
			if ( is_array( $field ) && is_string( $field[0] ?? null ) && is_bool( $field[1] ?? null ) && is_string( $field[2] ?? null ) ) {
				$memory->fields[ (int) $id ] = array( $field[0], $field[1], $field[2] );
			}
		}
		return $memory;
	}
}

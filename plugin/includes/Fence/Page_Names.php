<?php
/**
 * What the fence must know of the names on a page.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Privacy\Name_Set;

/** Names and ids (of HTML) that make a field sensitive when the field is added, or added again, after the names were seen. */
final class Page_Names {

	/** Ids of fields that a telling label is for; of elements with telling words; names and ids of what once was a password. */
	private const KINDS = array( 'for', 'named', 'passwords' );

	/** @var array<value-of<self::KINDS>, Name_Set> */
	private array $sets = array();

	/** Whether anything was noted or forgotten since this was restored. */
	private bool $changed = true;

	/** Whether the names differ, or may differ, from the restored ones. */
	public function is_changed(): bool {
		return $this->changed;
	}

	public function __construct() {
		$this->forget( false );
	}

	/** Starts anew: at a page view, and at a full snapshot. A snapshot of the same page names everything again but earlier passwords, so their names stay. */
	public function forget( bool $is_same_page ): void {
		$this->changed = true;
		foreach ( self::KINDS as $kind ) {
			if ( ! $is_same_page || 'passwords' !== $kind ) {
				$this->sets[ $kind ] = new Name_Set();
			}
		}
	}

	/** Notes that a telling label is for a field with this id. */
	public function note_label_for( string $id ): void {
		$this->changed = true;
		$this->sets['for']->add( $id );
	}

	/** Whether such a label is for a field with this id. */
	public function is_labelled( string $id ): bool {
		return $this->sets['for']->may_have( $id );
	}

	/** Notes that the words of an element with this id make a field that names it a sensitive one. Null: there were more than are looked at. */
	public function note_words_of( ?string $id ): void {
		$this->changed = true;
		$this->sets['named']->add( $id );
	}

	/**
	 * Whether one of the elements that aria-labelledby names has such words, or may have.
	 *
	 * @param string $ids The attribute.
	 */
	public function has_words_of( string $ids ): bool {
		foreach ( Id_List::of( $ids ) as $id ) {
			if ( $this->sets['named']->may_have( $id ) ) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Notes what a password field is called.
	 *
	 * @param array<string, string> $attributes Its attributes.
	 */
	public function note_password( array $attributes ): void {
		$this->changed = true;
		foreach ( array( 'id', 'name' ) as $called ) {
			$this->sets['passwords']->add( $attributes[ $called ] ?? '' );
		}
	}

	/**
	 * Whether a password field of this page had that name or id: a form that shows a password often replaces the field with a text field.
	 *
	 * @param array<string, string> $attributes Attributes of a field.
	 */
	public function was_password( array $attributes ): bool {
		return $this->sets['passwords']->may_have( $attributes['id'] ?? '' ) || $this->sets['passwords']->may_have( $attributes['name'] ?? '' );
	}

	/** @return array<string, array{bool, list<string>}> */
	public function to_list(): array {
		return array_map( static fn( Name_Set $set ): array => $set->to_list(), $this->sets );
	}

	/** Takes what was stored. False: that is none. */
	public function restore( mixed $value ): bool {
		foreach ( self::KINDS as $kind ) {
			$set = Name_Set::from( is_array( $value ) ? $value[ $kind ] ?? null : null );
			if ( null === $set ) {
				return false;
			}
			$this->sets[ $kind ] = $set;
		}
		$this->changed = false;
		return true;
	}
}

<?php
/**
 * The words of labels.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Fence;

use Candid\Domain\Deadline;
use Candid\Privacy\Sensitive_Field;

/** Gathers what the labels of one event say, within bounds, and keeps of them those that make a field a sensitive one. */
final class Label_Texts {

	/** Bytes of a label that are looked at. */
	private const LONGEST = 200;

	/** Most labels of one event; and most elements with an id whose words are gathered for fields of later events. */
	private const MOST       = 5000;
	private const MOST_NAMED = 5000;

	/** @var array<int, string> By the label's number. */
	private array $texts = array();

	private int $gathered = 0;

	/** Whether there were more labels than are looked at. */
	private bool $full = false;

	/** Number of a new label; null when there are too many. */
	public function open(): ?int {
		if ( count( $this->texts ) - $this->gathered >= self::MOST ) {
			$this->full = true;
			return null;
		}
		$this->texts[] = '';
		return count( $this->texts ) - 1;
	}

	/** Number of new words that a later event may name; null when there are too many. */
	public function gather(): ?int {
		if ( $this->gathered >= self::MOST_NAMED ) {
			return null;
		}
		++$this->gathered;
		$this->texts[] = '';
		return count( $this->texts ) - 1;
	}

	/** Adds words to a label. False: the label has as many as are looked at. */
	public function add( int $label, string $text ): bool {
		$room = self::LONGEST - strlen( $this->texts[ $label ] );
		if ( $room <= 0 ) {
			return false;
		}
		$this->texts[ $label ] .= ' ' . ( strlen( $text ) <= $room ? $text : mb_strcut( $text, 0, $room, 'UTF-8' ) );
		return true;
	}

	/** Adds the words of one label to another. */
	public function join( int $label, int $other ): void {
		$this->add( $label, $this->texts[ $other ] );
	}

	/** Whether there were more labels than are looked at. */
	public function is_full(): bool {
		return $this->full;
	}

	/** Forgets every label that makes no field a sensitive one. False: none is left. */
	public function judge( Deadline $deadline ): bool {
		foreach ( $this->texts as $label => $text ) {
			$deadline->spend();
			if ( '' === $text || null === Sensitive_Field::word( $text ) ) {
				unset( $this->texts[ $label ] );
			}
		}
		return array() !== $this->texts;
	}

	/**
	 * After judge(): the words of the first of these labels that makes its field a sensitive one, or null.
	 *
	 * @param list<int> $labels
	 */
	public function sensitive( array $labels ): ?string {
		foreach ( $labels as $label ) {
			if ( isset( $this->texts[ $label ] ) ) {
				return $this->texts[ $label ];
			}
		}
		return null;
	}
}

<?php
/**
 * Text that a column takes.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Database;

/** Makes any text of a stranger one that a column takes and a line can show. */
final class Column_Text {

	/** What a list or a terminal would obey instead of showing: control characters and breaks of lines. */
	private const OBEYED = '/[\p{Cc}\p{Zl}\p{Zp}]/u';

	/** Format characters, such as those that turn the direction of what follows; but for the two joiners, which Persian, Indic scripts and emoji are written with. */
	private const UNSEEN = '/(?![\x{200C}\x{200D}])\p{Cf}/u';

	/**
	 * @param string $table  Full name.
	 * @param string $column Its name.
	 * @param int    $most   Characters the column holds.
	 */
	public static function fit( \wpdb $wpdb, string $table, string $column, string $text, int $most ): string {
		$plain = preg_replace( array( self::OBEYED, self::UNSEEN ), array( ' ', '' ), mb_scrub( $text, 'UTF-8' ) );
		$plain = mb_substr( (string) $plain, 0, $most );
		// A column of another charset than utf8mb4 may lack characters, or count bytes: wpdb would refuse the whole row.
		$kept = $wpdb->strip_invalid_text_for_column( $table, $column, $plain );
		return is_string( $kept ) ? $kept : (string) preg_replace( '/[^\x20-\x7E]/', '?', $plain );
	}
}

<?php
/**
 * The block candid/privacy-statement.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Blocks;

use Candid\Compat\Page_Language;
use Candid\Statement\Site_Statement;

/** Renders the statement: one paragraph of plain text, there without any script. */
final class Privacy_Statement {

	public function __construct( private readonly Site_Statement $statement ) {
	}

	/**
	 * The block as HTML, escaped.
	 *
	 * @param array<string, mixed> $attributes `language` (empty: the page's), `company`, `vatId` (empty: the account's).
	 * @param int                  $post_id    The page the block stands on; 0 when it is not known.
	 * @param string               $wrapper    Attributes of the wrapper from get_block_wrapper_attributes(), escaped.
	 */
	public function render( array $attributes, int $post_id, string $wrapper ): string {
		$locale    = Page_Language::locale_of( $post_id );
		$statement = $this->statement->of( $attributes, $locale );
		// Another language than the page's is marked, for screen readers, and for pages that are written from right to left.
		$foreign = str_starts_with( strtolower( $locale ), $statement->language ) ? '' : sprintf( ' lang="%s" dir="ltr"', esc_attr( $statement->language ) );
		return sprintf( '<p %s%s>%s</p>', $wrapper, $foreign, esc_html( $statement->text ) );
	}

	/**
	 * What the editor needs to show the block live.
	 *
	 * Everybody who edits may read it, so it says whose account it is and no more: never the account key.
	 *
	 * @param int $post_id The page being edited; 0 when it is not known.
	 * @return array{kind: string, locale: string}
	 */
	public function editor_data( int $post_id ): array {
		return array(
			'kind'   => $this->statement->kind()->value,
			'locale' => Page_Language::locale_of( $post_id ),
		);
	}
}

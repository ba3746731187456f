<?php
/**
 * The block candid/privacy-statement.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Blocks;

use Candid\Accounts\Account_Resolver;
use Candid\Compat\Page_Language;
use Candid\Contracts\Statements_Contract;
use Candid\Statement\Statement;

/** Renders the statement: one paragraph of plain text, there without any script. */
final class Privacy_Statement {

	public const NAME = 'candid/privacy-statement';

	/**
	 * The block.
	 *
	 * @param Account_Resolver $accounts Knows where recordings go.
	 */
	public function __construct( private readonly Account_Resolver $accounts ) {}

	/**
	 * The block as HTML, escaped.
	 *
	 * @param array<string, mixed> $attributes `language` (empty: the page's), `company`, `vatId` (empty: the account's).
	 * @param int                  $post_id    The page the block stands on; 0 when it is not known.
	 * @param string               $wrapper    Attributes of the wrapper from get_block_wrapper_attributes(), escaped.
	 */
	public function render( array $attributes, int $post_id, string $wrapper ): string {
		$locale    = Page_Language::locale_of( $post_id );
		$statement = $this->statement( $attributes, $locale );
		// Another language than the page's is marked, so that a screen reader speaks it as what it is.
		$foreign = str_starts_with( strtolower( $locale ), $statement->language ) ? '' : sprintf( ' lang="%s"', esc_attr( $statement->language ) );

		return sprintf( '<p %s%s>%s</p>', $wrapper, $foreign, esc_html( $statement->text ) );
	}

	/**
	 * The statement for a block's attributes.
	 *
	 * @param array<string, mixed> $attributes As for render().
	 * @param string               $locale     Locale of the page.
	 */
	public function statement( array $attributes, string $locale ): Statement {
		$chosen = self::text_of( $attributes, 'language' );
		$known  = array_key_exists( $chosen, Statements_Contract::RULES['languages'] );

		return Statement::compose( $known ? $chosen : $locale, $this->accounts->account()->kind, self::text_of( $attributes, 'company' ), self::text_of( $attributes, 'vatId' ) );
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
			'kind'   => $this->accounts->account()->kind->value,
			'locale' => Page_Language::locale_of( $post_id ),
		);
	}

	/**
	 * An attribute as text; anything else is empty.
	 *
	 * @param array<string, mixed> $attributes Attributes of the block.
	 * @param string               $name       Name of the attribute.
	 */
	private static function text_of( array $attributes, string $name ): string {
		$value = $attributes[ $name ] ?? '';

		return is_string( $value ) ? $value : '';
	}
}

<?php
/**
 * What the published pages say.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Statement;

use Candid\Accounts\Account_Kind;
use Candid\Compat\Shop_Pages;
use Candid\Contracts\Statements_Contract;
use WP_Post;

/**
 * Looks for the statement on the privacy policy page and on the page of terms: as our block, also inside a synced
 * pattern, or as text in one of the five languages.
 */
final class Published_Statement {

	/** Synced patterns inside synced patterns; WordPress itself stops at a pattern inside itself. */
	private const MOST_PATTERNS = 3;

	public function __construct( private readonly Site_Statement $statement ) {
	}

	/** The page chosen in Settings → Privacy; null when there is none. */
	public function policy_page(): ?WP_Post {
		$page = self::page( (int) get_option( 'wp_page_for_privacy_policy' ) );
		return null === $page || 'trash' === $page->post_status ? null : $page;
	}

	/** Whether everybody can read a page. */
	public function is_readable( WP_Post $page ): bool {
		return 'publish' === $page->post_status && '' === $page->post_password;
	}

	/** What visitors can read about recordings. */
	public function told(): Told {
		$statements = array();
		foreach ( array( $this->policy_page(), self::page( Shop_Pages::terms_page() ) ) as $page ) {
			if ( null !== $page && $this->is_readable( $page ) ) {
				$statements = array_merge( $statements, $this->statements_in( $page->post_content, self::MOST_PATTERNS ) );
			}
		}
		$is_own = Account_Kind::Own === $this->statement->kind();
		foreach ( $statements as $statement ) {
			if ( $is_own === $statement->keeps_recordings_here ) {
				return $is_own ? Told::Recordings : Told::Collection;
			}
		}
		return array() === $statements ? Told::Nothing : Told::Something_Else;
	}

	/**
	 * Statements in the content of a page.
	 *
	 * @param int $patterns How many more synced patterns may be opened inside one another.
	 * @return list<Statement>
	 */
	private function statements_in( string $content, int $patterns ): array {
		$found  = self::statements_as_text( $content );
		$blocks = has_blocks( $content ) ? parse_blocks( $content ) : array();
		while ( array() !== $blocks ) {
			$block = array_shift( $blocks );
			array_push( $blocks, ...array_values( $block['innerBlocks'] ) );
			if ( Site_Statement::BLOCK === $block['blockName'] ) {
				$found[] = $this->statement->of( (array) $block['attrs'], '' );
			}
			$pattern = 'core/block' === $block['blockName'] && $patterns > 0 ? self::page( (int) ( $block['attrs']['ref'] ?? 0 ) ) : null;
			if ( null !== $pattern && 'wp_block' === $pattern->post_type && 'publish' === $pattern->post_status ) {
				array_push( $found, ...$this->statements_in( $pattern->post_content, $patterns - 1 ) );
			}
		}
		return $found;
	}

	/**
	 * Statements that stand in a text, whatever company they name.
	 *
	 * @return list<Statement>
	 */
	private static function statements_as_text( string $content ): array {
		$text  = ' ' . preg_replace( '/\s+/u', ' ', html_entity_decode( wp_strip_all_tags( $content ), ENT_QUOTES | ENT_HTML5, 'UTF-8' ) ) . ' ';
		$found = array();
		foreach ( array_keys( Statements_Contract::RULES['languages'] ) as $language ) {
			foreach ( array( Account_Kind::Own, Account_Kind::Candid ) as $kind ) {
				$statement = Statement::compose( $language, $kind, '', '' );
				// Whole words: the sentence with a third party goes on after the words it begins with, and that is the same claim.
				$sentence = preg_quote( rtrim( $statement->text, '.' ), '~' );
				if ( 1 === preg_match( "~(?<![\\p{L}\\p{N}])$sentence(?![\\p{L}\\p{N}])~u", $text ) ) {
					$found[] = $statement;
				}
			}
		}
		return $found;
	}

	private static function page( int $id ): ?WP_Post {
		$page = $id > 0 ? get_post( $id ) : null;
		return $page instanceof WP_Post ? $page : null;
	}
}

<?php
/**
 * The privacy statement of this site.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Statement;

use Candid\Accounts\Account_Kind;
use Candid\Accounts\Account_Resolver;
use Candid\Contracts\Statements_Contract;

/** The statement for the account in force and the attributes of a block. */
final class Site_Statement {

	/** Name of the block that prints it. */
	public const BLOCK = 'candid/privacy-statement';

	public function __construct( private readonly Account_Resolver $accounts ) {
	}

	/**
	 * The statement for a block's attributes.
	 *
	 * @param array<mixed> $attributes `language` (empty: the page's), `company`, `vatId` (empty: the account's).
	 * @param string       $locale     Locale of the page.
	 */
	public function of( array $attributes, string $locale ): Statement {
		$chosen = self::text_of( $attributes, 'language' );
		$known  = array_key_exists( $chosen, Statements_Contract::RULES['languages'] );
		return Statement::compose( $known ? $chosen : $locale, $this->kind(), self::text_of( $attributes, 'company' ), self::text_of( $attributes, 'vatId' ) );
	}

	/** Whose account is in force. */
	public function kind(): Account_Kind {
		return $this->accounts->account()->kind;
	}

	/**
	 * An attribute as text; anything else is empty.
	 *
	 * @param array<mixed> $attributes
	 */
	private static function text_of( array $attributes, string $name ): string {
		$value = $attributes[ $name ] ?? '';
		return is_string( $value ) ? $value : '';
	}
}

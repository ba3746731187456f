<?php
/**
 * Why an account cannot be chosen.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Accounts;

/** Codes; the route /settings has the sentences. */
enum Account_Refusal: string {

	case Not_A_Key = 'not_a_key';

	/** The constant CANDID_ACCOUNT_KEY decides, and names another account. */
	case Fixed = 'fixed';
}

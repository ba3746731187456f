<?php
/**
 * Where recordings go.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Accounts;

/** Whose account the account key names. */
enum Account_Kind: string {

	/** This site: recordings never leave it. */
	case Own = 'own';

	/** Another site that runs Candid. */
	case Candid = 'candid';

	/** The service Smartsupp. */
	case Smartsupp = 'smartsupp';
}

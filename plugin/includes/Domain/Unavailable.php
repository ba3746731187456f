<?php
/**
 * Storage that cannot be used now.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** The key, the inbox, the vault or the database as a whole cannot be used now. Nothing was lost: whoever sent something keeps it and tries later. */
final class Unavailable extends Failure {
}

<?php
/**
 * Storage that cannot be used now.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Domain;

/** A key, folder or file cannot be used now. Nothing was lost: whoever sent something keeps it and tries later. */
final class Unavailable extends \RuntimeException {
}

<?php
/**
 * `wp candid` itself.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Cli;

/** Recordings from the command line. */
final class Candid_Namespace extends \WP_CLI\Dispatcher\CommandNamespace {
}

<?php
/**
 * PHP-WASM has one worker: a request of PHP to its own site waits for itself for ever, and there is
 * no way out to other sites. So WordPress gets a clear error at once instead of a time-out.
 *
 * @package Candid
 */

declare(strict_types=1);

add_filter( 'pre_http_request', static fn() => new WP_Error( 'http_request_not_executed', 'This WordPress makes no requests.' ) );

<?php
/**
 * On our development machines the plugin in this WordPress is the repository's own folder. WordPress
 * deletes a plugin by deleting its files, so here nobody may: not in wp-admin, not over REST.
 *
 * @package Candid
 */

declare(strict_types=1);

add_filter(
	'map_meta_cap',
	static fn( array $caps, string $cap ): array => 'delete_plugins' === $cap ? array( 'do_not_allow' ) : $caps,
	10,
	2
);

<?php
/**
 * Prints the block. The text comes from Candid\Blocks\Privacy_Statement.
 *
 * @package Candid
 *
 * @var array<string, mixed> $attributes Attributes of the block.
 * @var WP_Block             $block      The block.
 */

declare(strict_types=1);

defined( 'ABSPATH' ) || exit;

// phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped -- render() escapes.
echo Candid\Plugin::instance()->privacy_statement()->render( $attributes, (int) ( $block->context['postId'] ?? 0 ), get_block_wrapper_attributes() );

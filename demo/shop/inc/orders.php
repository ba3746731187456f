<?php
/**
 * Orders. An order lives for an hour under a random key, so that its page can be shown and reloaded.
 * The card, bank and gift-card fields are never read.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

/** What the order page repeats to the customer. Every other field is dropped unread. */
const ORDER_FIELDS = array( 'first_name', 'last_name', 'email', 'phone', 'address_1', 'address_2', 'city', 'postcode', 'country', 'delivery', 'note' );

/** Price of each way of delivery, in pence. */
function deliveries(): array {
	return array(
		'post'    => array( __( 'Post, three to five days', 'ovenbird' ), 450 ),
		'courier' => array( __( 'Courier, next working day', 'ovenbird' ), 950 ),
		'collect' => array( __( 'Collect from the workshop', 'ovenbird' ), 0 ),
	);
}

/** Takes the checkout form, keeps the order for an hour and shows it. */
function take_order(): void {
	check_admin_referer( 'ovenbird_order', 'ovenbird_nonce' );

	$order = array( 'lines' => order_lines( sanitize_text_field( wp_unslash( $_POST['basket'] ?? '' ) ) ) );
	if ( array() === $order['lines'] ) {
		wp_safe_redirect( home_url( '/checkout/' ), 303 );
		exit;
	}
	foreach ( ORDER_FIELDS as $field ) {
		$order[ $field ] = mb_substr( sanitize_textarea_field( wp_unslash( $_POST[ $field ] ?? '' ) ), 0, 300 );
	}
	$order['number']   = 'OB-' . wp_rand( 20400, 98999 );
	$order['shipping'] = deliveries()[ $order['delivery'] ][1] ?? 0;
	$key               = 'ob_order_' . strtolower( wp_generate_password( 22, false ) );
	set_transient( $key, $order, HOUR_IN_SECONDS );

	wp_safe_redirect( add_query_arg( 'key', $key, home_url( '/order-received/' ) ), 303 );
	exit;
}

/**
 * The lines of an order from what the basket says, for example "big-bowl:1,early-mug:2".
 * The browser names products and quantities only; prices are the shop's own.
 */
function order_lines( string $basket ): array {
	$lines = array();
	foreach ( array_slice( explode( ',', $basket ), 0, 40 ) as $entry ) {
		$parts = explode( ':', $entry );
		$post  = get_page_by_path( sanitize_title( $parts[0] ), OBJECT, PRODUCT );
		$count = max( 1, min( 20, (int) ( $parts[1] ?? 1 ) ) );
		if ( $post instanceof \WP_Post ) {
			$product = product( $post->ID );
			$lines[] = array(
				'name'  => $product['name'],
				'count' => $count,
				'price' => $product['price'] * $count,
				'image' => $product['images'][0]['url'] ?? '',
			);
		}
	}
	return $lines;
}

/** The order whose key stands in the address, or null. */
function current_order(): ?array {
	// The random key is the permission: it is known only to the browser that placed the order.
	$key   = sanitize_key( wp_unslash( $_GET['key'] ?? '' ) ); // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- the key itself is the secret.
	$order = str_starts_with( $key, 'ob_order_' ) ? get_transient( $key ) : false;
	return is_array( $order ) ? $order : null;
}

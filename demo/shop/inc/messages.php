<?php
/**
 * The small forms: contact, letter, sign-in, password. They are taken, answered with a thank-you, and
 * forgotten: this shop keeps nothing that is written into them.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

/** The address every form of the shop posts to. */
function form_action(): string {
	return admin_url( 'admin-post.php' );
}

/** Prints the hidden fields of a form: which form it is, and its nonce. */
function form_fields( string $form ): void {
	printf( '<input type="hidden" name="action" value="ovenbird_%s">', esc_attr( $form ) );
	wp_nonce_field( "ovenbird_{$form}", 'ovenbird_nonce' );
}

/** Takes any of the small forms and sends the visitor to its thank-you. */
function take_message(): void {
	$form = str_replace( 'ovenbird_', '', sanitize_key( wp_unslash( $_POST['action'] ?? '' ) ) );
	check_admin_referer( "ovenbird_{$form}", 'ovenbird_nonce' );

	$thanks = array(
		'contact'  => home_url( '/contact/?sent=contact#thanks' ),
		'letter'   => home_url( '/?sent=letter#letter' ),
		'sign_in'  => home_url( '/account/' ),
		'password' => home_url( '/account/?sent=password#password' ),
	);
	wp_safe_redirect( $thanks[ $form ] ?? home_url( '/' ), 303 );
	exit;
}

/** Whether this page is the thank-you of the form. */
function is_sent( string $form ): bool {
	// Only chooses which sentence is shown; nothing is stored or changed by it.
	return sanitize_key( wp_unslash( $_GET['sent'] ?? '' ) ) === $form; // phpcs:ignore WordPress.Security.NonceVerification.Recommended -- reads a word for display only.
}

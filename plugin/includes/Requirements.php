<?php
/**
 * What a server must have. This file must parse on PHP 7.
 *
 * @package Candid
 */

namespace Candid;

/** Says whether Candid can run here, and if not, what to do. */
final class Requirements {

	const PHP       = '8.1';
	const WORDPRESS = '6.6';
	const CIPHER    = 'aes-256-gcm';

	/**
	 * Whether the code can be loaded at all: versions and extensions. Cheap; runs on every request.
	 *
	 * @return bool
	 */
	public static function can_load() {
		return version_compare( PHP_VERSION, self::PHP, '>=' )
			&& self::wordpress_is_new_enough()
			&& self::has_cipher()
			&& function_exists( 'inflate_init' )
			&& function_exists( 'mb_check_encoding' )
			&& self::has_large_numbers();
	}

	/**
	 * Every requirement that is not met, as a sentence that says what to do. To be called after "init": it translates.
	 *
	 * @return string[] Empty when all is well.
	 */
	public static function unmet() {
		$unmet = array();
		if ( version_compare( PHP_VERSION, self::PHP, '<' ) ) {
			/* translators: 1: the version needed, 2: the version found. */
			$text    = __( 'Candid needs PHP %1$s or newer; this server runs %2$s. Ask your host to switch to a newer PHP.', 'candid' );
			$unmet[] = sprintf( $text, self::PHP, PHP_VERSION );
		}
		if ( ! self::wordpress_is_new_enough() ) {
			/* translators: 1: the version needed, 2: the version found. */
			$text    = __( 'Candid needs WordPress %1$s or newer; this site runs %2$s. Update WordPress first.', 'candid' );
			$unmet[] = sprintf( $text, self::WORDPRESS, get_bloginfo( 'version' ) );
		}
		if ( ! self::has_cipher() ) {
			$unmet[] = __( 'Candid encrypts every recording and needs the PHP extension OpenSSL with AES-256-GCM. Ask your host to enable it.', 'candid' );
		}
		if ( ! function_exists( 'inflate_init' ) ) {
			$unmet[] = __( 'Candid needs the PHP extension zlib. Ask your host to enable it.', 'candid' );
		}
		if ( ! function_exists( 'mb_check_encoding' ) ) {
			$unmet[] = __( 'Candid needs the PHP extension mbstring. Ask your host to enable it.', 'candid' );
		}
		if ( ! self::has_large_numbers() ) {
			$unmet[] = __( 'Candid needs PHP for 64-bit systems. Ask your host to switch to it.', 'candid' );
		}
		return $unmet;
	}

	/**
	 * Hooks that say why Candid does nothing, and take it out of the active plugins when somebody activates it.
	 *
	 * @return void
	 */
	public static function register_hooks() {
		add_action( 'admin_notices', array( __CLASS__, 'show_unmet' ) );
		add_action( 'network_admin_notices', array( __CLASS__, 'show_unmet' ) );
		register_activation_hook( CANDID_FILE, array( __CLASS__, 'refuse_activation' ) );
	}

	/**
	 * Prints every requirement that is not met, for people who may activate plugins.
	 *
	 * @return void
	 */
	public static function show_unmet() {
		if ( ! current_user_can( 'activate_plugins' ) ) {
			return;
		}
		foreach ( self::unmet() as $sentence ) {
			echo '<div class="notice notice-error"><p>' . esc_html( $sentence ) . '</p></div>';
		}
	}

	/**
	 * Ends an activation on a server that cannot run Candid.
	 *
	 * @return void
	 */
	public static function refuse_activation() {
		self::stop_activation( self::unmet() );
	}

	/**
	 * Ends an activation politely.
	 *
	 * @param string[] $reasons Sentences for the person who activates.
	 * @return void
	 */
	public static function stop_activation( $reasons ) {
		deactivate_plugins( plugin_basename( CANDID_FILE ) );
		wp_die(
			'<p>' . implode( '</p><p>', array_map( 'esc_html', $reasons ) ) . '</p>',
			esc_html__( 'Candid was not activated', 'candid' ),
			array(
				'response'  => 200,
				'back_link' => true,
			)
		);
	}

	/** @return bool */
	private static function wordpress_is_new_enough() {
		// "6.6-RC3" is new enough for "6.6": it has what we need, and version_compare() would say no.
		$version = (string) preg_replace( '/-.*$/', '', (string) $GLOBALS['wp_version'] );
		return version_compare( $version, self::WORDPRESS, '>=' );
	}

	/** @return bool */
	private static function has_cipher() {
		// A list of all ciphers takes most of a millisecond, on every page of the site. This call takes nothing, but warns of a
		// cipher that OpenSSL does not know.
		return function_exists( 'openssl_encrypt' ) && false !== @openssl_cipher_iv_length( self::CIPHER ); // phpcs:ignore WordPress.PHP.NoSilencedErrors -- See above.
	}

	/** @return bool Whether a whole number holds Unix times in ms. */
	private static function has_large_numbers() {
		return PHP_INT_SIZE >= 8;
	}
}

<?php
/**
 * The one page in wp-admin.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Admin;

use Candid\Accounts\Capabilities;
use Candid\Health\Check;
use Candid\Health\Health_Report;
use Candid\Languages;
use Candid\Service;

/** Menu entry, root element, script and style of the app. */
final class Admin_Page implements Service {

	public const SLUG = 'candid';

	/** Script and style handle. */
	public const HANDLE = 'candid-admin';

	/** After Comments (25) and its neighbours; a fraction, so that no other plugin's entry is replaced. */
	private const POSITION = 26.7;

	private const BUILD = '/build/admin';

	/** Hook name WordPress gives the page; empty until the menu was built. */
	private string $screen = '';

	public function __construct( private readonly Health_Report $health ) {
	}

	public function register_hooks(): void {
		add_action( 'admin_menu', array( $this, 'add_menu_entry' ) );
		add_action( 'admin_enqueue_scripts', array( $this, 'enqueue' ) );
		add_action( 'admin_enqueue_scripts', array( $this, 'leave_emoji_alone' ), 1 );
	}

	/** Address of a screen of the app, e.g. "/settings". */
	public static function address( string $route ): string {
		return add_query_arg(
			array(
				'page' => self::SLUG,
				'p'    => rawurlencode( $route ),
			),
			admin_url( 'admin.php' )
		);
	}

	/** Adds the entry for everybody who may use any of the screens. */
	public function add_menu_entry(): void {
		$name         = __( 'Candid', 'candid' );
		$capability   = current_user_can( Capabilities::WATCH ) ? Capabilities::WATCH : Capabilities::MANAGE;
		$this->screen = (string) add_menu_page( $name, $name, $capability, self::SLUG, array( $this, 'print_root' ), Menu_Icon::data_uri(), self::POSITION );
	}

	/**
	 * Prints the root element; the app fills it.
	 *
	 * WordPress' script moves notices of others to the mark: above the app, never into the middle of it.
	 */
	public function print_root(): void {
		echo '<hr class="wp-header-end"><div id="candid-admin" class="wp-exclude-emoji">';
		if ( ! is_readable( $this->file( 'index.js' ) ) ) {
			self::print_in_place_of_app( '%s', __( 'The files of this screen are missing. Install Candid again.', 'candid' ) );
		} else {
			self::print_in_place_of_app( '<noscript>%s</noscript>', __( 'This screen needs JavaScript. Turn it on in your browser.', 'candid' ) );
		}
		echo '</div>';
	}

	/** @param string $around HTML with a place for the sentence. */
	private static function print_in_place_of_app( string $around, string $sentence ): void {
		$html = sprintf( '<div class="wrap"><h1>%s</h1><p>%s</p></div>', esc_html__( 'Candid', 'candid' ), esc_html( $sentence ) );
		printf( $around, $html ); // phpcs:ignore WordPress.Security.EscapeOutput -- Escaped above.
	}

	/**
	 * Takes WordPress' emoji script off our own screen: that script asks another host for pictures in place of emoji and
	 * arrows, and no screen of ours asks another host for anything.
	 *
	 * @param string $screen Hook name of the screen being shown.
	 */
	public function leave_emoji_alone( string $screen ): void {
		if ( '' === $this->screen || $screen !== $this->screen ) {
			return;
		}
		// The hooks of WordPress 6.6 and newer; which of them is used has changed between versions.
		foreach ( array( 'admin_print_scripts', 'admin_print_footer_scripts', 'admin_head' ) as $hook ) {
			$priority = has_action( $hook, 'print_emoji_detection_script' );
			if ( is_int( $priority ) ) {
				remove_action( $hook, 'print_emoji_detection_script', $priority );
			}
		}
		remove_action( 'admin_enqueue_scripts', 'wp_enqueue_emoji_styles' );
		remove_action( 'admin_print_styles', 'print_emoji_styles' );
	}

	/**
	 * Loads the app, on its own screen only.
	 *
	 * @param string $screen Hook name of the screen being shown.
	 */
	public function enqueue( string $screen ): void {
		if ( '' === $this->screen || $screen !== $this->screen || ! is_readable( $this->file( 'index.js' ) ) ) {
			return;
		}
		$asset   = $this->asset();
		$address = plugins_url( self::BUILD . '/index.js', CANDID_FILE );
		wp_enqueue_script( self::HANDLE, $address, $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
		wp_set_script_translations( self::HANDLE, 'candid', Languages::path() );
		wp_add_inline_script( self::HANDLE, 'window.candidAdmin = ' . wp_json_encode( $this->handover(), JSON_HEX_TAG | JSON_HEX_AMP ) . ';', 'before' );

		wp_enqueue_style( 'wp-components' );
		foreach ( array( 'style-index', 'index' ) as $name ) {
			if ( ! is_readable( $this->file( $name . '.css' ) ) ) {
				continue;
			}
			$handle = 'index' === $name ? self::HANDLE : self::HANDLE . '-' . $name;
			wp_enqueue_style( $handle, plugins_url( self::BUILD . '/' . $name . '.css', CANDID_FILE ), array( 'wp-components' ), $asset['version'] );
			if ( is_readable( $this->file( $name . '-rtl.css' ) ) ) {
				wp_style_add_data( $handle, 'rtl', 'replace' );
			}
		}
	}

	/**
	 * `window.candidAdmin` of docs/ARCHITECTURE.md.
	 *
	 * @return array{
	 *     root: string, nonce: string, siteUrl: string, adminUrl: string, can: array<string, bool>,
	 *     player: array<string, string>, version: string, critical: int
	 * }
	 */
	public function handover(): array {
		return array(
			'root'     => sanitize_url( rest_url() ),
			'nonce'    => wp_create_nonce( 'wp_rest' ),
			'siteUrl'  => home_url( '/' ),
			'adminUrl' => admin_url(),
			'can'      => array(
				'watch'  => current_user_can( Capabilities::WATCH ),
				'delete' => current_user_can( Capabilities::DELETE ),
				'export' => current_user_can( Capabilities::EXPORT ),
				'manage' => current_user_can( Capabilities::MANAGE ),
			),
			'player'   => array(
				'stage'   => $this->script( 'player/stage.js' ),
				'decoder' => $this->script( 'player/decoder.js' ),
			),
			'version'  => CANDID_VERSION,
			'critical' => current_user_can( Capabilities::MANAGE ) ? $this->critical() : 0,
		);
	}

	/** How many checks say that something does not work. */
	private function critical(): int {
		return count( array_filter( $this->health->checks(), static fn( Check $check ): bool => Check::CRITICAL === $check->status ) );
	}

	/** Address of a script in the build folder, with the version that keeps caches honest. */
	private function script( string $path ): string {
		return add_query_arg( 'ver', CANDID_VERSION, plugins_url( 'build/' . $path, CANDID_FILE ) );
	}

	/** A file of the built app. */
	private function file( string $name ): string {
		return dirname( CANDID_FILE ) . self::BUILD . '/' . $name;
	}

	/**
	 * What the build says about the script.
	 *
	 * @return array{dependencies: list<non-empty-string>, version: string}
	 */
	private function asset(): array {
		$file  = $this->file( 'index.asset.php' );
		$asset = is_readable( $file ) ? require $file : array();
		$asset = is_array( $asset ) ? $asset : array();
		$names = is_array( $asset['dependencies'] ?? null ) ? $asset['dependencies'] : array();
		return array(
			'dependencies' => array_values( array_filter( $names, static fn( mixed $name ): bool => is_string( $name ) && '' !== $name ) ),
			'version'      => is_string( $asset['version'] ?? null ) ? $asset['version'] : CANDID_VERSION,
		);
	}
}

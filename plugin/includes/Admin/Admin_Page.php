<?php
/**
 * The one page in wp-admin.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Admin;

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

	/**
	 * The page.
	 *
	 * @param Health_Report $health The checks.
	 */
	public function __construct( private readonly Health_Report $health ) {}

	public function register_hooks(): void {
		add_action( 'admin_menu', array( $this, 'add_menu_entry' ) );
		add_action( 'admin_enqueue_scripts', array( $this, 'enqueue' ) );
		add_action( 'in_admin_header', array( $this, 'keep_notices_out' ), PHP_INT_MAX );
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
		$capability   = current_user_can( 'candid_watch_recordings' ) ? 'candid_watch_recordings' : 'candid_manage_settings';
		$this->screen = (string) add_menu_page( __( 'Candid', 'candid' ), __( 'Candid', 'candid' ), $capability, self::SLUG, array( $this, 'print_root' ), Menu_Icon::data_uri(), self::POSITION );
	}

	/** Prints the root element; the app fills it. */
	public function print_root(): void {
		echo '<div id="candid-admin">';
		if ( ! is_readable( $this->file( 'index.js' ) ) ) {
			echo '<div class="wrap"><h1>' . esc_html__( 'Candid', 'candid' ) . '</h1><p>' . esc_html__( 'The files of this screen are missing. Install Candid again.', 'candid' ) . '</p></div>';
		} else {
			echo '<noscript><div class="wrap"><h1>' . esc_html__( 'Candid', 'candid' ) . '</h1><p>' . esc_html__( 'This screen needs JavaScript. Turn it on in your browser.', 'candid' ) . '</p></div></noscript>';
		}
		echo '</div>';
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
		// WordPress' emoji script replaces emoji and arrows with pictures from s.w.org, also in nodes that React adds later.
		remove_action( 'admin_print_scripts', 'print_emoji_detection_script' );
		$asset = $this->asset();
		wp_enqueue_script( self::HANDLE, plugins_url( self::BUILD . '/index.js', CANDID_FILE ), $asset['dependencies'], $asset['version'], array( 'in_footer' => true ) );
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
	 * Keeps notices of others out of our screen.
	 *
	 * They would stand in the middle of an app that does not know them. Every one of them shows on every other screen.
	 */
	public function keep_notices_out(): void {
		if ( '' === $this->screen || get_current_screen()?->id !== $this->screen ) {
			return;
		}
		foreach ( array( 'admin_notices', 'all_admin_notices', 'user_admin_notices', 'network_admin_notices' ) as $hook ) {
			remove_all_actions( $hook );
		}
	}

	/**
	 * `window.candidAdmin` of docs/ARCHITECTURE.md.
	 *
	 * @return array{root: string, nonce: string, siteUrl: string, adminUrl: string, policyPage: string, can: array<string, bool>, player: array<string, string>, version: string, critical: int}
	 */
	public function handover(): array {
		return array(
			'root'       => sanitize_url( rest_url() ),
			'nonce'      => wp_create_nonce( 'wp_rest' ),
			'siteUrl'    => home_url( '/' ),
			'adminUrl'   => admin_url(),
			'policyPage' => (string) get_edit_post_link( (int) get_option( 'wp_page_for_privacy_policy' ), 'raw' ),
			'can'        => array(
				'watch'  => current_user_can( 'candid_watch_recordings' ),
				'delete' => current_user_can( 'candid_delete_recordings' ),
				'export' => current_user_can( 'candid_export_recordings' ),
				'manage' => current_user_can( 'candid_manage_settings' ),
			),
			'player'     => array(
				'stage'   => $this->script( 'player/stage.js' ),
				'decoder' => $this->script( 'player/decoder.js' ),
			),
			'version'    => CANDID_VERSION,
			'critical'   => current_user_can( 'candid_manage_settings' ) ? $this->critical() : 0,
		);
	}

	/** How many checks say that something does not work. */
	private function critical(): int {
		return count( array_filter( $this->health->checks(), static fn ( Check $check ): bool => Check::CRITICAL === $check->status ) );
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
			'dependencies' => array_values( array_filter( $names, static fn ( mixed $name ): bool => is_string( $name ) && '' !== $name ) ),
			'version'      => is_string( $asset['version'] ?? null ) ? $asset['version'] : CANDID_VERSION,
		);
	}
}

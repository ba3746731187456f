<?php
/**
 * A WordPress for tests.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Site;

/**
 * An installed WordPress that is gone after the test: real core, real database (SQLite through WordPress's own
 * integration, or MariaDB when CANDID_DB=mysql), a content folder of its own, and the plugin linked in from plugin/.
 */
final class Throwaway_Site {

	private const PLUGIN = 'candid/candid.php';

	/** @var resource|null */
	private $server = null;

	/** @param array<string, mixed> $facts What stands in site.json. */
	private function __construct( public readonly string $folder, private readonly array $facts ) {
	}

	/**
	 * @param bool $multisite Whether it is a network; then with no second site yet.
	 */
	public static function make( bool $multisite = false ): self {
		$port   = self::free_port();
		$folder = sys_get_temp_dir() . '/candid-site-' . bin2hex( random_bytes( 6 ) );
		mkdir( "$folder/content/plugins", 0777, true );
		mkdir( "$folder/content/uploads" );
		mkdir( "$folder/content/themes" );
		symlink( self::root() . '/plugin', "$folder/content/plugins/candid" );
		$host      = "127.0.0.1:$port";
		$constants = array(
			'ABSPATH'              => self::core() . '/',
			'WP_CONTENT_DIR'       => "$folder/content",
			'WP_CONTENT_URL'       => "http://$host/wp-content",
			'WP_HOME'              => "http://$host",
			'WP_SITEURL'           => "http://$host",
			'WP_DEBUG'             => true,
			'WP_DEBUG_DISPLAY'     => false,
			'WP_DEBUG_LOG'         => "$folder/debug.log",
			'DISABLE_WP_CRON'      => true,
			// Application passwords work without TLS on a local site only.
			'WP_ENVIRONMENT_TYPE'  => 'local',
			'WP_HTTP_BLOCK_EXTERNAL' => true,
			'AUTOMATIC_UPDATER_DISABLED' => true,
		);
		foreach ( array( 'AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE' ) as $name ) {
			$constants[ $name . '_KEY' ]  = bin2hex( random_bytes( 16 ) );
			$constants[ $name . '_SALT' ] = bin2hex( random_bytes( 16 ) );
		}
		$constants += self::is_mysql() ? self::mysql() : self::sqlite( $folder );
		$site       = new self(
			$folder,
			array(
				'host'      => $host,
				'prefix'    => 'w' . bin2hex( random_bytes( 3 ) ) . '_',
				'constants' => $constants,
			)
		);
		$site->write( $site->facts );
		$site->php( __DIR__ . '/install.php' );
		if ( $multisite ) {
			unset( $constants['WP_HOME'], $constants['WP_SITEURL'] );
			$site->php( __DIR__ . '/install.php', '', array( 'CANDID_SITE_NETWORK' => '1' ) );
			$network = array(
				'MULTISITE'            => true,
				'SUBDOMAIN_INSTALL'    => false,
				'DOMAIN_CURRENT_SITE'  => '127.0.0.1',
				'PATH_CURRENT_SITE'    => '/',
				'SITE_ID_CURRENT_SITE' => 1,
				'BLOG_ID_CURRENT_SITE' => 1,
			);
			$facts   = array(
				'host'      => '127.0.0.1',
				'constants' => $constants + $network,
			) + $site->facts;
			$site->write( $facts );
			return new self( $folder, $facts );
		}
		return $site;
	}

	/** Activates the plugin as wp-admin does. */
	public function activate( bool $network_wide = false ): void {
		$answer = $this->run(
			'require_once ABSPATH . "wp-admin/includes/plugin.php";
			$done = activate_plugin( "' . self::PLUGIN . '", "", ' . ( $network_wide ? 'true' : 'false' ) . ' );
			return is_wp_error( $done ) ? $done->get_error_message() : "active";'
		);
		if ( 'active' !== $answer ) {
			throw new \RuntimeException( 'Candid was not activated: ' . (string) json_encode( $answer ) );
		}
	}

	/** Deactivates the plugin, then removes it as wp-admin's "Delete" does, but for the files. */
	public function uninstall( bool $network_wide = false ): void {
		$this->run( 'require_once ABSPATH . "wp-admin/includes/plugin.php"; deactivate_plugins( "' . self::PLUGIN . '", false, ' . ( $network_wide ? 'true' : 'false' ) . ' );' );
		$this->run( 'require_once ABSPATH . "wp-admin/includes/plugin.php"; uninstall_plugin( "' . self::PLUGIN . '" );' );
	}

	/**
	 * Runs code in a process of its own, with WordPress loaded. Fails when our files gave a PHP notice.
	 *
	 * @param string $code PHP without a tag; what it returns comes back.
	 */
	public function run( string $code ): mixed {
		$output = $this->php( __DIR__ . '/run.php', $code );
		$at     = strrpos( $output, 'CANDID:' );
		$result = false === $at ? null : json_decode( substr( $output, $at + 7 ), true );
		if ( ! is_array( $result ) ) {
			throw new \RuntimeException( 'No answer: ' . $output );
		}
		if ( array() !== $result['faults'] ) {
			throw new \RuntimeException( 'PHP complained: ' . implode( '; ', $result['faults'] ) );
		}
		return $result['answer'];
	}

	/** Serves the site over HTTP until stop(). */
	public function serve(): string {
		$host   = (string) $this->facts['host'];
		$pipes  = array();
		$server = proc_open( array( PHP_BINARY, '-d', 'error_reporting=22527', '-d', 'log_errors=1', '-S', $host, __DIR__ . '/router.php' ), array( 1 => array( 'file', $this->folder . '/server.log', 'a' ), 2 => array( 'file', $this->folder . '/server.log', 'a' ) ), $pipes, $this->folder, $this->environment() );
		if ( ! is_resource( $server ) ) {
			throw new \RuntimeException( 'PHP\'s web server did not start.' );
		}
		$this->server = $server;
		list( $name, $port ) = explode( ':', $host );
		$until               = microtime( true ) + 10;
		do {
			$socket = @fsockopen( $name, (int) $port, $code, $message, 0.2 );
		} while ( false === $socket && microtime( true ) < $until );
		if ( false === $socket ) {
			throw new \RuntimeException( "Nothing answers on $host." );
		}
		fclose( $socket );
		return "http://$host";
	}

	/** Stops the server, if one runs. */
	public function stop(): void {
		if ( null !== $this->server ) {
			proc_terminate( $this->server );
			proc_close( $this->server );
			$this->server = null;
		}
	}

	/** What PHP complained about in our files, in requests and runs. */
	public function complaints(): string {
		$log   = is_file( $this->folder . '/debug.log' ) ? (array) file( $this->folder . '/debug.log' ) : array();
		$lines = array_filter( $log, static fn( mixed $line ): bool => is_string( $line ) && 1 === preg_match( '~PHP (Notice|Warning|Deprecated|Fatal).*/plugin/~', $line ) );
		return implode( '', $lines );
	}

	/** Removes the site. */
	public function remove(): void {
		$this->stop();
		if ( self::is_mysql() && is_file( $this->folder . '/site.json' ) ) {
			$this->run( 'global $wpdb; foreach ( $wpdb->get_col( "SHOW TABLES LIKE \'' . $this->facts['prefix'] . '%\'" ) as $table ) { $wpdb->query( "DROP TABLE `$table`" ); }' );
		}
		self::delete( $this->folder );
	}

	/** @param array<string, mixed> $facts */
	private function write( array $facts ): void {
		file_put_contents( $this->folder . '/site.json', json_encode( $facts ) );
	}

	/** @param array<string, string> $more */
	private function php( string $script, string $input = '', array $more = array() ): string {
		$pipes   = array();
		$process = proc_open( array( PHP_BINARY, '-d', 'error_reporting=22527', '-d', 'display_errors=stderr', $script ), array( array( 'pipe', 'r' ), array( 'pipe', 'w' ), array( 'file', $this->folder . '/process.log', 'a' ) ), $pipes, $this->folder, $this->environment() + $more );
		if ( ! is_resource( $process ) ) {
			throw new \RuntimeException( 'PHP did not start.' );
		}
		fwrite( $pipes[0], $input );
		fclose( $pipes[0] );
		$output = (string) stream_get_contents( $pipes[1] );
		$code   = proc_close( $process );
		if ( 0 !== $code ) {
			throw new \RuntimeException( basename( $script ) . " ended with $code: " . $output . file_get_contents( $this->folder . '/process.log' ) );
		}
		return $output;
	}

	/** @return array<string, string> */
	private function environment(): array {
		return array( 'CANDID_SITE' => $this->folder ) + getenv();
	}

	/** @return array<string, string> */
	private static function mysql(): array {
		$socket = (string) getenv( 'CANDID_DB_SOCKET' );
		$host   = (string) ( getenv( 'CANDID_DB_HOST' ) ?: 'localhost' );
		return array(
			'DB_HOST'     => '' === $socket ? $host : "localhost:$socket",
			'DB_USER'     => (string) getenv( 'CANDID_DB_USER' ),
			'DB_PASSWORD' => (string) getenv( 'CANDID_DB_PASSWORD' ),
			'DB_NAME'     => (string) ( getenv( 'CANDID_DB_NAME' ) ?: 'candid' ),
			'DB_CHARSET'  => 'utf8mb4',
			'DB_COLLATE'  => '',
		);
	}

	/** @return array<string, string> */
	private static function sqlite( string $folder ): array {
		$zip = new \ZipArchive();
		if ( true !== $zip->open( self::root() . '/node_modules/@wp-playground/cli/sqlite-database-integration.zip' ) ) {
			throw new \RuntimeException( 'The SQLite integration is missing. Run "npm ci" first.' );
		}
		$zip->extractTo( $folder );
		$zip->close();
		$implementation = "$folder/plugin-sqlite-database-integration";
		$drop_in        = str_replace( array( '{SQLITE_IMPLEMENTATION_FOLDER_PATH}', '{SQLITE_PLUGIN}' ), array( $implementation, 'sqlite-database-integration/load.php' ), (string) file_get_contents( "$implementation/db.copy" ) );
		file_put_contents( "$folder/content/db.php", $drop_in );
		return array(
			'DB_HOST'     => '',
			'DB_USER'     => '',
			'DB_PASSWORD' => '',
			'DB_NAME'     => 'candid',
			'DB_CHARSET'  => 'utf8mb4',
			'DB_COLLATE'  => '',
			'DB_DIR'      => "$folder/database/",
			'DB_FILE'     => 'site.sqlite',
		);
	}

	/** A port nobody listens on now. */
	private static function free_port(): int {
		$socket = stream_socket_server( 'tcp://127.0.0.1:0' );
		if ( false === $socket ) {
			throw new \RuntimeException( 'There is no free port.' );
		}
		$name = (string) stream_socket_get_name( $socket, false );
		fclose( $socket );
		return (int) substr( (string) strrchr( $name, ':' ), 1 );
	}

	private static function is_mysql(): bool {
		return 'mysql' === getenv( 'CANDID_DB' );
	}

	private static function core(): string {
		$named = getenv( 'CANDID_CORE' );
		$found = false !== $named && '' !== $named ? array( $named ) : array( self::root() . '/.cache/core/6.6', ...(array) glob( self::root() . '/.cache/core/*' ) );
		foreach ( $found as $folder ) {
			if ( is_string( $folder ) && is_file( "$folder/wp-settings.php" ) ) {
				return (string) realpath( $folder );
			}
		}
		throw new \RuntimeException( 'There is no WordPress core. Run "node tools/wordpress/assemble-core.mjs", or name a folder in CANDID_CORE.' );
	}

	private static function root(): string {
		return dirname( __DIR__, 3 );
	}

	private static function delete( string $path ): void {
		if ( is_link( $path ) || is_file( $path ) ) {
			unlink( $path );
		} elseif ( is_dir( $path ) ) {
			foreach ( array_diff( (array) scandir( $path ), array( '.', '..' ) ) as $name ) {
				self::delete( "$path/$name" );
			}
			rmdir( $path );
		}
	}
}

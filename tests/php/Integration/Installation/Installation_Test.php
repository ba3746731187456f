<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Installation;

use Candid\Tests\Site\Throwaway_Site;
use PHPUnit\Framework\TestCase;

final class Installation_Test extends TestCase {

	private ?Throwaway_Site $site = null;

	protected function tearDown(): void {
		$this->site?->remove();
		$this->site = null;
	}

	/** What of Candid is on a site; empty when nothing is. */
	private const TRACES = '
		$traces = function () {
			global $wpdb;
			wp_cache_flush();
			$found = $wpdb->get_col( "SELECT option_name FROM {$wpdb->options} WHERE option_name LIKE \'%candid%\'" );
			$found = array_merge( $found, array_filter( $wpdb->get_col( "SHOW TABLES" ), fn( $t ) => str_starts_with( $t, $wpdb->prefix . "candid" ) ) );
			$found = array_merge( $found, (array) glob( WP_CONTENT_DIR . "/candid*" ), (array) glob( wp_upload_dir( null, false )["basedir"] . "/candid*" ) );
			$found = array_merge( $found, $wpdb->get_col( "SELECT meta_key FROM {$wpdb->usermeta} WHERE meta_key LIKE \'%candid%\'" ) );
			if ( false !== strpos( serialize( get_option( $wpdb->prefix . "user_roles" ) ), "candid" ) ) { $found[] = "capabilities of roles"; }
			if ( $wpdb->get_col( "SELECT user_id FROM {$wpdb->usermeta} WHERE meta_value LIKE \'%candid_%\'" ) ) { $found[] = "capabilities of people"; }
			if ( false !== strpos( serialize( get_option( "cron" ) ), "candid" ) ) { $found[] = "cron"; }
			return array_values( $found );
		};
	';

	private const USE_IT = '
		update_option( "candid_settings", array( "recording" => true ) );
		set_transient( "candid_something", 1, 600 );
		update_user_meta( 1, "candid_dismissed", 1 );
		get_user_by( "id", 1 )->add_cap( "candid_watch_recordings" );
		$segment = ( new Candid\Tests\Segment\Segment_Builder() )->for_account( get_option( "candid_own_key" ) );
		$inbox   = new Candid\Inbox\Inbox( ( new Candid\Site\Data_Folder() )->path( "inbox" ), new Candid\Site\Data_Key() );
		$inbox->append( Candid\Domain\Recording_Id::from_hex( $segment->recording_id() ), 0, 1, 1, $segment->body(), 1732000006000 );
		$report = Candid\Plugin::instance()->indexer()->run();
		Candid\Site\Indexer_Schedule::schedule( 120 );
		$inbox->append( Candid\Domain\Recording_Id::from_hex( $segment->recording_id() ), 1, 1, 1, $segment->body(), 1732000006000 );
	';

	private const AUTOLOAD = 'require_once "' . __DIR__ . '/../../../../vendor/autoload.php";';

	public function test_activation_makes_what_recording_needs_and_records_nothing_yet(): void {
		$this->site = Throwaway_Site::make();
		$this->site->activate();
		$facts = $this->site->run(
			'$storage = new Candid\Site\Site_Storage();
			$key = WP_CONTENT_DIR . "/" . get_option( "candid_key_file" );
			return array(
				$storage->key->custody(), substr( sprintf( "%o", fileperms( $key ) ), -4 ), trim( (string) shell_exec( escapeshellarg( PHP_BINARY ) . " " . escapeshellarg( $key ) ) ),
				$storage->folder->is_writable(), file_exists( $storage->folder->path( ".htaccess" ) ), file_exists( $storage->folder->path( "index.html" ) ), file_exists( $storage->folder->path( "web.config" ) ),
				1 === preg_match( "/^cnd_[a-z0-9]{32}$/", Candid\Accounts\Own_Account::key() ), get_option( "candid_settings" )["recording"],
				array_map( fn( $cap ) => get_role( "administrator" )->has_cap( $cap ), Candid\Accounts\Capabilities::ALL ), get_role( "editor" )->has_cap( "candid_watch_recordings" ),
				str_contains( (string) wp_json_encode( wp_load_alloptions() ), substr( file_get_contents( $key ), -65, 64 ) ),
			);'
		);
		self::assertSame( array( 'file', '0600', '', true, true, true, true, true, false, array( true, true, true, true ), false, false ), $facts );
	}

	public function test_uninstalling_leaves_nothing_on_a_single_site(): void {
		$this->site = Throwaway_Site::make();
		self::assertSame( array(), $this->site->run( self::TRACES . 'return $traces();' ) );
		$this->site->activate();
		$this->site->run( self::AUTOLOAD . self::USE_IT );
		$during = $this->site->run( self::TRACES . 'return $traces();' );
		self::assertGreaterThan( 10, count( $during ) );
		self::assertContains( 'cron', $during );
		self::assertContains( 'capabilities of roles', $during );
		$this->site->uninstall();
		self::assertSame( array(), $this->site->run( self::TRACES . 'return $traces();' ) );
	}

	public function test_uninstalling_empties_a_data_folder_that_was_moved_to_another_disk(): void {
		$this->site = Throwaway_Site::make();
		$this->site->activate();
		$disk = $this->site->folder . '/disk';
		$this->site->run( self::AUTOLOAD . self::USE_IT . '$folder = ( new Candid\Site\Data_Folder() )->path(); rename( $folder, ' . var_export( $disk, true ) . ' ); symlink( ' . var_export( $disk, true ) . ', $folder );' );
		self::assertNotSame( array(), glob( "$disk/vault/*/*.rec" ) );
		touch( "$disk/holiday.jpg" );
		$this->site->uninstall();
		self::assertSame( array( 'holiday.jpg' ), array_values( array_diff( (array) scandir( $disk ), array( '.', '..' ) ) ) );
		self::assertSame( array(), $this->site->run( self::TRACES . 'return $traces();' ) );
	}

	public function test_deactivating_keeps_recordings_and_stops_the_job(): void {
		$this->site = Throwaway_Site::make();
		$this->site->activate();
		$this->site->run( self::AUTOLOAD . self::USE_IT );
		$this->site->run( 'require_once ABSPATH . "wp-admin/includes/plugin.php"; deactivate_plugins( "candid/candid.php" );' );
		self::assertFalse( $this->site->run( 'return wp_next_scheduled( "candid_index" );' ) );
		$key = $this->site->run( 'return get_option( "candid_own_key" );' );
		$this->site->activate();
		$after = $this->site->run( '$s = new Candid\Site\Site_Storage(); $found = $s->recordings->newest( 5 ); return array( get_option( "candid_own_key" ), count( $found ), null !== $s->vault()->read( $found[0]->id, 0 ), false !== wp_next_scheduled( "candid_index" ), get_option( "candid_settings" )["recording"] );' );
		self::assertSame( array( $key, 1, true, true, true ), $after );
	}

	public function test_a_key_file_that_is_away_is_not_replaced_so_that_it_opens_everything_once_it_is_back(): void {
		$this->site = Throwaway_Site::make();
		$this->site->activate();
		$this->site->run( self::AUTOLOAD . self::USE_IT );
		$name = $this->site->run( '$name = get_option( "candid_key_file" ); rename( WP_CONTENT_DIR . "/$name", WP_CONTENT_DIR . "/away" ); require_once ABSPATH . "wp-admin/includes/plugin.php"; deactivate_plugins( "candid/candid.php" ); return $name;' );
		$this->site->activate();
		$without = $this->site->run( 'return array( get_option( "candid_key_file" ), ( new Candid\Site\Data_Key() )->custody(), glob( WP_CONTENT_DIR . "/candid-key-*" ) );' );
		self::assertSame( array( $name, 'missing', array() ), $without );
		$back = $this->site->run( 'rename( WP_CONTENT_DIR . "/away", WP_CONTENT_DIR . "/" . get_option( "candid_key_file" ) ); $s = new Candid\Site\Site_Storage(); return null !== $s->vault()->read( $s->recordings->newest( 1 )[0]->id, 0 );' );
		self::assertTrue( $back );
	}

	public function test_a_key_file_that_php_may_not_read_is_told_from_one_that_is_gone(): void {
		$this->site = Throwaway_Site::make();
		$this->site->activate();
		// As after an activation on the command line: the file belongs to somebody else. The owner of all files may read everything, so he becomes nobody.
		$said = $this->site->run(
			'$key = new Candid\Site\Data_Key();
			$before = $key->custody();
			class_exists( Candid\Domain\Unavailable::class ); class_exists( Candid\Domain\Fault::class ); class_exists( Candid\Health\Fault_Text::class );
			chmod( WP_CONTENT_DIR . "/" . get_option( "candid_key_file" ), 0 );
			if ( 0 === posix_getuid() ) { posix_setuid( 65534 ); }
			try { $key->cipher( "check" ); } catch ( Candid\Domain\Unavailable $fault ) { return array( $before, $key->custody(), Candid\Health\Fault_Text::of( $fault->fault, $fault->parameters ) ); }'
		);
		self::assertSame( array( 'file', 'unreadable' ), array_slice( $said, 0, 2 ) );
		self::assertStringContainsString( 'PHP may not read the key file content/candid-key-', $said[2] );
	}

	public function test_a_network_has_a_house_per_site_and_uninstalling_leaves_nothing_anywhere(): void {
		$this->site = Throwaway_Site::make( true );
		$this->site->run( 'wp_insert_site( array( "domain" => "127.0.0.1", "path" => "/before/", "title" => "Before", "user_id" => 1 ) );' );
		$this->site->activate( true );
		$this->site->run( 'wp_insert_site( array( "domain" => "127.0.0.1", "path" => "/after/", "title" => "After", "user_id" => 1 ) );' );
		$houses = $this->site->run( self::AUTOLOAD . '$houses = array(); foreach ( get_sites( array( "fields" => "ids" ) ) as $id ) { switch_to_blog( $id ); ' . self::USE_IT . ' $houses[] = array( get_option( "candid_own_key" ), ( new Candid\Site\Data_Folder() )->path(), get_option( "candid_key_file" ), get_role( "administrator" )->has_cap( "candid_watch_recordings" ), $report->stored, ( new Candid\Site\Site_Storage() )->recordings->count() ); restore_current_blog(); } return $houses;' );
		self::assertCount( 3, $houses );
		foreach ( array( 0, 1, 2 ) as $part ) {
			self::assertCount( 3, array_unique( array_column( $houses, $part ) ), 'Key, folder and data key are the site\'s own.' );
		}
		foreach ( $houses as $house ) {
			self::assertSame( array( true, 1, 1 ), array_slice( $house, 3 ) );
		}
		// A site that is deleted takes everything of its own with it, and nothing of the others.
		$left = $this->site->run( self::TRACES . '$key = get_blog_option( 3, "candid_key_file" ); $folder = get_blog_option( 3, "candid_data_folder" ); require_once ABSPATH . "wp-admin/includes/ms.php"; wp_delete_site( 3 ); global $wpdb; return array( file_exists( WP_CONTENT_DIR . "/$key" ), glob( WP_CONTENT_DIR . "/uploads/sites/3/$folder" ), array_filter( $wpdb->get_col( "SHOW TABLES" ), fn( $t ) => str_starts_with( $t, $wpdb->base_prefix . "3_candid" ) ), count( glob( WP_CONTENT_DIR . "/candid-key-*" ) ), get_user_meta( 1, "candid_dismissed", true ) );' );
		self::assertSame( array( false, array(), array(), 2, '1' ), array( $left[0], $left[1], array_values( $left[2] ), $left[3], $left[4] ) );
		$this->site->uninstall( true );
		self::assertSame( array( array(), array() ), $this->site->run( self::TRACES . '$all = array(); foreach ( get_sites( array( "fields" => "ids" ) ) as $id ) { switch_to_blog( $id ); $all[] = $traces(); restore_current_blog(); } return $all;' ) );
	}

	public function test_a_new_site_of_a_network_comes_even_where_candid_cannot_be_set_up(): void {
		$this->site = Throwaway_Site::make( true );
		$this->site->activate( true );
		$id = $this->site->run( 'add_filter( "upload_dir", function ( $dir ) { $dir["basedir"] = "/dev/null/nowhere"; return $dir; } ); return wp_insert_site( array( "domain" => "127.0.0.1", "path" => "/later/", "title" => "Later", "user_id" => 1 ) );' );
		self::assertIsInt( $id );
		// The first look into its wp-admin makes good what was missing.
		$ready = $this->site->run( 'switch_to_blog( ' . $id . ' ); $before = get_option( "candid_schema" ); Candid\Plugin::instance()->installation()->upgrade(); return array( $before, ( new Candid\Site\Data_Folder() )->is_writable(), "" !== Candid\Accounts\Own_Account::key() );' );
		self::assertSame( array( false, true, true ), $ready );
	}

	public function test_a_folder_that_cannot_be_written_refuses_activation_with_what_to_do(): void {
		$this->site = Throwaway_Site::make();
		// A file where the folder should be: even root cannot write into it.
		rmdir( $this->site->folder . '/content/uploads' );
		touch( $this->site->folder . '/content/uploads' );
		$said = $this->site->run(
			'add_filter( "wp_die_handler", fn() => function ( $message ) { throw new Exception( $message ); } );
			require_once ABSPATH . "wp-admin/includes/plugin.php";
			try { activate_plugin( "candid/candid.php" ); return "activated"; } catch ( Exception $e ) { return array( $e->getMessage(), is_plugin_active( "candid/candid.php" ) ); }'
		);
		self::assertIsArray( $said );
		self::assertStringContainsString( 'Make that folder writable for PHP', $said[0] );
		self::assertFalse( $said[1] );
	}

	public function test_the_key_may_stand_in_wp_config_and_a_wrong_one_is_named(): void {
		$this->site = Throwaway_Site::make();
		$said       = $this->site->run(
			'define( "CANDID_DATA_KEY", "too short" );
			add_filter( "wp_die_handler", fn() => function ( $message ) { throw new Exception( $message ); } );
			require_once ABSPATH . "wp-admin/includes/plugin.php";
			try { activate_plugin( "candid/candid.php" ); return "activated"; } catch ( Exception $e ) { return $e->getMessage(); }'
		);
		self::assertStringContainsString( '64 hexadecimal digits', $said );
		$custody = $this->site->run(
			'define( "CANDID_DATA_KEY", str_repeat( "0a", 32 ) );
			require_once ABSPATH . "wp-admin/includes/plugin.php"; activate_plugin( "candid/candid.php" );
			return array( ( new Candid\Site\Data_Key() )->custody(), glob( WP_CONTENT_DIR . "/candid-key-*" ) );'
		);
		self::assertSame( array( 'constant', array() ), $custody );
	}

	public function test_an_old_server_gets_a_sentence_and_no_fatal(): void {
		$this->site = Throwaway_Site::make();
		$this->site->activate();
		$said = $this->site->run( '$GLOBALS["wp_version"] = "6.5.2"; require_once ABSPATH . "wp-admin/includes/plugin.php"; return array( Candid\Requirements::can_load(), Candid\Requirements::unmet() );' );
		self::assertFalse( $said[0] );
		self::assertSame( array( 'Candid needs WordPress 6.6 or newer; this site runs 6.5.2. Update WordPress first.' ), $said[1] );
	}

	public function test_a_capability_an_owner_took_away_does_not_come_back_with_an_update(): void {
		$this->site = Throwaway_Site::make();
		$this->site->activate();
		$has = $this->site->run(
			'get_role( "administrator" )->remove_cap( "candid_watch_recordings" );
			delete_option( Candid\Database\Schema::OPTION );
			do_action( "admin_init" );
			return array( get_role( "administrator" )->has_cap( "candid_watch_recordings" ), get_role( "administrator" )->has_cap( "candid_manage_settings" ), get_option( Candid\Database\Schema::OPTION ) );'
		);
		self::assertSame( array( false, true, 1 ), array( $has[0], $has[1], (int) $has[2] ) );
	}

	public function test_a_recording_is_shredded_also_where_the_key_stands_in_wp_config(): void {
		$this->site = Throwaway_Site::make();
		$this->site->activate();
		$this->site->run( self::AUTOLOAD . self::USE_IT );
		$left = $this->site->run(
			'$folder = ( new Candid\Site\Data_Folder() )->path();
			$file    = glob( "$folder/vault/??/*.rec" )[0];
			$handle  = fopen( $file, "rb" );
			Candid\Plugin::instance()->installation()->remove_all();
			return array( bin2hex( fread( $handle, 64 ) ), file_exists( $folder ), get_option( "candid_data_folder" ) );'
		);
		self::assertSame( array( str_repeat( '00', 64 ), false, false ), $left );
	}

	public function test_what_cannot_be_removed_is_shredded_and_not_forgotten(): void {
		$this->site = Throwaway_Site::make();
		$this->site->activate();
		$this->site->run( self::AUTOLOAD . self::USE_IT );
		$left = $this->site->run(
			'$folder = ( new Candid\Site\Data_Folder() )->path();
			$file    = glob( "$folder/vault/??/*.rec" )[0];
			chmod( dirname( $file ), 0555 );
			if ( 0 === posix_getuid() ) {
				foreach ( array( $file, dirname( $file ), "$folder/vault", "$folder/inbox", $folder ) as $path ) { chown( $path, 65534 ); }
				chown( dirname( $file ), 0 );
				foreach ( array( Candid\Site\Site_Storage::class, Candid\Database\Database::class, Candid\Site\Folder_Owner::class ) as $name ) { class_exists( $name ); }
				posix_seteuid( 65534 );
			}
			$gone = ( new Candid\Site\Data_Folder() )->destroy();
			$head = bin2hex( (string) file_get_contents( $file, false, null, 0, 64 ) );
			if ( 0 === posix_getuid() ) { posix_seteuid( 0 ); }
			chmod( dirname( $file ), 0755 );
			return array( $gone, $head, basename( $folder ) === get_option( "candid_data_folder" ), ( new Candid\Site\Data_Folder() )->destroy(), file_exists( $folder ) );'
		);
		self::assertSame( array( false, str_repeat( '00', 64 ), true, true, false ), $left );
	}
}

<?php
/**
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Integration\Site;

use Candid\Domain\Fault;
use Candid\Domain\Recording_Id;
use Candid\Health\Index_Log;
use Candid\Tests\Integration\Recording_Case;

/**
 * PHP of the web server is one user, whoever runs commands another. As root these tests play both; any other user may
 * not give files away, and plays the part of the one who may not write.
 */
final class Other_User_Test extends Recording_Case {

	/** "nobody" on every Unix. */
	private const WEB = 65534;

	private static function is_root(): bool {
		return 0 === posix_geteuid();
	}

	/** Gives everything of the data folder, and the folder above, to a user. */
	private function give( int $user ): void {
		$folder = $this->storage->folder->path();
		$paths  = array( $folder );
		foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $folder, \FilesystemIterator::SKIP_DOTS ), \RecursiveIteratorIterator::SELF_FIRST ) as $path ) {
			$paths[] = (string) $path;
		}
		foreach ( $paths as $path ) {
			lchown( $path, $user );
			lchgrp( $path, $user );
		}
	}

	/** @return list<int> The owners of everything in the data folder, each once. */
	private function owners(): array {
		$owners = array();
		clearstatcache();
		foreach ( new \RecursiveIteratorIterator( new \RecursiveDirectoryIterator( $this->storage->folder->path(), \FilesystemIterator::SKIP_DOTS ), \RecursiveIteratorIterator::SELF_FIRST ) as $path ) {
			$owners[] = (int) fileowner( (string) $path );
		}
		return array_values( array_unique( $owners ) );
	}

	public function test_root_leaves_everything_to_the_owner_of_the_folder(): void {
		if ( ! self::is_root() ) {
			self::assertSame( array( posix_geteuid() ), $this->owners() );
			return;
		}
		$this->give( self::WEB );
		chown( WP_CONTENT_DIR . '/' . get_option( 'candid_key_file' ), self::WEB );
		foreach ( $this->visit() as $sequence => $segment ) {
			$this->storage->folder->as_owner( fn() => $this->drop_in( $segment, $sequence ) );
		}
		$stored = $this->storage->folder->as_owner( fn(): int => $this->indexer()->run()->stored );
		self::assertSame( array( 5, 0 ), array( $stored, posix_geteuid() ) );
		$this->storage->folder->as_owner( fn() => $this->storage->vault()->tidy( time() ) );
		self::assertSame( array( self::WEB ), $this->owners() );
		self::assertSame( 1, $this->storage->folder->as_owner( fn(): int => $this->storage->keeper()->erase( array( Recording_Id::from_hex( $this->visit()[0]->recording_id() ) ) ) ) );
		self::assertSame( array( self::WEB ), $this->owners() );
	}

	public function test_what_root_makes_at_activation_belongs_to_the_owner_of_uploads(): void {
		$uploads = wp_upload_dir( null, false )['basedir'];
		$user    = self::is_root() ? self::WEB : posix_geteuid();
		$before  = (int) fileowner( $uploads );
		chown( $uploads, $user );
		$this->storage->destroy();
		$this->storage->folder->create();
		$this->storage->key->create();
		$key = WP_CONTENT_DIR . '/' . get_option( 'candid_key_file' );
		chown( $uploads, $before );
		self::assertSame( array( array( $user ), $user, $user ), array( $this->owners(), fileowner( $this->storage->folder->path() ), fileowner( $key ) ) );
	}

	/** Runs code on the site as "nobody", or as the one who runs the tests when that is not root. */
	private function as_nobody( string $code ): string {
		$code    = 'require ' . var_export( dirname( __DIR__, 2 ) . '/Site/load.php', true ) . '; if ( 0 === posix_geteuid() ) { posix_setgid( ' . self::WEB . ' ); posix_setuid( ' . self::WEB . ' ); } ' . $code;
		$pipes   = array();
		$process = proc_open( array( PHP_BINARY, '-r', $code ), array( 1 => array( 'pipe', 'w' ) ), $pipes, null, array( 'CANDID_SITE' => CANDID_TEST_SITE ) + getenv() );
		self::assertIsResource( $process );
		$said = (string) stream_get_contents( $pipes[1] );
		proc_close( $process );
		return $said;
	}

	public function test_who_is_neither_root_nor_the_owner_is_told_whom_to_be(): void {
		if ( ! self::is_root() ) {
			self::assertFalse( @chown( $this->storage->folder->path(), 0 ), 'Only root can give the folder away.' );
			return;
		}
		$said = $this->as_nobody( 'try { ( new Candid\Site\Data_Folder() )->as_owner( fn() => print( "worked" ) ); } catch ( Candid\Domain\Unavailable $failure ) { echo $failure->fault->value, "; ", Candid\Health\Fault_Text::of( $failure->fault, $failure->parameters ); }' );
		self::assertStringContainsString( 'other_user; You are the user ' . posix_getpwuid( self::WEB )['name'], $said );
		self::assertStringContainsString( 'belongs to root', $said );
	}

	public function test_one_file_and_one_folder_of_another_user_stop_nobody_else(): void {
		$file   = $this->visit( str_repeat( 'f', 16 ) );
		$folder = $this->visit( str_repeat( 'g', 16 ) );
		$honest = $this->visit( str_repeat( 'h', 16 ) );
		$this->drop_in( $file[0], 0 );
		$this->indexer()->run();
		foreach ( array( $file, $folder, $honest ) as $visit ) {
			$this->drop_in( $visit[1], 1 );
		}
		$vault  = $this->storage->folder->path( 'vault' );
		$closed = array( "$vault/" . substr( $file[0]->recording_id(), 0, 2 ) . '/' . $file[0]->recording_id() . '.rec', "$vault/" . substr( $folder[0]->recording_id(), 0, 2 ) );
		is_dir( $closed[1] ) || mkdir( $closed[1] );
		if ( self::is_root() ) {
			$this->give( self::WEB );
			chown( $closed[0], 0 );
			chown( $closed[1], 0 );
			chown( WP_CONTENT_DIR . '/' . get_option( 'candid_key_file' ), self::WEB );
		}
		chmod( $closed[0], 0444 );
		chmod( $closed[1], 0555 );
		$work  = fn( \Closure $work ): mixed => $this->storage->folder->as_owner( $work );
		$report = $work( fn() => $this->indexer()->run() );
		self::assertSame( array( 1, 2, false ), array( $report->stored, $report->held, $report->unfinished ) );
		self::assertSame( 1, $this->snapshot( $honest[0]->recording_id() )['segments'] );
		$named = array_map( static fn( array $entry ): string => $entry['fault']->value . ' ' . $entry['parameters']['path'], ( new Index_Log() )->all() );
		self::assertEqualsCanonicalizing( array( Fault::Recording_Closed->value . " $closed[0]", Fault::Recording_Closed->value . " $closed[1]/" . $folder[0]->recording_id() . '.rec' ), $named );
		$check = 'foreach ( ( new Candid\Health\Vault_Checks( fn() => new Candid\Site\Site_Storage() ) )->checks() as $check ) { echo "$check->status: $check->message"; }';
		self::assertStringStartsWith( "critical: For example $closed[1].", $this->as_nobody( $check ) );
		chmod( $closed[0], 0600 );
		chmod( $closed[1], 0700 );
		if ( self::is_root() ) {
			$this->give( self::WEB );
		}
		$this->clock->ms += 601000;
		self::assertSame( 2, $work( fn() => $this->indexer()->run() )->stored );
		self::assertStringStartsWith( 'good: ', $this->as_nobody( $check ) );
		if ( self::is_root() ) {
			$this->give( 0 );
		}
	}

	protected function tearDown(): void {
		if ( self::is_root() ) {
			$this->give( 0 );
			chown( WP_CONTENT_DIR . '/' . get_option( 'candid_key_file' ), 0 );
		}
		parent::tearDown();
	}
}

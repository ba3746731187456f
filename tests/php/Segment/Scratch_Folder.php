<?php
/**
 * A folder for a test.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Tests\Segment;

/** Gives a test an empty folder and removes it afterwards. Use it in a TestCase. */
trait Scratch_Folder {

	private string $folder = '';

	/** @before */
	protected function make_folder(): void {
		$this->folder = sys_get_temp_dir() . '/candid-test-' . bin2hex( random_bytes( 6 ) );
		mkdir( $this->folder );
	}

	/** @after */
	protected function remove_folder(): void {
		$this->remove( $this->folder );
	}

	private function remove( string $path ): void {
		if ( is_dir( $path ) && ! is_link( $path ) ) {
			foreach ( array_diff( (array) scandir( $path ), array( '.', '..' ) ) as $name ) {
				$this->remove( "$path/$name" );
			}
			rmdir( $path );
		} elseif ( is_link( $path ) || is_file( $path ) ) {
			unlink( $path );
		}
	}
}

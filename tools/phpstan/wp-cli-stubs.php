<?php
/**
 * What Candid uses of WP-CLI, for the static analysis: its own stubs are not to be had.
 *
 * @package Candid
 */

namespace {
	class WP_CLI {
		/**
		 * @param string                $name     Command.
		 * @param callable|object|class-string $callable Implementation.
		 * @param array<string, mixed>  $args     Options.
		 */
		public static function add_command( string $name, $callable, array $args = array() ): bool {
			return true;
		}
		public static function log( string $message ): void {}
		public static function line( string $message = '' ): void {}
		public static function success( string $message ): void {}
		public static function warning( string $message ): void {}
		/** @return never */
		public static function error( string $message ): void {
			exit( 1 );
		}
		/** @return never */
		public static function halt( int $code ): void {
			exit( $code );
		}
		/** @param array<string, mixed> $assoc_args Options as given. */
		public static function confirm( string $question, array $assoc_args = array() ): void {}
	}
}

namespace WP_CLI\Utils {
	/**
	 * @param string                      $format table, json, csv, yaml, ids or count.
	 * @param array<int, array<string, mixed>|object> $items  Rows.
	 * @param array<int, string>|string   $fields Columns.
	 */
	function format_items( string $format, array $items, $fields ): void {}
	/**
	 * @param array<string, mixed> $assoc_args Options as given.
	 * @param mixed                $default    When absent.
	 * @return mixed
	 */
	function get_flag_value( array $assoc_args, string $flag, $default = null ) {
		return $default;
	}
}

namespace WP_CLI\Dispatcher {
	class CommandNamespace {}
}

<?php
/**
 * Who may do what.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Accounts;

/** Four capabilities, given to administrators at activation. Owners may give them to other roles; nothing tests a role. */
final class Capabilities {

	public const WATCH  = 'candid_watch_recordings';
	public const DELETE = 'candid_delete_recordings';
	public const EXPORT = 'candid_export_recordings';
	public const MANAGE = 'candid_manage_settings';
	public const ALL    = array( self::WATCH, self::DELETE, self::EXPORT, self::MANAGE );

	/** Gives administrators of the current site all four. Super admins have them anyway. */
	public static function grant(): void {
		$role = get_role( 'administrator' );
		if ( null === $role ) {
			return;
		}
		foreach ( self::ALL as $capability ) {
			$role->add_cap( $capability );
		}
	}

	/** Whether any role of the current site has one of them. */
	public static function are_granted(): bool {
		foreach ( wp_roles()->role_objects as $role ) {
			if ( array() !== array_intersect( self::ALL, array_keys( array_filter( $role->capabilities ) ) ) ) {
				return true;
			}
		}
		return false;
	}

	/** Takes them from every role and every person of the current site. */
	public static function withdraw(): void {
		foreach ( wp_roles()->role_objects as $role ) {
			foreach ( self::ALL as $capability ) {
				$role->remove_cap( $capability );
			}
		}
		foreach ( self::ALL as $capability ) {
			foreach ( get_users( array( 'capability' => $capability ) ) as $person ) {
				$person->remove_cap( $capability );
			}
		}
	}
}

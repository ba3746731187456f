/** Turns a native WordPress into a network of sites, as the network setup screen does. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runInWordPress } from '../../tools/stack/server.mjs';
import type { Site } from './site';

/** @param site A freshly installed native site. */
export async function turnIntoNetwork( site: Site ): Promise< void > {
	const config = join( site.folder, 'wp-config.php' );
	const source = await readFile( config, 'utf8' );
	const { host } = new URL( site.url );
	await writeFile( config, source.replace( '<?php', "<?php\ndefine( 'WP_ALLOW_MULTISITE', true );" ) );
	const made = await runInWordPress( site.folder, site.url, `
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		require_once ABSPATH . 'wp-admin/includes/network.php';
		foreach ( $wpdb->tables( 'ms_global' ) as $name => $table ) { $wpdb->$name = $table; }
		install_network();
		$done = populate_network( 1, '${ host }', 'admin@example.com', 'A network', '/', false );
		if ( is_wp_error( $done ) && 'no_wildcard_dns' !== $done->get_error_code() ) { throw new RuntimeException( $done->get_error_message() ); }
		echo 'network';
	` );
	if ( ! made.stdout.endsWith( 'network' ) ) {
		throw new Error( `No network: ${ made.output }` );
	}
	const constants = `define( 'MULTISITE', true );\ndefine( 'SUBDOMAIN_INSTALL', false );\ndefine( 'DOMAIN_CURRENT_SITE', '${ host }' );\ndefine( 'PATH_CURRENT_SITE', '/' );\ndefine( 'SITE_ID_CURRENT_SITE', 1 );\ndefine( 'BLOG_ID_CURRENT_SITE', 1 );\n`;
	await writeFile( config, source.replace( '<?php', `<?php\n${ constants }` ) );
}

/** Adds a site to the network. @return Its address. */
export async function addSite( site: Site, path: string ): Promise< string > {
	const { host } = new URL( site.url );
	const made = await runInWordPress( site.folder, site.url, `$id = wp_insert_site( array( 'domain' => '${ host }', 'path' => '/${ path }/', 'user_id' => 1, 'title' => '${ path }' ) ); if ( is_wp_error( $id ) ) { throw new RuntimeException( $id->get_error_message() ); } echo 'site';` );
	if ( ! made.stdout.endsWith( 'site' ) ) {
		throw new Error( `No site: ${ made.output }` );
	}
	return `${ site.url }/${ path }`;
}

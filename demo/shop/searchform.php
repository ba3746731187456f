<?php
/**
 * The search form.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

$ovenbird_id = wp_unique_id( 'search-' );
?>
<form class="search" role="search" method="get" action="<?php echo esc_url( home_url( '/' ) ); ?>">
	<label for="<?php echo esc_attr( $ovenbird_id ); ?>"><?php esc_html_e( 'Search the shop', 'ovenbird' ); ?></label>
	<div class="row">
		<input id="<?php echo esc_attr( $ovenbird_id ); ?>" type="search" name="s" value="<?php echo esc_attr( get_search_query( false ) ); ?>">
		<button class="button light" type="submit"><?php esc_html_e( 'Search', 'ovenbird' ); ?></button>
	</div>
</form>

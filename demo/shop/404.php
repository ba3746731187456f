<?php
/**
 * No such page.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

get_header();
?>
<div class="page-head">
	<h1><?php esc_html_e( 'This shelf is empty', 'ovenbird' ); ?></h1>
	<p><?php esc_html_e( 'There is no page at this address. It may have been moved or never fired.', 'ovenbird' ); ?></p>
	<p><a class="button" href="<?php echo esc_url( home_url( '/shop/' ) ); ?>"><?php esc_html_e( 'Back to the shop', 'ovenbird' ); ?></a></p>
</div>
<?php
get_footer();

<?php
/**
 * A product in a list.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

$ovenbird_product = $args['product'];
?>
<li class="tile tone-<?php echo esc_attr( $ovenbird_product['tone'] ); ?>" data-slug="<?php echo esc_attr( $ovenbird_product['slug'] ); ?>">
	<a class="tile-link" href="<?php echo esc_url( $ovenbird_product['url'] ); ?>">
		<span class="tile-image"><?php product_image( $ovenbird_product ); ?></span>
		<span class="tile-name"><?php echo esc_html( $ovenbird_product['name'] ); ?></span>
		<span class="tile-price"><?php echo esc_html( price( $ovenbird_product['price'] ) ); ?></span>
		<span class="tile-line"><?php echo esc_html( $ovenbird_product['line'] ); ?></span>
	</a>
	<button class="tile-look" type="button" data-quick-look="<?php echo esc_attr( $ovenbird_product['slug'] ); ?>">
		<?php esc_html_e( 'Quick look', 'ovenbird' ); ?><span class="hidden"> <?php echo esc_html( $ovenbird_product['name'] ); ?></span>
	</button>
</li>

<?php
/**
 * The tabs of a product: about, size and care, reviews.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

$ovenbird_product = $args['product'];
$ovenbird_reviews = array(
	array( 'Priya N.', 5, __( 'Heavier than I thought, in the good way. It has been on the table every day since it came.', 'ovenbird' ) ),
	array( 'Tom H.', 4, __( 'The glaze is a shade darker than the picture. I like it more.', 'ovenbird' ) ),
	array( 'Ingrid', 5, __( 'Survived the dishwasher, two children and a move.', 'ovenbird' ) ),
);
?>
<div class="tabs" data-tabs>
	<div role="tablist" aria-label="<?php esc_attr_e( 'About this piece', 'ovenbird' ); ?>">
		<button type="button" role="tab" id="tab-about" aria-controls="panel-about" aria-selected="true"><?php esc_html_e( 'About', 'ovenbird' ); ?></button>
		<button type="button" role="tab" id="tab-size" aria-controls="panel-size" aria-selected="false" tabindex="-1"><?php esc_html_e( 'Size and care', 'ovenbird' ); ?></button>
		<button type="button" role="tab" id="tab-reviews" aria-controls="panel-reviews" aria-selected="false" tabindex="-1"><?php esc_html_e( 'Reviews', 'ovenbird' ); ?></button>
	</div>
	<div role="tabpanel" id="panel-about" aria-labelledby="tab-about" tabindex="0"><?php the_content(); ?></div>
	<div role="tabpanel" id="panel-size" aria-labelledby="tab-size" tabindex="0" hidden>
		<ob-size-guide size="<?php echo esc_attr( $ovenbird_product['size'] ); ?>"></ob-size-guide>
		<p><?php echo esc_html( $ovenbird_product['care'] ); ?></p>
	</div>
	<div role="tabpanel" id="panel-reviews" aria-labelledby="tab-reviews" tabindex="0" hidden>
		<?php foreach ( $ovenbird_reviews as list( $ovenbird_name, $ovenbird_stars, $ovenbird_text ) ) : ?>
			<blockquote class="review">
				<ob-rating value="<?php echo (int) $ovenbird_stars; ?>"></ob-rating>
				<p><?php echo esc_html( $ovenbird_text ); ?></p>
				<cite><?php echo esc_html( $ovenbird_name ); ?></cite>
			</blockquote>
		<?php endforeach; ?>
	</div>
</div>

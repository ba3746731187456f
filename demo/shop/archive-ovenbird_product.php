<?php
/**
 * The product list. The server prints all of it; catalogue.js filters and sorts.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

get_header();
$ovenbird_products = products();
?>
<div class="page-head wide">
	<h1><?php esc_html_e( 'The shop', 'ovenbird' ); ?></h1>
	<p><?php esc_html_e( 'Everything we make, and nothing we do not. Each piece is thrown by hand, so yours will differ a little from its photograph.', 'ovenbird' ); ?></p>
</div>
<div class="catalogue" data-catalogue>
	<form class="catalogue-bar" data-catalogue-form>
		<fieldset>
			<legend class="hidden"><?php esc_html_e( 'Shelf', 'ovenbird' ); ?></legend>
			<label><input type="radio" name="shelf" value="" checked><span><?php esc_html_e( 'Everything', 'ovenbird' ); ?></span></label>
			<?php foreach ( shelves() as $ovenbird_shelf => $ovenbird_name ) : ?>
				<label><input type="radio" name="shelf" value="<?php echo esc_attr( $ovenbird_shelf ); ?>"><span><?php echo esc_html( $ovenbird_name ); ?></span></label>
			<?php endforeach; ?>
		</fieldset>
		<div class="catalogue-more">
			<label class="under"><?php esc_html_e( 'Up to', 'ovenbird' ); ?>
				<input type="range" name="limit" min="20" max="120" step="10" value="120">
				<output data-limit>£120</output>
			</label>
			<label><?php esc_html_e( 'Sort', 'ovenbird' ); ?>
				<select name="order">
					<option value=""><?php esc_html_e( 'Our order', 'ovenbird' ); ?></option>
					<option value="price-up"><?php esc_html_e( 'Price, low to high', 'ovenbird' ); ?></option>
					<option value="price-down"><?php esc_html_e( 'Price, high to low', 'ovenbird' ); ?></option>
					<option value="name"><?php esc_html_e( 'Name', 'ovenbird' ); ?></option>
				</select>
			</label>
		</div>
	</form>
	<p class="catalogue-count" role="status" data-catalogue-count>
		<?php
		/* translators: %d: number of pieces */
		echo esc_html( sprintf( _n( '%d piece', '%d pieces', count( $ovenbird_products ), 'ovenbird' ), count( $ovenbird_products ) ) );
		?>
	</p>
	<ul class="tiles" data-catalogue-list>
		<?php array_map( __NAMESPACE__ . '\product_tile', $ovenbird_products ); ?>
	</ul>
	<p class="catalogue-none" data-catalogue-none hidden><?php esc_html_e( 'Nothing on this shelf costs so little. Move the slider up a bit.', 'ovenbird' ); ?></p>
</div>
<?php
get_template_part( 'template-parts/quick-look' );
print_products( $ovenbird_products );
get_footer();

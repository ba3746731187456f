<?php
/**
 * Order received: repeats to the customer what was ordered and where it goes.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

namespace Ovenbird;

$ovenbird_order = current_order();
nocache_headers();
get_header();
the_post();
if ( null === $ovenbird_order ) :
	?>
	<div class="page-head">
		<h1><?php esc_html_e( 'No such order', 'ovenbird' ); ?></h1>
		<p><?php esc_html_e( 'Orders of this demonstration are forgotten after an hour.', 'ovenbird' ); ?></p>
	</div>
	<?php
	get_footer();
	return;
endif;
?>
<div class="page-head">
	<p class="eyebrow"><?php echo esc_html( $ovenbird_order['number'] ); ?></p>
	<h1>
		<?php
		/* translators: %s: first name */
		echo esc_html( sprintf( __( 'Thank you, %s.', 'ovenbird' ), $ovenbird_order['first_name'] ) );
		?>
	</h1>
	<p>
		<?php
		/* translators: %s: e-mail address */
		echo esc_html( sprintf( __( 'We have your order. A letter about it would go to %s.', 'ovenbird' ), $ovenbird_order['email'] ) );
		?>
	</p>
</div>
<div class="order" data-order-received>
	<section class="card">
		<h2><?php esc_html_e( 'What', 'ovenbird' ); ?></h2>
		<ul class="order-lines">
			<?php
			$ovenbird_total = $ovenbird_order['shipping'];
			foreach ( $ovenbird_order['lines'] as $ovenbird_line ) :
				$ovenbird_total += $ovenbird_line['price'];
				?>
				<li>
					<?php if ( '' !== $ovenbird_line['image'] ) : ?>
						<img src="<?php echo esc_url( $ovenbird_line['image'] ); ?>" alt="" width="64" height="64">
					<?php endif; ?>
					<span><?php echo esc_html( $ovenbird_line['count'] . ' × ' . $ovenbird_line['name'] ); ?></span>
					<b><?php echo esc_html( price( $ovenbird_line['price'] ) ); ?></b>
				</li>
			<?php endforeach; ?>
		</ul>
		<p class="total"><span><?php esc_html_e( 'Together', 'ovenbird' ); ?></span> <b><?php echo esc_html( price( $ovenbird_total ) ); ?></b></p>
	</section>
	<section class="card">
		<h2><?php esc_html_e( 'Where', 'ovenbird' ); ?></h2>
		<address>
			<?php echo esc_html( $ovenbird_order['first_name'] . ' ' . $ovenbird_order['last_name'] ); ?><br>
			<?php echo esc_html( trim( $ovenbird_order['address_1'] . ' ' . $ovenbird_order['address_2'] ) ); ?><br>
			<?php echo esc_html( $ovenbird_order['postcode'] . ' ' . $ovenbird_order['city'] ); ?><br>
			<?php echo esc_html( $ovenbird_order['country'] ); ?>
		</address>
		<p><?php echo esc_html( $ovenbird_order['phone'] ); ?></p>
		<p><?php echo esc_html( deliveries()[ $ovenbird_order['delivery'] ][0] ?? '' ); ?></p>
		<?php if ( '' !== $ovenbird_order['note'] ) : ?>
			<blockquote><?php echo esc_html( $ovenbird_order['note'] ); ?></blockquote>
		<?php endif; ?>
	</section>
</div>
<?php
get_footer();

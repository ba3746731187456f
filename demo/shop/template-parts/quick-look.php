<?php
/**
 * The quick look: a dialog that quick-look.js fills with one product.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

?>
<dialog class="quick-look" id="quick-look" aria-labelledby="quick-look-name">
	<form method="dialog"><button class="close" type="submit"><span aria-hidden="true">×</span><span class="hidden"><?php esc_html_e( 'Close', 'ovenbird' ); ?></span></button></form>
	<div class="quick-look-body" data-quick-look-body></div>
</dialog>

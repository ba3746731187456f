<?php
/**
 * What readers wrote, and the form to write.
 *
 * @package Ovenbird
 */

declare(strict_types=1);

if ( post_password_required() ) {
	return;
}
if ( have_comments() ) :
	?>
	<h2><?php esc_html_e( 'What readers say', 'ovenbird' ); ?></h2>
	<ol class="comment-list">
		<?php
		wp_list_comments(
			array(
				'style'       => 'ol',
				'avatar_size' => 0,
				'short_ping'  => true,
			)
		);
		?>
	</ol>
	<?php
endif;
comment_form(
	array(
		'title_reply'  => __( 'Say something back', 'ovenbird' ),
		'class_submit' => 'button',
	)
);

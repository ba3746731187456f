<?php
/**
 * Registers the blocks.
 *
 * @package Candid
 */

declare(strict_types=1);

namespace Candid\Blocks;

use Candid\Languages;
use Candid\Service;
use WP_Post;

/** Registers what was built from blocks/, and hands the editor what it needs. */
final class Block_Registration implements Service {

	/** Handle WordPress gives the editor script of the block. */
	public const EDITOR_SCRIPT = 'candid-privacy-statement-editor-script';

	public function __construct( private readonly Privacy_Statement $statement ) {
	}

	public function register_hooks(): void {
		add_action( 'init', array( $this, 'register' ) );
		add_action( 'enqueue_block_editor_assets', array( $this, 'hand_over' ) );
	}

	/** Registers the block when it was built. */
	public function register(): void {
		$folder = dirname( CANDID_FILE ) . '/build/blocks/privacy-statement';
		if ( ! is_readable( $folder . '/block.json' ) ) {
			return;
		}
		register_block_type( $folder );
		wp_set_script_translations( self::EDITOR_SCRIPT, 'candid', Languages::path() );
	}

	/** Prints what the block shows in the editor: `window.candidStatement`. No capability beyond editing is needed. */
	public function hand_over(): void {
		$post = get_post();
		$json = wp_json_encode( $this->statement->editor_data( $post instanceof WP_Post ? $post->ID : 0 ), JSON_HEX_TAG | JSON_HEX_AMP );
		if ( false !== $json ) {
			wp_add_inline_script( self::EDITOR_SCRIPT, 'window.candidStatement = ' . $json . ';', 'before' );
		}
	}
}

import { registerBlockType } from '@wordpress/blocks';
import metadata from './block.json';
import { Edit } from './edit';
import type { PrivacyStatementAttributes } from './edit';

// block.json is read from PHP too; only what a browser adds stands here. Rendered by PHP, so nothing is saved.
registerBlockType< PrivacyStatementAttributes >( metadata, {
	edit: Edit,
	save: () => null,
} );

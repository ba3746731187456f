/**
 * The part of @wordpress/blocks used here. The package of the oldest WordPress we support carries no types,
 * and types of a newer one would name things that WordPress lacks.
 */
declare module '@wordpress/blocks' {
	import type { ComponentType } from 'react';

	export interface BlockEditProps< Attributes > {
		readonly clientId: string;
		readonly isSelected: boolean;
		readonly attributes: Readonly< Attributes >;
		readonly setAttributes: ( attributes: Partial< Attributes > ) => void;
	}

	export interface BlockSettings< Attributes > {
		edit: ComponentType< BlockEditProps< Attributes > >;
		save: () => null;
	}

	/** @param metadata The block's block.json. */
	export function registerBlockType< Attributes >( metadata: { name: string }, settings: BlockSettings< Attributes > ): unknown;
}

import { Button } from '@wordpress/components';
import { forwardRef } from '@wordpress/element';
import type { MouseEvent, ReactNode } from 'react';

interface SteadyButtonProps {
	children: ReactNode;
	variant: 'primary' | 'secondary' | 'tertiary';
	size?: 'compact' | 'default';
	type?: 'button' | 'submit';
	icon?: JSX.Element;
	isBusy?: boolean;
	isDestructive?: boolean;
	disabled?: boolean;
	'aria-label'?: string;
	__next40pxDefaultSize?: boolean;
	onClick?: () => void;
}

/**
 * A button that keeps the focus while it cannot be used. A browser takes the focus away from a button that becomes
 * `disabled`, and whoever works with the keyboard starts over at the top of the page.
 */
export const SteadyButton = forwardRef< HTMLButtonElement, SteadyButtonProps >( ( { disabled = false, onClick, ...rest }, ref ) => {
	const onPress = ( event: MouseEvent ) => {
		if ( disabled ) {
			// Also keeps a submit button from sending its form.
			event.preventDefault();
			return;
		}
		onClick?.();
	};
	return <Button { ...rest } ref={ ref } aria-disabled={ disabled || undefined } onClick={ onPress } />;
} );
SteadyButton.displayName = 'SteadyButton';

import { Button, Modal } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { SteadyButton } from './steady-button';

interface ConfirmDialogProps {
	title: string;
	/** Words of the button that goes ahead: the verb of what happens, never "OK". */
	action: string;
	/** Words of the button that does nothing. */
	cancel?: string;
	/** A second way to go ahead. */
	other?: { label: string; onClick: () => void };
	destructive?: boolean;
	/** While what was confirmed is under way. */
	busy?: boolean;
	/** Keeps "go ahead" off until a condition inside the dialog is met. */
	disabled?: boolean;
	onConfirm: () => void;
	onCancel: () => void;
	children: ReactNode;
}

/** Asks before something that cannot be undone or that changes what is recorded. */
export function ConfirmDialog( props: ConfirmDialogProps ) {
	const { title, action, cancel, other, destructive = false, busy = false, disabled = false, onConfirm, onCancel, children } = props;
	return (
		<Modal title={ title } onRequestClose={ onCancel } size="medium" className="candid-dialog">
			<div className="candid-dialog__text">{ children }</div>
			<div className="candid-dialog__actions">
				<Button __next40pxDefaultSize variant="tertiary" onClick={ onCancel }>
					{ cancel ?? __( 'Cancel', 'candid' ) }
				</Button>
				{ other && (
					<SteadyButton __next40pxDefaultSize variant="secondary" isDestructive disabled={ busy } onClick={ other.onClick }>
						{ other.label }
					</SteadyButton>
				) }
				<SteadyButton
					__next40pxDefaultSize
					variant="primary"
					isDestructive={ destructive }
					isBusy={ busy }
					disabled={ busy || disabled }
					onClick={ onConfirm }
				>
					{ action }
				</SteadyButton>
			</div>
		</Modal>
	);
}

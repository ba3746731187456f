import { CheckboxControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ConfirmDialog } from '../../ui/confirm-dialog';

/** Says what recording form inputs means; goes ahead only for somebody who says that they have understood. */
export function InputsQuestion( { onConfirm, onCancel }: { onConfirm: () => void; onCancel: () => void } ) {
	const [ understood, setUnderstood ] = useState( false );
	return (
		<ConfirmDialog
			title={ __( 'Record form inputs?', 'candid' ) }
			action={ __( 'Record form inputs', 'candid' ) }
			cancel={ __( 'Do not record', 'candid' ) }
			disabled={ ! understood }
			onConfirm={ onConfirm }
			onCancel={ onCancel }
		>
			<p>
				<strong>{ __( 'You will most likely collect personal data of your visitors.', 'candid' ) }</strong>
			</p>
			<ul>
				<li>{ __( 'Collecting personal data is subject to the laws of your country. If you are unsure, ask a local lawyer.', 'candid' ) }</li>
				<li>
					{ __(
						'In most countries you must inform your visitors, and in many you need their consent first. The block “Privacy statement” adds a suggested text to your privacy policy.',
						'candid',
					) }
				</li>
				<li>{ __( 'Passwords, card numbers and sensitive fields are still never recorded. You can block other fields that should stay private.', 'candid' ) }</li>
			</ul>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'I understand, and I will inform my visitors.', 'candid' ) }
				checked={ understood }
				onChange={ setUnderstood }
			/>
		</ConfirmDialog>
	);
}

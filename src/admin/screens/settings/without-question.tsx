import { CheckboxControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { ConfirmDialog } from '../../ui/confirm-dialog';

/** Question before recording without asking: the help article and the regulators side by side. Only an owner who states that the law allows it goes ahead. */
export function WithoutQuestion( { onConfirm, onCancel }: { onConfirm: () => void; onCancel: () => void } ) {
	const [ stated, setStated ] = useState( false );
	return (
		<ConfirmDialog
			title={ __( 'Record without asking?', 'candid' ) }
			action={ __( 'Record without asking', 'candid' ) }
			cancel={ __( 'Keep asking', 'candid' ) }
			disabled={ ! stated }
			onConfirm={ onConfirm }
			onCancel={ onCancel }
		>
			<ul>
				<li>
					{ __( 'Smartsupp’s help article says: tracking behavior and movement of visitors is legal, “just like using Google Analytics”; who records personal data is most likely required to inform visitors.', 'candid' ) }
				</li>
				<li>
					{ __( 'Regulators say more. In the EU, data protection authorities (for example the CNIL, guidelines of September 17, 2020) ask for consent before anything is stored in a visitor’s browser that the site does not strictly need. Candid stores a random key there.', 'candid' ) }
				</li>
				<li>{ __( 'As of November 2026. Laws differ and change: ask a local lawyer.', 'candid' ) }</li>
			</ul>
			<CheckboxControl
				__nextHasNoMarginBottom
				label={ __( 'The law that applies to this site allows recording without asking, and I inform my visitors.', 'candid' ) }
				checked={ stated }
				onChange={ setStated }
			/>
		</ConfirmDialog>
	);
}

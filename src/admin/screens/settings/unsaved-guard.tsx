import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useRouting } from '../../shell/routing';
import { ConfirmDialog } from '../../ui/confirm-dialog';

interface UnsavedGuardProps {
	dirty: boolean;
	/** Saves; resolves to whether nothing is left unsaved. */
	onSave: () => Promise< boolean >;
}

/** Asks before unsaved changes are left behind: inside the app, and when the page is closed. */
export function UnsavedGuard( { dirty, onSave }: UnsavedGuardProps ) {
	const { setGuard } = useRouting();
	const [ asking, setAsking ] = useState( false );
	const [ saving, setSaving ] = useState( false );
	const answer = useRef< ( leave: boolean ) => void >( () => undefined );

	useEffect( () => {
		if ( ! dirty ) {
			return;
		}
		const onBeforeUnload = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', onBeforeUnload );
		setGuard( () => {
			setAsking( true );
			return new Promise( ( resolve ) => {
				answer.current = resolve;
			} );
		} );
		return () => {
			window.removeEventListener( 'beforeunload', onBeforeUnload );
			setGuard( null );
		};
	}, [ dirty, setGuard ] );

	if ( ! asking ) {
		return null;
	}
	const decide = ( leave: boolean ) => {
		setAsking( false );
		answer.current( leave );
	};
	const saveAndLeave = async () => {
		setSaving( true );
		const saved = await onSave();
		setSaving( false );
		// What could not be saved stands in the form with its reason: the person stays with it.
		decide( saved );
	};
	return (
		<ConfirmDialog
			title={ __( 'Leave without saving?', 'candid' ) }
			action={ __( 'Save and leave', 'candid' ) }
			cancel={ __( 'Stay here', 'candid' ) }
			other={ { label: __( 'Leave without saving', 'candid' ), onClick: () => decide( true ) } }
			busy={ saving }
			onConfirm={ () => void saveAndLeave() }
			onCancel={ () => decide( false ) }
		>
			<p>{ __( 'The changes you made to the settings are not saved yet.', 'candid' ) }</p>
		</ConfirmDialog>
	);
}

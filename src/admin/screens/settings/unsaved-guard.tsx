import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useRouting } from '../../app/routing';
import { ConfirmDialog } from '../../ui/confirm-dialog';

/** Asks before unsaved changes are left behind: inside the app, and when the page is closed. */
export function UnsavedGuard( { dirty }: { dirty: boolean } ) {
	const { setGuard } = useRouting();
	const [ asking, setAsking ] = useState( false );
	const answer = useRef< ( leave: boolean ) => void >( () => undefined );

	useEffect( () => {
		if ( ! dirty ) {
			return;
		}
		const onBeforeUnload = ( event: BeforeUnloadEvent ) => event.preventDefault();
		window.addEventListener( 'beforeunload', onBeforeUnload );
		setGuard( () => {
			// A second attempt while the question stands replaces the first.
			answer.current( false );
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
	return (
		<ConfirmDialog
			title={ __( 'Leave without saving?', 'candid' ) }
			action={ __( 'Leave without saving', 'candid' ) }
			cancel={ __( 'Stay here', 'candid' ) }
			destructive
			onConfirm={ () => decide( true ) }
			onCancel={ () => decide( false ) }
		>
			<p>{ __( 'The changes you made to the settings are not saved yet.', 'candid' ) }</p>
		</ConfirmDialog>
	);
}

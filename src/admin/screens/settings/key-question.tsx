import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { RequestError } from '../../data/request-error';
import type { AccountKind } from '../../data/settings';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { RequestNotice } from '../../ui/request-notice';

interface KeyQuestionProps {
	/** Key about to be stored; an empty one means this site's own. */
	next: { key: string; kind: AccountKind };
	saving: boolean;
	saveKey: ( key: string ) => Promise< RequestError | null >;
	onSaved: () => void;
	onCancel: () => void;
}

/** Asks before the key is changed, and stays open with the reason when that fails. */
export function KeyQuestion( { next, saving, saveKey, onSaved, onCancel }: KeyQuestionProps ) {
	const [ error, setError ] = useState< RequestError | null >( null );
	const isOwn = next.kind === 'own';

	const confirm = async () => {
		const failure = await saveKey( next.key );
		setError( failure );
		if ( ! failure ) {
			onSaved();
		}
	};

	return (
		<ConfirmDialog
			title={ isOwn ? __( 'Use this site’s own key again?', 'candid' ) : __( 'Replace the account key?', 'candid' ) }
			action={ isOwn ? __( 'Use this site’s own key', 'candid' ) : __( 'Replace the key', 'candid' ) }
			destructive={ ! isOwn }
			busy={ saving }
			onConfirm={ () => void confirm() }
			onCancel={ onCancel }
		>
			{ error && <RequestNotice what={ __( 'The key was not changed.', 'candid' ) } error={ error } /> }
			<Consequences kind={ next.kind } />
		</ConfirmDialog>
	);
}

function Consequences( { kind }: { kind: AccountKind } ) {
	if ( kind === 'own' ) {
		return <p>{ __( 'Visits are recorded into this site again, if recording is on.', 'candid' ) }</p>;
	}
	return (
		<>
			<p>
				<strong>{ __( 'This site stops recording.', 'candid' ) }</strong>{ ' ' }
				{ __( 'This version of Candid only records into the site it is installed on. It stores the other key but sends nothing there.', 'candid' ) }
			</p>
			<p>
				{ kind === 'smartsupp'
					? __( 'The privacy statement will name Smartsupp as the third party. Existing recordings stay here.', 'candid' )
					: __( 'The privacy statement will say that a third party may be involved. Existing recordings stay here.', 'candid' ) }
			</p>
			<p>{ __( 'You can use this site’s own key again at any time.', 'candid' ) }</p>
		</>
	);
}

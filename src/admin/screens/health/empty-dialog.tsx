import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { forgetFindings } from '../../data/health';
import type { FindingList } from '../../data/health';
import type { RequestError } from '../../data/request-error';
import { requestErrorFrom } from '../../data/request-error';
import { useSay } from '../../shell/notices';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { RequestNotice } from '../../ui/request-notice';

interface EmptyDialogProps {
	list: FindingList;
	onEmptied: ( list: FindingList ) => void;
	onCancel: () => void;
}

/** Asks before a list of findings is emptied, empties it, and stays open with the reason when that fails. */
export function EmptyDialog( { list, onEmptied, onCancel }: EmptyDialogProps ) {
	const say = useSay();
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< RequestError | null >( null );

	const empty = async () => {
		setBusy( true );
		setError( null );
		try {
			await forgetFindings( list );
			say( __( 'The list is empty now.', 'candid' ) );
			onEmptied( list );
		} catch ( reason ) {
			setError( requestErrorFrom( reason ) );
			setBusy( false );
		}
	};

	return (
		<ConfirmDialog title={ __( 'Empty this list?', 'candid' ) } action={ __( 'Empty the list', 'candid' ) } busy={ busy } onConfirm={ () => void empty() } onCancel={ onCancel }>
			{ error && <RequestNotice what={ __( 'The list was not emptied.', 'candid' ) } error={ error } /> }
			<p>
				{ list === 'leaks'
					? __( 'Do this when you have fixed these places. If private data is sent again, it is removed again and listed here again.', 'candid' )
					: __( 'Do this when you have fixed the cause. If a recording ends early again, it is listed here again.', 'candid' ) }
			</p>
		</ConfirmDialog>
	);
}

import { useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Recording } from '../../contracts/generated/recording';
import { deleteRecordings } from '../data/recordings';
import type { RequestError } from '../data/request-error';
import { requestErrorFrom } from '../data/request-error';
import { ConfirmDialog } from './confirm-dialog';
import { RequestNotice } from './request-notice';
import { exactTime, formatNumber, pageName } from '../text/describe-recording';

interface DeleteDialogProps {
	recordings: Recording[];
	onDeleted: ( count: number ) => void;
	/** @param failed Whether deleting was tried and broke off, so that some may be gone. */
	onCancel: ( failed: boolean ) => void;
}

/** Asks before deleting, deletes, and stays open with the reason when that fails. */
export function DeleteDialog( { recordings, onDeleted, onCancel }: DeleteDialogProps ) {
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< RequestError | null >( null );
	const count = recordings.length;
	const only = count === 1 ? recordings[ 0 ] : undefined;

	const onConfirm = async () => {
		setBusy( true );
		setError( null );
		try {
			onDeleted( await deleteRecordings( recordings.map( ( { id } ) => id ) ) );
		} catch ( reason ) {
			setError( requestErrorFrom( reason ) );
			setBusy( false );
		}
	};

	return (
		<ConfirmDialog
			title={ sprintf(
				/* translators: %s: number of recordings. */
				_n( 'Delete %s recording?', 'Delete %s recordings?', count, 'candid' ),
				formatNumber( count ),
			) }
			action={ __( 'Delete for good', 'candid' ) }
			destructive
			busy={ busy }
			onConfirm={ onConfirm }
			onCancel={ () => onCancel( error !== null ) }
		>
			{ error && <RequestNotice what={ __( 'Not everything was deleted.', 'candid' ) } error={ error } /> }
			{ only && (
				<p>
					<strong>
						<bdi>{ pageName( only.title, only.entry ) }</bdi>
					</strong>
					<br />
					{ exactTime( only.started ) }
				</p>
			) }
			<p>
				{ count === 1
					? __( 'The recording is erased from this site. This cannot be undone.', 'candid' )
					: __( 'The recordings are erased from this site. This cannot be undone.', 'candid' ) }
			</p>
			{ recordings.some( ( { live } ) => live ) && <p>{ __( 'The rest of a visit that is still going on is not kept either.', 'candid' ) }</p> }
		</ConfirmDialog>
	);
}

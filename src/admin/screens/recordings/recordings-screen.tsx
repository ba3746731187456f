import { Button } from '@wordpress/components';
import { forwardRef, useEffect, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { update } from '@wordpress/icons';
import type { Recording } from '../../../contracts/generated/recording';
import { handover } from '../../data/handover';
import type { RecordingPage } from '../../data/recordings';
import { fetchSettings } from '../../data/settings';
import { useRequest } from '../../data/use-request';
import { useSay } from '../../shell/notices';
import { Part } from '../../shell/part';
import { Screen } from '../../shell/screen';
import { formatNumber } from '../../text/describe-recording';
import { DeleteDialog } from '../../ui/delete-dialog';
import { RequestNotice } from '../../ui/request-notice';
import { EmptyState } from './empty-state';
import { ListBar } from './list-bar';
import { News } from './news';
import { Paging } from './paging';
import { RecordingState } from './recording-state';
import { RecordingsTable } from './recordings-table';
import { RowsSkeleton } from './rows-skeleton';
import { useListFocus } from './use-list-focus';
import { useRecordings } from './use-recordings';
import { useSelection } from './use-selection';
import type { Selection } from './use-selection';

const NO_RECORDINGS: Recording[] = [];

/** The list of recordings, newest first. */
export function RecordingsScreen( { before }: { before: string | null } ) {
	const { can } = handover();
	const list = useRecordings( before );
	const { data, error, loading, reload, news } = list;
	const settings = useRequest( can.manage ? 'settings' : null, fetchSettings );
	const selection = useSelection( data?.items ?? NO_RECORDINGS );
	const [ doomed, setDoomed ] = useState< Recording[] >( NO_RECORDINGS );
	const say = useSay();
	const isEmpty = data !== null && data.items.length === 0 && data.left_out === 0 && before === null;
	const { table, count, older, afterDeletion } = useListFocus( data, isEmpty );
	const { clear } = selection;

	useEffect( clear, [ before, clear ] );

	const onDeleted = ( deleted: number ) => {
		/* translators: %s: number of recordings. */
		say( sprintf( _n( '%s recording deleted.', '%s recordings deleted.', deleted, 'candid' ), formatNumber( deleted ) ) );
		afterDeletion( doomed );
		list.drop( doomed );
		setDoomed( NO_RECORDINGS );
		reload();
	};
	const onKept = ( failed: boolean ) => {
		setDoomed( NO_RECORDINGS );
		if ( failed ) {
			reload();
		}
	};

	return (
		<Screen wide title={ __( 'Recordings', 'candid' ) } actions={ ! isEmpty && <Refresh busy={ loading && data !== null } onClick={ reload } /> }>
			{ error && <RequestNotice what={ __( 'The recordings could not be loaded.', 'candid' ) } error={ error } onRetry={ reload } /> }
			{ ! isEmpty && settings.data && <RecordingState response={ settings.data } /> }
			{ isEmpty && (
				<Part name={ __( 'Recordings', 'candid' ) }>
					<EmptyState settings={ settings } onTurnedOn={ settings.setData } onLookAgain={ reload } />
				</Part>
			) }
			{ ! isEmpty && ( data || loading ) && (
				<>
					<ListBar ref={ older } data={ data } before={ before } selection={ selection } onDelete={ () => setDoomed( selection.recordings ) } count={ count }>
						<News count={ news.count } more={ news.more } onShow={ reload } />
					</ListBar>
					{ ! data && <RowsSkeleton /> }
					{ data && (
						<Part key={ before ?? '' } name={ __( 'Recordings, newest first', 'candid' ) }>
							<Rows ref={ table } data={ data } selection={ selection } onDelete={ setDoomed } />
						</Part>
					) }
					{ data && data.items.length > 10 && ( before !== null || data.next !== null ) && (
						<div className="candid-list__bar is-below">
							<Paging before={ before } next={ data.next } again onGo={ () => older.current?.focus() } />
						</div>
					) }
				</>
			) }
			{ doomed.length > 0 && <DeleteDialog recordings={ doomed } onDeleted={ onDeleted } onCancel={ onKept } /> }
		</Screen>
	);
}

interface RowsProps {
	data: RecordingPage;
	selection: Selection;
	onDelete: ( recordings: Recording[] ) => void;
}

/** The rows that can be shown, and how many cannot. */
const Rows = forwardRef< HTMLTableElement, RowsProps >( ( { data, selection, onDelete }, table ) => (
	<>
		{ data.items.length > 0 && <RecordingsTable ref={ table } recordings={ data.items } selection={ selection } onDelete={ ( one ) => onDelete( [ one ] ) } /> }
		{ data.items.length === 0 && data.left_out === 0 && <p>{ __( 'There are no recordings on this page any more.', 'candid' ) }</p> }
		{ data.left_out > 0 && (
			<p className="candid-remark is-warning" role="status">
				{ sprintf(
					/* translators: %s: number of recordings. */
					_n( '%s recording could not be shown.', '%s recordings could not be shown.', data.left_out, 'candid' ),
					formatNumber( data.left_out ),
				) }
			</p>
		) }
	</>
) );
Rows.displayName = 'Rows';

function Refresh( { busy, onClick }: { busy: boolean; onClick: () => void } ) {
	return (
		<Button __next40pxDefaultSize variant="secondary" icon={ update } isBusy={ busy } onClick={ onClick }>
			{ __( 'Refresh', 'candid' ) }
		</Button>
	);
}

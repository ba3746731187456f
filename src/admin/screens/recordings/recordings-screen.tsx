import { Button, Notice } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { update } from '@wordpress/icons';
import type { Recording } from '../../../contracts/generated/recording';
import { Screen } from '../../app/screen';
import { handover } from '../../data/handover';
import { takeNotice } from '../../data/notice';
import { fetchSettings } from '../../data/settings';
import { useRequest } from '../../data/use-request';
import { RequestNotice } from '../../ui/request-notice';
import { formatNumber, recordingCount } from '../../text/describe-recording';
import { DeleteDialog } from './delete-dialog';
import { EmptyState } from './empty-state';
import { Paging } from './paging';
import { RecordingState } from './recording-state';
import { RecordingsTable } from './recordings-table';
import { RowsSkeleton } from './rows-skeleton';
import { useRecordings } from './use-recordings';

/** The list of recordings, newest first. */
export function RecordingsScreen( { before }: { before: string | null } ) {
	const { can } = handover();
	const list = useRecordings( before );
	const settings = useRequest( can.manage ? 'settings' : null, fetchSettings );
	const [ selected, setSelected ] = useState< ReadonlySet< string > >( new Set() );
	const [ doomed, setDoomed ] = useState< Recording[] >( [] );
	const [ outcome, setOutcome ] = useState< { said: string } | null >( () => {
		const said = takeNotice();
		return said === null ? null : { said };
	} );
	const notice = useRef< HTMLDivElement >( null );
	const count = useRef< HTMLSpanElement >( null );
	const { data, error, loading, reload, news } = list;

	useEffect( () => setSelected( new Set() ), [ before ] );

	// The button that had the focus went with its row. Read out by the notice itself.
	useEffect( () => notice.current?.focus(), [ outcome ] );

	const onDeleted = ( deleted: number ) => {
		/* translators: %s: number of recordings. */
		const said = sprintf( _n( '%s recording deleted.', '%s recordings deleted.', deleted, 'candid' ), formatNumber( deleted ) );
		setOutcome( { said } );
		setDoomed( [] );
		setSelected( new Set() );
		reload();
	};

	const onKept = ( failed: boolean ) => {
		setDoomed( [] );
		if ( failed ) {
			reload();
		}
	};

	const isEmpty = data !== null && data.items.length === 0 && before === null;

	// The empty state goes with whatever button of it had the focus; the count is read out in its place.
	const wasEmpty = useRef( false );
	useEffect( () => {
		const shown = count.current;
		if ( wasEmpty.current && shown && shown.ownerDocument.activeElement === shown.ownerDocument.body ) {
			shown.focus( { preventScroll: true } );
		}
		wasEmpty.current = isEmpty;
	}, [ isEmpty ] );

	return (
		<Screen
			wide
			title={ __( 'Recordings', 'candid' ) }
			actions={
				! isEmpty && (
					<Button
						__next40pxDefaultSize
						variant="secondary"
						icon={ update }
						isBusy={ loading && data !== null }
						onClick={ reload }
					>
						{ __( 'Refresh', 'candid' ) }
					</Button>
				)
			}
		>
			{ outcome && (
				<div ref={ notice } className="candid-outcome" tabIndex={ -1 }>
					<Notice status="success" className="candid-notice" onRemove={ () => setOutcome( null ) }>
						{ outcome.said }
					</Notice>
				</div>
			) }
			{ error && (
				<RequestNotice what={ __( 'The recordings could not be loaded.', 'candid' ) } error={ error } onRetry={ reload } />
			) }
			{ ! isEmpty && settings.data && <RecordingState response={ settings.data } /> }
			{ data === null && loading && <RowsSkeleton /> }
			{ isEmpty && (
				<EmptyState
					settings={ settings }
					onTurnedOn={ settings.setData }
					onLookAgain={ reload }
				/>
			) }
			{ data && ! isEmpty && (
				<>
					<div className="candid-list__bar">
						<div className="candid-list__selection">
							{ selected.size > 0 ? (
								<>
									<span aria-live="polite">
										{ sprintf(
											/* translators: %s: number of recordings. */
											_n( '%s selected', '%s selected', selected.size, 'candid' ),
											formatNumber( selected.size ),
										) }
									</span>
									<Button
										variant="secondary"
										size="compact"
										isDestructive
										onClick={ () => setDoomed( data.items.filter( ( item ) => selected.has( item.id ) ) ) }
									>
										{ __( 'Delete…', 'candid' ) }
									</Button>
									<Button variant="tertiary" size="compact" onClick={ () => setSelected( new Set() ) }>
										{ __( 'Clear selection', 'candid' ) }
									</Button>
								</>
							) : (
								<span ref={ count } tabIndex={ -1 } className="candid-list__count">{ recordingCount( data.total, data.total_capped ) }</span>
							) }
						</div>
						<Paging before={ before } next={ data.next } />
					</div>
					<News count={ news.count } more={ news.more } onShow={ reload } />
					<RecordingsTable
						recordings={ data.items }
						selected={ selected }
						onSelect={ setSelected }
						onDelete={ ( recording ) => setDoomed( [ recording ] ) }
					/>
					{ data.items.length > 10 && (
						<div className="candid-list__bar is-below">
							<Paging before={ before } next={ data.next } again />
						</div>
					) }
				</>
			) }
			{ doomed.length > 0 && (
				<DeleteDialog recordings={ doomed } onDeleted={ onDeleted } onCancel={ onKept } />
			) }
		</Screen>
	);
}

function News( { count, more, onShow }: { count: number; more: boolean; onShow: () => void } ) {
	const shown = more ? `${ formatNumber( count ) }+` : formatNumber( count );
	return (
		<div className="candid-list__news" role="status">
			{ count > 0 && (
				<>
					<span>
						{ sprintf(
							/* translators: %s: number of recordings, possibly with a plus sign behind it. */
							_n( '%s new recording', '%s new recordings', count, 'candid' ),
							shown,
						) }
					</span>
					<Button variant="link" onClick={ onShow }>
						{ __( 'Show', 'candid' ) }
					</Button>
				</>
			) }
		</div>
	);
}

import { Button, CheckboxControl } from '@wordpress/components';
import { forwardRef, useRef } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ReactNode, RefObject } from 'react';
import type { RecordingPage } from '../../data/recordings';
import { handover } from '../../data/handover';
import { formatNumber, recordingCount } from '../../text/describe-recording';
import { Paging } from './paging';
import type { Selection } from './use-selection';

interface ListBarProps {
	/** Null while the page is being loaded; the bar and the focus in it stay. */
	data: RecordingPage | null;
	before: string | null;
	selection: Selection;
	onDelete: () => void;
	/** Takes the focus when what had it is gone. */
	count: RefObject< HTMLSpanElement >;
	children: ReactNode;
}

/** Over the list: how many there are or what is selected, what is new, and the way to other pages. */
export const ListBar = forwardRef< HTMLButtonElement, ListBarProps >( ( { data, before, selection, onDelete, count, children }, older ) => {
	const { can } = handover();
	const selected = selection.recordings.length;
	const paged = useRef( false );
	if ( data ) {
		paged.current = before !== null || data.next !== null;
	}

	return (
		<div className="candid-list__bar">
			<div className="candid-list__selection">
				{ can.delete && data && (
					// Where the table is narrow its head cannot be seen.
					<span className="candid-list__all">
						<CheckboxControl
							__nextHasNoMarginBottom
							aria-label={ __( 'Select all on this page', 'candid' ) }
							checked={ selection.all }
							indeterminate={ selected > 0 && ! selection.all }
							onChange={ selection.toggleAll }
						/>
					</span>
				) }
				<span ref={ count } tabIndex={ -1 } aria-live="polite" className="candid-list__count">
					{ selected > 0
						? sprintf(
							/* translators: %s: number of recordings. */
							_n( '%s selected', '%s selected', selected, 'candid' ),
							formatNumber( selected ),
						)
						: data && recordingCount( data.total, data.total_capped ) }
				</span>
				{ selected > 0 && (
					<>
						<Button variant="secondary" size="compact" isDestructive onClick={ onDelete }>
							{ __( 'Delete…', 'candid' ) }
						</Button>
						<Button
							variant="tertiary"
							size="compact"
							onClick={ () => {
								selection.clear();
								count.current?.focus( { preventScroll: true } );
							} }
						>
							{ __( 'Clear selection', 'candid' ) }
						</Button>
					</>
				) }
			</div>
			{ children }
			{ paged.current && <Paging ref={ older } before={ before } next={ data?.next ?? null } /> }
		</div>
	);
} );
ListBar.displayName = 'ListBar';

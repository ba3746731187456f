import { CheckboxControl } from '@wordpress/components';
import { forwardRef, useEffect, useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import type { Recording } from '../../../contracts/generated/recording';
import { handover } from '../../data/handover';
import { RecordingRow } from './recording-row';
import type { Selection } from './use-selection';

/** How often "5 minutes ago" is worked out again, ms. */
const CLOCK_EVERY = 30_000;

interface RecordingsTableProps {
	recordings: Recording[];
	selection: Selection;
	onDelete: ( recording: Recording ) => void;
}

/** The rows. A plain table: it is read by every screen reader and laid out by every browser. */
export const RecordingsTable = forwardRef< HTMLTableElement, RecordingsTableProps >( ( { recordings, selection, onDelete }, ref ) => {
	const { can } = handover();
	const [ now, setNow ] = useState( () => Date.now() );

	useEffect( () => {
		const timer = setInterval( () => setNow( Date.now() ), CLOCK_EVERY );
		return () => clearInterval( timer );
	}, [] );

	return (
		<table ref={ ref } className="candid-table">
			<caption className="screen-reader-text">{ __( 'Recordings, newest first', 'candid' ) }</caption>
			<thead>
				<tr>
					{ can.delete && (
						<th scope="col" className="candid-table__check">
							<span className="screen-reader-text">{ __( 'Selection', 'candid' ) }</span>
							<CheckboxControl
								__nextHasNoMarginBottom
								aria-label={ __( 'Select all on this page', 'candid' ) }
								checked={ selection.all }
								indeterminate={ selection.recordings.length > 0 && ! selection.all }
								onChange={ selection.toggleAll }
							/>
						</th>
					) }
					<th scope="col">{ __( 'First page', 'candid' ) }</th>
					<th scope="col">{ _x( 'When', 'time of the visit', 'candid' ) }</th>
					<th scope="col" className="is-number">
						{ _x( 'Length', 'of the visit, in time', 'candid' ) }
					</th>
					<th scope="col" className="is-number">
						{ _x( 'Pages', 'number of pages', 'candid' ) }
					</th>
					<th scope="col" className="is-number">
						{ _x( 'Events', 'number of events', 'candid' ) }
					</th>
					<th scope="col">{ __( 'Device', 'candid' ) }</th>
					{ can.delete && (
						<th scope="col" className="candid-table__end">
							<span className="screen-reader-text">{ __( 'Actions', 'candid' ) }</span>
						</th>
					) }
				</tr>
			</thead>
			<tbody>
				{ recordings.map( ( recording ) => (
					<RecordingRow
						key={ recording.id }
						recording={ recording }
						now={ now }
						mayDelete={ can.delete }
						selected={ selection.has( recording.id ) }
						onSelect={ ( on ) => selection.toggle( recording.id, on ) }
						onDelete={ () => onDelete( recording ) }
					/>
				) ) }
			</tbody>
		</table>
	);
} );
RecordingsTable.displayName = 'RecordingsTable';

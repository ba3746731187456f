import { CheckboxControl } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Recording } from '../../../contracts/generated/recording';
import { handover } from '../../data/handover';
import { RecordingRow } from './recording-row';

/** How often "5 minutes ago" is worked out again, ms. */
const CLOCK_EVERY = 30_000;

interface RecordingsTableProps {
	recordings: Recording[];
	selected: ReadonlySet< string >;
	onSelect: ( selected: ReadonlySet< string > ) => void;
	onDelete: ( recording: Recording ) => void;
}

/** The rows. A plain table: it is read by every screen reader and laid out by every browser. */
export function RecordingsTable( { recordings, selected, onSelect, onDelete }: RecordingsTableProps ) {
	const { can } = handover();
	const [ now, setNow ] = useState( () => Date.now() );

	useEffect( () => {
		const timer = setInterval( () => setNow( Date.now() ), CLOCK_EVERY );
		return () => clearInterval( timer );
	}, [] );

	const all = recordings.length > 0 && recordings.every( ( recording ) => selected.has( recording.id ) );
	const toggle = ( id: string, on: boolean ) => {
		const next = new Set( selected );
		if ( on ) {
			next.add( id );
		} else {
			next.delete( id );
		}
		onSelect( next );
	};

	return (
		<table className="candid-table">
			<caption className="screen-reader-text">{ __( 'Recordings, newest first', 'candid' ) }</caption>
			<thead>
				<tr>
					{ can.delete && (
						<th scope="col" className="candid-table__check">
							<CheckboxControl
								__nextHasNoMarginBottom
								aria-label={ __( 'Select all on this page', 'candid' ) }
								checked={ all }
								indeterminate={ selected.size > 0 && ! all }
								onChange={ ( on ) => onSelect( new Set( on ? recordings.map( ( { id } ) => id ) : [] ) ) }
							/>
						</th>
					) }
					<th scope="col">{ __( 'First page', 'candid' ) }</th>
					<th scope="col">{ __( 'When', 'candid' ) }</th>
					<th scope="col" className="is-number">
						{ __( 'Length', 'candid' ) }
					</th>
					<th scope="col" className="is-number">
						{ __( 'Pages', 'candid' ) }
					</th>
					<th scope="col" className="is-number">
						{ __( 'Events', 'candid' ) }
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
						selected={ selected.has( recording.id ) }
						onSelect={ ( on ) => toggle( recording.id, on ) }
						onDelete={ () => onDelete( recording ) }
					/>
				) ) }
			</tbody>
		</table>
	);
}

import { Button, CheckboxControl, Icon } from '@wordpress/components';
import { __, _x, sprintf } from '@wordpress/i18n';
import { desktop, mobile, tablet, trash } from '@wordpress/icons';
import type { MouseEvent } from 'react';
import type { Recording } from '../../../contracts/generated/recording';
import { RouteLink, useRouting } from '../../shell/routing';
import {
	clockOf,
	deviceName,
	exactTime,
	formatNumber,
	liveText,
	machineTime,
	pageName,
	relativeTime,
	spokenLength,
} from '../../text/describe-recording';
import { plainText } from '../../text/plain-text';
import { rememberOpened } from './last-opened';

const DEVICE_ICON = { desktop, tablet, phone: mobile };

interface RecordingRowProps {
	recording: Recording;
	/** Unix time, ms. */
	now: number;
	mayDelete: boolean;
	selected: boolean;
	onSelect: ( on: boolean ) => void;
	onDelete: () => void;
}

/** One recording in the list. The title is a real link; the whole row follows it for the pointer. */
export function RecordingRow( { recording, now, mayDelete, selected, onSelect, onDelete }: RecordingRowProps ) {
	const { go } = useRouting();
	const name = pageName( recording.title, recording.entry );
	const path = plainText( recording.entry );
	const exact = exactTime( recording.started );

	const onRowClick = ( event: MouseEvent ) => {
		const target = event.target as Element;
		const wantsText = ( target.ownerDocument.defaultView?.getSelection()?.toString() ?? '' ) !== '';
		if ( ! wantsText && ! target.closest( 'a, button, input, label' ) ) {
			rememberOpened( recording.id );
			go( { screen: 'recording', id: recording.id } );
		}
	};

	return (
		// The link inside does the same for the keyboard and for assistive technology.
		<tr data-recording={ recording.id } className={ selected ? 'is-selected' : undefined } onClick={ onRowClick }>
			{ mayDelete && (
				<td className="candid-table__check">
					<CheckboxControl
						__nextHasNoMarginBottom
						aria-label={ sprintf(
							/* translators: 1: title of a page, 2: date and time. */
							__( 'Select “%1$s”, %2$s', 'candid' ),
							name,
							exact,
						) }
						checked={ selected }
						onChange={ onSelect }
					/>
				</td>
			) }
			<th scope="row" className="candid-table__page">
				<RouteLink to={ { screen: 'recording', id: recording.id } } className="candid-table__title" onClick={ () => rememberOpened( recording.id ) }>
					<bdi>{ name }</bdi>
				</RouteLink>
				{ recording.live && <span className="candid-table__live">{ liveText() }</span> }
				{ name !== path && <bdi className="candid-table__path">{ path }</bdi> }
			</th>
			<td data-label={ _x( 'When', 'time of the visit', 'candid' ) }>
				<time dateTime={ machineTime( recording.started ) }>
					{ relativeTime( recording.started, now ) }
					<span className="candid-table__exact">{ exact }</span>
				</time>
			</td>
			<td className="is-number" data-label={ _x( 'Length', 'of the visit, in time', 'candid' ) }>
				<span aria-hidden="true">{ clockOf( recording.duration ) }</span>
				<span className="screen-reader-text">{ spokenLength( recording.duration ) }</span>
			</td>
			<td className="is-number" data-label={ _x( 'Pages', 'number of pages', 'candid' ) }>
				{ formatNumber( recording.pages ) }
			</td>
			<td className="is-number" data-label={ _x( 'Events', 'number of events', 'candid' ) }>
				{ formatNumber( recording.events ) }
			</td>
			<td data-label={ __( 'Device', 'candid' ) }>
				<span className="candid-table__device">
					<Icon icon={ DEVICE_ICON[ recording.device ] } size={ 20 } />
					<span>{ deviceName( recording.device ) }</span>
					<span className="candid-table__size">
						{ recording.viewport[ 0 ] } × { recording.viewport[ 1 ] }
					</span>
				</span>
			</td>
			{ mayDelete && (
				<td className="candid-table__end">
					<Button
						icon={ trash }
						size="compact"
						label={ sprintf(
							/* translators: 1: title of a page, 2: date and time. */
							__( 'Delete “%1$s”, %2$s', 'candid' ),
							name,
							exact,
						) }
						showTooltip={ false }
						onClick={ onDelete }
					/>
				</td>
			) }
		</tr>
	);
}

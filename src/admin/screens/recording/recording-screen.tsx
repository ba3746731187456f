import { Button, Dropdown, Icon, Spinner } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, isRTL } from '@wordpress/i18n';
import { chevronLeft, chevronRight } from '@wordpress/icons';
import type { Recording } from '../../../contracts/generated/recording';
import { useSay } from '../../shell/notices';
import { RouteLink, useRouting } from '../../shell/routing';
import { Screen } from '../../shell/screen';
import { handover } from '../../data/handover';
import { CopyButton } from '../../ui/copy-button';
import { RequestNotice } from '../../ui/request-notice';
import { DeleteDialog } from '../../ui/delete-dialog';
import { pageName } from '../../text/describe-recording';
import { Part } from '../../shell/part';
import { Facts } from './facts';
import { useRecording } from './use-recording';
import { Viewer } from './viewer';

/**
 * One recording: what it is, and the player.
 *
 * @param props    What to show.
 * @param props.id Recording id.
 */
export function RecordingScreen( { id }: { id: string } ) {
	const { data, error, reload } = useRecording( id );
	const [ length, setLength ] = useState< number | null >( null );
	const recording = data?.recording;

	return (
		<Screen
			wide
			before={ <BackLink /> }
			title={ recording ? pageName( recording.title, recording.entry ) : __( 'Recording', 'candid' ) }
			intro={
				recording && (
					<Part name={ __( 'Details', 'candid' ) }>
						<Facts recording={ recording } length={ length } />
					</Part>
				)
			}
			actions={ recording && <Actions recording={ recording } /> }
		>
			{ error && (
				<RequestNotice what={ __( 'This recording could not be opened.', 'candid' ) } error={ error } onRetry={ error.kind === 'missing' ? undefined : reload } />
			) }
			{ ! data && ! error && (
				<div className="candid-recording__wait">
					<Spinner />
					<span className="screen-reader-text">{ __( 'Loading', 'candid' ) }</span>
				</div>
			) }
			{ data && (
				<Part name={ __( 'Recording', 'candid' ) }>
					<Viewer read={ data } onLength={ setLength } />
				</Part>
			) }
		</Screen>
	);
}

function BackLink() {
	const { list } = useRouting();
	return (
		<RouteLink to={ { screen: 'recordings', before: list.before } } trail={ list.trail } className="candid-recording__back">
			<Icon icon={ isRTL() ? chevronRight : chevronLeft } size={ 20 } />
			{ __( 'All recordings', 'candid' ) }
		</RouteLink>
	);
}

function Actions( { recording }: { recording: Recording } ) {
	const { can } = handover();
	const { go, list } = useRouting();
	const say = useSay();
	const [ asking, setAsking ] = useState( false );

	const onDeleted = () => {
		say( __( 'Recording deleted.', 'candid' ) );
		go( { screen: 'recordings', before: list.before }, list.trail );
	};

	return (
		<>
			{ can.export && <ExportHint id={ recording.id } /> }
			{ can.delete && (
				<Button variant="secondary" size="compact" isDestructive onClick={ () => setAsking( true ) }>
					{ __( 'Delete…', 'candid' ) }
				</Button>
			) }
			{ asking && <DeleteDialog recordings={ [ recording ] } onDeleted={ onDeleted } onCancel={ () => setAsking( false ) } /> }
		</>
	);
}

/** Where the recorded events can be had as a file. */
function ExportHint( { id }: { id: string } ) {
	const command = `wp candid export ${ id } > recording.ndjson`;
	return (
		<Dropdown
			popoverProps={ { placement: 'bottom-end' } }
			renderToggle={ ( { isOpen, onToggle } ) => (
				<Button variant="secondary" size="compact" aria-expanded={ isOpen } onClick={ onToggle }>
					{ __( 'Export', 'candid' ) }
				</Button>
			) }
			renderContent={ () => (
				<div className="candid-export">
					<p>{ __( 'On the server, WP-CLI writes what was recorded into a file. The file is not encrypted: keep it safe.', 'candid' ) }</p>
					<code dir="ltr">{ command }</code>
					<CopyButton text={ command } label={ __( 'Copy command', 'candid' ) } />
				</div>
			) }
		/>
	);
}

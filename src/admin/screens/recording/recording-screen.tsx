import { Button, Dropdown, Spinner } from '@wordpress/components';
import { useCallback, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { speak } from '@wordpress/a11y';
import type { Recording } from '../../../contracts/generated/recording';
import { RouteLink, useRouting } from '../../app/routing';
import { Screen } from '../../app/screen';
import { handover } from '../../data/handover';
import { useRequest } from '../../data/use-request';
import { CopyButton } from '../../ui/copy-button';
import { RequestNotice } from '../../ui/request-notice';
import { DeleteDialog } from '../recordings/delete-dialog';
import { Facts } from './facts';
import { fetchRecording } from './fetch-recording';
import { Viewer } from './viewer';

/**
 * One recording: what it is, and the player.
 *
 * @param props    What to show.
 * @param props.id Recording id.
 */
export function RecordingScreen( { id }: { id: string } ) {
	const load = useCallback( ( signal: AbortSignal ) => fetchRecording( id, signal ), [ id ] );
	const { data, error, reload } = useRequest( `recording ${ id }`, load );

	if ( data ) {
		return <LoadedScreen recording={ data } />;
	}
	return (
		<Screen wide title={ __( 'Recording', 'candid' ) } actions={ <BackLink /> }>
			{ error ? (
				<RequestNotice what={ __( 'This recording could not be opened.', 'candid' ) } error={ error } onRetry={ error.kind === 'missing' ? undefined : reload } />
			) : (
				<div className="candid-recording__wait">
					<Spinner />
					<span className="screen-reader-text">{ __( 'Loading', 'candid' ) }</span>
				</div>
			) }
		</Screen>
	);
}

function BackLink() {
	return (
		<RouteLink to={ { screen: 'recordings', before: null } } className="candid-recording__back">
			{ __( 'All recordings', 'candid' ) }
		</RouteLink>
	);
}

function LoadedScreen( { recording }: { recording: Recording } ) {
	const { can } = handover();
	const { go } = useRouting();
	const [ asking, setAsking ] = useState( false );

	const onDeleted = () => {
		speak( __( 'Recording deleted.', 'candid' ) );
		go( { screen: 'recordings', before: null } );
	};

	return (
		<Screen
			wide
			title={ recording.title || recording.entry || __( 'Untitled page', 'candid' ) }
			intro={ <Facts recording={ recording } /> }
			actions={
				<>
					<BackLink />
					{ can.export && <ExportHint id={ recording.id } /> }
					{ can.delete && (
						<Button variant="tertiary" size="compact" isDestructive onClick={ () => setAsking( true ) }>
							{ __( 'Delete', 'candid' ) }
						</Button>
					) }
				</>
			}
		>
			<Viewer recording={ recording } />
			{ asking && <DeleteDialog recordings={ [ recording ] } onDeleted={ onDeleted } onCancel={ () => setAsking( false ) } /> }
		</Screen>
	);
}

/** Where the recorded events can be had as a file. */
function ExportHint( { id }: { id: string } ) {
	const command = `wp candid export ${ id } > recording.ndjson`;
	return (
		<Dropdown
			popoverProps={ { placement: 'bottom-end' } }
			renderToggle={ ( { isOpen, onToggle } ) => (
				<Button variant="tertiary" size="compact" aria-expanded={ isOpen } onClick={ onToggle }>
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

import { speak } from '@wordpress/a11y';
import { Button, Spinner } from '@wordpress/components';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { update } from '@wordpress/icons';
import { Screen } from '../../shell/screen';
import { useTrouble } from '../../shell/trouble';
import { fetchHealth, forgetLeaks } from '../../data/health';
import { handover } from '../../data/handover';
import type { RequestError } from '../../data/request-error';
import { requestErrorFrom } from '../../data/request-error';
import { useRequest } from '../../data/use-request';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { RequestNotice } from '../../ui/request-notice';
import { CheckList } from './check-list';
import { LeakTable } from './leak-table';
import { StopTable } from './stop-table';

/** Whether everything works, and what to do where it does not. */
export function HealthScreen() {
	const { adminUrl } = handover();
	const { setCritical } = useTrouble();
	const { data, error, loading, reload, setData } = useRequest( 'health', fetchHealth );
	const [ asking, setAsking ] = useState( false );
	const [ busy, setBusy ] = useState( false );
	const [ failed, setFailed ] = useState< RequestError | null >( null );

	useEffect( () => {
		if ( data ) {
			setCritical( data.checks.filter( ( { status } ) => status === 'critical' ).length );
		}
	}, [ data, setCritical ] );

	const forget = async () => {
		setBusy( true );
		setFailed( null );
		try {
			await forgetLeaks();
			if ( data ) {
				setData( { ...data, leaks: [] } );
			}
			speak( __( 'The list is empty now.', 'candid' ) );
			reload();
		} catch ( reason ) {
			setFailed( requestErrorFrom( reason ) );
		}
		setBusy( false );
		setAsking( false );
	};

	return (
		<Screen
			title={ __( 'Health', 'candid' ) }
			intro={ __( 'Whether recording works and stays private, and what to do where it does not.', 'candid' ) }
			actions={
				<Button __next40pxDefaultSize variant="secondary" icon={ update } isBusy={ loading && data !== null } onClick={ reload }>
					{ __( 'Check again', 'candid' ) }
				</Button>
			}
		>
			{ error && <RequestNotice what={ __( 'The checks could not be made.', 'candid' ) } error={ error } onRetry={ reload } /> }
			{ failed && <RequestNotice what={ __( 'The list is as it was.', 'candid' ) } error={ failed } /> }
			{ ! data && loading && (
				<p className="candid-health__wait" role="status">
					<Spinner /> { __( 'Checking…', 'candid' ) }
				</p>
			) }
			{ data && (
				<>
					<CheckList checks={ data.checks } />
					{ data.stops.length > 0 && <StopTable stops={ data.stops } /> }
					{ data.leaks.length > 0 && <LeakTable leaks={ data.leaks } onForget={ () => setAsking( true ) } /> }
					<p className="candid-health__foot">
						<a href={ `${ adminUrl }site-health.php` }>{ __( 'The server’s checks also stand in WordPress’ Site Health', 'candid' ) }</a>
					</p>
				</>
			) }
			{ asking && (
				<ConfirmDialog
					title={ __( 'Empty this list?', 'candid' ) }
					action={ __( 'Empty the list', 'candid' ) }
					busy={ busy }
					onConfirm={ forget }
					onCancel={ () => setAsking( false ) }
				>
					<p>{ __( 'Do this when you have dealt with these places. If private data is sent again, it is removed again and listed here anew.', 'candid' ) }</p>
				</ConfirmDialog>
			) }
		</Screen>
	);
}

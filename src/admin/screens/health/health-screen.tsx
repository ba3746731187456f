import { Button, Spinner } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import { update } from '@wordpress/icons';
import { handover } from '../../data/handover';
import { fetchHealth } from '../../data/health';
import type { FindingList, Health } from '../../data/health';
import { useRequest } from '../../data/use-request';
import { Part } from '../../shell/part';
import { Screen } from '../../shell/screen';
import { useTrouble } from '../../shell/trouble';
import { formatNumber } from '../../text/describe-recording';
import { RequestNotice } from '../../ui/request-notice';
import { CheckList } from './check-list';
import { EmptyDialog } from './empty-dialog';
import { Findings } from './findings';
import { LeakTable } from './leak-table';
import { StopTable } from './stop-table';

/** Whether everything works, and what to do where it does not. */
export function HealthScreen() {
	const { adminUrl } = handover();
	const { setCritical } = useTrouble();
	const { data, error, loading, reload, setData } = useRequest( 'health', fetchHealth );
	const [ emptying, setEmptying ] = useState< FindingList | null >( null );
	const again = useRef< HTMLButtonElement >( null );

	useEffect( () => {
		if ( data ) {
			setCritical( data.checks.filter( ( { status } ) => status === 'critical' ).length );
		}
	}, [ data, setCritical ] );

	const onEmptied = ( list: FindingList ) => {
		setEmptying( null );
		if ( data ) {
			setData( { ...data, [ list ]: [], leftOut: { ...data.leftOut, [ list ]: 0 } } );
		}
		// The button that had the focus went with its list.
		again.current?.focus( { preventScroll: true } );
		reload();
	};

	return (
		<Screen
			title={ __( 'Health', 'candid' ) }
			intro={ __( 'Whether recording works and stays private, and what to do where it does not.', 'candid' ) }
			actions={
				<Button ref={ again } __next40pxDefaultSize variant="secondary" icon={ update } isBusy={ loading && data !== null } onClick={ reload }>
					{ __( 'Check again', 'candid' ) }
				</Button>
			}
		>
			{ error && <RequestNotice what={ __( 'The checks could not be made.', 'candid' ) } error={ error } onRetry={ reload } /> }
			{ ! data && loading && (
				<p className="candid-health__wait" role="status">
					<Spinner /> { __( 'Checking…', 'candid' ) }
				</p>
			) }
			{ data && (
				<>
					<Checks health={ data } />
					<Lists health={ data } onEmpty={ setEmptying } />
					<p className="candid-health__foot">
						<a href={ `${ adminUrl }site-health.php` }>{ __( 'You can also find these checks under Tools → Site Health.', 'candid' ) }</a>
					</p>
				</>
			) }
			{ emptying && <EmptyDialog list={ emptying } onEmptied={ onEmptied } onCancel={ () => setEmptying( null ) } /> }
		</Screen>
	);
}

function Checks( { health }: { health: Health } ) {
	const leftOut = health.leftOut.checks;
	return (
		<Part name={ __( 'Checks', 'candid' ) }>
			<CheckList checks={ health.checks } />
			{ leftOut > 0 && (
				<p role="status">
					{ sprintf(
						/* translators: %s: number of checks. */
						_n( '%s check could not be shown.', '%s checks could not be shown.', leftOut, 'candid' ),
						formatNumber( leftOut ),
					) }
				</p>
			) }
		</Part>
	);
}

/** Lists that have something in them, whether it can be shown or not. */
function Lists( { health, onEmpty }: { health: Health; onEmpty: ( list: FindingList ) => void } ) {
	const { stops, leaks, leftOut } = health;
	return (
		<>
			{ stops.length + leftOut.stops > 0 && (
				<Findings title={ __( 'Recordings that ended early', 'candid' ) } leftOut={ leftOut.stops } onEmpty={ () => onEmpty( 'stops' ) }>
					{ stops.length > 0 && <StopTable stops={ stops } /> }
				</Findings>
			) }
			{ leaks.length + leftOut.leaks > 0 && (
				<Findings
					title={ __( 'Removed before it was stored', 'candid' ) }
					about={ __( 'These places sent private data, and the server’s second check took it out. Look at the page and block what should not be sent.', 'candid' ) }
					leftOut={ leftOut.leaks }
					onEmpty={ () => onEmpty( 'leaks' ) }
				>
					{ leaks.length > 0 && <LeakTable leaks={ leaks } /> }
				</Findings>
			) }
		</>
	);
}

import { Button, ExternalLink, Icon } from '@wordpress/components';
import { useEffect, useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { video } from '@wordpress/icons';
import type { ReactNode } from 'react';
import { handover } from '../../data/handover';
import type { RequestError } from '../../data/request-error';
import { requestErrorFrom } from '../../data/request-error';
import { saveSettings } from '../../data/settings';
import type { SettingsResponse } from '../../data/settings';
import type { RequestState } from '../../data/use-request';
import { RouteLink } from '../../shell/routing';
import { informText } from '../../text/inform-text';
import { RequestNotice } from '../../ui/request-notice';
import { SteadyButton } from '../../ui/steady-button';

const BUTTON = 'components-button is-next-40px-default-size';

interface EmptyStateProps {
	/** What is set; loads nothing (and stays empty) for people who may not manage settings. */
	settings: RequestState< SettingsResponse >;
	onTurnedOn: ( response: SettingsResponse ) => void;
	onLookAgain: () => void;
}

type Reason = 'loading' | 'failed' | 'unknown' | 'elsewhere' | 'off' | 'on';

function reasonOf( { loading, error, data }: RequestState< SettingsResponse > ): Reason {
	if ( error ) {
		return 'failed';
	}
	if ( ! data ) {
		return loading ? 'loading' : 'unknown';
	}
	if ( data.account.kind !== 'own' ) {
		return 'elsewhere';
	}
	return data.settings.recording ? 'on' : 'off';
}

/** A list with nothing in it: says why, and what to do next. */
export function EmptyState( { settings, onTurnedOn, onLookAgain }: EmptyStateProps ) {
	const reason = reasonOf( settings );
	const box = useRef< HTMLDivElement >( null );
	const before = useRef< Reason >( 'loading' );

	useEffect( () => {
		const place = box.current?.ownerDocument;
		// A state that takes the place of another takes its buttons along; the heading says what is so now.
		if ( before.current !== 'loading' && before.current !== reason && place?.activeElement === place?.body ) {
			box.current?.querySelector( 'h2' )?.focus( { preventScroll: true } );
		}
		before.current = reason;
	}, [ reason ] );

	return (
		<div ref={ box }>
			{ reason === 'failed' && settings.error && (
				<RequestNotice
					what={ __( 'There are no recordings, and the settings that would explain this could not be loaded.', 'candid' ) }
					error={ settings.error }
					onRetry={ settings.reload }
				/>
			) }
			{ reason === 'unknown' && (
				<Frame title={ __( 'No recordings yet', 'candid' ) }>
					<p>{ __( 'Visits appear here once recording is on and somebody has visited the site.', 'candid' ) }</p>
				</Frame>
			) }
			{ reason === 'elsewhere' && (
				<Frame title={ __( 'Candid is not recording', 'candid' ) }>
					<p>{ __( 'The account key belongs to another site or service. To record into this site, use its own key again.', 'candid' ) }</p>
					<p>
						<RouteLink to={ { screen: 'settings' } } className={ `${ BUTTON } is-primary` }>
							{ __( 'Open the settings', 'candid' ) }
						</RouteLink>
					</p>
				</Frame>
			) }
			{ reason === 'off' && <RecordingOff onTurnedOn={ onTurnedOn } /> }
			{ reason === 'on' && <FirstVisit onLookAgain={ onLookAgain } /> }
		</div>
	);
}

function RecordingOff( { onTurnedOn }: { onTurnedOn: ( response: SettingsResponse ) => void } ) {
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< RequestError | null >( null );

	const turnOn = async () => {
		setBusy( true );
		setError( null );
		try {
			onTurnedOn( await saveSettings( { recording: true } ) );
		} catch ( reason ) {
			setError( requestErrorFrom( reason ) );
			setBusy( false );
		}
	};

	return (
		<Frame title={ __( 'Recording is off', 'candid' ) }>
			<p>
				{ __(
					'Candid records nothing until you turn it on. Recordings stay on this site. What visitors enter into forms is not recorded unless you choose to.',
					'candid',
				) }
			</p>
			<p>{ informText() }</p>
			{ error && <RequestNotice what={ __( 'Recording is still off.', 'candid' ) } error={ error } /> }
			<div className="candid-empty__actions">
				<SteadyButton __next40pxDefaultSize variant="primary" isBusy={ busy } disabled={ busy } onClick={ () => void turnOn() }>
					{ __( 'Turn recording on', 'candid' ) }
				</SteadyButton>
				<RouteLink to={ { screen: 'settings' } } className={ `${ BUTTON } is-tertiary` }>
					{ __( 'View the settings first', 'candid' ) }
				</RouteLink>
			</div>
		</Frame>
	);
}

function FirstVisit( { onLookAgain }: { onLookAgain: () => void } ) {
	const { siteUrl } = handover();
	return (
		<Frame title={ __( 'Recording is on. There are no visits yet.', 'candid' ) }>
			<p>
				{ __(
					'Make the first recording yourself: open your site in a private window, because people who can edit the site are never recorded. Visit a page or two, then check again here.',
					'candid',
				) }
			</p>
			<p className="candid-empty__link">
				<ExternalLink href={ siteUrl }>{ siteUrl }</ExternalLink>
			</p>
			<div className="candid-empty__actions">
				<Button __next40pxDefaultSize variant="primary" onClick={ onLookAgain }>
					{ __( 'Check again', 'candid' ) }
				</Button>
			</div>
		</Frame>
	);
}

function Frame( { title, children }: { title: string; children: ReactNode } ) {
	return (
		<section className="candid-empty">
			<Icon icon={ video } size={ 48 } className="candid-empty__icon" />
			<h2 tabIndex={ -1 }>{ title }</h2>
			{ children }
		</section>
	);
}

import { Button, ExternalLink, Icon } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { video } from '@wordpress/icons';
import type { ReactNode } from 'react';
import { RouteLink } from '../../shell/routing';
import { handover } from '../../data/handover';
import type { RequestError } from '../../data/request-error';
import { requestErrorFrom } from '../../data/request-error';
import { saveSettings } from '../../data/settings';
import type { SettingsResponse } from '../../data/settings';
import type { RequestState } from '../../data/use-request';
import { RequestNotice } from '../../ui/request-notice';

interface EmptyStateProps {
	/** What is set; loads nothing (and stays empty) for people who may not manage settings. */
	settings: RequestState< SettingsResponse >;
	onTurnedOn: ( response: SettingsResponse ) => void;
	onLookAgain: () => void;
}

/** A list with nothing in it: says why, and what to do next. */
export function EmptyState( { settings, onTurnedOn, onLookAgain }: EmptyStateProps ) {
	const { can, siteUrl } = handover();
	const [ busy, setBusy ] = useState( false );
	const [ error, setError ] = useState< RequestError | null >( null );

	const turnOn = async () => {
		setBusy( true );
		setError( null );
		try {
			onTurnedOn( await saveSettings( { recording: true } ) );
		} catch ( reason ) {
			setError( requestErrorFrom( reason ) );
		}
		setBusy( false );
	};

	if ( can.manage && settings.loading && ! settings.data ) {
		return null;
	}
	if ( settings.error ) {
		return (
			<RequestNotice
				what={ __( 'There are no recordings, and the settings could not be loaded to say why.', 'candid' ) }
				error={ settings.error }
				onRetry={ settings.reload }
			/>
		);
	}

	const response = settings.data;
	if ( ! response ) {
		return (
			<Frame title={ __( 'No recordings yet', 'candid' ) }>
				<p>{ __( 'Visits appear here once recording is on and somebody has visited the site.', 'candid' ) }</p>
			</Frame>
		);
	}
	if ( response.account.kind !== 'own' ) {
		return (
			<Frame title={ __( 'Recordings are meant to go elsewhere', 'candid' ) }>
				<p>
					{ __(
						'The account key in the settings is not this site’s own. This version of Candid records nothing while that is so.',
						'candid',
					) }
				</p>
				<p>
					<RouteLink to={ { screen: 'settings' } } className="components-button is-next-40px-default-size is-primary">
						{ __( 'Open the settings', 'candid' ) }
					</RouteLink>
				</p>
			</Frame>
		);
	}
	if ( ! response.settings.recording ) {
		return (
			<Frame title={ __( 'Recording is off', 'candid' ) }>
				<p>
					{ __(
						'Candid records nothing until you turn it on. Recordings stay inside this site. What visitors type into forms is not recorded unless you choose so.',
						'candid',
					) }
				</p>
				{ error && <RequestNotice what={ __( 'Recording is still off.', 'candid' ) } error={ error } /> }
				<div className="candid-empty__actions">
					<Button __next40pxDefaultSize variant="primary" isBusy={ busy } disabled={ busy } onClick={ turnOn }>
						{ __( 'Turn recording on', 'candid' ) }
					</Button>
					<RouteLink to={ { screen: 'settings' } } className="components-button is-next-40px-default-size is-tertiary">
						{ __( 'Look at the settings first', 'candid' ) }
					</RouteLink>
				</div>
			</Frame>
		);
	}
	return (
		<Frame title={ __( 'Recording is on. Nothing has come in yet.', 'candid' ) }>
			<p>
				{ __(
					'Make the first recording yourself: open your site in a private window, because people who can edit the site are never recorded. Visit a page or two, then look here again.',
					'candid',
				) }
			</p>
			<p className="candid-empty__link">
				<ExternalLink href={ siteUrl }>{ siteUrl }</ExternalLink>
			</p>
			<div className="candid-empty__actions">
				<Button __next40pxDefaultSize variant="primary" onClick={ onLookAgain }>
					{ __( 'Look again', 'candid' ) }
				</Button>
			</div>
		</Frame>
	);
}

function Frame( { title, children }: { title: string; children: ReactNode } ) {
	return (
		<section className="candid-empty">
			<Icon icon={ video } size={ 48 } className="candid-empty__icon" />
			<h2>{ title }</h2>
			{ children }
		</section>
	);
}

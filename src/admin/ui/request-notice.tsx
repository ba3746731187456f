import { Button, ExternalLink, Notice } from '@wordpress/components';
import { useLayoutEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { RefObject } from 'react';
import type { RequestError } from '../data/request-error';
import { CopyButton } from './copy-button';

interface RequestNoticeProps {
	error: RequestError;
	/** What failed, as a sentence, e.g. "The settings were not saved." */
	what: string;
	onRetry?: () => void;
	/** Takes the focus when the notice goes while one of its buttons has it; the heading of the screen by itself. */
	focusAfter?: RefObject< HTMLElement >;
}

/**
 * Says what failed, why, and what to do; offers another try. Codes are for those who are asked for help: they are
 * copied, not shown.
 */
export function RequestNotice( { error, what, onRetry, focusAfter }: RequestNoticeProps ) {
	const box = useRef< HTMLDivElement >( null );

	useLayoutEffect( () => {
		const notice = box.current;
		const after = focusAfter?.current;
		return () => {
			const page = notice?.ownerDocument;
			if ( page && notice.contains( page.activeElement ) ) {
				( after ?? page.querySelector< HTMLElement >( '.candid-screen__title' ) )?.focus( { preventScroll: true } );
			}
		};
	}, [ focusAfter ] );

	const isLogin = error.kind === 'login';
	const hasDetails = ( error.kind === 'server' || error.kind === 'shape' ) && error.detail !== '';
	return (
		<div ref={ box }>
			<Notice status="error" isDismissible={ false } className="candid-notice" spokenMessage={ `${ what } ${ error.message }` }>
				<p>
					<strong>{ what }</strong> { error.message }
				</p>
				{ ( onRetry || isLogin || hasDetails ) && (
					<div className="candid-notice__actions">
						{ isLogin && (
							// This screen itself: WordPress shows its login form there, and comes back here.
							<ExternalLink href={ window.location.href }>{ __( 'Log in again in another tab', 'candid' ) }</ExternalLink>
						) }
						{ onRetry && (
							<Button variant="secondary" size="compact" onClick={ onRetry }>
								{ __( 'Try again', 'candid' ) }
							</Button>
						) }
						{ hasDetails && <CopyButton text={ `${ what } ${ error.message } (${ error.detail })` } label={ __( 'Copy details', 'candid' ) } /> }
					</div>
				) }
			</Notice>
		</div>
	);
}

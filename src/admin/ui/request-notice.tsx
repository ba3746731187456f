import { Button, ExternalLink, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { RequestError } from '../data/request-error';
import { CopyButton } from './copy-button';

interface RequestNoticeProps {
	error: RequestError;
	/** What failed, as a sentence, e.g. "The settings were not saved." */
	what: string;
	onRetry?: () => void;
}

/**
 * Says what failed, why, and what to do; offers another try. Codes are for those who are asked for help: they are
 * copied, not shown.
 */
export function RequestNotice( { error, what, onRetry }: RequestNoticeProps ) {
	const isLogin = error.kind === 'login';
	const hasDetails = ( error.kind === 'server' || error.kind === 'shape' ) && error.detail !== '';
	return (
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
	);
}

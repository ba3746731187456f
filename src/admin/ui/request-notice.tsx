import { Button, ExternalLink, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { RequestError } from '../data/request-error';

interface RequestNoticeProps {
	error: RequestError;
	/** What failed, as a sentence, e.g. "The settings were not saved." */
	what: string;
	onRetry?: () => void;
}

/** Says what failed, why, and what to do; offers another try. */
export function RequestNotice( { error, what, onRetry }: RequestNoticeProps ) {
	return (
		<Notice
			status="error"
			isDismissible={ false }
			className="candid-notice"
			spokenMessage={ `${ what } ${ error.message }` }
		>
			<p>
				<strong>{ what }</strong> { error.message }
				{ error.detail && error.kind !== 'login' && <code className="candid-notice__detail">{ error.detail }</code> }
			</p>
			{ ( onRetry || error.kind === 'login' ) && (
				<div className="candid-notice__actions">
					{ error.kind === 'login' && (
						// The admin address itself: WordPress shows its log-in form there, wherever that is.
						<ExternalLink href={ window.location.pathname }>{ __( 'Log in in another tab', 'candid' ) }</ExternalLink>
					) }
					{ onRetry && (
						<Button variant="secondary" size="compact" onClick={ onRetry }>
							{ __( 'Try again', 'candid' ) }
						</Button>
					) }
				</div>
			) }
		</Notice>
	);
}

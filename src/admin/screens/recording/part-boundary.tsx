import { Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { ErrorBoundary } from '../../app/error-boundary';
import { CopyButton } from '../../ui/copy-button';

/** Keeps a fault of one part of the screen inside that part: the others go on. */
export class PartBoundary extends ErrorBoundary {
	override render(): ReactNode {
		const { error, where } = this.state;
		if ( ! error ) {
			return this.props.children;
		}
		return (
			<Notice status="error" isDismissible={ false } className="candid-notice">
				<p>{ __( 'This part of the screen stopped working. Your recordings are not affected. Reload the page; if it happens again, copy the details and report them.', 'candid' ) }</p>
				<CopyButton text={ [ `${ error.name }: ${ error.message }`, error.stack ?? '', where ].join( '\n' ) } label={ __( 'Copy details', 'candid' ) } />
			</Notice>
		);
	}
}

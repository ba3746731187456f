import { Button } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ErrorInfo, ReactNode } from 'react';
import { CopyButton } from '../ui/copy-button';
import { crashDetails } from './crash-details';

interface State {
	error: Error | null;
	where: string;
}

/** Catches an error of a screen and says what happened and what to do, instead of a blank page. */
export class ErrorBoundary extends Component< { children: ReactNode }, State > {
	override state: State = { error: null, where: '' };

	static getDerivedStateFromError( error: unknown ): Partial< State > {
		return { error: error instanceof Error ? error : new Error( String( error ) ) };
	}

	override componentDidCatch( _error: unknown, info: ErrorInfo ): void {
		this.setState( { where: info.componentStack ?? '' } );
	}

	override render(): ReactNode {
		const { error, where } = this.state;
		if ( ! error ) {
			return this.props.children;
		}
		return (
			<div className="candid-crash" role="alert">
				<h1 className="candid-screen__title">{ __( 'This screen stopped working', 'candid' ) }</h1>
				<p>
					{ __(
						'The fault is in Candid’s screen, not in your recordings: they are stored as before. Reload the page. If it happens again, copy the details and report them.',
						'candid',
					) }
				</p>
				<pre className="candid-crash__message">{ error.message }</pre>
				<div className="candid-crash__actions">
					<Button __next40pxDefaultSize variant="primary" onClick={ () => window.location.reload() }>
						{ __( 'Reload the page', 'candid' ) }
					</Button>
					<CopyButton text={ crashDetails( error, where ) } label={ __( 'Copy details', 'candid' ) } />
				</div>
			</div>
		);
	}
}

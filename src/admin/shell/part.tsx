import { Button, Notice } from '@wordpress/components';
import { Component } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ErrorInfo, ReactNode } from 'react';
import { CopyButton } from '../ui/copy-button';
import { crashDetails } from './crash-details';

interface PartProps {
	/** What the part shows, as a heading says it. */
	name: string;
	children: ReactNode;
}

interface PartState {
	error: Error | null;
	where: string;
}

/** One part of a screen: an error inside leaves the rest of the screen as it is. */
export class Part extends Component< PartProps, PartState > {
	override state: PartState = { error: null, where: '' };

	static getDerivedStateFromError( error: unknown ): Partial< PartState > {
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
			<Notice status="error" isDismissible={ false } className="candid-notice">
				<p>
					<strong>{ this.props.name }</strong> { __( 'This part could not be shown. The rest of the screen works as before.', 'candid' ) }
				</p>
				<div className="candid-notice__actions">
					<Button variant="secondary" size="compact" onClick={ () => this.setState( { error: null } ) }>
						{ __( 'Try again', 'candid' ) }
					</Button>
					<CopyButton text={ crashDetails( error, where ) } label={ __( 'Copy details', 'candid' ) } />
				</div>
			</Notice>
		);
	}
}

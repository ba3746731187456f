import { Button, Notice } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { RequestNotice } from '../../ui/request-notice';
import type { SaveOutcome } from './use-settings-draft';

interface SaveBarProps {
	dirty: boolean;
	saving: boolean;
	outcome: SaveOutcome;
	onDiscard: () => void;
	onSave: () => void;
}

/** Stays at the foot of the window: what is unsaved, Save, and what came of it. */
export function SaveBar( { dirty, saving, outcome, onDiscard, onSave }: SaveBarProps ) {
	return (
		<div className={ `candid-save${ dirty ? ' is-dirty' : '' }` }>
			{ outcome?.kind === 'failed' && (
				<RequestNotice what={ __( 'The settings were not saved.', 'candid' ) } error={ outcome.error } onRetry={ onSave } />
			) }
			{ ( outcome?.kind === 'saved' || outcome?.kind === 'partly' ) && (
				<Notice
					className="candid-notice"
					status={ outcome.kind === 'saved' ? 'success' : 'warning' }
					isDismissible={ false }
					politeness="polite"
				>
					{ outcome.message }
				</Notice>
			) }
			<div className="candid-save__buttons">
				<Button __next40pxDefaultSize variant="primary" type="submit" isBusy={ saving } disabled={ saving || ! dirty }>
					{ saving ? __( 'Saving…', 'candid' ) : __( 'Save changes', 'candid' ) }
				</Button>
				{ dirty && (
					<>
						<Button __next40pxDefaultSize variant="tertiary" disabled={ saving } onClick={ onDiscard }>
							{ __( 'Discard', 'candid' ) }
						</Button>
						<span className="candid-save__state">{ __( 'There are unsaved changes.', 'candid' ) }</span>
					</>
				) }
			</div>
		</div>
	);
}

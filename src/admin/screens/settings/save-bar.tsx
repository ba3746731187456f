import { Notice } from '@wordpress/components';
import { useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { RequestNotice } from '../../ui/request-notice';
import { SteadyButton } from '../../ui/steady-button';
import type { SaveOutcome } from './use-settings-draft';

interface SaveBarProps {
	dirty: boolean;
	saving: boolean;
	outcome: SaveOutcome;
	onDiscard: () => void;
	onSave: () => void;
}

/** Stays at the foot of the window, saved or not: what is unsaved, Save, and what came of it. */
export function SaveBar( { dirty, saving, outcome, onDiscard, onSave }: SaveBarProps ) {
	const save = useRef< HTMLButtonElement >( null );
	const discard = () => {
		onDiscard();
		// The button pressed goes; the one beside it stays.
		save.current?.focus( { preventScroll: true } );
	};
	return (
		<div className="candid-save">
			{ outcome?.kind === 'failed' && (
				<RequestNotice what={ __( 'The settings were not saved.', 'candid' ) } error={ outcome.error } onRetry={ onSave } focusAfter={ save } />
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
				<SteadyButton ref={ save } __next40pxDefaultSize variant="primary" type="submit" isBusy={ saving } disabled={ saving || ! dirty }>
					{ saving ? __( 'Saving…', 'candid' ) : __( 'Save changes', 'candid' ) }
				</SteadyButton>
				{ dirty && (
					<>
						<SteadyButton __next40pxDefaultSize variant="tertiary" disabled={ saving } onClick={ discard }>
							{ __( 'Discard', 'candid' ) }
						</SteadyButton>
						<span className="candid-save__state">{ __( 'There are unsaved changes.', 'candid' ) }</span>
					</>
				) }
			</div>
		</div>
	);
}

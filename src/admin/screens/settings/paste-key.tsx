import { Button, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { AccountKind, SettingsAccount } from '../../data/settings';
import { SteadyButton } from '../../ui/steady-button';
import { searchResult } from './account-text';
import { findAccountKey } from './find-account-key';

interface PasteKeyProps {
	account: SettingsAccount;
	onUse: ( next: { key: string; kind: AccountKind } ) => void;
	onCancel: () => void;
}

/** Finds the key in whatever is pasted. */
export function PasteKey( { account, onUse, onCancel }: PasteKeyProps ) {
	const [ pasted, setPasted ] = useState( '' );
	const search = findAccountKey( pasted, account.own_key );
	return (
		<div className="candid-key__paste">
			<TextareaControl
				__nextHasNoMarginBottom
				label={ __( 'Paste a key, a snippet of code or a link', 'candid' ) }
				help={ __( 'Candid finds the key in the text. The rest is ignored and not stored.', 'candid' ) }
				rows={ 4 }
				dir="ltr"
				spellCheck={ false }
				value={ pasted }
				onChange={ setPasted }
			/>
			<p className="candid-key__found" role="status">
				{ pasted.trim() !== '' && searchResult( search, account.key ) }
			</p>
			<div className="candid-key__change">
				<SteadyButton
					__next40pxDefaultSize
					variant="secondary"
					disabled={ search.found !== 'one' || search.key === account.key }
					onClick={ () => search.found === 'one' && onUse( { key: search.kind === 'own' ? '' : search.key, kind: search.kind } ) }
				>
					{ __( 'Use this key…', 'candid' ) }
				</SteadyButton>
				<Button __next40pxDefaultSize variant="tertiary" onClick={ onCancel }>
					{ __( 'Cancel', 'candid' ) }
				</Button>
			</div>
		</div>
	);
}

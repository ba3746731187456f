import { Button } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import type { SettingsAccount } from '../../data/settings';
import { CopyButton } from '../../ui/copy-button';
import { kindName } from './account-text';
import { maskKey } from './mask-key';

/** The key in force: whose it is, and the key itself when asked for. */
export function CurrentKey( { account }: { account: SettingsAccount } ) {
	const [ shown, setShown ] = useState( false );
	return (
		<>
			<div className="candid-key">
				<div>
					<span className="candid-key__kind">{ kindName( account.kind ) }</span>
					<code className="candid-key__value" dir="ltr">
						{ shown ? account.key : maskKey( account.key ) }
					</code>
				</div>
				<div className="candid-key__buttons">
					<Button __next40pxDefaultSize variant="tertiary" onClick={ () => setShown( ! shown ) }>
						{ shown ? _x( 'Hide', 'account key', 'candid' ) : _x( 'Show', 'account key', 'candid' ) }
					</Button>
					<CopyButton text={ account.key } label={ __( 'Copy key', 'candid' ) } />
				</div>
			</div>
			{ account.kind !== 'own' && (
				<p className="candid-remark is-warning">
					{ __( 'Candid is not recording: this key belongs to another site or service. To record into this site, use its own key again.', 'candid' ) }
				</p>
			) }
		</>
	);
}

import { useRef, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { RequestError } from '../../data/request-error';
import type { AccountKind, SettingsAccount } from '../../data/settings';
import { SteadyButton } from '../../ui/steady-button';
import { CurrentKey } from './current-key';
import { KeyQuestion } from './key-question';
import { PasteKey } from './paste-key';

interface AccountSectionProps {
	account: SettingsAccount;
	saving: boolean;
	/** Stores a key at once, an empty one meaning this site's own; resolves to what went wrong. */
	saveKey: ( key: string ) => Promise< RequestError | null >;
}

/** Where recordings go. */
export function AccountSection( { account, saving, saveKey }: AccountSectionProps ) {
	const [ replacing, setReplacing ] = useState( false );
	/** Key about to be stored, while the question stands; an empty key means this site's own. */
	const [ next, setNext ] = useState< { key: string; kind: AccountKind } | null >( null );
	const heading = useRef< HTMLHeadingElement >( null );

	const onSaved = () => {
		setNext( null );
		setReplacing( false );
		// The button that opened the question may be gone: which buttons there are depends on the key.
		heading.current?.focus( { preventScroll: true } );
	};

	return (
		<>
			<h2 ref={ heading } tabIndex={ -1 }>
				{ __( 'Account key', 'candid' ) }
			</h2>
			<p>{ __( 'Decides where recordings are sent. The key does not give access to them.', 'candid' ) }</p>
			<CurrentKey account={ account } />
			{ account.fixed ? (
				<p className="candid-remark">
					{ __( 'The key is set by the constant CANDID_ACCOUNT_KEY, usually in wp-config.php. Remove the constant to choose here.', 'candid' ) }
				</p>
			) : (
				<div className="candid-key__change">
					{ account.kind !== 'own' && (
						<SteadyButton __next40pxDefaultSize variant="secondary" onClick={ () => setNext( { key: '', kind: 'own' } ) }>
							{ __( 'Use this site’s own key', 'candid' ) }
						</SteadyButton>
					) }
					{ ! replacing && (
						<SteadyButton __next40pxDefaultSize variant="secondary" isDestructive onClick={ () => setReplacing( true ) }>
							{ __( 'Replace the key…', 'candid' ) }
						</SteadyButton>
					) }
				</div>
			) }
			{ replacing && ! account.fixed && <PasteKey account={ account } onUse={ setNext } onCancel={ () => setReplacing( false ) } /> }
			{ next && <KeyQuestion next={ next } saving={ saving } saveKey={ saveKey } onSaved={ onSaved } onCancel={ () => setNext( null ) } /> }
		</>
	);
}

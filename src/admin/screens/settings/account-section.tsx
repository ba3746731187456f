import { Button, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { RequestError } from '../../data/request-error';
import type { AccountKind, SettingsAccount } from '../../data/settings';
import { ConfirmDialog } from '../../ui/confirm-dialog';
import { CopyButton } from '../../ui/copy-button';
import { RequestNotice } from '../../ui/request-notice';
import { findAccountKey } from './find-account-key';
import type { KeySearch } from './find-account-key';
import { maskKey } from './mask-key';
import { Section } from './section';

interface AccountSectionProps {
	account: SettingsAccount;
	saving: boolean;
	/** Stores a key at once, an empty one meaning this site's own; resolves to what went wrong. */
	saveKey: ( key: string ) => Promise< RequestError | null >;
}

/** Where recordings go. */
export function AccountSection( { account, saving, saveKey }: AccountSectionProps ) {
	const [ shown, setShown ] = useState( false );
	const [ replacing, setReplacing ] = useState( false );
	const [ pasted, setPasted ] = useState( '' );
	/** Key about to be stored, while the question stands; empty means this site's own. */
	const [ next, setNext ] = useState< { key: string; kind: AccountKind } | null >( null );
	const [ error, setError ] = useState< RequestError | null >( null );
	const search = findAccountKey( pasted, account.own_key );

	const confirm = async () => {
		if ( ! next ) {
			return;
		}
		const failure = await saveKey( next.key );
		setError( failure );
		if ( ! failure ) {
			setNext( null );
			setReplacing( false );
			setPasted( '' );
		}
	};
	const cancel = () => {
		setNext( null );
		setError( null );
	};

	return (
		<Section
			title={ __( 'Account key', 'candid' ) }
			about={ __( 'Names the place recordings go to. The key lets nobody read recordings.', 'candid' ) }
		>
			<div className="candid-key">
				<div>
					<span className="candid-key__kind">{ kindName( account.kind ) }</span>
					<code className="candid-key__value" dir="ltr">
						{ shown ? account.key : maskKey( account.key ) }
					</code>
				</div>
				<div className="candid-key__buttons">
					<Button __next40pxDefaultSize variant="tertiary" aria-pressed={ shown } onClick={ () => setShown( ! shown ) }>
						{ shown ? __( 'Hide', 'candid' ) : __( 'Show', 'candid' ) }
					</Button>
					<CopyButton text={ account.key } label={ __( 'Copy key', 'candid' ) } />
				</div>
			</div>
			{ account.kind !== 'own' && (
				<p className="candid-remark is-warning">
					{ __(
						'Nothing is recorded by this version while the key points elsewhere. To record into this site, go back to its own key.',
						'candid',
					) }
				</p>
			) }
			{ account.fixed ? (
				<p className="candid-remark">
					{ __( 'The key is fixed by the constant CANDID_ACCOUNT_KEY, usually in wp-config.php. Remove the constant to choose here.', 'candid' ) }
				</p>
			) : (
				<div className="candid-key__change">
					{ account.kind !== 'own' && (
						<Button __next40pxDefaultSize variant="secondary" onClick={ () => setNext( { key: '', kind: 'own' } ) }>
							{ __( 'Use this site’s own key', 'candid' ) }
						</Button>
					) }
					{ ! replacing && (
						<Button __next40pxDefaultSize variant="secondary" onClick={ () => setReplacing( true ) }>
							{ __( 'Replace the key…', 'candid' ) }
						</Button>
					) }
				</div>
			) }
			{ replacing && ! account.fixed && (
				<div className="candid-key__paste">
					<TextareaControl
						__nextHasNoMarginBottom
						label={ __( 'Paste a key, a snippet of code or a link', 'candid' ) }
						help={ __( 'The key is found in it; the rest is ignored and not stored.', 'candid' ) }
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
						<Button
							__next40pxDefaultSize
							variant="secondary"
							disabled={ search.found !== 'one' || search.key === account.key }
							onClick={ () =>
								search.found === 'one' &&
								setNext( { key: search.kind === 'own' ? '' : search.key, kind: search.kind } )
							}
						>
							{ __( 'Use this key…', 'candid' ) }
						</Button>
						<Button
							__next40pxDefaultSize
							variant="tertiary"
							onClick={ () => {
								setReplacing( false );
								setPasted( '' );
							} }
						>
							{ __( 'Cancel', 'candid' ) }
						</Button>
					</div>
				</div>
			) }
			{ next && (
				<ConfirmDialog
					title={ next.kind === 'own' ? __( 'Go back to this site’s own key?', 'candid' ) : __( 'Replace the account key?', 'candid' ) }
					action={ next.kind === 'own' ? __( 'Use this site’s own key', 'candid' ) : __( 'Replace the key', 'candid' ) }
					busy={ saving }
					onConfirm={ confirm }
					onCancel={ cancel }
				>
					{ error && <RequestNotice what={ __( 'The key was not changed.', 'candid' ) } error={ error } /> }
					<Consequences kind={ next.kind } />
				</ConfirmDialog>
			) }
		</Section>
	);
}

function Consequences( { kind }: { kind: AccountKind } ) {
	if ( kind === 'own' ) {
		return <p>{ __( 'Recordings go into this site again, if recording is on.', 'candid' ) }</p>;
	}
	return (
		<>
			<p>
				<strong>{ __( 'This site stops recording.', 'candid' ) }</strong>{ ' ' }
				{ __( 'This version of Candid only records into the site it is installed on. It stores the other key but sends nothing there.', 'candid' ) }
			</p>
			<p>
				{ kind === 'smartsupp'
					? __( 'The privacy statement will name Smartsupp as the third party. Existing recordings stay here.', 'candid' )
					: __( 'The privacy statement will say that a third party may be involved. Existing recordings stay here.', 'candid' ) }
			</p>
			<p>{ __( 'You can go back to this site’s own key at any time.', 'candid' ) }</p>
		</>
	);
}

function kindName( kind: AccountKind ): string {
	switch ( kind ) {
		case 'own':
			return __( 'This site’s own account', 'candid' );
		case 'candid':
			return __( 'Another site with Candid', 'candid' );
		case 'smartsupp':
			return __( 'Smartsupp', 'candid' );
	}
}

function searchResult( search: KeySearch, current: string ): string {
	if ( search.found === 'none' ) {
		return __( 'No key found in this text. A key starts with cnd_, or is 40 digits and letters from a to f.', 'candid' );
	}
	if ( search.found === 'several' ) {
		return __( 'There is more than one key in this text. Paste only the one you mean.', 'candid' );
	}
	if ( search.key === current ) {
		return __( 'Found: the key that is in use already.', 'candid' );
	}
	switch ( search.kind ) {
		case 'own':
			return __( 'Found: this site’s own key.', 'candid' );
		case 'candid':
			return __( 'Found: the key of another site with Candid.', 'candid' );
		case 'smartsupp':
			return __( 'Found: the key of a Smartsupp account.', 'candid' );
	}
}

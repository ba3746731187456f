import { speak } from '@wordpress/a11y';
import { useCallback, useMemo, useRef, useState } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Settings } from '../../../contracts/generated/settings';
import type { RequestError } from '../../data/request-error';
import { requestErrorFrom } from '../../data/request-error';
import { saveSettings } from '../../data/settings';
import type { Rejection, SettingsResponse } from '../../data/settings';
import { changesOf, draftOf, isDirty, remainingEdits } from './draft';
import type { Draft, Edits } from './draft';

export type SaveOutcome =
	| { kind: 'saved'; message: string }
	| { kind: 'partly'; message: string }
	| { kind: 'failed'; error: RequestError }
	| null;

/**
 * The settings as they stand on the screen: what is stored, with what was changed laid over it.
 *
 * Nothing typed is ever taken back by an answer of the server: a failed save leaves every edit, and a
 * refused line stays in its list with the reason.
 *
 * @param first What the server had when the screen opened.
 */
export function useSettingsDraft( first: SettingsResponse ) {
	const [ response, setResponse ] = useState( first );
	const [ edits, setEdits ] = useState< Edits >( {} );
	const [ rejected, setRejected ] = useState< Rejection[] >( first.rejected );
	const [ saving, setSaving ] = useState( false );
	const [ outcome, setOutcome ] = useState< SaveOutcome >( null );
	const latestEdits = useRef( edits );
	latestEdits.current = edits;

	const stored = useMemo( () => draftOf( response.settings ), [ response.settings ] );
	const draft: Draft = { ...stored, ...edits };
	const dirty = isDirty( edits, response.settings );

	const change = useCallback( ( some: Edits ) => {
		setEdits( ( before ) => ( { ...before, ...some } ) );
		setOutcome( null );
	}, [] );

	const discard = useCallback( () => {
		setEdits( {} );
		setRejected( [] );
		setOutcome( null );
		speak( __( 'Changes discarded.', 'candid' ) );
	}, [] );

	/** Sends some settings and takes the answer over without touching other edits. */
	const send = async ( changes: Partial< Settings >, sent: Edits ): Promise< SettingsResponse > => {
		setSaving( true );
		setOutcome( null );
		try {
			const answer = await saveSettings( changes );
			setResponse( answer );
			setEdits( remainingEdits( sent, latestEdits.current, answer.rejected ) );
			return answer;
		} finally {
			setSaving( false );
		}
	};

	/** @return Whether nothing is left unsaved. */
	const save = async (): Promise< boolean > => {
		const sent = latestEdits.current;
		const { changes, held } = changesOf( sent, response.settings );
		if ( Object.keys( changes ).length === 0 ) {
			setOutcome( held > 0 ? outcomeOf( held ) : null );
			return held === 0;
		}
		try {
			const answer = await send( changes, sent );
			setRejected( answer.rejected );
			setOutcome( outcomeOf( held + answer.rejected.length ) );
			return held + answer.rejected.length === 0;
		} catch ( reason ) {
			setOutcome( { kind: 'failed', error: requestErrorFrom( reason ) } );
			return false;
		}
	};

	/**
	 * Stores the account key at once, leaving all other edits as they are.
	 *
	 * @param key The key; empty for this site's own.
	 * @return Why it was not stored, or null when it was.
	 */
	const saveKey = async ( key: string ): Promise< RequestError | null > => {
		try {
			await send( { account_key: key }, {} );
			setOutcome( { kind: 'saved', message: __( 'Account key saved.', 'candid' ) } );
			return null;
		} catch ( reason ) {
			return requestErrorFrom( reason );
		}
	};

	return { response, draft, dirty, rejected, saving, outcome, change, discard, save, saveKey };
}

function outcomeOf( held: number ): SaveOutcome {
	if ( held === 0 ) {
		return { kind: 'saved', message: __( 'Settings saved.', 'candid' ) };
	}
	return {
		kind: 'partly',
		message: sprintf(
			/* translators: %d: number of lines. */
			_n(
				'Settings saved, except %d entry. See the message next to it.',
				'Settings saved, except %d entries. See the message next to each.',
				held,
				'candid',
			),
			held,
		),
	};
}

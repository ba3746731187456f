import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { RequestError } from '../../data/request-error';
import { requestErrorFrom } from '../../data/request-error';
import { fetchSettings, saveSettings } from '../../data/settings';
import type { SettingsResponse } from '../../data/settings';

export interface Blocking {
	busy: boolean;
	/** Selector that was blocked last and can be taken back; empty when there is none. */
	added: string;
	/** Why something could not be blocked; empty when it could. */
	problem: string;
	failed: { what: string; error: RequestError } | null;
	block: ( selector: string ) => Promise< boolean >;
	undo: () => Promise< boolean >;
	/** Says that no selector was found. */
	noSelector: () => void;
	dismiss: () => void;
}

/**
 * Adds selectors to the list of blocked ones, and takes the last one back.
 *
 * @param onStored What is stored now.
 */
export function useBlocking( onStored: ( answer: SettingsResponse ) => void ): Blocking {
	const [ busy, setBusy ] = useState( false );
	const [ added, setAdded ] = useState( '' );
	const [ problem, setProblem ] = useState( '' );
	const [ failed, setFailed ] = useState< Blocking[ 'failed' ] >( null );

	const dismiss = () => {
		setAdded( '' );
		setProblem( '' );
		setFailed( null );
	};
	/** @return Whether it is stored now. */
	const store = async ( selector: string, blocks: boolean ): Promise< boolean > => {
		setBusy( true );
		setFailed( null );
		setProblem( '' );
		try {
			// As the list is now: another tab may have added to it since this screen opened.
			const { blocked_selectors: now } = ( await fetchSettings() ).settings;
			const blocked = blocks ? [ ...new Set( [ ...now, selector ] ) ] : now.filter( ( other ) => other !== selector );
			const answer = await saveSettings( { blocked_selectors: blocked } );
			const refused = answer.rejected.find( ( { value } ) => value === selector );
			onStored( answer );
			setProblem( refused ? `${ selector }: ${ refused.reason }` : '' );
			setAdded( refused || ! blocks ? '' : selector );
			return ! refused;
		} catch ( reason ) {
			const what = blocks ? __( 'Nothing was blocked.', 'candid' ) : __( 'The element is still blocked.', 'candid' );
			setFailed( { what, error: requestErrorFrom( reason ) } );
			return false;
		} finally {
			setBusy( false );
		}
	};

	return {
		busy,
		added,
		problem,
		failed,
		block: ( selector ) => store( selector, true ),
		undo: () => store( added, false ),
		noSelector: () => setProblem( __( 'No stable selector was found for this element. Select its parent instead, or enter a selector in the settings.', 'candid' ) ),
		dismiss,
	};
}

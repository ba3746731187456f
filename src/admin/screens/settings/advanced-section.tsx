import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { SETTINGS_LISTS } from '../../../contracts/generated/settings';
import type { Rejection } from '../../data/settings';
import { checkQueryKey } from './check-query-key';
import type { Edits, Entry } from './draft';
import { ListEditor } from './list-editor';

interface AdvancedSectionProps {
	entries: Entry[];
	rejected: Rejection[];
	change: ( edits: Edits ) => void;
}

/** What hardly anybody needs: closed until opened. */
export function AdvancedSection( { entries, rejected, change }: AdvancedSectionProps ) {
	const refused = rejected.filter( ( { field } ) => field === 'allowed_query_keys' );
	// Only how it begins: from then on it is as the person left it, also when the last line goes.
	const [ begins ] = useState( entries.length > 0 );
	return (
		<details className="candid-advanced" open={ begins || undefined }>
			<summary>{ __( 'Advanced', 'candid' ) }</summary>
			<h2>{ __( 'Addresses', 'candid' ) }</h2>
			<p>
				{ __(
					'What follows the question mark in an address is dropped, because it may carry names, orders or log-in keys. Harmless keys such as page numbers and utm_source are kept. Add more keys to keep here.',
					'candid',
				) }
			</p>
			<ListEditor
				entries={ entries }
				rejected={ refused }
				onChange={ ( allowed_query_keys ) => change( { allowed_query_keys } ) }
				check={ checkQueryKey }
				/* translators: %d: number of the line. */
				lineLabel={ __( 'Kept query key %d', 'candid' ) }
				addLabel={ __( 'Add a key', 'candid' ) }
				emptyText={ __( 'Only the built-in keys are kept.', 'candid' ) }
				placeholder="color"
				max={ SETTINGS_LISTS.allowed_query_keys.maxItems }
			/>
		</details>
	);
}

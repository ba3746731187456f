import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { SETTINGS_LISTS } from '../../../contracts/generated/settings';
import type { Rejection } from '../../data/settings';
import { checkQueryKey } from './check-query-key';
import type { Edits, Entry } from './draft';
import { ListEditor } from './list-editor';

interface AdvancedSectionProps {
	entries: Entry[];
	rejected: Rejection[];
	change: ( edits: Edits ) => void;
	/** Whether something in here is not as installed, so that it should be seen. */
	inUse: boolean;
	/** The account key. */
	children: ReactNode;
}

/** What hardly anybody needs: closed until opened. */
export function AdvancedSection( { entries, rejected, change, inUse, children }: AdvancedSectionProps ) {
	const refused = rejected.filter( ( { field } ) => field === 'allowed_query_keys' );
	// Only how it begins: from then on it is as the person left it, also when the last line goes.
	const [ begins ] = useState( inUse || entries.length > 0 );
	return (
		<details className="candid-advanced" open={ begins || undefined }>
			<summary>{ __( 'Advanced', 'candid' ) }</summary>
			<h2>{ __( 'URL parameters', 'candid' ) }</h2>
			<p>
				{ __(
					'URL parameters are removed because they can contain names, orders or login keys. Harmless ones, such as page numbers and utm_source, are kept. List others to keep:',
					'candid',
				) }
			</p>
			<ListEditor
				entries={ entries }
				rejected={ refused }
				onChange={ ( allowed_query_keys ) => change( { allowed_query_keys } ) }
				check={ checkQueryKey }
				/* translators: %d: number of the line. */
				lineLabel={ __( 'Kept URL parameter %d', 'candid' ) }
				addLabel={ __( 'Add a parameter', 'candid' ) }
				emptyText={ __( 'Only the built-in parameters are kept.', 'candid' ) }
				placeholder="color"
				max={ SETTINGS_LISTS.allowed_query_keys.maxItems }
			/>
			{ children }
		</details>
	);
}

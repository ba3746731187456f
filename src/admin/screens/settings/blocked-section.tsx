import { __ } from '@wordpress/i18n';
import { SETTINGS_LISTS } from '../../../contracts/generated/settings';
import { RouteLink } from '../../shell/routing';
import type { Rejection } from '../../data/settings';
import { checkSelector } from './check-selector';
import type { Edits, Entry } from './draft';
import { ListEditor } from './list-editor';
import { Section } from './section';
import { ShopParts } from './shop-parts';

interface BlockedSectionProps {
	entries: Entry[];
	rejected: Rejection[];
	change: ( edits: Edits ) => void;
}

/** Elements that leave nothing in a recording but an empty box. */
export function BlockedSection( { entries, rejected, change }: BlockedSectionProps ) {
	return (
		<Section
			title={ __( 'Blocked elements', 'candid' ) }
			about={
				<>
					{ __(
						'What these CSS selectors match is never recorded: no text, no image, no click. Recordings show an empty box of the same size.',
						'candid',
					) }{ ' ' }
					<RouteLink to={ { screen: 'what-is-recorded', page: null } }>
						{ __( 'Or select elements on a page', 'candid' ) }
					</RouteLink>
				</>
			}
		>
			<ListEditor
				entries={ entries }
				rejected={ rejected.filter( ( { field } ) => field === 'blocked_selectors' ) }
				onChange={ ( blocked_selectors ) => change( { blocked_selectors } ) }
				check={ checkSelector }
				/* translators: %d: number of the line. */
				lineLabel={ __( 'Blocked selector %d', 'candid' ) }
				addLabel={ __( 'Add a selector', 'candid' ) }
				emptyText={ __( 'No element is blocked.', 'candid' ) }
				placeholder=".my-class, #my-id"
				max={ SETTINGS_LISTS.blocked_selectors.maxItems }
			/>
			<ShopParts />
		</Section>
	);
}

import { __, _n, sprintf } from '@wordpress/i18n';
import { handover } from '../data/handover';
import type { Route } from './route';
import { RouteLink, useRouting } from './routing';
import { useTrouble } from './trouble';

interface Place {
	label: string;
	to: Route;
	/** Screens that count as being here. */
	screens: Route[ 'screen' ][];
	open: boolean;
	/** Things that do not work, behind this door. */
	trouble?: number;
}

/** Name of the plugin and the way to its screens. */
export function Header() {
	const { route } = useRouting();
	const { can } = handover();
	const { critical } = useTrouble();
	const places: Place[] = [
		{
			label: __( 'Recordings', 'candid' ),
			to: { screen: 'recordings', before: null },
			screens: [ 'recordings', 'recording' ],
			open: can.watch,
		},
		{
			label: __( 'What is recorded', 'candid' ),
			to: { screen: 'what-is-recorded', page: null },
			screens: [ 'what-is-recorded' ],
			open: can.manage,
		},
		{
			label: __( 'Settings', 'candid' ),
			to: { screen: 'settings' },
			screens: [ 'settings' ],
			open: can.manage,
		},
		{
			label: __( 'Health', 'candid' ),
			to: { screen: 'health' },
			screens: [ 'health' ],
			open: can.manage,
			trouble: critical,
		},
	];

	return (
		<div className="candid-header">
			<span className="candid-header__name">Candid</span>
			<nav className="candid-header__nav" aria-label={ __( 'Candid', 'candid' ) }>
				<ul>
					{ places
						.filter( ( place ) => place.open )
						.map( ( place ) => (
							<li key={ place.to.screen }>
								<RouteLink
									to={ place.to }
									className="candid-header__link"
									aria-current={ place.screens.includes( route.screen ) ? 'page' : undefined }
								>
									{ place.label }
									{ ( place.trouble ?? 0 ) > 0 && <Badge count={ place.trouble ?? 0 } /> }
								</RouteLink>
							</li>
						) ) }
				</ul>
			</nav>
		</div>
	);
}

function Badge( { count }: { count: number } ) {
	return (
		<span className="candid-header__badge">
			<span aria-hidden="true">{ count }</span>
			<span className="screen-reader-text">
				{
					/* translators: %d: number of problems. */
					sprintf( _n( '%d problem', '%d problems', count, 'candid' ), count )
				}
			</span>
		</span>
	);
}

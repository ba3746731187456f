import { forwardRef } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import { useRouting } from '../../shell/routing';
import { SteadyButton } from '../../ui/steady-button';

interface PagingProps {
	/** Cursor of the page that is shown; null for the newest. */
	before: string | null;
	/** Cursor of the older page; null on the last, and while it is not known. */
	next: string | null;
	/** The same buttons once more, below the list: one landmark of that name is enough. */
	again?: boolean;
	/** Another page is about to be shown. */
	onGo?: () => void;
}

/**
 * Newer and older. The list has no page numbers: it is read from a point in time, so that rows
 * neither repeat nor go missing while new ones come in.
 */
export const Paging = forwardRef< HTMLButtonElement, PagingProps >( ( { before, next, again = false, onGo }, older ) => {
	const { go, trail } = useRouting();
	const Frame = again ? 'div' : 'nav';
	const newer = trail[ trail.length - 1 ] || null;
	const turn = ( to: string | null, through: string[] ) => {
		onGo?.();
		go( { screen: 'recordings', before: to }, through );
	};

	return (
		<Frame className="candid-paging" aria-label={ again ? undefined : __( 'Pages of the list', 'candid' ) }>
			<SteadyButton variant="secondary" size="compact" disabled={ before === null } onClick={ () => turn( newer, trail.slice( 0, -1 ) ) }>
				{ _x( 'Newer', 'page of the list', 'candid' ) }
			</SteadyButton>
			<SteadyButton ref={ older } variant="secondary" size="compact" disabled={ next === null } onClick={ () => turn( next, [ ...trail, before ?? '' ] ) }>
				{ _x( 'Older', 'page of the list', 'candid' ) }
			</SteadyButton>
		</Frame>
	);
} );
Paging.displayName = 'Paging';

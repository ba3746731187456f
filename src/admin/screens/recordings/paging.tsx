import { Button } from '@wordpress/components';
import { __ } from '@wordpress/i18n';
import { useRouting } from '../../shell/routing';

interface PagingProps {
	/** Cursor of the page that is shown; null for the newest. */
	before: string | null;
	/** Cursor of the older page; null on the last. */
	next: string | null;
	/** The same buttons once more, below the list: one landmark of that name is enough. */
	again?: boolean;
}

/**
 * Newer and older. The list has no page numbers: it is read from a point in time, so that rows
 * neither repeat nor go missing while new ones come in.
 */
export function Paging( { before, next, again = false }: PagingProps ) {
	const { go, trail } = useRouting();
	if ( before === null && next === null ) {
		return null;
	}
	const Frame = again ? 'div' : 'nav';
	const newer = trail[ trail.length - 1 ] || null;

	return (
		<Frame className="candid-paging" aria-label={ again ? undefined : __( 'Pages of the list', 'candid' ) }>
			<Button
				variant="secondary"
				size="compact"
				disabled={ before === null }
				onClick={ () => before !== null && go( { screen: 'recordings', before: newer }, trail.slice( 0, -1 ) ) }
			>
				{ __( 'Newer', 'candid' ) }
			</Button>
			<Button
				variant="secondary"
				size="compact"
				disabled={ next === null }
				onClick={ () => next !== null && go( { screen: 'recordings', before: next }, [ ...trail, before ?? '' ] ) }
			>
				{ __( 'Older', 'candid' ) }
			</Button>
		</Frame>
	);
}

import { Notice } from '@wordpress/components';
import { createInterpolateElement, useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { RequestNotice } from '../../ui/request-notice';
import type { Blocking } from './use-blocking';

/** What came of blocking something, with the way back. Stays where the page is: at the side, not over the frame. */
export function BlockingNotices( { blocking, onUndo }: { blocking: Blocking; onUndo: () => void } ) {
	const { added, problem, failed, dismiss } = blocking;
	const box = useRef< HTMLDivElement >( null );

	useEffect( () => {
		// The table with the button that was pressed may be far below.
		if ( failed || problem ) {
			box.current?.scrollIntoView( { block: 'nearest' } );
		}
	}, [ failed, problem ] );

	return (
		<div ref={ box } className="candid-survey__said">
			{ failed && <RequestNotice what={ failed.what } error={ failed.error } /> }
			{ problem && (
				<Notice status="warning" className="candid-notice" onRemove={ dismiss }>
					{ problem }
				</Notice>
			) }
			{ added && (
				<Notice status="success" className="candid-notice" onRemove={ dismiss } actions={ [ { label: __( 'Undo', 'candid' ), onClick: onUndo } ] }>
					{ createInterpolateElement(
						/* translators: <selector/> is a CSS selector. */
						__( 'Blocked from now on, on every page: <selector/>', 'candid' ),
						{ selector: <code dir="ltr">{ added }</code> },
					) }
				</Notice>
			) }
		</div>
	);
}

import { Button } from '@wordpress/components';
import { _n, _x, sprintf } from '@wordpress/i18n';
import { atLeast } from '../../text/describe-recording';

interface NewsProps {
	count: number;
	/** Whether there are at least this many. */
	more: boolean;
	onShow: () => void;
}

/** Recordings that came in since the list was loaded. Stands in the bar, so that no row moves when one comes. */
export function News( { count, more, onShow }: NewsProps ) {
	const shown = atLeast( count, more );
	return (
		<div className="candid-list__news" role="status">
			{ count > 0 && (
				<>
					<span>
						{ sprintf(
							/* translators: %s: number of recordings, possibly with a plus sign behind it. */
							_n( '%s new recording', '%s new recordings', count, 'candid' ),
							shown,
						) }
					</span>
					<Button variant="link" onClick={ onShow }>
						{ _x( 'Show', 'new recordings', 'candid' ) }
					</Button>
				</>
			) }
		</div>
	);
}

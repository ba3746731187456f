import { Button } from '@wordpress/components';
import { useId } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { ReactNode } from 'react';
import { Part } from '../../shell/part';
import { formatNumber } from '../../text/describe-recording';

interface FindingsProps {
	title: string;
	about?: string;
	/** Entries that cannot be shown. */
	leftOut: number;
	/** Asks before the list is emptied. */
	onEmpty: () => void;
	/** The table; null when no entry can be shown. */
	children: ReactNode;
}

/** A list of findings with the button that empties it, which stays usable whatever the entries are. */
export function Findings( { title, about, leftOut, onEmpty, children }: FindingsProps ) {
	const id = useId();
	return (
		<section className="candid-found" aria-labelledby={ id }>
			<div className="candid-found__head">
				<h2 id={ id }>{ title }</h2>
				<Button variant="secondary" size="compact" onClick={ onEmpty }>
					{ __( 'Empty this list…', 'candid' ) }
				</Button>
			</div>
			{ about && <p>{ about }</p> }
			<Part name={ title }>{ children }</Part>
			{ leftOut > 0 && (
				<p role="status">
					{ sprintf(
						/* translators: %s: number of entries. */
						_n( '%s entry could not be shown.', '%s entries could not be shown.', leftOut, 'candid' ),
						formatNumber( leftOut ),
					) }
				</p>
			) }
		</section>
	);
}

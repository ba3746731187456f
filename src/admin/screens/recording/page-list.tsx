import { useEffect, useRef } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { clockOf, pageName, spokenLength } from '../../text/describe-recording';
import type { Chapter } from './chapters';

interface PageListProps {
	chapters: Chapter[];
	/** Ordinal of the page view on the stage. */
	current: number;
	onGo: ( ms: number ) => void;
}

/** The pages of the visit in order; each goes to its beginning. */
export function PageList( { chapters, current, onGo }: PageListProps ) {
	const list = useRef< HTMLOListElement >( null );

	useEffect( () => {
		const item = list.current?.querySelector( '[aria-current]' );
		const box = list.current;
		if ( item instanceof HTMLElement && box && ! box.contains( box.ownerDocument.activeElement ) ) {
			// Scrolls the list, never the page.
			box.scrollTop = Math.max( 0, item.offsetTop - box.clientHeight / 2 );
		}
	}, [ current ] );

	return (
		<section className="candid-pages" aria-labelledby="candid-pages-title">
			<h2 id="candid-pages-title" className="candid-pages__title">
				{ __( 'Pages of this visit', 'candid' ) }
			</h2>
			<ol ref={ list } className="candid-pages__list">
				{ chapters.map( ( chapter ) => (
					<li key={ chapter.n }>
						<button
							type="button"
							className="candid-pages__page"
							aria-current={ chapter.n === current ? 'step' : undefined }
							// One millisecond in: the page itself and not the moment before it.
							onClick={ () => onGo( chapter.start + 1 ) }
						>
							<span className="candid-pages__time" aria-hidden="true">
								{ clockOf( chapter.start ) }
							</span>
							<span className="candid-pages__text">
								<span className="candid-pages__name">{ pageName( chapter.title, chapter.path ) }</span>
								{ pageName( chapter.title, chapter.path ) !== chapter.path && <bdi className="candid-pages__path">{ chapter.path }</bdi> }
							</span>
							<span className="screen-reader-text">{ spokenLength( chapter.start ) }</span>
						</button>
					</li>
				) ) }
			</ol>
		</section>
	);
}

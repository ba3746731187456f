import { useEffect, useRef } from '@wordpress/element';
import type { ReactNode } from 'react';

/** The first screen after a page load leaves the focus where the browser put it. */
let opened = false;

interface ScreenProps {
	/** Heading, and first part of the document's title. */
	title: string;
	/** A way back, over the heading. */
	before?: ReactNode;
	/** Buttons beside the heading. */
	actions?: ReactNode;
	/** One line under the heading. */
	intro?: ReactNode;
	/** Uses the whole width instead of a column that reads well. */
	wide?: boolean;
	children: ReactNode;
}

/**
 * One screen: its heading takes the focus when the app moves here, so that people who do not see
 * the change hear it, and the tab's title says where one is.
 */
export function Screen( { title, before, actions, intro, wide = false, children }: ScreenProps ) {
	const heading = useRef< HTMLHeadingElement >( null );

	useEffect( () => {
		if ( opened ) {
			heading.current?.focus( { preventScroll: true } );
		}
		opened = true;
	}, [] );

	useEffect( () => {
		// WordPress' own title reads "Screen ‹ Site — WordPress"; only the first part is ours.
		const rest = document.title.split( ' ‹ ' ).slice( 1 ).join( ' ‹ ' );
		document.title = rest ? `${ title } ‹ ${ rest }` : title;
	}, [ title ] );

	return (
		// Not <main>: WordPress has put one around the whole page.
		<div className={ `candid-screen${ wide ? ' is-wide' : '' }` }>
			<div className="candid-screen__head">
				{ before }
				<div className="candid-screen__headline">
					<h1 ref={ heading } tabIndex={ -1 } className="candid-screen__title">
						{ title }
					</h1>
					{ actions && <div className="candid-screen__actions">{ actions }</div> }
				</div>
				{ intro && <p className="candid-screen__intro">{ intro }</p> }
			</div>
			{ children }
		</div>
	);
}

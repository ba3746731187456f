import { useId } from '@wordpress/element';
import type { ReactNode } from 'react';

interface SectionProps {
	title: string;
	/** What this is about, in a sentence or two. */
	about?: ReactNode;
	children: ReactNode;
}

/** One subject of the settings. */
export function Section( { title, about, children }: SectionProps ) {
	const id = useId();
	return (
		<section className="candid-section" aria-labelledby={ id }>
			<div className="candid-section__head">
				<h2 id={ id }>{ title }</h2>
				{ about && <p>{ about }</p> }
			</div>
			<div className="candid-section__body">{ children }</div>
		</section>
	);
}

import type { Recording } from '../../../contracts/generated/recording';
import type { PlayerState } from '../../../player';

/** One page view as the screen shows it. */
export interface Chapter {
	n: number;
	path: string;
	title: string;
	/** ms since the start of the recording. */
	start: number;
	end: number;
}

/** Page views in order; times from the player as soon as it knows them better than the list does. */
export function chaptersOf( recording: Recording, state: PlayerState | null ): Chapter[] {
	const views = [ ...( recording.page_views ?? [] ) ].sort( ( a, b ) => a.n - b.n );
	const duration = state?.duration ?? recording.duration;
	const starts = views.map( ( view, index ) => ( index === 0 ? 0 : ( state?.pageTimes[ view.n ] ?? view.started ) ) );
	return views.map( ( { n, path, title }, index ) => {
		const start = Math.min( duration, starts[ index ] ?? 0 );
		return { n, path, title, start, end: Math.max( start, Math.min( duration, starts[ index + 1 ] ?? duration ) ) };
	} );
}

/** The chapter that shows at a time; undefined when there is none. */
export function chapterAt( chapters: readonly Chapter[], ms: number ): Chapter | undefined {
	return [ ...chapters ].reverse().find( ( { start } ) => start <= ms ) ?? chapters[ 0 ];
}

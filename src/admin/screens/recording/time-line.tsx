import { useMemo, useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import type { CSSProperties, PointerEvent } from 'react';
import type { PlayerState } from '../../../player';
import { clockOf, pageName, spokenLength } from '../../text/describe-recording';
import { chapterAt, type Chapter } from './chapters';
import { mergeSpans } from './spans';

/** One step of the slider, ms. */
const STEP = 100;

interface TimeLineProps {
	state: PlayerState;
	chapters: Chapter[];
	onSeek: ( ms: number ) => void;
}

/** The time line: chapters, what is loaded, what is missing, and a slider over it all. */
export function TimeLine( { state, chapters, onSeek }: TimeLineProps ) {
	const duration = Math.max( 1, state.duration );
	const share = ( ms: number ) => `${ Math.min( 100, Math.max( 0, ( ms / duration ) * 100 ) ) }%`;
	const current = chapters.find( ( { n } ) => n === state.page );
	const gaps = useMemo( () => mergeSpans( state.gaps, duration ), [ state.gaps, duration ] );
	/** Share of the length that is under the pointer; null while it is elsewhere. */
	const [ pointed, setPointed ] = useState< number | null >( null );

	const onPointer = ( { currentTarget, clientX }: PointerEvent ) => {
		const { left, width } = currentTarget.getBoundingClientRect();
		setPointed( Math.min( 1, Math.max( 0, ( clientX - left ) / Math.max( 1, width ) ) ) );
	};

	// Arrow keys reach the viewer's keyboard, which keeps the slider from moving on its own.
	return (
		// Time runs from left to right in every language, as on every player.
		<div className="candid-timeline" dir="ltr" onPointerMove={ onPointer } onPointerLeave={ () => setPointed( null ) }>
			<div className="candid-timeline__track" aria-hidden="true">
				{ chapters.map( ( chapter ) => (
					<span
						key={ chapter.n }
						className="candid-timeline__chapter"
						style={ { left: share( chapter.start ), width: share( chapter.end - chapter.start ) } }
					/>
				) ) }
				<span className="candid-timeline__loaded" style={ { width: share( state.loaded ) } } />
				{ gaps.map( ( [ from, to ] ) => (
					<span key={ from } className="candid-timeline__gap" style={ { left: share( from ), width: `max(6px, ${ share( to - from ) })` } } />
				) ) }
				<span className="candid-timeline__played" style={ { width: share( state.time ) } } />
				{ chapters.slice( 1 ).map( ( chapter ) => (
					<span key={ chapter.n } className="candid-timeline__mark" style={ { left: share( chapter.start ) } } />
				) ) }
			</div>
			<input
				type="range"
				className="candid-timeline__slider"
				min={ 0 }
				// A slider stops at whole steps: the last one must not lie before the end.
				max={ Math.ceil( duration / STEP ) * STEP }
				step={ STEP }
				value={ state.time < duration ? Math.floor( state.time ) : Math.ceil( duration / STEP ) * STEP }
				aria-label={ __( 'Position in the recording', 'candid' ) }
				aria-valuetext={ sprintf(
					/* translators: 1: time, 2: whole length, 3: path of a page. */
					__( '%1$s of %2$s, page %3$s', 'candid' ),
					spokenLength( state.time ),
					spokenLength( state.duration ),
					current?.path ?? '/',
				) }
				onChange={ ( event ) => onSeek( Number( event.target.value ) ) }
			/>
			{ pointed !== null && <Hint at={ pointed } duration={ state.duration } chapters={ chapters } /> }
		</div>
	);
}

/** The time and page under the pointer. Heard texts are the slider's own. */
function Hint( { at, duration, chapters }: { at: number; duration: number; chapters: Chapter[] } ) {
	const page = chapterAt( chapters, at * duration );
	return (
		<div className="candid-timeline__hint" aria-hidden="true" style={ { '--candid-at': at } as CSSProperties }>
			<span className="candid-timeline__time">{ clockOf( at * duration ) }</span>
			{ page && (
				<>
					{ ' ' }
					<bdi className="candid-timeline__page">{ pageName( page.title, page.path ) }</bdi>
				</>
			) }
		</div>
	);
}

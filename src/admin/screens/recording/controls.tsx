import { Button, CheckboxControl, SelectControl } from '@wordpress/components';
import { __, sprintf } from '@wordpress/i18n';
import { fullscreen, keyboard } from '@wordpress/icons';
import type { PlayerState } from '../../../player';
import { clockOf, spokenLength } from '../../text/describe-recording';
import { Part } from '../../shell/part';
import type { Chapter } from './chapters';
import { pause, play, replay } from './icons';
import { isOn, SPEEDS } from './keyboard';
import { TimeLine } from './time-line';

interface ControlsProps {
	state: PlayerState;
	chapters: Chapter[];
	isFull: boolean;
	onToggle: () => void;
	onSeek: ( ms: number ) => void;
	onSpeed: ( speed: number ) => void;
	onSkipIdle: ( on: boolean ) => void;
	onFullScreen: () => void;
	onHelp: () => void;
}

/** The bar under the stage. */
export function Controls( props: ControlsProps ) {
	const { state, chapters, isFull, onToggle, onSeek, onSpeed, onSkipIdle, onFullScreen, onHelp } = props;
	const off = state.status === 'failed';
	return (
		<div className="candid-controls" role="group" aria-label={ __( 'Player', 'candid' ) }>
			<Part name={ __( 'Timeline', 'candid' ) }>
				<TimeLine state={ state } chapters={ chapters } onSeek={ onSeek } />
			</Part>
			<div className="candid-controls__row">
				<Button className="candid-controls__play" variant="primary" icon={ playIcon( state ) } label={ playLabel( state ) } disabled={ off } onClick={ onToggle } />
				<span className="candid-controls__time" dir="ltr">
					<span aria-hidden="true">
						{ clockOf( state.time ) } <span className="candid-controls__of">/ { clockOf( state.duration ) }</span>
					</span>
					<span className="screen-reader-text">
						{
							/* translators: 1: time, 2: whole length. */
							sprintf( __( '%1$s of %2$s', 'candid' ), spokenLength( state.time ), spokenLength( state.duration ) )
						}
					</span>
				</span>
				<span className="candid-controls__space" />
				<CheckboxControl
					__nextHasNoMarginBottom
					className="candid-controls__skip"
					label={ __( 'Skip inactivity', 'candid' ) }
					checked={ state.skipIdle }
					onChange={ onSkipIdle }
				/>
				<SelectControl
					__nextHasNoMarginBottom
					className="candid-controls__speed"
					label={ __( 'Speed', 'candid' ) }
					hideLabelFromVision
					value={ String( state.speed ) }
					options={ SPEEDS.map( ( speed ) => ( { value: String( speed ), label: `${ speed }×` } ) ) }
					onChange={ ( value ) => onSpeed( Number( value ) ) }
				/>
				<Button className="candid-controls__keys" icon={ keyboard } label={ __( 'Keyboard shortcuts', 'candid' ) } onClick={ onHelp } />
				<Button icon={ fullscreen } label={ isFull ? __( 'Leave full screen', 'candid' ) : __( 'Full screen', 'candid' ) } onClick={ onFullScreen } />
			</div>
		</div>
	);
}

export function playIcon( state: PlayerState ) {
	if ( isOn( state ) ) {
		return pause;
	}
	return state.status === 'ended' ? replay : play;
}

export function playLabel( state: PlayerState ): string {
	if ( isOn( state ) ) {
		return __( 'Pause', 'candid' );
	}
	return state.status === 'ended' ? __( 'Play again', 'candid' ) : __( 'Play', 'candid' );
}

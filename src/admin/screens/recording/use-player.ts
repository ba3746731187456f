import { useEffect, useRef, useState } from '@wordpress/element';
import type { RefObject } from 'react';
import type { Recording } from '../../../contracts/generated/recording';
import { createPlayer, type Player, type PlayerState } from '../../../player';
import { handover } from '../../data/handover';
import { fetchSegment } from './fetch-recording';
import { playerStrings } from './player-strings';

export interface RunningPlayer {
	/** Where the stage goes; give it to an empty element. */
	stage: RefObject< HTMLDivElement >;
	/** Null until the player has said something. */
	state: PlayerState | null;
	player: RefObject< Player | null >;
	/** Loads everything again after a failure, and goes to where it was. */
	retry: () => void;
}

/**
 * A player for the recording, for as long as the screen is open. A newer answer about the same recording is
 * handed to the running player.
 */
export function usePlayer( recording: Recording ): RunningPlayer {
	const stage = useRef< HTMLDivElement >( null );
	const player = useRef< Player | null >( null );
	const [ state, setState ] = useState< PlayerState | null >( null );
	const [ turn, setTurn ] = useState( 0 );
	const resumeAt = useRef( 0 );
	const latest = useRef( recording );
	const told = useRef( recording );
	latest.current = recording;

	useEffect( () => {
		if ( ! stage.current ) {
			return;
		}
		const { siteUrl, player: addresses } = handover();
		setState( null );
		told.current = latest.current;
		const made = createPlayer( {
			container: stage.current,
			stageUrl: addresses.stage,
			decoderUrl: addresses.decoder,
			siteUrl,
			recording: latest.current,
			loadSegment: ( sequence ) => fetchSegment( recording.id, sequence ),
			strings: playerStrings(),
			onState: setState,
		} );
		player.current = made;
		if ( resumeAt.current > 0 ) {
			made.seek( resumeAt.current );
		}
		return () => {
			player.current = null;
			made.destroy();
		};
	}, [ recording.id, turn ] );

	useEffect( () => {
		if ( told.current !== recording ) {
			told.current = recording;
			player.current?.update( recording );
		}
	}, [ recording ] );

	const retry = () => {
		resumeAt.current = state?.time ?? 0;
		setTurn( ( n ) => n + 1 );
	};
	return { stage, state, player, retry };
}

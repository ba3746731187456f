import { useEffect, useLayoutEffect, useRef } from '@wordpress/element';
import type { RefObject } from 'react';
import type { Player, PlayerState } from '../../../player';

/** Speeds offered, in order. */
export const SPEEDS: readonly number[] = [ 0.5, 1, 1.5, 2, 4, 8 ];

/** The speed one step faster (1) or slower (-1). */
export function nextSpeed( speed: number, step: 1 | -1 ): number {
	const at = SPEEDS.findIndex( ( one ) => one >= speed );
	return SPEEDS[ Math.min( SPEEDS.length - 1, Math.max( 0, at + step ) ) ] ?? 1;
}

/** Whether it plays, or waits only for what is still being loaded. */
export function isOn( state: PlayerState | null ): boolean {
	return state !== null && state.wantsToPlay && state.status !== 'ended' && state.status !== 'failed';
}

/** Plays or pauses, whichever it is not doing; starts again at the end. */
export function toggle( player: Player | null, state: PlayerState | null ): void {
	if ( isOn( state ) ) {
		player?.pause();
	} else {
		player?.play();
	}
}

export interface KeyActions {
	fullScreen: () => void;
	help: () => void;
}

/**
 * What a key does.
 *
 * @return Whether the key meant something here.
 */
export function pressKey( key: string, player: Player, state: PlayerState, actions: KeyActions ): boolean {
	const jump = ( ms: number ) => player.seek( Math.max( 0, state.time + ms ) );
	if ( /^[0-9]$/.test( key ) ) {
		player.seek( ( state.duration * Number( key ) ) / 10 );
		return true;
	}
	switch ( key.toLowerCase() ) {
		case ' ':
		case 'k':
			toggle( player, state );
			return true;
		case 'arrowleft':
			jump( -5_000 );
			return true;
		case 'arrowright':
			jump( 5_000 );
			return true;
		case 'j':
			jump( -10_000 );
			return true;
		case 'l':
			jump( 10_000 );
			return true;
		case 'home':
			player.seek( 0 );
			return true;
		case 'end':
			player.seek( state.duration );
			return true;
		case '<':
			player.setSpeed( nextSpeed( state.speed, -1 ) );
			return true;
		case '>':
			player.setSpeed( nextSpeed( state.speed, 1 ) );
			return true;
		case 's':
			player.setSkipIdle( ! state.skipIdle );
			return true;
		case 'f':
			actions.fullScreen();
			return true;
		case '?':
			actions.help();
			return true;
		default:
			return false;
	}
}

/** Whether the focused element wants the key for itself. */
function isTaken( key: string, target: EventTarget | null ): boolean {
	if ( ! ( target instanceof Element ) ) {
		return false;
	}
	if ( target.closest( '[role="dialog"], [contenteditable="true"], textarea, select, input:not([type="range"]):not([type="checkbox"])' ) ) {
		return true;
	}
	// Space and Enter press what has the focus.
	return ( key === ' ' || key === 'Enter' ) && target.closest( 'button, a, input[type="checkbox"], summary' ) !== null;
}

/**
 * Keys work while the focus is in the viewer, except where something else needs them. Nowhere else: a key
 * pressed by mistake, or by a voice that is heard as one, must not do anything (WCAG 2.1.4).
 */
export function useKeyboard( viewer: RefObject< HTMLElement >, player: RefObject< Player | null >, state: PlayerState | null, actions: KeyActions ): void {
	const latest = useRef( { state, actions } );
	latest.current = { state, actions };
	useEffect( () => {
		const box = viewer.current;
		const onKey = ( event: KeyboardEvent ) => {
			const { state: now, actions: todo } = latest.current;
			if ( event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || ! player.current || ! now || now.status === 'failed' || isTaken( event.key, event.target ) ) {
				return;
			}
			if ( pressKey( event.key, player.current, now, todo ) ) {
				event.preventDefault();
			}
		};
		box?.addEventListener( 'keydown', onKey );
		return () => box?.removeEventListener( 'keydown', onKey );
	}, [ viewer, player ] );
}

/**
 * Gives the viewer the focus as it opens, so that keys work at once, and keeps it there when a button that
 * had it goes away.
 */
export function useViewerFocus( viewer: RefObject< HTMLElement > ): void {
	const page = viewer.current?.ownerDocument;
	const held = viewer.current?.contains( page?.activeElement ?? null );

	useLayoutEffect( () => {
		if ( held && page?.activeElement === page?.body ) {
			viewer.current?.focus( { preventScroll: true } );
		}
	} );
	useEffect( () => {
		const box = viewer.current;
		const focused = box?.ownerDocument.activeElement;
		// Somebody who is already somewhere else on the page stays there.
		if ( ! focused || focused === box?.ownerDocument.body || focused.matches( '.candid-screen__title' ) ) {
			box?.focus( { preventScroll: true } );
		}
	}, [ viewer ] );
}

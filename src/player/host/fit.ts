/** Keeps the stage's frame at the size of the visitor's window, scaled into the room there is. */

/**
 * @param container Room for the stage.
 * @param frame     The stage.
 * @return `resize( width, height )` for another window size, and `stop()`.
 */
export function fitStage( container: HTMLElement, frame: HTMLElement ): { resize: ( width: number, height: number ) => void; stop: () => void } {
	let width = 1280;
	let height = 720;
	if ( getComputedStyle( container ).position === 'static' ) {
		container.style.position = 'relative';
	}
	container.style.overflow = 'hidden';
	container.style.contain = 'strict';
	Object.assign( frame.style, { position: 'absolute', border: '0', left: '50%', top: '50%', pointerEvents: 'none', background: '#fff', visibility: 'hidden', maxWidth: 'none' } );

	const place = (): void => {
		const scale = Math.min( container.clientWidth / width, container.clientHeight / height );
		frame.style.width = `${ width }px`;
		frame.style.height = `${ height }px`;
		frame.style.transform = `translate(-50%, -50%) scale(${ scale > 0 ? scale : 1 })`;
	};
	const observer = new ResizeObserver( place );
	observer.observe( container );
	return {
		resize: ( w, h ) => {
			width = Math.min( 8192, Math.max( 1, w ) );
			height = Math.min( 8192, Math.max( 1, h ) );
			frame.style.visibility = 'visible';
			place();
		},
		stop: () => observer.disconnect(),
	};
}

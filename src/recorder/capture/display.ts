/** Media features of the visitor's screen and preferences, beside the size of the window: the viewer's browser has others. */

/** Media queries by the name that event.json gives the answer. */
const QUERIES = {
	dark: 'prefers-color-scheme:dark',
	reducedMotion: 'prefers-reduced-motion:reduce',
	moreContrast: 'prefers-contrast:more',
	forcedColors: 'forced-colors:active',
	hover: 'hover',
	anyHover: 'any-hover',
	finePointer: 'pointer:fine',
	anyFinePointer: 'any-pointer:fine',
};

export function displayNow(): Record<string, boolean | number> {
	const display: Record<string, boolean | number> = { pixelRatio: devicePixelRatio, zoom: visualViewport?.scale ?? 1 };
	for ( const [ name, query ] of Object.entries( QUERIES ) ) {
		display[ name ] = matchMedia( `(${ query })` ).matches;
	}
	return display;
}

/** Calls back when the visitor's system turns dark or light, which no event of the page tells. Returns the exact end. */
export function watchScheme( onChange: () => void ): () => void {
	const query = matchMedia( `(${ QUERIES.dark })` );
	query.addEventListener( 'change', onChange );
	return () => query.removeEventListener( 'change', onChange );
}

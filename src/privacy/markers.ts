import { markers } from '../contracts/generated/privacy-rules';

/** What mark-up can ask for, strictest first. */
export type Marker = 'sensitive' | 'block' | 'mask' | 'ignore' | 'allow';

/** Selectors of all marks of one fate, for querySelectorAll and matches: Candid's own and those of the tools people come from. */
export const MARKER_SELECTOR = Object.fromEntries(
	Object.entries( markers ).map( ( [ fate, list ] ) => [ fate, list.join() ] ),
) as Record< Marker, string >;

const FATES = Object.keys( MARKER_SELECTOR ) as Marker[];
const ANY = Object.values( MARKER_SELECTOR ).join();

/** The mark on this very element (not its ancestors); the strictest when there are several. */
export function markerOf( el: Element ): Marker | null {
	return el.matches( ANY ) ? FATES.find( ( fate ) => el.matches( MARKER_SELECTOR[ fate ] ) ) ?? null : null;
}

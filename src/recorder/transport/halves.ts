/**
 * Makes two segments of one, with about half of the characters each.
 *
 * @param ndjson Envelope and events, one a line.
 * @return Two texts of the same form; null for a segment with a single event.
 */
export function halvesOf( ndjson: string ): [ string, string ] | null {
	const lines = ndjson.trimEnd().split( '\n' );
	if ( lines.length < 3 ) {
		return null;
	}
	const [ envelope, ...events ] = lines;
	let first = 1;
	for ( let size = events[ 0 ]!.length; first < events.length - 1 && size + events[ first ]!.length <= ndjson.length / 2; first++ ) {
		size += events[ first ]!.length;
	}
	const made = ( part: string[] ) => [ envelope, ...part, '' ].join( '\n' );
	return [ made( events.slice( 0, first ) ), made( events.slice( first ) ) ];
}

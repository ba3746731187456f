type Span = readonly [ number, number ];

/** As fine as a time line of 1,000 px can show. */
const PARTS = 1_000;

/**
 * The same spans, those closer together than one thousandth of the length joined: a recording with
 * thousands of gaps must not become thousands of elements.
 *
 * @param spans    In order; from and to, ms.
 * @param duration Length of the recording, ms.
 * @return At most 1,000 spans.
 */
export function mergeSpans( spans: readonly Span[], duration: number ): Span[] {
	const apart = duration / PARTS;
	const merged: Array< [ number, number ] > = [];
	for ( const [ from, to ] of spans ) {
		const last = merged.at( -1 );
		if ( last && from - last[ 1 ] < apart ) {
			last[ 1 ] = Math.max( last[ 1 ], to );
		} else {
			merged.push( [ from, to ] );
		}
	}
	return merged;
}

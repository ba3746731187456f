/**
 * Positions of a longest increasing run of numbers (patience sorting, O(n log n)): of children that changed places these
 * can stay where they are.
 *
 * @param numbers Distinct numbers; a negative one never belongs to the run.
 */
export function longestRun( numbers: readonly number[] ): boolean[] {
	/** For each length of a run the position of the smallest number that ends one. */
	const ends: number[] = [];
	const before = new Array<number>( numbers.length );
	for ( let at = 0; at < numbers.length; at++ ) {
		const number = numbers[ at ]!;
		if ( number < 0 ) {
			continue;
		}
		let low = 0;
		let high = ends.length;
		if ( high > 0 && numbers[ ends[ high - 1 ]! ]! < number ) {
			low = high;
		}
		while ( low < high ) {
			const middle = ( low + high ) >> 1;
			if ( numbers[ ends[ middle ]! ]! < number ) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		before[ at ] = low > 0 ? ends[ low - 1 ]! : -1;
		ends[ low ] = at;
	}
	const kept = new Array<boolean>( numbers.length ).fill( false );
	for ( let at = ends.length > 0 ? ends[ ends.length - 1 ]! : -1; at >= 0; at = before[ at ]! ) {
		kept[ at ] = true;
	}
	return kept;
}

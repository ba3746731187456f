/**
 * Keeps the items of a list that are what they should be: one bad item never hides the others.
 *
 * @param list   As the server sent it.
 * @param isGood Whether an item can be shown.
 * @return The good items in their order, and how many were left out.
 */
export function sift< T >( list: readonly unknown[], isGood: ( item: unknown ) => item is T ): { good: T[]; leftOut: number } {
	const good = list.filter( isGood );
	return { good, leftOut: list.length - good.length };
}

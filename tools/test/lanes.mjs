/**
 * Runs jobs side by side, a few at a time. A lane that is free takes the next job of the list.
 *
 * @template T
 * @param {( () => Promise<T> )[]} jobs  In the order in which they begin. None may reject.
 * @param {number}                 lanes How many run at a time.
 * @return {Promise<T[]>} Their answers, in the jobs' order.
 */
export async function inLanes( jobs, lanes ) {
	const answers = [];
	const left = jobs.entries();
	await Promise.all( Array.from( { length: lanes }, async () => {
		for ( const [ place, job ] of left ) {
			answers[ place ] = await job();
		}
	} ) );
	return answers;
}

/** Records the page it is on; the test reads what was recorded from the window. */
import { record } from '@rrweb/record';

const events: unknown[] = [];
( window as unknown as { recorded: unknown[] } ).recorded = events;
record( { emit: ( event ) => void events.push( event ), maskAllInputs: true, maskInputFn: () => '•••••' } );

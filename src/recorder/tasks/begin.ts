/** The first module of the recorder, before all that is made when the others are loaded; takeOver() ends what begins here. */
import { beginLoading, endLoading } from './task';

beginLoading();
// Before any script of the page runs, also where one of the other modules fails.
queueMicrotask( endLoading );

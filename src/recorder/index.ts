/**
 * The recorder of a site that records no form inputs. There every field is hidden, so that it carries no list of
 * sensitive words: without one every name counts as sensitive, and a page that asks this recorder for inputs gets none.
 */
import './tasks/begin';
import { takeOver } from './take-over';

takeOver( () => 'unknown' );

/** The recorder of a site that records form inputs: it knows the words by which fields are named that never are. */
import './tasks/begin';
import { sensitiveWord } from '../privacy/words';
import { takeOver } from './take-over';

takeOver( sensitiveWord );

/** The script that decides about consent; the loader fetches it where there may be something to decide. */
import { Consent } from './consent';

try {
	new Consent( JSON.parse( document.getElementById( 'candid-config' )!.textContent! ) ).start();
} catch {
	// A page where the decision fails is not recorded.
}

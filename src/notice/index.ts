/** The script of the notice; the decision loads it only where the notice must be shown. */
import { registry } from '../consent/registry';
import type { FrontConfig } from '../contracts/generated/front-config';
import { Notice } from './notice';

try {
	const config: FrontConfig = JSON.parse( document.getElementById( 'candid-config' )!.textContent! );
	const page = registry();
	const notice = new Notice( config.consent.notice );
	page.ask = () => notice.show();
	page.hide = notice.hide;
	// The question may have been answered while the script was on its way.
	if ( page.isAsked !== undefined ) {
		notice.show();
	}
} catch {
	// A page where the notice fails is not recorded.
}

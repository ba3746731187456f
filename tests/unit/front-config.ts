/** The part about consent of a page's config, for tests of what comes after the decision, or of the decision itself. */
import type { FrontConfig } from '../../src/contracts/generated/front-config';

export const consentConfig = ( changed: Partial<FrontConfig[ 'consent' ]> = {} ): FrontConfig[ 'consent' ] => ( {
	mode: 'without',
	category: 'statistics',
	signals: 'obey',
	version: 'v1',
	script: '/choice.js',
	erase: '/erase',
	notice: { script: '/panel.js', place: 'bar', colors: 'light', language: 'en', title: 'Title', text: 'Text', accept: 'Yes', refuse: 'No', close: 'Close', more: 'More', policy: '/privacy' },
	...changed,
} );

import { __ } from '@wordpress/i18n';

/** What stands beside every button that turns recording on. */
export function informText(): string {
	return __(
		'Tell your visitors that visits are recorded. In many countries you also need their consent first. The block “Privacy statement” adds a suggested text to your privacy policy.',
		'candid',
	);
}

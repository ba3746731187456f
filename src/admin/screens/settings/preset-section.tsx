import { __, _x } from '@wordpress/i18n';
import type { Settings } from '../../../contracts/generated/settings';
import { Choices, type Choice } from './choices';
import type { Edits } from './draft';
import { Section } from './section';

/** How much of the page's own text is shown. */
export function PresetSection( { preset, change }: { preset: Settings[ 'preset' ]; change: ( edits: Edits ) => void } ) {
	const choices: Choice< Settings[ 'preset' ] >[] = [
		{
			value: 'strict',
			label: _x( 'Strict', 'preset: how much text of a page is shown; an adjective', 'candid' ),
			explanation: __( 'All text is masked and no images or media are shown. You see where people go and click, not what they read.', 'candid' ),
		},
		{
			value: 'balanced',
			label: _x( 'Balanced', 'preset: how much text of a page is shown; an adjective', 'candid' ),
			explanation: __( 'Pages are shown as they are; text that looks personal, such as email addresses and phone numbers, is masked.', 'candid' ),
		},
		{
			value: 'open',
			label: _x( 'Open', 'preset: how much text of a page is shown; an adjective', 'candid' ),
			explanation: __( 'Text is shown as it is, personal details included. Only for sites whose pages show none.', 'candid' ),
		},
	];

	return (
		<Section
			title={ __( 'Text on your pages', 'candid' ) }
			about={ __( 'Passwords, card numbers and sensitive fields are never recorded, whichever you choose.', 'candid' ) }
		>
			<Choices legend={ __( 'Text on your pages', 'candid' ) } choices={ choices } chosen={ preset } onChoose={ ( value ) => change( { preset: value } ) } />
		</Section>
	);
}

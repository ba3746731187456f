import { SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import type { Settings } from '../../../contracts/generated/settings';
import type { ConsentPlugin } from '../../data/settings';
import { Choices, type Choice } from './choices';
import type { Draft, Edits } from './draft';
import { NoticeEditor } from './notice-editor';
import { Section } from './section';
import { WithoutQuestion } from './without-question';

interface ConsentSectionProps {
	draft: Draft;
	change: ( edits: Edits ) => void;
	plugin: ConsentPlugin | undefined;
}

/** How visitors agree to being recorded. Not asking is only chosen by somebody who states that their law allows it. */
export function ConsentSection( { draft, change, plugin }: ConsentSectionProps ) {
	const [ asking, setAsking ] = useState( false );
	const choices: Choice< Settings[ 'consent' ] >[] = [
		{
			value: 'ask',
			label: __( 'Candid asks', 'candid' ),
			explanation: __( 'A small notice asks each visitor. Nothing is recorded before a yes.', 'candid' ),
		},
		{
			value: 'plugin',
			label: __( 'A consent plugin asks', 'candid' ),
			explanation: __( 'For sites with a cookie banner. Candid follows its answer through the WP Consent API.', 'candid' ),
		},
		{
			value: 'without',
			label: __( 'Record without asking', 'candid' ),
			explanation: __( 'Only where the law that applies to you allows it. Visitors can still object.', 'candid' ),
		},
	];
	return (
		<Section title={ __( 'How visitors agree', 'candid' ) } about={ __( 'Visitors can change their mind at any time. Then recording stops, and what was recorded of the visit is erased.', 'candid' ) }>
			<Choices
				legend={ __( 'How visitors agree', 'candid' ) }
				choices={ choices }
				chosen={ draft.consent }
				onChoose={ ( consent ) => ( consent === 'without' ? setAsking( true ) : change( { consent } ) ) }
			/>
			{ draft.consent === 'plugin' && <PluginChoice category={ draft.consent_category } change={ change } plugin={ plugin } /> }
			{ draft.consent === 'ask' && <NoticeEditor draft={ draft } change={ change } /> }
			<Signals chosen={ draft.privacy_signals } change={ change } />
			<p className="candid-remark">
				{ __( 'Let visitors change their answer: add this shortcode to your privacy policy or footer, or a link or menu item to the address behind it.', 'candid' ) }{ ' ' }
				<code dir="ltr">[candid_consent]</code> <code dir="ltr">#candid-consent</code>
			</p>
			{ asking && (
				<WithoutQuestion
					onConfirm={ () => {
						setAsking( false );
						change( { consent: 'without' } );
					} }
					onCancel={ () => setAsking( false ) }
				/>
			) }
		</Section>
	);
}

/** The category under which a consent plugin asks, and whether one is there. */
function PluginChoice( { category, change, plugin }: { category: Settings[ 'consent_category' ]; change: ConsentSectionProps[ 'change' ]; plugin: ConsentPlugin | undefined } ) {
	return (
		<div className="candid-fields">
			{ plugin && ! plugin.there && (
				<p className="candid-remark is-warning">
					{ __( 'No consent plugin was found, so nobody is recorded. Install the plugin “WP Consent API” and a consent plugin that works with it.', 'candid' ) }
				</p>
			) }
			{ plugin?.there && ! plugin.managed && (
				<p className="candid-remark is-warning">
					{ __( 'The WP Consent API is there, but no consent plugin seems to use it. Nobody is recorded until one does.', 'candid' ) }
				</p>
			) }
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Category in your consent plugin', 'candid' ) }
				help={ __( 'Visitors who allow this category are recorded.', 'candid' ) }
				value={ category }
				options={ [
					{ value: 'statistics', label: __( 'Statistics', 'candid' ) },
					{ value: 'statistics-anonymous', label: __( 'Anonymous statistics', 'candid' ) },
					{ value: 'preferences', label: __( 'Preferences', 'candid' ) },
					{ value: 'marketing', label: __( 'Marketing', 'candid' ) },
					{ value: 'functional', label: _x( 'Functional', 'category of a consent plugin', 'candid' ) },
				] }
				onChange={ ( value ) => change( { consent_category: value as Settings[ 'consent_category' ] } ) }
			/>
		</div>
	);
}

function Signals( { chosen, change }: { chosen: Settings[ 'privacy_signals' ]; change: ConsentSectionProps[ 'change' ] } ) {
	return (
		<div className="candid-fields">
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Browsers that ask not to be tracked', 'candid' ) }
				help={ __( 'By Global Privacy Control or Do Not Track. In some places the law obliges you to respect these signals.', 'candid' ) }
				value={ chosen }
				options={ [
					{ value: 'obey', label: __( 'Never record them', 'candid' ) },
					{ value: 'yes_wins', label: __( 'Record them only after a yes', 'candid' ) },
					{ value: 'ignore', label: __( 'Ignore the signals', 'candid' ) },
				] }
				onChange={ ( value ) => change( { privacy_signals: value as Settings[ 'privacy_signals' ] } ) }
			/>
		</div>
	);
}

import { InspectorControls, useBlockProps } from '@wordpress/block-editor';
import type { BlockEditProps } from '@wordpress/blocks';
import { Flex, Notice, PanelBody, SelectControl, TextControl } from '@wordpress/components';
import { __, _x, sprintf } from '@wordpress/i18n';
import { editorData } from './editor-data';
import { composeStatement, defaultsFor, hasStatement, languageOf, LANGUAGES } from './statement';
import type { AccountKind } from './statement';

export interface PrivacyStatementAttributes {
	/** One of the five languages; empty: the page's. */
	language: string;
	/** Empty: the account's. */
	company: string;
	/** Empty: the account's. */
	vatId: string;
}

function nameOf( code: string ): string {
	return LANGUAGES.find( ( language ) => language.code === code )?.name ?? code;
}

function explanationOf( kind: AccountKind, company: string ): string {
	if ( company !== '' ) {
		return __( 'The statement names this company as a third party.', 'candid' );
	}
	if ( kind === 'own' ) {
		return __( 'Recordings stay on this site, so no third party is named.', 'candid' );
	}
	if ( kind === 'smartsupp' ) {
		return __( 'The account key on this site is from Smartsupp, so its company is named.', 'candid' );
	}
	return __( 'The account key on this site belongs to somebody else. Enter the name of the company that runs that account.', 'candid' );
}

/**
 * The block in the editor: the sentence itself, as visitors will read it.
 */
export function Edit( { attributes, setAttributes }: BlockEditProps< PrivacyStatementAttributes > ) {
	const { kind, locale } = editorData();
	const { language, company, vatId } = attributes;
	const defaults = defaultsFor( kind );
	const statement = composeStatement( language || locale, kind, company, vatId );
	const blockProps = useBlockProps( { lang: statement.language } );

	return (
		<>
			<InspectorControls>
				<PanelBody title={ _x( 'Statement', 'privacy statement', 'candid' ) }>
					<SelectControl
						label={ __( 'Language', 'candid' ) }
						value={ language }
						options={ [
							{
								value: '',
								/* translators: %s: name of a language. */
								label: sprintf( __( 'Language of the page (%s)', 'candid' ), nameOf( languageOf( locale ) ) ),
							},
							...LANGUAGES.map( ( { code, name } ) => ( { value: code, label: name } ) ),
						] }
						onChange={ ( value: string ) => setAttributes( { language: value } ) }
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						help={ language === '' && ! hasStatement( locale ) ? __( 'There is no statement in the language of this page; English is shown.', 'candid' ) : undefined }
					/>
				</PanelBody>
				<PanelBody title={ __( 'Third party', 'candid' ) }>
					<p>{ explanationOf( kind, company.trim() ) }</p>
					<Flex direction="column" gap={ 4 }>
						<TextControl
							label={ __( 'Third party’s name', 'candid' ) }
							value={ company }
							placeholder={ defaults.company }
							help={ __( 'Leave empty if recordings stay on this site.', 'candid' ) }
							onChange={ ( value: string ) => setAttributes( { company: value } ) }
							__next40pxDefaultSize
							__nextHasNoMarginBottom
						/>
						<TextControl
							label={ __( 'VAT ID', 'candid' ) }
							value={ vatId }
							placeholder={ company.trim() === '' || company.trim() === defaults.company ? defaults.vatId : '' }
							help={ __( 'Printed after the name. Without a name it is not printed.', 'candid' ) }
							onChange={ ( value: string ) => setAttributes( { vatId: value } ) }
							__next40pxDefaultSize
							__nextHasNoMarginBottom
						/>
					</Flex>
				</PanelBody>
				<PanelBody>
					<Notice status="warning" isDismissible={ false }>
						{ __( 'This text is a suggestion, not legal advice. Laws differ; ask a local lawyer.', 'candid' ) }
					</Notice>
				</PanelBody>
			</InspectorControls>
			<p { ...blockProps }>{ statement.text }</p>
		</>
	);
}

import { SelectControl, TextControl, TextareaControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, _x } from '@wordpress/i18n';
import type { Settings } from '../../../contracts/generated/settings';
import { noticeText } from '../../text/notice-text';
import type { Draft, Edits } from './draft';
import { NoticePreview } from './notice-preview';

type Words = Settings[ 'notice_texts' ][ number ];
type Text = Exclude< keyof Words, 'language' >;

/** Languages that Candid brings its own words in. */
const LANGUAGES = [ 'en', 'es', 'it', 'pl', 'hu' ];

/** Most characters, see plugin/schemas/settings.json. */
const LONGEST: Record< Text, number > = { title: 80, text: 600, accept: 40, refuse: 40 };

const nothing = ( language: string ): Words => ( { language, title: '', text: '', accept: '', refuse: '' } );
const isEmpty = ( { title, text, accept, refuse }: Words ) => ! ( title || text || accept || refuse ).trim();

/** Language of this screen, as two or three letters. */
const languageOfScreen = () => /^[a-z]{2,3}/i.exec( document.documentElement.lang )?.[ 0 ].toLowerCase() ?? 'en';

function nameOf( language: string ): string {
	try {
		return new Intl.DisplayNames( [ document.documentElement.lang || 'en' ], { type: 'language' } ).of( language ) ?? language;
	} catch {
		return language;
	}
}

/** Looks and words of Candid's notice, with a preview that follows every change. */
export function NoticeEditor( { draft, change }: { draft: Draft; change: ( edits: Edits ) => void } ) {
	const own = languageOfScreen();
	const [ language, setLanguage ] = useState( own );
	const languages = [ ...new Set( [ own, ...LANGUAGES, ...draft.notice_texts.map( ( words ) => words.language ) ] ) ];
	const words = draft.notice_texts.find( ( one ) => one.language === language ) ?? nothing( language );
	const candids = noticeText( draft.record_inputs );

	const write = ( field: Text, value: string ) => {
		const edited = { ...words, [ field ]: value };
		const others = draft.notice_texts.filter( ( one ) => one.language !== language );
		change( { notice_texts: isEmpty( edited ) ? others : [ ...others, edited ] } );
	};
	const field = ( name: Text, label: string ) => ( { label, value: words[ name ], maxLength: LONGEST[ name ], placeholder: language === own ? candids[ name ] : '', onChange: ( value: string ) => write( name, value ) } );

	return (
		<div className="candid-fields">
			<NoticePreview look={ draft } words={ words } own={ candids } language={ language } />
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Place of the notice', 'candid' ) }
				value={ draft.notice_place }
				options={ [
					{ value: 'bar', label: __( 'Bar at the bottom of the window', 'candid' ) },
					{ value: 'corner', label: __( 'Box in the corner', 'candid' ) },
					{ value: 'inline', label: __( 'At the end of the page', 'candid' ) },
				] }
				onChange={ ( value ) => change( { notice_place: value as Settings[ 'notice_place' ] } ) }
			/>
			<SelectControl
				__next40pxDefaultSize
				__nextHasNoMarginBottom
				label={ __( 'Colors of the notice', 'candid' ) }
				value={ draft.notice_colors }
				options={ [
					{ value: 'theme', label: __( 'As the theme', 'candid' ) },
					{ value: 'light', label: _x( 'Light', 'colors of the notice', 'candid' ) },
					{ value: 'dark', label: _x( 'Dark', 'colors of the notice', 'candid' ) },
				] }
				onChange={ ( value ) => change( { notice_colors: value as Settings[ 'notice_colors' ] } ) }
			/>
			<details>
				<summary>{ __( 'Your own words', 'candid' ) }</summary>
				<div className="candid-fields">
					<p>{ __( 'An empty field keeps Candid’s words. After a change, visitors who agreed before are asked again.', 'candid' ) }</p>
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Language', 'candid' ) }
						value={ language }
						options={ languages.map( ( value ) => ( { value, label: nameOf( value ) } ) ) }
						onChange={ setLanguage }
					/>
					<TextControl __next40pxDefaultSize __nextHasNoMarginBottom { ...field( 'title', __( 'Title', 'candid' ) ) } />
					<TextareaControl __nextHasNoMarginBottom rows={ 4 } { ...field( 'text', __( 'Text', 'candid' ) ) } />
					<TextControl __next40pxDefaultSize __nextHasNoMarginBottom { ...field( 'accept', __( 'Button that agrees', 'candid' ) ) } />
					<TextControl __next40pxDefaultSize __nextHasNoMarginBottom { ...field( 'refuse', __( 'Button that refuses', 'candid' ) ) } />
				</div>
			</details>
		</div>
	);
}

/**
 * What style sheets ask about a screen and its owner's wishes, answered for the visitor: the browser of whoever watches
 * would answer for itself. A recording that does not say leaves the question to the browser.
 */
import { asNumber, asObject } from '../parse';

/** Answers of a recording, by the names of event.json. */
export interface Display {
	flags: Readonly< Record< string, boolean > >;
	pixelRatio: number | null;
}

/** Name of the answer by feature and value; `!` for the opposite. Without a value a feature asks for the first one. */
const FEATURES: Readonly< Record< string, Readonly< Record< string, string > > > > = {
	'prefers-color-scheme': { dark: 'dark', light: '!dark' },
	'prefers-reduced-motion': { reduce: 'reducedMotion', 'no-preference': '!reducedMotion' },
	'prefers-contrast': { more: 'moreContrast', 'no-preference': '!moreContrast' },
	'forced-colors': { active: 'forcedColors', none: '!forcedColors' },
	hover: { hover: 'hover', none: '!hover' },
	'any-hover': { hover: 'anyHover', none: '!anyHover' },
	pointer: { fine: 'finePointer', coarse: '!finePointer' },
	'any-pointer': { fine: 'anyFinePointer', coarse: '!anyFinePointer' },
};

const RESOLUTION = /^(?:(min-|max-)?resolution|-webkit-(min-|max-)?device-pixel-ratio)$/;
/** The ratio of a zoomed page is no round number. */
const NEAR = 0.01;
/** Dots per CSS px of the units of resolution (CSS Values, 7.4). */
const UNITS: Readonly< Record< string, number > > = { '': 1, x: 1, dppx: 1, dpi: 1 / 96, dpcm: 2.54 / 96 };

export function cleanDisplay( raw: unknown ): Display | null {
	const given = asObject( raw );
	return given && { flags: Object.fromEntries( Object.entries( given ).filter( ( entry ): entry is [ string, boolean ] => typeof entry[ 1 ] === 'boolean' ) ), pixelRatio: asNumber( given.pixelRatio, 0.1, 20 ) };
}

/** Whether a feature of a media query holds for the visitor; null where nobody knows. */
export function answer( { flags, pixelRatio }: Display, feature: string, value: string | undefined ): boolean | null {
	const values = FEATURES[ feature ];
	if ( values ) {
		// Any color scheme is one: without a value the question is whether the browser knows the feature.
		const name = value === undefined && feature !== 'prefers-color-scheme' ? Object.values( values )[ 0 ]! : values[ value ?? '' ] ?? '';
		const flag = flags[ name.replace( '!', '' ) ];
		return flag === undefined ? null : flag !== name.startsWith( '!' );
	}
	const [ , ofPlain = '', ofWebkit = '' ] = RESOLUTION.exec( feature ) ?? [];
	const [ , number, unit = '' ] = /^([\d.]+)([a-z]*)$/.exec( value ?? '' ) ?? [];
	const factor = UNITS[ unit ];
	if ( ! RESOLUTION.test( feature ) || number === undefined || factor === undefined || pixelRatio === null ) {
		return null;
	}
	const asked = Number( number ) * factor;
	const bound = ofPlain || ofWebkit;
	const isEnough = pixelRatio > asked - NEAR;
	const isNotTooMuch = pixelRatio < asked + NEAR;
	return ( isEnough || bound === 'max-' ) && ( isNotTooMuch || bound === 'min-' );
}

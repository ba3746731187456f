import { keptKeys, maskText, scrubText, scrubUrl } from '../../privacy';
import type { FrontConfig } from '../../contracts/generated/front-config';
import type { Segment } from '../../contracts/generated/segment';
import { allIn, referrerOf, textOf } from '../../privacy/natives';

/** Bounds of plugin/schemas/segment.json. */
const LONGEST_URL = 2048;
const LONGEST_TITLE = 512;
const LONGEST_LANGUAGE = 35;
const WIDEST_VIEWPORT = 16384;
const WIDEST_SCREEN = 32768;
/** A touch screen whose shorter side is below this is a phone's, else a tablet's (CSS px). */
const TABLET_FROM_PX = 600;

/** Cuts without leaving half of an emoji behind: no decoder takes that. */
const cut = ( text: string, most: number ) => text.slice( 0, most ).replace( /[\ud800-\udbff]$/, '' );

const clamp = ( value: number, most: number ) => Math.max( 0, Math.min( most, Math.round( value ) || 0 ) );

function device(): Segment[ 'device' ] {
	if ( ! matchMedia( '(pointer: coarse)' ).matches ) {
		return 'desktop';
	}
	return Math.min( screen.width, screen.height ) < TABLET_FROM_PX ? 'phone' : 'tablet';
}

/** The address that was asked last: every segment names that of the page. */
let asked: { url: string; config: FrontConfig; shown: string } | undefined;

/** An address as it may leave the page. */
export function showUrl( url: string, config: FrontConfig ): string {
	if ( asked?.url !== url || asked.config !== config ) {
		asked = { url, config, shown: cut( scrubUrl( url, keptKeys( config.keep, config.inputs, config.search ) ), LONGEST_URL ) };
	}
	return asked.shown;
}

function showTitle( config: FrontConfig, hide: ( text: string ) => string ): string {
	// Not document.title, which is a form where one has that name.
	const title = hide( textOf( allIn( document, 'title' )[ 0 ] ?? document )?.trim().replace( /\s+/g, ' ' ) ?? '' );
	const masked = config.maskPage || config.preset === 'strict';
	return cut( masked ? maskText( title ) : scrubText( title, config.preset ), LONGEST_TITLE );
}

/**
 * Describes the page at the moment of sealing.
 *
 * @param page    Ordinal of the page view.
 * @param started Unix ms by this browser's clock.
 * @param hide    Takes out of a text what fields hold that are not recorded.
 * @param address The page's address, as far as it may be shown.
 */
export function describePage( config: FrontConfig, page: number, started: number, hide: ( text: string ) => string, address = location.href ): Segment {
	const envelope: Segment = {
		v: 1,
		page,
		url: showUrl( address, config ),
		title: showTitle( config, hide ),
		started,
		sent: Date.now(),
		viewport: [ clamp( innerWidth, WIDEST_VIEWPORT ), clamp( innerHeight, WIDEST_VIEWPORT ) ],
		screen: [ clamp( screen.width, WIDEST_SCREEN ), clamp( screen.height, WIDEST_SCREEN ) ],
		device: device(),
		language: ( navigator.language || '' ).slice( 0, LONGEST_LANGUAGE ),
		preset: config.preset,
		inputs: config.inputs,
	};
	const referrer = referrerOf( document );
	if ( page === 0 && referrer ) {
		envelope.referrer = showUrl( referrer, config );
	}
	return envelope;
}

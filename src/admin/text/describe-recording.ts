import { dateI18n, getSettings, humanTimeDiff } from '@wordpress/date';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Recording } from '../../contracts/generated/recording';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/**
 * A length of time as people read it on a clock: `0:07`, `12:30`, `1:02:03`.
 *
 * @param ms Milliseconds; anything negative counts as none.
 */
export function clockOf( ms: number ): string {
	const seconds = Math.max( 0, Math.round( ms / 1000 ) );
	const pad = ( n: number ) => String( n ).padStart( 2, '0' );
	const minutes = Math.floor( ( seconds % HOUR ) / MINUTE );
	const rest = pad( seconds % MINUTE );
	return seconds >= HOUR ? `${ Math.floor( seconds / HOUR ) }:${ pad( minutes ) }:${ rest }` : `${ minutes }:${ rest }`;
}

/**
 * The same length in words, for people who hear it.
 *
 * @param ms Milliseconds.
 */
export function spokenLength( ms: number ): string {
	const seconds = Math.max( 0, Math.round( ms / 1000 ) );
	const hours = Math.floor( seconds / HOUR );
	const minutes = Math.floor( ( seconds % HOUR ) / MINUTE );
	const rest = seconds % MINUTE;
	const parts = [
		/* translators: %d: number of hours. */
		hours > 0 && sprintf( _n( '%d hour', '%d hours', hours, 'candid' ), hours ),
		/* translators: %d: number of minutes. */
		minutes > 0 && sprintf( _n( '%d minute', '%d minutes', minutes, 'candid' ), minutes ),
		/* translators: %d: number of seconds. */
		( rest > 0 || seconds === 0 ) && sprintf( _n( '%d second', '%d seconds', rest, 'candid' ), rest ),
	];
	return parts.filter( Boolean ).join( ' ' );
}

/**
 * How long ago, e.g. "5 minutes ago".
 *
 * @param started Unix time, ms.
 * @param now     Unix time, ms.
 */
export function relativeTime( started: number, now: number ): string {
	// A visitor's first second and a clock that is a little off both read "just now", never "in 2 seconds".
	if ( now - started < 45_000 ) {
		return __( 'just now', 'candid' );
	}
	return humanTimeDiff( new Date( started ), new Date( now ) );
}

/**
 * Date and time in the site's time zone and format.
 *
 * @param started Unix time, ms.
 */
export function exactTime( started: number ): string {
	const { formats } = getSettings();
	return dateI18n( `${ formats.date }, ${ formats.time }`, new Date( started ), undefined );
}

/**
 * What to call a page: its title, or what stands in for one.
 *
 * @param title As recorded; a masked title is nothing but asterisks.
 * @param path  Path of the page; empty: nothing else is known.
 */
export function pageName( title: string, path = '' ): string {
	if ( /^[*\s]*$/.test( title ) ) {
		return path || ( title ? __( 'Masked title', 'candid' ) : __( 'Untitled page', 'candid' ) );
	}
	return title;
}

/** @param device What kind of device the visit came from. */
export function deviceName( device: Recording[ 'device' ] ): string {
	switch ( device ) {
		case 'desktop':
			return __( 'Desktop', 'candid' );
		case 'tablet':
			return __( 'Tablet', 'candid' );
		case 'phone':
			return __( 'Phone', 'candid' );
	}
}

/**
 * How many there are, as honest as the count is: "1 recording", "1,000+ recordings".
 *
 * @param total  Counted.
 * @param capped Whether counting stopped there.
 */
export function recordingCount( total: number, capped: boolean ): string {
	const shown = formatNumber( total );
	return sprintf(
		/* translators: %s: number of recordings, possibly with a plus sign behind it. */
		_n( '%s recording', '%s recordings', total, 'candid' ),
		capped ? `${ shown }+` : shown,
	);
}

/**
 * A number with the grouping of the admin's language.
 *
 * @param n Whole number.
 */
export function formatNumber( n: number ): string {
	const language = document.documentElement.lang || undefined;
	try {
		return new Intl.NumberFormat( language ).format( n );
	} catch {
		// A language tag the browser does not know (e.g. a variant of WordPress' own).
		return new Intl.NumberFormat().format( n );
	}
}

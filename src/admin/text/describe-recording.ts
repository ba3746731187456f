import { dateI18n, getSettings, humanTimeDiff } from '@wordpress/date';
import { __, _n, _x, sprintf } from '@wordpress/i18n';
import type { Recording } from '../../contracts/generated/recording';
import { plainText } from './plain-text';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Longer than any recording; what claims to be longer is shown as this, s. */
const LONGEST = 1000 * HOUR - 1;

/** The last moment a Date can hold (ECMAScript, "Time Values and Time Range"), ms. */
const LAST_MOMENT = 8_640_000_000_000_000;

/** Whole seconds of a length; nothing for what is no length at all. */
function secondsOf( ms: number ): number {
	return Math.min( LONGEST, Math.max( 0, Math.round( ms / 1000 ) || 0 ) );
}

/** Whether a number is a moment that can be written as a date. */
function isMoment( ms: number ): boolean {
	return ms > 0 && ms <= LAST_MOMENT;
}

/**
 * A length of time as people read it on a clock: `0:07`, `12:30`, `1:02:03`.
 *
 * @param ms Milliseconds; anything negative counts as none.
 */
export function clockOf( ms: number ): string {
	const seconds = secondsOf( ms );
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
	const seconds = secondsOf( ms );
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
	].filter( ( part ): part is string => part !== false );
	return parts.reduce( ( before, after ) =>
		/* translators: 1: the larger part of a length of time, e.g. "1 hour", 2: the rest, e.g. "5 minutes". */
		sprintf( _x( '%1$s %2$s', 'length of time', 'candid' ), before, after ),
	);
}

/**
 * How long ago, e.g. "5 minutes ago".
 *
 * @param started Unix time, ms.
 * @param now     Unix time, ms.
 */
export function relativeTime( started: number, now: number ): string {
	// A visitor's first second and a clock that is a little off both read "just now", never "in 2 seconds".
	if ( now - started < 45_000 && started - now < HOUR * 1000 ) {
		return __( 'just now', 'candid' );
	}
	if ( ! isMoment( started ) || started > now ) {
		return unknownTime();
	}
	return humanTimeDiff( new Date( started ), new Date( now ) );
}

/**
 * Date and time in the site's time zone and format.
 *
 * @param started Unix time, ms.
 */
export function exactTime( started: number ): string {
	if ( ! isMoment( started ) ) {
		return unknownTime();
	}
	const { formats } = getSettings();
	const moment = new Date( started );
	return sprintf(
		/* translators: 1: date, 2: time of day. */
		_x( '%1$s, %2$s', 'date and time', 'candid' ),
		dateI18n( formats.date, moment, undefined ),
		dateI18n( formats.time, moment, undefined ),
	);
}

/**
 * A moment for the `datetime` attribute of a time element.
 *
 * @param started Unix time, ms.
 * @return Undefined for what is no moment.
 */
export function machineTime( started: number ): string | undefined {
	return isMoment( started ) ? new Date( started ).toISOString() : undefined;
}

function unknownTime(): string {
	return __( 'Unknown time', 'candid' );
}

/**
 * What to call a page, the same in every list, heading and dialog: its title, or its path where the title is masked
 * or missing.
 *
 * @param title As recorded; a masked title is nothing but asterisks.
 * @param path  Path of the page.
 */
export function pageName( title: string, path: string ): string {
	const name = plainText( title );
	return /^[*\s]*$/.test( name ) ? plainText( path ) || __( 'Untitled page', 'candid' ) : name;
}

/** @param device What kind of device the visit came from. */
export function deviceName( device: Recording[ 'device' ] ): string {
	switch ( device ) {
		case 'desktop':
			return _x( 'Desktop', 'device', 'candid' );
		case 'tablet':
			return _x( 'Tablet', 'device', 'candid' );
		case 'phone':
			return _x( 'Phone', 'device', 'candid' );
	}
}

/** The badge of a visit that is still going on. */
export function liveText(): string {
	return _x( 'Live', 'visit that is still going on', 'candid' );
}

/**
 * How many there are, as honest as the count is: "1 recording", "1,000+ recordings".
 *
 * @param total  Counted.
 * @param capped Whether counting stopped there.
 */
export function recordingCount( total: number, capped: boolean ): string {
	return sprintf(
		/* translators: %s: number of recordings, possibly with a plus sign behind it. */
		_n( '%s recording', '%s recordings', total, 'candid' ),
		atLeast( total, capped ),
	);
}

/**
 * A number, with a sign when there may be more.
 *
 * @param count  Counted.
 * @param capped Whether counting stopped there.
 */
export function atLeast( count: number, capped: boolean ): string {
	const shown = formatNumber( count );
	/* translators: %s: a number; there are at least this many. */
	return capped ? sprintf( _x( '%s+', 'at least this many', 'candid' ), shown ) : shown;
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

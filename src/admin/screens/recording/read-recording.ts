import type { Recording } from '../../../contracts/generated/recording';

type PageView = NonNullable< Recording[ 'page_views' ] >[ number ];
type Listed = NonNullable< Recording[ 'segment_list' ] >[ number ];

/** A recording as the screen can show it. */
export interface ReadRecording {
	recording: Recording;
	/** How many values of the answer were unusable and are left out or replaced by a neutral one. */
	leftOut: number;
}

/** The longest time a Date can hold, ms. */
const LAST_DATE = 8.64e15;

const DEVICES: readonly unknown[] = [ 'desktop', 'tablet', 'phone' ] satisfies Array< Recording[ 'device' ] >;

const isCount = ( value: unknown ): value is number => typeof value === 'number' && Number.isInteger( value ) && value >= 0 && value <= LAST_DATE;
const isText = ( value: unknown ): value is string => typeof value === 'string';
const isFlag = ( value: unknown ): value is boolean => typeof value === 'boolean';
const isDevice = ( value: unknown ): value is Recording[ 'device' ] => DEVICES.includes( value );
const isSize = ( value: unknown ): value is [ number, number ] => Array.isArray( value ) && value.length === 2 && value.every( isCount );
const asObject = ( value: unknown ): Record< string, unknown > | null => ( typeof value === 'object' && value !== null && ! Array.isArray( value ) ? ( value as Record< string, unknown > ) : null );

function readPageView( value: unknown ): PageView | null {
	const given = asObject( value );
	return given && isCount( given.n ) && isText( given.path ) && isText( given.title ) && isCount( given.started ) && isCount( given.sequence )
		? { n: given.n, path: given.path, title: given.title, started: given.started, sequence: given.sequence }
		: null;
}

function readListed( value: unknown ): Listed | null {
	const given = asObject( value );
	return given && isCount( given.sequence ) && isCount( given.bytes ) && isCount( given.page ) ? { sequence: given.sequence, bytes: given.bytes, page: given.page } : null;
}

/** The first item of every key. */
function firstOfEach< Item >( items: readonly Item[], keyOf: ( item: Item ) => number ): Item[] {
	return [ ...new Map( [ ...items ].reverse().map( ( item ) => [ keyOf( item ), item ] as const ) ).values() ].sort( ( a, b ) => keyOf( a ) - keyOf( b ) );
}

/**
 * Reads the answer of `/recordings/{id}` value by value: what a stranger put into a recording must not keep
 * its owner from watching the rest.
 *
 * @param value The parsed answer.
 * @return Null when it is no recording at all.
 */
export function readRecording( value: unknown ): ReadRecording | null {
	const given = asObject( value );
	if ( ! given || ! isText( given.id ) || ! /^[0-9a-f]{32}$/.test( given.id ) ) {
		return null;
	}
	let leftOut = 0;
	const take = < Value >( name: string, test: ( raw: unknown ) => raw is Value, otherwise: Value ): Value => {
		const raw = given[ name ];
		if ( test( raw ) ) {
			return raw;
		}
		leftOut++;
		return otherwise;
	};
	const list = < Item >( name: string, read: ( raw: unknown ) => Item | null, keyOf: ( item: Item ) => number ): Item[] => {
		const raw = given[ name ];
		const items: readonly unknown[] = Array.isArray( raw ) ? raw : [];
		const found = firstOfEach( items.map( read ).filter( ( item ): item is Item => item !== null ), keyOf );
		leftOut += Array.isArray( raw ) ? items.length - found.length : 1;
		return found;
	};
	const recording: Recording = {
		id: given.id,
		account: take( 'account', isCount, 0 ),
		started: take( 'started', isCount, 0 ),
		duration: take( 'duration', isCount, 0 ),
		pages: take( 'pages', isCount, 0 ),
		events: take( 'events', isCount, 0 ),
		segments: take( 'segments', isCount, 0 ),
		bytes: take( 'bytes', isCount, 0 ),
		device: take( 'device', isDevice, 'desktop' ),
		viewport: take( 'viewport', isSize, [ 1280, 720 ] ),
		language: take( 'language', isText, '' ),
		entry: take( 'entry', isText, '/' ),
		exit: take( 'exit', isText, '/' ),
		title: take( 'title', isText, '' ),
		referrer: take( 'referrer', isText, '' ),
		redacted: take( 'redacted', isCount, 0 ),
		live: take( 'live', isFlag, false ),
		page_views: list( 'page_views', readPageView, ( view ) => view.n ),
		segment_list: list( 'segment_list', readListed, ( segment ) => segment.sequence ),
	};
	return { recording, leftOut };
}

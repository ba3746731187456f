/**
 * Which screen an address means. Pure: reading and writing addresses, nothing else.
 *
 * The route stands in the query (`admin.php?page=candid&p=/settings`) because WordPress owns the path.
 */
export type Route =
	| { screen: 'recordings'; before: string | null }
	| { screen: 'recording'; id: string }
	| { screen: 'settings' }
	| { screen: 'what-is-recorded'; page: string | null }
	| { screen: 'health' }
	| { screen: 'unknown'; path: string };

interface Address {
	screen: Exclude< Route[ 'screen' ], 'unknown' >;
	/** Path of the screen; the last part, when it begins with a colon, is a field of the route. */
	path: string;
	/** What that last part must look like. */
	part?: RegExp;
	/** Field of the route → key of the query. A field without a value is null. */
	fields?: Record< string, string >;
}

/** Every screen once; `readRoute` and `routeQuery` both go by this table. */
const ADDRESSES: readonly Address[] = [
	{ screen: 'recordings', path: '/recordings', fields: { before: 'before' } },
	{ screen: 'recording', path: '/recordings/:id', part: /^[0-9a-f]{32}$/ },
	{ screen: 'settings', path: '/settings' },
	{ screen: 'what-is-recorded', path: '/what-is-recorded', fields: { page: 'at' } },
	{ screen: 'health', path: '/health' },
];

/**
 * @param search The query of the address, e.g. `location.search`.
 */
export function readRoute( search: string ): Route {
	const query = new URLSearchParams( search );
	const path = ( query.get( 'p' ) ?? '' ).replace( /\/+$/, '' );
	for ( const address of ADDRESSES ) {
		const matched = matchPath( address, path || '/recordings' );
		if ( matched ) {
			const fields = Object.entries( address.fields ?? {} ).map( ( [ field, key ] ) => [ field, query.get( key ) || null ] );
			return { screen: address.screen, ...matched, ...Object.fromEntries( fields ) } as Route;
		}
	}
	return { screen: 'unknown', path };
}

/**
 * The query of the address of a route; the inverse of readRoute.
 *
 * @param route Where to.
 */
export function routeQuery( route: Route ): string {
	const values = route as unknown as Record< string, string | null >;
	const address = ADDRESSES.find( ( { screen } ) => screen === route.screen );
	const path = address ? address.path.replace( /:(\w+)$/, ( _, field: string ) => values[ field ] ?? '' ) : ( values.path ?? '' );
	const query = new URLSearchParams( { page: 'candid', p: path } );
	for ( const [ field, key ] of Object.entries( address?.fields ?? {} ) ) {
		const value = values[ field ];
		if ( value !== null && value !== undefined ) {
			query.set( key, value );
		}
	}
	// Slashes are allowed in a query and make the address readable.
	return `?${ query.toString().replace( /%2F/g, '/' ) }`;
}

/** The field in the path of an address, or nothing where the address has none; null when the path is another. */
function matchPath( { path, part }: Address, given: string ): Record< string, string > | null {
	if ( ! part ) {
		return given === path ? {} : null;
	}
	const cut = path.lastIndexOf( '/' ) + 1;
	const value = given.slice( cut );
	return given.startsWith( path.slice( 0, cut ) ) && part.test( value ) ? { [ path.slice( cut + 1 ) ]: value } : null;
}

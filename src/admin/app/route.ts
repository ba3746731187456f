/**
 * Which screen an address means. Pure: reading and making addresses, nothing else.
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

const RECORDING_ID = /^\/recordings\/([0-9a-f]{32})$/;

/**
 * @param search The query of the address, e.g. `location.search`.
 */
export function readRoute( search: string ): Route {
	const query = new URLSearchParams( search );
	const path = ( query.get( 'p' ) ?? '' ).replace( /\/+$/, '' );
	if ( path === '' || path === '/recordings' ) {
		return { screen: 'recordings', before: query.get( 'before' ) || null };
	}
	if ( path === '/settings' ) {
		return { screen: 'settings' };
	}
	if ( path === '/health' ) {
		return { screen: 'health' };
	}
	if ( path === '/what-is-recorded' ) {
		return { screen: 'what-is-recorded', page: query.get( 'at' ) || null };
	}
	const id = RECORDING_ID.exec( path )?.[ 1 ];
	return id ? { screen: 'recording', id } : { screen: 'unknown', path };
}

/**
 * The query of the address of a route; the inverse of readRoute.
 *
 * @param route Where to.
 */
export function routeQuery( route: Route ): string {
	const query = new URLSearchParams( { page: 'candid' } );
	switch ( route.screen ) {
		case 'recordings':
			query.set( 'p', '/recordings' );
			if ( route.before !== null ) {
				query.set( 'before', route.before );
			}
			break;
		case 'recording':
			query.set( 'p', `/recordings/${ route.id }` );
			break;
		case 'settings':
			query.set( 'p', '/settings' );
			break;
		case 'health':
			query.set( 'p', '/health' );
			break;
		case 'what-is-recorded':
			query.set( 'p', '/what-is-recorded' );
			if ( route.page !== null ) {
				query.set( 'at', route.page );
			}
			break;
		case 'unknown':
			query.set( 'p', route.path );
	}
	// Slashes are allowed in a query and make the address readable.
	return `?${ query.toString().replace( /%2F/g, '/' ) }`;
}

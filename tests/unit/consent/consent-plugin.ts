/** A page with the WP Consent API: its functions and events as assets/js/wp-consent-api.js 2.0.1 has them, its cookies in memory. */
interface Api extends Record<string, unknown> {
	wp_consent_type?: string;
	wp_fallback_consent_type?: string;
}

export function installConsentApi( { type, fallback = '', waits = false, version = 2, registered = 'statistics' }: { type?: string; fallback?: string; waits?: boolean; version?: 1 | 2; registered?: string } = {} ) {
	const cookies = new Map<string, string>();
	const api = window as unknown as Api;
	const get = ( name: string ) => cookies.get( name ) ?? '';
	const services = () => JSON.parse( get( 'wp_consented_services' ) || '{}' );
	const tell = ( name: string, detail?: unknown ) => document.dispatchEvent( new CustomEvent( name, { detail } ) );
	const has = ( category: string ) => {
		const now = typeof api.wp_consent_type !== 'undefined' ? api.wp_consent_type : api.wp_fallback_consent_type;
		return ! now || ( now.includes( 'optout' ) && get( `wp_${ category }` ) === '' ) || get( `wp_${ category }` ) === 'allow';
	};
	Object.assign( api, {
		wp_fallback_consent_type: fallback,
		waitfor_consent_hook: waits,
		consent_api: { cookie_prefix: 'wp' },
		consent_api_get_cookie: get,
		wp_has_consent: has,
	} );
	if ( type ) {
		api.wp_consent_type = type;
	}
	if ( version === 2 ) {
		Object.assign( api, {
			// The API counts a service that nobody registered as "marketing".
			wp_has_service_consent: ( service: string ) => services()[ service ] ?? has( registered ),
			wp_set_service_consent: ( service: string, value: boolean ) => {
				cookies.set( 'wp_consented_services', JSON.stringify( { ...services(), [ service ]: value } ) );
				tell( 'wp_consent_api_status_change_service', { service, value } );
			},
		} );
	}
	return {
		define( later: string ) {
			api.wp_consent_type = later;
			tell( 'wp_consent_type_defined' );
		},
		set( category: string, value: 'allow' | 'deny' ) {
			const isNew = get( `wp_${ category }` ) !== value;
			cookies.set( `wp_${ category }`, value );
			if ( isNew ) {
				tell( 'wp_listen_for_consent_change', Object.assign( [], { [ category ]: value } ) );
			}
		},
		setService: ( value: boolean ) => ( api.wp_set_service_consent as ( service: string, value: boolean ) => void )( 'Candid', value ),
		service: () => services().Candid,
	};
}

export function removeConsentApi(): void {
	for ( const name of [ 'wp_consent_type', 'wp_fallback_consent_type', 'waitfor_consent_hook', 'consent_api', 'consent_api_get_cookie', 'wp_has_consent', 'wp_has_service_consent', 'wp_set_service_consent' ] ) {
		delete ( window as unknown as Api )[ name ];
	}
}

/**
 * Events of the WP Consent API, dispatched on the document: an answer, a type that became known, an answer for one service
 * (assets/js/wp-consent-api.js of that plugin).
 */
export const PLUGIN_EVENTS = [ 'wp_listen_for_consent_change', 'wp_consent_type_defined', 'wp_consent_api_status_change_service' ];

/** The name under which Compat\Consent_Api registers Candid as a service. */
export const SERVICE = 'Candid';

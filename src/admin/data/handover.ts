/**
 * What PHP hands over to this page as `window.candidAdmin` (docs/ARCHITECTURE.md, "The admin page").
 */
export interface Handover {
	/** Address of the REST API, with a slash at the end. */
	root: string;
	nonce: string;
	/** Address of the site's front page. */
	siteUrl: string;
	/** Address of wp-admin, with a slash at the end. */
	adminUrl: string;
	/** What the person who is logged in may do. The server checks again on every request. */
	can: { watch: boolean; delete: boolean; export: boolean; manage: boolean };
	/** Addresses of the two scripts the player needs. */
	player: { stage: string; decoder: string };
	version: string;
	/** How many health checks are critical; 0 for people who may not see them. */
	critical: number;
}

declare global {
	interface Window {
		candidAdmin?: Handover;
	}
}

/**
 * The handover of this page.
 *
 * @throws When PHP printed none: the app cannot know what is allowed, so it must not guess.
 */
export function handover(): Handover {
	if ( ! window.candidAdmin ) {
		throw new Error( 'window.candidAdmin is missing from this page.' );
	}
	return window.candidAdmin;
}

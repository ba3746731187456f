/**
 * The only file that builds a stage. A `data:` document has an opaque origin by its scheme, so its frame may
 * keep `allow-same-origin`: that gives the document access to itself and to nothing of the site. Its
 * Content-Security-Policy allows the one inlined script and no request of any kind.
 */

/** Exact sandbox tokens of the stage's frame. Pinned by a test. */
export const STAGE_SANDBOX = 'allow-scripts allow-same-origin';

/** Exact policy of the stage's document. Pinned by a test. */
export function stagePolicy( nonce: string ): string {
	return [
		"default-src 'none'",
		`script-src 'nonce-${ nonce }'`,
		"style-src 'unsafe-inline'",
		'img-src data: blob:',
		'font-src data:',
		'media-src data: blob:',
		"connect-src 'none'",
		"frame-src 'none'",
		"child-src 'none'",
		"worker-src 'none'",
		"object-src 'none'",
		"manifest-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
	].join( '; ' );
}

/** Script text as it may stand inside a script element. */
function inline( script: string ): string {
	const safe = script.replace( /<(?=\/script|script)/gi, '\\x3c' ).replace( /<!--/g, '\\x3c!--' );
	if ( /<\/?script|<!--/i.test( safe ) ) {
		throw new Error( 'The stage script cannot be put into a document.' );
	}
	return safe;
}

/**
 * HTML of the stage's document.
 *
 * @param script Text of the plugin's own stage.js.
 * @param nonce  Base64; new for every stage.
 */
export function stageHtml( script: string, nonce: string ): string {
	return [
		'<!doctype html><html><head><meta charset="utf-8">',
		`<meta http-equiv="Content-Security-Policy" content="${ stagePolicy( nonce ) }">`,
		'<style>html,body{margin:0;height:100%;overflow:hidden;background:#fff;pointer-events:none;user-select:none}</style>',
		`</head><body><script nonce="${ nonce }">${ inline( script ) }</script></body></html>`,
	].join( '' );
}

function base64( bytes: Uint8Array ): string {
	let binary = '';
	for ( let i = 0; i < bytes.length; i += 0x8000 ) {
		binary += String.fromCharCode( ...bytes.subarray( i, i + 0x8000 ) );
	}
	return btoa( binary );
}

/**
 * Frame with the stage in it, not yet in the page.
 *
 * The frame takes no pointer, no focus and no place in the reading order: it shows a picture of a page, and
 * nobody should mistake the picture for a working page.
 *
 * @param script Text of stage.js.
 * @param title  Accessible name.
 */
export function buildStage( script: string, title: string ): HTMLIFrameElement {
	const nonce = base64( crypto.getRandomValues( new Uint8Array( 18 ) ) );
	const frame = document.createElement( 'iframe' );
	frame.setAttribute( 'sandbox', STAGE_SANDBOX );
	frame.setAttribute( 'referrerpolicy', 'no-referrer' );
	frame.setAttribute( 'tabindex', '-1' );
	frame.setAttribute( 'scrolling', 'no' );
	frame.setAttribute( 'inert', '' );
	frame.title = title;
	frame.src = `data:text/html;charset=utf-8;base64,${ base64( new TextEncoder().encode( stageHtml( script, nonce ) ) ) }`;
	return frame;
}

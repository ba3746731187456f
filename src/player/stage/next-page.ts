import type { Replayer } from '@rrweb/replay';

/**
 * A full snapshot begins another page, in the same document of the engine. What the page before had adopted of sheets
 * stays adopted there, unless it is taken away: no event names what the new page has not.
 */
export function beginPagesAnew( replayer: Replayer ): void {
	replayer.on( 'fullsnapshot-rebuilded', () => {
		const page = replayer.iframe.contentDocument;
		if ( page ) {
			page.adoptedStyleSheets = [];
		}
	} );
}

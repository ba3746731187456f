/** What the test's site serves beside its pages: our scripts, the stage, files of WordPress and of the pages. */
import { readFile } from 'node:fs/promises';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname( fileURLToPath( import.meta.url ) );
const root = join( here, '../../..' );

const TYPES = {
	'.css': 'text/css', '.js': 'text/javascript', '.mjs': 'text/javascript', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.webp': 'image/webp', '.gif': 'image/gif', '.woff2': 'font/woff2', '.html': 'text/html; charset=utf-8',
};

const BOX = '<!doctype html><meta charset="utf-8"><title>Replay</title><style>body{margin:0;overflow:hidden}#box{width:100vw;height:100vh}.replayer-mouse{display:none}#box iframe{border:0}</style><body><div id="box"></div>';

/** Fixture pages are of the theme "paper"; its files lie in content/, its pictures and font in the demo shop. */
const FOLDERS = [
	[ '/wp-content/themes/paper/', join( here, 'content' ) ],
	[ '/wp-content/uploads/shop/', join( root, 'demo/shop/assets/images' ) ],
	[ '/wp-content/fonts/', join( root, 'demo/shop/assets/fonts' ) ],
];

/**
 * @param {Object} scripts Bundles: peer, host.
 * @param {Object} kind    One of kinds.mjs; `wordpress` has the folders of a real site's files.
 * @return {( path: string ) => Promise<{type: string, body: Buffer|string}|undefined>} For startSite().
 */
export function filesOf( scripts, { wordpress } ) {
	const folders = wordpress ? [ [ '/wp-content/', wordpress.content ], [ '/wp-includes/', join( wordpress.core, 'wp-includes' ) ] ] : FOLDERS;
	return async ( path ) => {
		const own = {
			'/peer.js': scripts.peer,
			'/host.js': scripts.host,
			'/wp-admin/host': `${ BOX }<script src="/host.js"></script>`,
			'/peer': `${ BOX }<script src="/peer.js"></script>`,
		}[ path ];
		if ( own ) {
			return { type: path.endsWith( '.js' ) ? TYPES[ '.js' ] : TYPES[ '.html' ], body: own };
		}
		const type = TYPES[ extname( path ) ];
		const folder = /^\/(stage|decoder)\.js$/.test( path ) ? [ '/', join( root, 'plugin/build/player' ) ] : folders.find( ( [ start ] ) => path.startsWith( start ) );
		if ( ! type || ! folder || path.includes( '..' ) ) {
			return undefined;
		}
		const body = await readFile( join( folder[ 1 ], normalize( decodeURIComponent( path.slice( folder[ 0 ].length ) ) ) ) ).catch( () => undefined );
		return body && { type, body };
	};
}

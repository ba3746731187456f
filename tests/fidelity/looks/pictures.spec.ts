import { test } from '@playwright/test';
import { expectSameLooks, type File } from './visit';

/** 8 × 8 px, red; small enough to stay in a recording as it is. */
const SMALL = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAIAAABLbSncAAAAEUlEQVR42mM4wcCAFTEMLQkAu+UyAWbVCP0AAAAASUVORK5CYII=';
/** 3 × 3 px, blue. */
const PNG: File = { type: 'image/png', body: Buffer.from( 'iVBORw0KGgoAAAANSUhEUgAAAAMAAAADCAIAAADZSiLoAAAAFElEQVR4nGNkYPjPgASYkDmY/A8ASCgDAwdlS7kAAAAASUVORK5CYII=', 'base64' ) };
const BIG: File = { type: 'image/png', body: Buffer.from( SMALL.split( ',' )[ 1 ]!, 'base64' ) };
const files = { '/wp-content/small.png': PNG, '/wp-content/big.png': BIG };

test( 'a picture that has only srcset, or a source beside it, is the one that the browser chose', ( { browser } ) => expectSameLooks( browser, {
	files,
	body: `<img id="only" srcset="${ SMALL } 1x" width="16" height="16" alt=""><picture><source srcset="${ SMALL }" type="image/png"><img id="inside" width="16" height="16" alt=""></picture>
		<img id="site" srcset="/wp-content/small.png 100w, /wp-content/big.png 2000w" sizes="50px" width="16" alt="">
		<picture><source srcset="/wp-content/big.png" media="(min-width: 800px)"><img id="art" src="/wp-content/small.png" width="16" alt=""></picture>`,
	moments: [ {
		shows: { '#only': { is: { naturalWidth: 8 } }, '#inside': { is: { naturalWidth: 8 } }, '#site': { is: { complete: true }, shown: true }, '#art': { is: { naturalWidth: 8 } } },
	} ],
} ) );

test( 'a picture is another once the browser or a script chooses another', ( { browser } ) => expectSameLooks( browser, {
	files,
	body: `<picture><source srcset="/wp-content/big.png" media="(min-width: 800px)"><img id="art" src="/wp-content/small.png" alt=""></picture>
		<img id="lazy" class="lazyload" data-srcset="/wp-content/big.png 1x" src="${ SMALL }" width="16" alt=""><img id="plain" src="/wp-content/small.png" alt="">`,
	moments: [
		{ shows: { '#art': { is: { naturalWidth: 8 } }, '#plain': { is: { naturalWidth: 3 } } } },
		{
			does: async ( page ) => {
				await page.setViewportSize( { width: 700, height: 700 } );
				await page.evaluate( () => {
					( document.getElementById( 'plain' ) as HTMLImageElement ).src = '/wp-content/big.png';
					const lazy = document.getElementById( 'lazy' ) as HTMLImageElement;
					lazy.srcset = lazy.dataset.srcset!.replace( 'big', 'small' );
				} );
				await page.waitForFunction( () => [ ...document.images ].map( ( { naturalWidth } ) => naturalWidth ).join() === '3,3,8' );
			},
			shows: { '#art': { is: { naturalWidth: 3 } }, '#lazy': { is: { naturalWidth: 3 } }, '#plain': { is: { naturalWidth: 8 } } },
		},
	],
} ) );

test( 'minified paths, points and transforms of drawings keep their shape', ( { browser } ) => expectSameLooks( browser, {
	body: [
		'<path id="a" d="M2 2h8v8H2zm12 12h8v8h-8z"/>',
		'<path id="b" d="M2 2h8v8H2ZM14 14h8v8h-8Z"/>',
		'<path id="c" d="M12 2a10 10 0 1010 10A10 10 0 0012 2z"/>',
		'<path id="d" d="M4 4a8 8 0 01.5.5l1-2-3+4t1e1 1"/>',
		'<path id="e" d="M.5.5C1-1 2-2 12 12s1.5.5 3 3q1.1.1 2 2zM1 1z"/>',
		'<polygon id="f" points="512 256 512 1024 600 234 1234 555 700 800 900 100"/>',
		'<polyline id="g" points="1,1-2-2.5.5 10,10"/>',
		'<path id="h" transform="translate(2-3)rotate(45 12 12)scale(.5,.5)" d="M0 0H24V24z"/>',
	].map( ( shape ) => `<svg width="24" height="24" viewBox="0 0 24 24">${ shape }</svg>` ).join( '' ),
	moments: [ { shows: Object.fromEntries( [ ...'abcdefgh' ].map( ( id ) => [ `#${ id }`, { differs: [ ':not([d],[points])' ] } ] ) ) } ],
} ) );

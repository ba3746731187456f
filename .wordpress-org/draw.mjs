/** Draws the PNGs of the plugin directory from icon.svg and banner.html: `node .wordpress-org/draw.mjs`. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';

const here = dirname( fileURLToPath( import.meta.url ) );
const browser = await chromium.launch( {
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: [ '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync' ],
} );
try {
	const svg = await readFile( join( here, 'icon.svg' ), 'utf8' );
	for ( const size of [ 128, 256 ] ) {
		const page = await browser.newPage( { viewport: { width: size, height: size } } );
		await page.setContent( `<body style="margin:0">${ svg.replace( '<svg', `<svg width="${ size }" height="${ size }" style="display:block"` ) }</body>` );
		await page.screenshot( { path: join( here, `icon-${ size }x${ size }.png` ) } );
	}
	for ( const scale of [ 1, 2 ] ) {
		const page = await browser.newPage( { viewport: { width: 772, height: 250 }, deviceScaleFactor: scale } );
		await page.goto( pathToFileURL( join( here, 'banner.html' ) ).href );
		await page.evaluate( () => Promise.all( [ document.fonts.ready, ...[ ...document.images ].map( ( image ) => image.decode() ) ] ) );
		await page.screenshot( { path: join( here, `banner-${ 772 * scale }x${ 250 * scale }.png` ) } );
	}
} finally {
	await browser.close();
}

/** The demo of `npm start` is built by esbuild alone; every screen and the block must work in it as in what ships. */
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from '../../../tools/base/console.mjs';
import { buildAdmin, buildBlocks } from '../../../tools/build/quick-screens.mjs';
import { activateCandid, member } from '../people';
import { openScreen } from '../screens';
import { bootSite, expect, firstPortOf, test } from '../site';

test.describe.configure( { timeout: 300_000 } );

test( 'the quick build of “npm start” opens every screen, and the editor knows the block', async ( { browser, stack }, info ) => {
	const plugin = info.outputPath( 'candid' );
	await cp( join( root, 'plugin' ), plugin, { recursive: true } );
	await buildAdmin( join( plugin, 'build/admin' ) );
	await buildBlocks( join( plugin, 'build/blocks' ) );
	const site = await bootSite( { stack, name: `quick-${ info.parallelIndex }`, firstPort: firstPortOf( info.parallelIndex ) + 2, shop: false, plugin } );
	try {
		const admin = await member( browser, site );
		const problems: string[] = [];
		admin.on( 'pageerror', ( error ) => problems.push( String( error ) ) );
		await activateCandid( admin, site );
		for ( const screen of [ '/recordings', '/settings', '/health', '/what-is-recorded' ] ) {
			await openScreen( admin, site, screen );
		}
		await admin.goto( `${ site.url }/wp-admin/post-new.php` );
		await expect.poll( () => admin.evaluate( () => ( window as unknown as { wp: { blocks: { getBlockType: ( name: string ) => { title: string } | undefined } } } ).wp.blocks.getBlockType( 'candid/privacy-statement' )?.title ) ).toBe( 'Privacy statement' );
		expect( problems ).toEqual( [] );
		await admin.context().close();
	} finally {
		await site.stop();
		await rm( plugin, { recursive: true } );
	}
} );

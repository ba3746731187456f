/** The zip that ships, in a WordPress that has never seen it: upload, activate, use, deactivate, delete, and nothing is left. */
import { writeZip } from '../../../tools/zip/index.mjs';
import { member } from '../people';
import { cleanSite, deletePlugin, filesOfCandid, recordOneVisit, rowsOfCandid, uploadZip } from '../shipped-zip';
import { expect, test } from '../site';

test.describe.configure( { timeout: 300_000 } );

test( 'the zip installs, works, and leaves nothing behind', { tag: '@both-stacks' }, async ( { stack, browser }, info ) => {
	const file = info.outputPath( 'candid.zip' );
	await writeZip( file );
	const site = await cleanSite( stack, info.parallelIndex, 'install' );
	try {
		const admin = `${ site.url }/wp-admin/`;
		const page = await member( browser, site );
		await uploadZip( page, admin, file );
		await page.getByRole( 'link', { name: 'Activate Plugin' } ).click();
		await page.goto( `${ admin }plugins.php` );
		await expect( page.locator( 'tr.active[data-plugin="candid/candid.php"]' ) ).toBeVisible();
		await recordOneVisit( page, site, browser );
		expect( await filesOfCandid( site ) ).not.toEqual( [] );
		expect( await rowsOfCandid( site ) ).not.toEqual( [] );

		await deletePlugin( page, admin );
		expect( await filesOfCandid( site ) ).toEqual( [] );
		expect( await rowsOfCandid( site ) ).toEqual( [] );
		await page.context().close();
	} finally {
		await site.stop();
	}
} );

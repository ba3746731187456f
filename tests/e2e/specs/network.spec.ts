/** The zip that ships, in a network of sites. On the native stack alone: Playground is one site by its making. */
import { writeZip } from '../../../tools/zip/index.mjs';
import { addSite, turnIntoNetwork } from '../network';
import { member } from '../people';
import { cleanSite, deletePlugin, filesOfCandid, recordOneVisit, rowsOfCandid, uploadZip } from '../shipped-zip';
import { expect, test } from '../site';
import { tablesOf } from '../stored-bytes';

test.describe.configure( { timeout: 300_000 } );

test( 'on a network, every site is furnished and every site is cleared', async ( { browser }, info ) => {
	const file = info.outputPath( 'candid.zip' );
	await writeZip( file );
	const site = await cleanSite( 'native', info.parallelIndex, 'network' );
	try {
		await turnIntoNetwork( site );
		await addSite( site, 'second' );
		const admin = `${ site.url }/wp-admin/network/`;
		const page = await member( browser, site );
		await uploadZip( page, admin, file );
		await page.getByRole( 'link', { name: 'Network Activate' } ).click();
		await addSite( site, 'third' );
		const tables = await tablesOf( site );
		expect( [ 'wp_candid_recordings', 'wp_2_candid_recordings', 'wp_3_candid_recordings' ].filter( ( name ) => ! tables.includes( name ) ) ).toEqual( [] );
		await recordOneVisit( page, site, browser );

		await page.goto( `${ admin }plugins.php` );
		await deletePlugin( page, admin );
		expect( await filesOfCandid( site ) ).toEqual( [] );
		expect( await rowsOfCandid( site ) ).toEqual( [] );
		await page.context().close();
	} finally {
		await site.stop();
	}
} );

/** The oldest and the newest PHP. On Playground alone: the native stack has the one PHP of its machine. */
import { activateCandid, member } from '../people';
import { ask } from '../rest';
import { openScreen } from '../screens';
import { sendShortVisit } from '../short-visit';
import { bootSite, expect, firstPortOf, test } from '../site';

test.describe.configure( { timeout: 300_000 } );

for ( const php of [ '8.1', '8.5' ] ) {
	test( `on PHP ${ php } a visit is stored and every screen opens, without a word in the log`, { tag: '@playground-only' }, async ( { browser }, info ) => {
		const site = await bootSite( { stack: 'playground', name: `php-${ php }`, firstPort: firstPortOf( info.parallelIndex ), shop: false, php } );
		try {
			const admin = await member( browser, site );
			await activateCandid( admin, site );
			await ask( admin, site, '/settings', { method: 'PUT', data: { recording: true, consent: 'without' } } );
			const { account } = await ask< { account: { key: string } } >( admin, site, '/settings' );
			await sendShortVisit( site, account.key, 'A visit' );
			await openScreen( admin, site, '/recordings' );
			await admin.getByRole( 'row', { name: /A visit/ } ).getByRole( 'link' ).click();
			await expect( admin.getByRole( 'group', { name: 'Player' } ) ).toBeVisible();
			for ( const screen of [ '/settings', '/health', '/what-is-recorded' ] ) {
				await openScreen( admin, site, screen );
			}
			expect( ( await ( await fetch( `${ site.url }/` ) ).text() ) ).toContain( 'candid-config' );
			await admin.context().close();
		} finally {
			// Fails when PHP complained about our code.
			await site.stop();
		}
	} );
}

/** Candid's screens as an administrator uses them. */
import { expect } from '@playwright/test';
import type { FrameLocator, Locator, Page } from '@playwright/test';
import type { Site } from './site';

export const addressOf = ( site: Site, route: string ): string => `${ site.url }/wp-admin/admin.php?page=candid&p=${ encodeURIComponent( route ) }`;

export async function openScreen( page: Page, site: Site, route: string ): Promise< void > {
	await page.goto( addressOf( site, route ) );
	await expect( page.locator( '#candid-admin h1, #candid-admin h2' ).first() ).toBeVisible();
}

/** Changes settings in their form, saves, and sees that they were saved. */
export async function changeSettings( page: Page, site: Site, change: ( page: Page ) => Promise< void > ): Promise< void > {
	await openScreen( page, site, '/settings' );
	await expect( page.getByLabel( 'Record visits to this site' ) ).toBeVisible();
	await change( page );
	await page.getByRole( 'button', { name: 'Save changes' } ).click();
	await expect( page.locator( '.candid-save .is-success' ) ).toBeVisible();
}

/** Chooses not to ask visitors, as an owner who states that the law allows that. */
async function recordWithoutAsking( page: Page ): Promise< void > {
	await page.getByRole( 'radio', { name: 'Record without asking' } ).click();
	const dialog = page.getByRole( 'dialog', { name: 'Record without asking?' } );
	await dialog.getByRole( 'checkbox' ).check();
	await dialog.getByRole( 'button', { name: 'Record without asking' } ).click();
	await expect( page.getByRole( 'radio', { name: 'Record without asking' } ) ).toBeChecked();
}

/** Turns recording on, without asking visitors. */
export async function recordingOn( page: Page ): Promise< void > {
	await page.getByLabel( 'Record visits to this site' ).check();
	await recordWithoutAsking( page );
}

export async function inputsOn( page: Page ): Promise< void > {
	await page.getByLabel( 'Record what visitors enter into forms' ).click();
	await page.getByLabel( 'I understand, and I will inform my visitors.' ).check();
	await page.getByRole( 'button', { name: 'Record form inputs' } ).click();
}

export const block = ( selector: string ) => async ( page: Page ): Promise< void > => {
	await page.getByRole( 'button', { name: 'Add a selector' } ).click();
	await page.getByLabel( 'Blocked selector 1' ).fill( selector );
};

/** The document in which a recording is rebuilt: the frame inside the stage. */
export const rebuilt = ( page: Page ): FrameLocator => page.frameLocator( '.candid-device__stage iframe' ).frameLocator( 'iframe' );

/** The pages of the visit beside the stage, in order. */
export const chaptersOf = ( page: Page ): Locator => page.getByRole( 'region', { name: 'Pages of this visit' } ).getByRole( 'button' );

/** A visit to the demo shop, as a person makes it, and what that person types. */
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';
import type { Site } from './site';

/** What is typed into the forms. Every value is unlike any other text, so that finding it means that it was stored. */
export interface Typed {
	name: string;
	email: string;
	phone: string;
	date: string;
	town: string;
	message: string;
	inscription: string;
	street: string;
	/** Passes the checksum of cards, as people's do; no bank issues it. */
	card: string;
	/** Into a field that only its name gives away. */
	secondCard: string;
	code: string;
	password: string;
	fileName: string;
}

/** Values of their own for one visit. */
export function typedBy( mark: string ): Typed {
	return {
		name: `Quillon ${ mark }berg`,
		email: `quillon.${ mark }@letters.example`.toLowerCase(),
		phone: '+44 20 7946 0813',
		date: '2027-03-19',
		town: `Zwyck${ mark }`,
		message: `Please glaze the ${ mark }dish in kelp green`,
		inscription: `For Ondine ${ mark }`,
		street: `Plover Lane 47 ${ mark }`,
		card: '4539 1488 0343 6467',
		secondCard: '5555341244441115',
		// Letters, for four digits occur in any time.
		code: 'qZ7v',
		password: `Vault!${ mark }!77`,
		fileName: `drawing-${ mark }.png`,
	};
}

/** Pages of the walk, in order: path and a text that only this page shows. */
export const WALK = [
	{ path: '/', shows: 'Stoneware' },
	{ path: '/shop/', shows: 'Everything we make, and nothing we do not.' },
	{ path: '/shop/half-pint-jug/', shows: 'A jug is judged by its last drop.' },
	{ path: '/contact/', shows: 'Idris reads everything twice' },
	{ path: '/checkout/', shows: 'How it gets there' },
] as const;

/** A 1 × 1 image. */
const PIXEL = Buffer.from( 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==', 'base64' );

async function fillContact( page: Page, typed: Typed ): Promise< void > {
	const form = page.locator( '#contact-form' );
	await form.getByLabel( 'Your name' ).pressSequentially( typed.name );
	await form.getByLabel( 'E-mail' ).first().pressSequentially( typed.email );
	await form.getByLabel( /^Telephone/ ).pressSequentially( typed.phone );
	await form.getByLabel( 'Topic' ).selectOption( 'wholesale' );
	await form.getByLabel( 'Nearest town' ).pressSequentially( typed.town );
	await form.getByLabel( 'Needed by' ).fill( typed.date );
	await form.getByLabel( 'On a postcard' ).check();
	await form.getByLabel( 'Message' ).pressSequentially( typed.message );
	await form.locator( '[contenteditable]' ).click();
	await page.keyboard.type( typed.inscription );
	await form.locator( 'input[type=file]' ).setInputFiles( { name: typed.fileName, mimeType: 'image/png', buffer: PIXEL } );
	await form.getByLabel( /letter when the kiln/ ).check();
}

async function fillCheckout( page: Page, typed: Typed ): Promise< void > {
	const form = page.locator( '#checkout-form' );
	await form.locator( '#first-name' ).pressSequentially( typed.name );
	await form.locator( '#email' ).pressSequentially( typed.email );
	await form.locator( '#address-1' ).pressSequentially( typed.street );
	await form.locator( '#cc-number' ).pressSequentially( typed.card );
	await form.locator( '#cc-code' ).pressSequentially( typed.code );
	await form.getByLabel( /second card/ ).check();
	await form.locator( '#second' ).pressSequentially( typed.secondCard );
	await form.locator( '#new-password' ).pressSequentially( typed.password );
}

/**
 * Looks at a page until its first picture has left. Who goes on sooner is not recorded on that page: the
 * recorder starts when the page is idle.
 */
export async function look( page: Page ): Promise< void > {
	await page.waitForFunction( () => performance.getEntriesByType( 'resource' ).some( ( { name } ) => name.includes( '/candid/v1/segments' ) ) );
}

/**
 * Home, the list with a filter, a product into the basket, the contact form, the checkout, and away.
 *
 * @return The hidden nonces of the forms as the pages carried them.
 */
export async function visitShop( page: Page, site: Site, typed: Typed ): Promise< { nonces: string[] } > {
	const nonces: string[] = [];
	const keepNonces = async () => {
		nonces.push( ...await page.locator( 'input[type=hidden][name*=nonce]' ).evaluateAll( ( fields ) => fields.map( ( field ) => ( field as HTMLInputElement ).value ) ) );
	};

	await page.goto( `${ site.url }/` );
	await look( page );
	await page.mouse.wheel( 0, 600 );

	await page.getByRole( 'link', { name: 'Shop', exact: true } ).first().click();
	await page.waitForURL( /\/shop\/$/ );
	await look( page );
	const pieces = page.locator( '[data-catalogue-list] > li' );
	const before = await pieces.count();
	await page.locator( '[data-catalogue-form] label', { hasText: 'For the kitchen' } ).click();
	await expect.poll( () => pieces.count() ).toBeLessThan( before );

	await page.locator( '.tile-link', { hasText: 'Half-pint Jug' } ).click();
	await page.waitForURL( /half-pint-jug/ );
	await look( page );
	await page.locator( 'form[data-add] [type=submit]' ).click();
	await expect( page.locator( '[data-add-note]' ) ).not.toBeEmpty();

	await page.goto( `${ site.url }/contact/` );
	await keepNonces();
	await look( page );
	await fillContact( page, typed );

	await page.goto( `${ site.url }/checkout/` );
	await keepNonces();
	await look( page );
	await fillCheckout( page, typed );

	// Leaving sends the last segment.
	await page.goto( 'about:blank' );
	return { nonces };
}

/** The kinds of pages, each with what a visitor does on it. */

const openDetails = ( page ) => page.locator( 'summary' ).first().click();

/** Pages of a real WordPress. @param {Object} wordpress What renderWordPress() gives. */
export function wordpressKinds( wordpress ) {
	const kind = ( name, title, page, more = {} ) => ( { name, title, html: wordpress.pages[ page ], wordpress, ...more } );
	const [ newest ] = wordpress.themes;
	return [
		...wordpress.themes.flatMap( ( theme ) => [
			kind( `${ theme }-front`, `${ theme }: front page`, `${ theme }-front`, { act: ( page ) => page.mouse.wheel( 0, 700 ) } ),
			kind( `${ theme }-single`, `${ theme }: a post with comments`, `${ theme }-single`, { act: openDetails } ),
		] ),
		kind( 'theme-archive', `${ newest }: archive`, 'theme-archive' ),
		kind( 'theme-search', `${ newest }: search`, 'theme-search' ),
		kind( 'theme-missing', `${ newest }: not found`, 'theme-missing' ),
		kind( 'shop-home', 'Demo shop: home', 'shop-home', { act: ( page ) => page.mouse.wheel( 0, 900 ) } ),
		kind( 'shop-catalogue', 'Demo shop: catalogue with filters', 'shop-catalogue', { act: ( page ) => page.locator( '[data-quick-look]' ).first().click() } ),
		kind( 'shop-product', 'Demo shop: product', 'shop-product', { act: ( page ) => page.locator( '[data-carousel-on]' ).click() } ),
		kind( 'shop-contact', 'Demo shop: contact form', 'shop-contact' ),
		kind( 'shop-checkout', 'Demo shop: checkout', 'shop-checkout' ),
		kind( 'shop-visit', 'Demo shop: a frame and hours', 'shop-visit' ),
	];
}

export const KINDS = [];
